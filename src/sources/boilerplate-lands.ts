/** Knows the sentences that sites hang around their articles in smaller languages, for boilerplate.ts. */

const lines = [
  // What webmasters wrote below their pages.
  /^(?:this (?:page|site|document) (?:was )?(?:last (?:updated|modified|changed|revised)|(?:is )?(?:hosted|maintained|created) (?:by|on))|you are (?:the )?visitor (?:number|no)|sign my guest ?book|view my guest ?book|web posted (?:at|on)|note: pages will open in a new|external sites are not endorsed|(?:please )?(?:send )?(?:your )?(?:comments|questions|corrections)\b.{0,40}\bto)\b.{0,140}$/iu,
  /^\S+(?: \S+){0,3} (?:is not responsible for the content of external|ist nicht verantwortlich für die inhalte externer|n['’]est pas responsable du contenu des sites|no se hace responsable (?:de los contenidos|del contenido) de)(?!\p{L}).{0,80}$/iu,
  /^(?:url|permalink|(?:diesen artikel finden sie|dieser artikel steht) (?:im internet )?unter|cet article se trouve à l['’]adresse|this (?:story|article|page) (?:can be|is) (?:found|located) at)\s?[:：]?\s*https?:\/\/\S+$/iu,
  /^newsroom\s\S{2,20}$/iu,
  // If you liked it, and what did you think of it?
  /^(?:si (?:te|le|os) ha gustado|se ti è piaciut[oa]|(?:si|vous avez aimé) (?:cet|cette|ce) (?:article|texte|billet)(?: vous a plu)?|wenn (?:dir|ihnen|euch) (?:der|dieser|das) (?:artikel|beitrag|text) gef[aä]ll|gostou d(?:este|esse|o) (?:texto|artigo|post)|what did you think of (?:today|this)|how did we do\b|log ?in or subscribe to)(?!\p{L})[^.!?]{0,140}[.!?]?$/iu,
  /^(?:(?:heeft|heb) (?:u|je) een (?:taal|typ)?fout gezien|log in of maak een account|artikel (?:verschenken|merken|anhören|hören)|vstoupit do diskuze|obsah publikovaný na|votre (?:adresse )?e-?mail, avec votre consentement|to (?:send|order) flowers\b|(?:start|begin) your free trial|(?:try|book) (?:it|a demo) (?:for )?free\b)(?!\p{L}).{0,160}$/iu,
  /^本文参与.{2,40}计划.{0,40}$|^(?:本文)?如(?:有|果)?(?:内容)?侵权.{0,60}删除.{0,4}$/u,
  /^(?:猜你想搜|请记住本书(?:首发)?域名|手机版阅读网址|最新网址).{0,60}$/u,
  // Archives of letters, and forms.
  /^(?:next|previous) (?:message|in thread|by thread|by date)\s?[:：].{0,140}$|^(?:maybe )?in reply to\s?[:：].{0,140}$|^messages sorted by\s?[:：].{0,100}$|^this archive was generated\b.{0,120}$/iu,
  /^(?:campos obligatorios|pflichtfelder|champs obligatoires|campi obbligatori|verplichte velden|pola (?:wymagane|obowiązkowe)|(?:required|mandatory) fields?)(?!\p{L}).{0,60}$/iu,
  // Read also.
  /^(?:čítajte (?:aj|viac|tiež)|prečítajte si|čtěte (?:více|dále)|více k tématu|mohlo by (?:vás|sa vám) |kapcsolódó(?= cikk| anyag| tartalom|$)|(?:ezt is )?olvass?a? (?:el|még|tovább) |ajánlott cikk|vezi (?:și|aici) |citește mai mult|pročitajte (?:i|još|više)|čitajte (?:i|još)|preberite (?:še|tudi|več)|berite (?:še|tudi)|вижте (?:още|също|повече)|прочетете (?:още|също)|прочитајте (?:и|још|више)|loe (?:ka|lisaks|veel|rohkem)|lasi (?:arī|vēl|vairāk)|(?:taip pat )?skaitykite (?:taip pat|daugiau|plačiau)|taip pat skaitykite|llegi(?:u|x) també|lestu (?:líka|einnig)|katso myös|se (?:også|även|mer))(?!\p{L})[^.!?]{0,160}$/iu,
  // Read also, in Asia; letters and marks of words stand together, so that a sign or a blank ends them.
  /^(?:(?:यह|ये|इसे) भी (?:प(?:\u095d|\u0922\u093c?)ें|देखें)|और प(?:\u095d|\u0922\u093c?)ें|हे(?:ही| ही) वाचा|یہ بھی پڑھیں|مزید پڑھیں|(?:بیشتر|همچنین) بخوانید|مطالب مرتبط|আরও পড়ুন|আরো পড়ুন|આ પણ વાંચો|இதையும் படியுங்கள்|மேலும் படிக்க|ఇది కూడా చదవండి|ಇದನ್ನೂ ಓದಿ|อ่าน(?:ข่าว)?(?:เพิ่มเติม|ต่อ)|ข่าวที่เกี่ยวข้อง|(?:lihat|simak|tonton) juga|(?:artikel|berita) terkait|(?:tin|bài(?: viết)?) liên quan|basahin (?:din|rin)|soma (?:pia|zaidi))(?=[\s:：»>–—-]|$)[^.!?।]{0,160}$/iu,
  // Follow us, there.
  /^(?:simak|ikuti|dapatkan|cek|gabung)\s.{0,140}\b(?:whatsapp|telegram|google news|channel|saluran|instagram|aplikasi)\b.{0,60}$|^(?:theo dõi|đăng ký|mời (?:quý )?(?:bạn đọc|độc giả))\s.{0,140}(?:facebook|zalo|youtube|google news|kênh|fanpage|bản tin).{0,60}$|^ติดตาม.{0,120}(?:facebook|line|เฟซบุ๊ก|ไลน์|youtube|ช่องทาง).{0,80}$|^.{0,120}(?:व्हाट्सए?प|व्हॉट्सऐप|टेलीग्राम|फेसबुक|यूट्यूब|ऐप|चैनल).{0,60}(?:फॉलो|सब्सक्राइब|डाउनलोड)\s?कर(?:ें|े)।?$|^(?:ما را در|به کانال)\s.{0,120}(?:دنبال کنید|بپیوندید)\P{L}{0,4}$/iu,
  // Most read, just in.
  /^(?:nejčtenější|nejnovější|najčítanejšie|mest læste?|mest leste?|mest lästa?|senaste nytt|siste nytt|seneste nyt|luetuimmat|tuoreimmat|legolvasottabb\p{L}*|legfrissebb\p{L}*|cele mai citite|najčitanije|najnovije|najbolj brano|най-четени|најчитаније|τα πιο δημοφιλή|ροή ειδήσεων|son dakika|en çok okunan\p{L}*(?: haberler)?|mais (?:lidas|populares)|más leídas|i più letti|le più lette|net binnen|meest gelezen|loetumad|lasītākie|skaitomiausi|el més llegit)\P{L}*$/iu,
  // Found an error?
  /^(?:zie je een (?:taal|typ)?fout|(?:foutje|fout) (?:gezien|gevonden|ontdekt)|našli (?:jste|ste) (?:v (?:článku|textu) )?chybu|hibát (?:talált|találtál|észlelt)|(?:zauważył[ea]ś?|widzisz|znalazł[ea]ś) błąd|hittat (?:ett )?fel|såg du (?:ett )?fel|funnet (?:en )?feil|fant du (?:en )?feil|(?:har du )?fundet (?:en )?fejl|(?:löysitkö|huomasitko) virheen|hai (?:notato|trovato) un errore|segnala(?:ci)? (?:un )?errore|encontrou (?:algum |um )?erro|(?:has (?:visto|encontrado|detectado)|detectó) (?:algún|un) error|vous avez (?:repéré|trouvé|relevé) une erreur|signaler une (?:erreur|faute)|ai (?:observat|găsit) o (?:greșeală|eroare)|(?:spotted|found|noticed) (?:an|a) (?:error|mistake|typo)|report an? (?:typo|error)|βρήκατε λάθος|открихте грешка|знайшли помилку|fehler (?:gefunden|entdeckt)|hata bildir)(?!\p{L})[^.!?]{0,60}(?:[?:].{0,160})?$/iu,
  // Filed under.
  /^(?:etiquetas|etichete|etiketler|štítky|témata|címkék|ετικέτες|tagi|tagit|schlagw[oö]rter|stichw[oö]rter|trefwoorden|mots[- ]clés|теги|метки|ключевые слова|ämnen|taggar|emner|emneord|aiheet|avainsanat|palavras-chave|parole chiave|argomenti|tópicos|temas|oznake|тагове)\s?[:：][^.!?]{0,120}$/iu,
  /^(?:με πληροφορίες (?:από|του|της)|cu informații (?:de la|din))(?!\p{L})[^.]{0,80}$/iu,
  /^(?:原文标题|原文標題|原题|原題|原标题|原標題|原题为|原題為|原标题为)\s?[:：].{0,80}$/u,
  /^(?:其他人也在看|大家都在看|大家还在看|更多新闻推荐|点我下载app.{0,40}|不用抽 ?不用搶.{0,60})$/iu,
  // Who signs: `（河州网 林舟）`.
  /^\p{Script=Han}{2,8}(?:网|網|报|報|社|台)\s\p{Script=Han}{2,4}$/u,
  /^(?:编者按|編者按|编者注)\s?[:：]本文(?:来自|转自|源自|选自|首发).{0,100}$/u,
]

/** "Support us", to the reader, in lower case; whoever is quoted says "them". */
const pleas =
  /(?:támogass minket|olvasóink támogatása nélkül|wesprzyj nas|podpořte nás|podporte nás|steun ons|sostienici|støt os|støtt oss|stöd oss|soutenez[- ]nous|unterstützen sie uns|unterstütze uns|apoie-nos|apoia-nos|apóyanos|hazte soci[oa]|susține-ne|στηρίξτε μας)(?!\p{L})/u
const longestLine = 240
const quoted = /["“”„«»‹›]/u

/** True for a line that a site says beside its articles, without the signs around it. */
export function isSaidBeside(plain: string): boolean {
  if (plain.length > longestLine) return false
  const bare = plain.replace(/^[\p{P}\p{S}\s]+/u, '').replace(/[)）\]】]+$/u, '')
  return lines.some((each) => each.test(bare)) || (pleas.test(plain.toLowerCase()) && !quoted.test(plain))
}
