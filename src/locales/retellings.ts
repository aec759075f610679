/** How people ask for what they were just told in another way: 'shorter', '详细一点', 'in English please'. */
import { languageName } from './format.ts'
import type { LocaleTag } from './locale.ts'
import { localeNames } from './locales.ts'
import { fold, longestWish, spoken } from './wishes.ts'

export type Retold = { form: 'short' | 'long' } | { language: LocaleTag }

/** Patterns for whole messages in lower case; ~ stands for the name of a language. */
interface Words {
  short: string
  long: string
  language: string
}

const chinese: Words = (() => {
  const polite = '(?:请|請|麻烦|麻煩|可以|可不可以|能不能|能|帮我|幫我|再|更|给我|給我)*'
  const tell = '(?:说|說|讲|講|写|寫|总结|總結|概括|回答|介绍|介紹)'
  const bit = '(?:一?点儿?|一?點|一?些|一下)'
  const end = '(?:吧|吗|嗎|啊|呀|可以|好|行|谢谢|謝謝)*'
  const told = (how: string) =>
    `${polite}(?:${tell}得?)?(?:再|更)?(?:${how})(?:${bit})?(?:地|的)?(?:${tell}(?:${tell}|${bit})?)?(?:版本?)?${end}`
  return {
    short: `${told('简短|簡短|简单|簡單|简洁|簡潔|精简|精簡|简略|簡略|短|扼要')}|(?:太|有点|有點)(?:长|長|啰嗦|囉嗦|囉唆)了?|长话短说|長話短說|(?:用)?一句话${tell}?${bit}?|一句話${tell}?${bit}?`,
    long: `${told('详细|詳細|详尽|詳盡|具体|具體|细致|細緻|细|細|长|長')}|(?:太|有点|有點)(?:短|简单|簡單|简略|簡略)了?|多${tell}${bit}?|(?:展开|展開)(?:${tell}+|${bit})?`,
    language: `${polite}(?:把?(?:它|这个|這個|这|這|上面的?|摘要|刚才的|剛才的)?)(?:换成|換成|换|換|改成|改用|翻译成|翻譯成|翻译为|翻譯為|翻成|译成|譯成|转成|轉成|切换到|切換到|用|${tell}|来个|來個)~(?:再|来|來)?(?:${tell}|翻译|翻譯|重写|重寫|看|版本?|告诉我|告訴我|一遍|一下|一次)*${end}|~版本?`,
  }
})()

const words: Readonly<Record<LocaleTag, Words>> = {
  en: {
    short:
      "(?:please )?(?:(?:(?:a )?(?:bit|little|lot|much) )?(?:shorter|briefer|simpler)|(?:make|keep) (?:it|this|that) (?:(?:a )?(?:bit|little|much) )?(?:shorter|short|briefer|brief|simpler)|(?:be )?(?:more )?(?:brief|concise)|tl;?dr|(?:that's )?too long|in (?:one|a) sentence|shorten (?:it|this|that)|less detail)(?:,? (?:please|pls))?",
    long: "(?:please )?(?:(?:(?:a )?(?:bit|little|lot|much) )?longer|(?:(?:give|tell|show) me )?(?:some |a (?:bit|little) )?more details?|in (?:(?:more|greater) )?detail|(?:make|tell) (?:it|this|that) (?:(?:a )?(?:bit|little) )?(?:longer|in more detail)|more detailed|elaborate|expand(?: on)?(?: (?:it|this|that))?|(?:that's )?too short)(?:,? (?:please|pls))?",
    language:
      '(?:(?:can|could) you )?(?:please )?(?:(?:say|tell|give|write|show|translate|repeat|put|summari[sz]e|switch|change)(?: me)?(?: (?:it|this|that|the (?:summary|answer)))?(?: again)? )?(?:in|into|to|speak|use) ~(?:,? (?:please|pls|instead))*',
  },
  'zh-Hans': chinese,
  'zh-Hant': chinese,
  es: {
    short:
      '(?:un poco )?más (?:corto|breve|conciso|resumido)(?:,? por favor)?|(?:resúmelo|acórtalo|hazlo)(?: un poco)?(?: más(?: corto| breve)?)?(?:,? por favor)?|(?:es )?demasiado largo|en una frase',
    long: '(?:un poco )?más (?:largo|detallado|extenso)(?:,? por favor)?|(?:dame |cuéntame |con )?más detalles?(?:,? por favor)?|en (?:más )?detalle|(?:es )?demasiado corto',
    language:
      '(?:(?:dilo|dímelo|escríbelo|tradúcelo|cámbialo|ponlo|resúmelo) )?(?:en|al|a|habla(?:me)? en) ~(?:,? por favor)?',
  },
  ru: {
    short:
      '(?:а )?(?:можно )?(?:по)?короче(?:,? пожалуйста)?|(?:по)?кратче|(?:сделай(?:те)? )?(?:покороче|короче)(?:,? пожалуйста)?|слишком длинно|одним предложением|вкратце',
    long: '(?:а )?(?:можно )?(?:по)?подробнее(?:,? пожалуйста)?|больше подробностей|(?:по)?длиннее|слишком коротко|(?:расскажи(?:те)?|напиши(?:те)?) (?:по)?подробнее',
    language:
      '(?:(?:скажи(?:те)?|напиши(?:те)?|переведи(?:те)?|перескажи(?:те)?)(?: это)? )?(?:(?:говори(?:те)? )?(?:на |по-))~(?: язык(?:е)?)?(?:,? пожалуйста)?',
  },
  ar: {
    short:
      '(?:اجعله |أريده )?أقصر(?: من فضلك)?|(?:باختصار|اختصر(?:ه)?|أوجز)(?: أكثر)?(?: من فضلك)?|طويل جد(?:ا|ًا|اً)|في جملة واحدة',
    long: '(?:اجعله |أريده )?أطول(?: من فضلك)?|(?:ب)?(?:تفاصيل|تفصيل) أكثر(?: من فضلك)?|(?:أريد )?(?:المزيد|مزيد) من التفاصيل(?: من فضلك)?|بالتفصيل(?: من فضلك)?|قصير جد(?:ا|ًا|اً)',
    language: '(?:(?:قله|قلها|اكتبه|اكتبها|ترجمه|ترجمها|لخصه) )?(?:ب|إلى )(?:اللغة )?~(?: من فضلك)?',
  },
  ja: {
    short:
      '(?:もっと|もう少し|少し)?(?:短く|簡潔に|簡単に|手短に)(?:して|まとめて|お願い(?:します)?)?(?:ください)?|長すぎ(?:る|ます)|(?:一言|一文)で(?:お願い(?:します)?|まとめて(?:ください)?)?',
    long: '(?:もっと|もう少し|少し)?(?:詳しく|くわしく|長く|詳細に)(?:して|教えて|説明して|お願い(?:します)?)?(?:ください)?|短すぎ(?:る|ます)',
    language:
      '(?:これを)?~(?:で|に)(?:言って|書いて|訳して|翻訳して|して|まとめて|教えて|お願い(?:します)?)?(?:ください)?',
  },
  de: {
    short:
      '(?:bitte )?(?:etwas |ein bisschen |noch |mach es )*kürzer(?: bitte)?|(?:bitte )?kürz(?:e|er)? (?:es|das)(?: bitte)?|(?:das ist )?zu lang|in einem satz(?: bitte)?|knapper(?: bitte)?',
    long: '(?:bitte )?(?:etwas |ein bisschen |noch |mach es )*(?:länger|ausführlicher|genauer|detaillierter)(?: bitte)?|mehr (?:details|einzelheiten)(?: bitte)?|(?:das ist )?zu kurz',
    language:
      '(?:bitte )?(?:(?:sag|schreib|übersetz|gib)e?(?: mir)?(?: (?:es|das))? )?(?:auf|ins?|sprich) ~(?: bitte| übersetzen)*',
  },
  fr: {
    short:
      "(?:un peu )?plus (?:court|bref|concis|simple)(?:,? (?:s'il (?:te|vous) plaît|stp|svp))?|(?:raccourcis|abrège|résume)(?:-le)?(?: encore)?(?:,? (?:s'il (?:te|vous) plaît|stp|svp))?|(?:c'est )?trop long|en une phrase",
    long: "(?:un peu )?plus (?:long|détaillé|développé)(?:,? (?:s'il (?:te|vous) plaît|stp|svp))?|plus de détails?(?:,? (?:s'il (?:te|vous) plaît|stp|svp))?|(?:en )?détaille[rz]?|(?:c'est )?trop court",
    language:
      "(?:(?:dis|dites|écris|écrivez|traduis|traduisez|résume[rz]?|mets|mettez)(?:-le)?(?:-moi)?(?: ça| cela)? )?(?:en|parle[rz]?) ~(?:,? (?:s'il (?:te|vous) plaît|stp|svp))?",
  },
  pt: {
    short:
      '(?:um pouco )?mais (?:curto|breve|conciso|resumido)(?:,? por favor)?|(?:resuma|resume|encurte|encurta)(?: mais| isso)*(?:,? por favor)?|(?:é )?(?:muito|longo) (?:longo|demais)|em uma frase',
    long: '(?:um pouco )?mais (?:longo|detalhado|completo)(?:,? por favor)?|(?:com |quero )?mais detalhes(?:,? por favor)?|em detalhes|muito curto',
    language:
      '(?:(?:diga|fala|fale|escreva|traduza|traduz|resuma|mude)(?: isso)? )?(?:em|para(?: o)?) ~(?:,? por favor)?',
  },
  hi: {
    short: '(?:कृपया )?(?:थोड़ा |और )*(?:छोटा|संक्षेप में|कम शब्दों में)(?: करें| करो| बताएँ| बताओ| लिखें)?|बहुत लंबा है',
    long: '(?:कृपया )?(?:थोड़ा |और )*(?:विस्तार से|लंबा|विस्तृत)(?: करें| करो| बताएँ| बताओ| लिखें)?|(?:और|ज़्यादा) जानकारी(?: दें| दो)?|बहुत छोटा है',
    language: '(?:कृपया )?(?:इसे )?~ में(?: कहें| कहो| लिखें| लिखो| बताएँ| बताओ| अनुवाद करें| अनुवाद करो)?(?: कृपया)?',
  },
  id: {
    short:
      '(?:tolong )?(?:buat )?(?:lebih|agak) (?:pendek|singkat|ringkas)(?: lagi)?(?: dong| ya)?|(?:tolong )?(?:persingkat|ringkas)(?: lagi)?|terlalu panjang|dalam satu kalimat',
    long: '(?:tolong )?(?:buat )?(?:lebih|agak) (?:panjang|rinci|detail|lengkap)(?: lagi)?(?: dong| ya)?|(?:beri )?(?:lebih banyak )?(?:detail|rincian)(?: lagi)?|terlalu (?:pendek|singkat)',
    language:
      '(?:tolong )?(?:(?:tulis|katakan|terjemahkan|ganti|ubah|rangkum)(?:kan)? )?(?:dalam|ke|pakai|dengan)(?: bahasa)? ~(?: dong| ya| saja)?',
  },
}

const kinds = ['short', 'long', 'language'] as const
const compiled = new Map<Words, Readonly<Record<(typeof kinds)[number], RegExp>>>()

function patternsOf(tag: LocaleTag) {
  const known = compiled.get(words[tag])
  if (known) return known
  const compile = (kind: (typeof kinds)[number]) =>
    new RegExp(`^(?:${words[tag][kind].normalize('NFKC').replaceAll('~', '(?<name>.+?)')})$`, 'u')
  const made = { short: compile('short'), long: compile('long'), language: compile('language') }
  compiled.set(words[tag], made)
  return made
}

const bare = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^(?:bahasa|língua|the) /u, '')
    // 'ins Deutsche'; '英文' as well as '英语'.
    .replace(/(?<=sch)e$/u, '')
    .replace(/(?<=\p{Script=Han})[文语語話话]$/u, '')

/** Other names of Chinese, without their last character. */
const alsoChinese = new Set(['中', '汉', '漢', '华', '華', '普通', '国', '國', '白'])

/** The language of ours that `name` means in the language `tag`, in English or in itself; null for none. */
export function languageNamed(tag: LocaleTag, name: string): LocaleTag | null {
  const said = bare(name)
  const mine = tag.startsWith('zh') ? tag : 'zh-Hans'
  // 国语 is what Chinese calls it; to Japanese 国 is no language.
  if (alsoChinese.has(said) && tag !== 'ja') return mine
  if (/^[简簡][体體]/u.test(said)) return 'zh-Hans'
  if (/^[繁正][体體]/u.test(said)) return 'zh-Hant'
  const isIt = (other: string) => {
    const known = bare(other)
    // Russian bends the names of languages; their beginnings tell them apart.
    return known === said || (/^\p{Script=Cyrillic}{5}/u.test(said) && known.slice(0, 4) === said.slice(0, 4))
  }
  const inTongues = (language: string) =>
    [tag, 'en', 'zh-Hans', 'zh-Hant', language].some((tongue) => isIt(languageName(tongue, language)))
  if (inTongues('zh')) return mine
  const all = Object.keys(localeNames) as LocaleTag[]
  return all.find((each) => isIt(localeNames[each]) || inTongues(each)) ?? null
}

/** The language that `said` is the name of and nothing else: a word, or as a button has it. */
function languageAlone(tag: LocaleTag, said: string): LocaleTag | null {
  const own = Object.values(localeNames).some((name) => fold(name) === said)
  if (!own && /\s/u.test(said)) return null
  // A cut name is a word of its own: '中', '国', '普通', 'русская'.
  if (/\p{Script=Han}/u.test(said) && !/(?:[文语語话話]|[简簡繁正][体體]字?)$/u.test(said)) return null
  if (/\p{Script=Cyrillic}/u.test(said) && !/(?:ский|хинди)$/u.test(said)) return null
  return languageNamed(tag, said)
}

/** What `text` as a whole asks to change in what was told; null where it asks for nothing of the kind. */
export function readRetelling(tag: LocaleTag, text: string): Retold | null {
  const said = fold(text)
  if (said === '' || text.length > longestWish) return null
  for (const each of spoken(tag)) {
    const { short, long, language } = patternsOf(each)
    if (short.test(said)) return { form: 'short' }
    if (long.test(said)) return { form: 'long' }
    const name = language.exec(said)?.groups?.['name']
    const named = name === undefined ? null : languageNamed(tag, name.trim())
    if (named) return { language: named }
  }
  const alone = languageAlone(tag, said)
  return alone && { language: alone }
}
