/** Tells the language of a text: by its script where that is enough, by n-grams within Latin, Cyrillic and Arabic. */
import type { LanguageTag } from './article.ts'
import { detectChinese } from './chinese.ts'
import { guessLanguage } from './language-ngrams.ts'

/** What is looked at: more does not change the answer, only the time. UTF-16 units. */
const looked = 600
/** Letters of an alphabet settle the language sooner. */
const alphabetLooked = 160
/** Han characters say as much as this many letters of an alphabet: "发布 OpenAI GPT" is Chinese. */
const hanWeight = 4

/** Where each script's letters stand, first and last code point (https://www.unicode.org/Public/UNIDATA/Blocks.txt), in order. */
const blocks: readonly (readonly [number, number, string])[] = [
  [0x41, 0x5a, 'Latin'],
  [0x61, 0x7a, 'Latin'],
  [0xc0, 0x24f, 'Latin'],
  [0x370, 0x3ff, 'el'],
  [0x400, 0x52f, 'Cyrillic'],
  [0x531, 0x58f, 'hy'],
  [0x5d0, 0x5f4, 'he'],
  [0x620, 0x6ff, 'Arabic'],
  [0x750, 0x77f, 'Arabic'],
  [0x900, 0x97f, 'Devanagari'],
  [0x980, 0x9ff, 'bn'],
  [0xa00, 0xa7f, 'pa'],
  [0xa80, 0xaff, 'gu'],
  [0xb00, 0xb7f, 'or'],
  [0xb80, 0xbff, 'ta'],
  [0xc00, 0xc7f, 'te'],
  [0xc80, 0xcff, 'kn'],
  [0xd00, 0xd7f, 'ml'],
  [0xd80, 0xdff, 'si'],
  [0xe00, 0xe7f, 'th'],
  [0xe80, 0xeff, 'lo'],
  [0xf00, 0xfff, 'bo'],
  [0x1000, 0x109f, 'my'],
  [0x10a0, 0x10ff, 'ka'],
  [0x1100, 0x11ff, 'ko'],
  [0x1200, 0x139f, 'am'],
  [0x1780, 0x17ff, 'km'],
  [0x1e00, 0x1eff, 'Latin'],
  [0x3041, 0x30ff, 'Kana'],
  [0x3400, 0x9fff, 'Han'],
  [0xac00, 0xd7af, 'ko'],
  [0xf900, 0xfaff, 'Han'],
  [0xfb50, 0xfdff, 'Arabic'],
  [0xff66, 0xff9d, 'Kana'],
  [0x20000, 0x323af, 'Han'],
]

const firstLetter = blocks[0]![0]

const noise = /https?:\/\/\S+|[\w.+-]{1,64}@[\w.-]+/gu

/** How many letters of each script (or of the one language that writes it) the text has. */
function countScripts(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  let last = blocks[0]!
  // Letters of one block mostly stand together: a run is counted at once.
  let run = 0
  const close = () => {
    if (run > 0) counts.set(last[2], (counts.get(last[2]) ?? 0) + run)
    run = 0
  }
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at)!
    if (code > 0xffff) at += 1
    // Spaces and what else stands before the first letter of all.
    if (code < firstLetter) continue
    if (code < last[0] || code > last[1]) {
      const block = blocks.find(([, end]) => code <= end)
      if (!block || code < block[0]) continue
      close()
      last = block
    }
    run += 1
  }
  close()
  return counts
}

/**
 * The language of `text`: 'en', 'zh-Hans', 'zh-Hant' or another BCP-47 primary tag; 'und' where there are no letters.
 */
export function detectLanguage(text: string): LanguageTag {
  const start = text.slice(0, looked)
  const sample = /@|:\/\//u.test(start) ? start.replace(noise, ' ') : start
  const counts = countScripts(sample)
  const kana = counts.get('Kana') ?? 0
  const eastAsian = (counts.get('Han') ?? 0) + kana
  counts.delete('Han')
  counts.delete('Kana')
  const [script, letters] = [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), ['und', 0])
  if (eastAsian > 0 && eastAsian * hanWeight >= letters)
    return kana > eastAsian * 0.12 ? 'ja' : detectChinese(sample)
  if (script === 'Latin') return latinLanguage(sample)
  if (script === 'Cyrillic') return cyrillicLanguage(sample)
  if (script === 'Arabic') return arabicLanguage(sample)
  if (script === 'Devanagari') return devanagariLanguage(sample)
  return script
}

/** What the n-grams say; '' where they say nothing. */
const guess = (sample: string): string => guessLanguage(sample.slice(0, alphabetLooked))

/** Letters that only Vietnamese stacks two marks on, and its own o, u and d. */
const vietnamese = /[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơư]/giu

const malay =
  /(?<!\p{L})(?:bahawa|kerana|ialah|hendaklah|kerajaan|beliau|iaitu|ahli-ahli|mesyuarat|syarikat|wang|polis|manakala|sekiranya)(?!\p{L})/iu

const tagalog = /(?<!\p{L})(?:ang|ng|mga|sa|na|ay|ni|si|kay|nang)(?!\p{L})/iu

function latinLanguage(sample: string): LanguageTag {
  if ((sample.normalize('NFC').match(vietnamese)?.length ?? 0) * 12 > sample.length) return 'vi'
  const language = guess(sample)
  // Short English titles look like it; a sentence of Tagalog hardly does without one of these.
  if (language === 'tl' && !tagalog.test(sample)) return 'en'
  // The two share most words; these few are spelt the Malay way.
  if (language === 'ms' || language === 'id') return malay.test(sample) ? 'ms' : 'id'
  return language === '' || !latinTags.has(language) ? 'en' : language
}

/** What the n-grams may answer for Latin letters; anything else is a slip on a very short text. */
const latinTags = new Set(
  'en es fr de it pt nl sv no da fi pl cs sk hu ro tr vi id ms tl ca eu gl hr sl sq lt lv et is az sw cy ga af yo'.split(
    ' ',
  ),
)

/** Its own letters, or small words that Serbian says in another way. */
const macedonian = /[ќѓѕ]|(?<!\p{L})(?:во|дека|секој|овој|оваа|нивните)(?!\p{L})/iu

function cyrillicLanguage(sample: string): LanguageTag {
  if (/[ћђџ]/iu.test(sample) || /[јљњ]/iu.test(sample)) return macedonian.test(sample) ? 'mk' : 'sr'
  if (/[їєґ]/iu.test(sample)) return 'uk'
  if (/ў/iu.test(sample)) return 'be'
  if (/[әғқңөұүһ]/iu.test(sample)) return /[әғқұһ]/iu.test(sample) ? 'kk' : 'mn'
  if (/і/iu.test(sample) && !/[ыэё]/iu.test(sample)) return 'uk'
  if (/[ыэё]/iu.test(sample)) return 'ru'
  const language = guess(sample)
  return ['ru', 'uk', 'bg', 'sr', 'mk', 'be'].includes(language) ? language : 'ru'
}

function arabicLanguage(sample: string): LanguageTag {
  if (/[ٹڈڑےںھہ]/u.test(sample)) return 'ur'
  if (/[ۆێڵڕ]/u.test(sample)) return 'ckb'
  if (/[ټډړښځڅ]/u.test(sample)) return 'ps'
  if (/[پچژگکی]/u.test(sample) && !/[ةىي]/u.test(sample)) return 'fa'
  const language = guess(sample)
  return ['ar', 'fa', 'ur'].includes(language) ? language : 'ar'
}

function devanagariLanguage(sample: string): LanguageTag {
  if (/ळ/u.test(sample) || /(?:आहे|आणि|नाही|च्या|त्या|किंवा)/u.test(sample)) return 'mr'
  if (/(?:छन्|गरेको|नेपाल|भएको|हुने|छ।)/u.test(sample)) return 'ne'
  return 'hi'
}
