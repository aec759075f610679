/** Knows the words for the halves of the day, by which a clock of twelve hours is told in many languages, for date-clock.ts. */

/** Patterns, each up to its end; the dots that people leave out are optional where the word is nothing else without them. */
const before12 = [
  String.raw`am a\.\s?m\.? πμ π\.μ\.? صباحاً? ص ق\.?ظ\.? öö sa ap\. пр\.\s?об\.? дп dop\. dopoledne dopoldne претпл\.?`,
  String.raw`(?:пр|по?пре)е?\s?подне pre\s?podne prije\s?podne priekšp(?:\.|usdienā) priešpiet e\sparadites p\.d\. f\.h\. vm\. vorm(?:\.|ittags)`,
  String.raw`morgens de\sla\smañana da\smanhã du\smatin पूर्वाह्न म\.?पू\.? পূর্বাহ্[নণ] முற்பகல் ಪೂರ್ವಾಹ್ನ ก่อนเที่ยง ກ່ອນທ່ຽງ ጥዋት ү\.ө\.? غ\.م\.?`,
]
const after12 = [
  String.raw`pm p\.\s?m\.? μμ μ\.μ\.? مساءً? م ب\.?ظ\.? ös ch ip\. сл\.\s?об\.? пп odp\. odpoledne pop\. popoldne попл\.?`,
  String.raw`по\s?подне po\s?podne poslije\s?podne pēcp(?:\.|usdienā) popiet e\spasdites? pasdite m\.d\. e\.h\. nm\. nachm(?:\.|ittags)`,
  String.raw`abends de\sla\s(?:tarde|noche) da\s(?:tarde|noite) du\ssoir de\sl.après-midi अपराह्न म\.?उ\.? অপরাহ্[নণ] பிற்பகல் ಅಪರಾಹ್ನ หลังเที่ยง ຫຼັງທ່ຽງ ከሰዓት`,
  String.raw`ү\.х\.? غ\.و\.? ptg`,
]
/** Those that stand before the hour. English ones are words of other languages in small letters. */
const leadingBefore12 = String.raw`AM 上午 凌晨 早上 早 午前 오전 de\. පෙ\.ව\. နံနက်`
const leadingAfter12 = String.raw`PM 下午 晚上 晚 傍晚 午後 오후 du\. ප\.ව\. ညနေ`

const either = (lists: readonly string[]) => lists.join(' ').split(' ').join('|')

/** The patterns of the words behind the hour, and of those before it. */
export const trailingHalf = `(?:${either([...before12, ...after12])})(?![\\p{L}\\p{M}])`
export const leadingHalf = `(?<![\\p{L}\\p{M}])(?:AM|PM|d[eu]\\.)|${either([leadingBefore12, leadingAfter12, '中午'])}`

const isBefore12 = new RegExp(`^(?:${either([...before12, leadingBefore12])})$`, 'iu')
const isAfter12 = new RegExp(`^(?:${either([...after12, leadingAfter12])})$`, 'iu')

/** Returns `hour` of a clock of twelve as one of twenty-four, as the word beside it says. */
export function hourOfDay(hour: number, half: string): number {
  const word = half.trim()
  if (isAfter12.test(word)) return hour < 12 ? hour + 12 : hour
  if (word === '中午') return hour < 6 ? hour + 12 : hour
  return hour === 12 && isBefore12.test(word) ? 0 : hour
}
