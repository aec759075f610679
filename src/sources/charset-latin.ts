/** Tells the charsets of Latin letters apart by the languages that their readings could be in, for charset-guess.ts. */
import iconv from 'iconv-lite'

/** The letters beyond ASCII of each language, the commonest first. */
const western = [
  'éèàêçôîûâïëùœüöäáóíñæÿ',
  'üäößé',
  'óíáéñúü¿¡',
  'ãçáéíóêâõúôàü',
  'èàùòéìíî',
  'éëïóèöüêáç',
  'äöåéüà',
  'åøæéòôüó',
  'áíðéóöúþæý',
  'àéèçíóòïúü·',
  'äõüöšž',
  'ëçé',
  'áéíóú',
]
const croatian = 'čžšćđ'
const slovene = 'čšžé'
const polish = 'łęóążśćńź'
const hungarian = 'áéöóőüíúű'
const czech = 'íáěéřčýšžůúťňďó'
const slovak = 'áíčéýžúšľťôóňäďĺŕěř'
const central = [polish, czech, slovak, hungarian, 'ăîâşţé', croatian, slovene]
const baltic = ['ėšųžįąčęū', 'āīēšūļķņžģč', 'äõüöšž']
const turkish = ['ıüşğçöiâî\u0307']
const vietnamese = ['\u0301\u0300\u0323ôđưâêơăáà\u0309\u0303íúéóèùòìãõýạ']

/** What each charset is written for, and how rare it is beside windows-1252: letters of evidence that it asks for. */
const charsets: Readonly<Record<string, readonly [languages: readonly string[], rarity: number]>> = {
  'windows-1252': [western, 0],
  'iso-8859-15': [western, 4],
  'windows-1250': [central, 5],
  'iso-8859-2': [central, 5],
  'windows-1254': [turkish, 5],
  'windows-1257': [baltic, 5],
  'iso-8859-13': [baltic, 6],
  'iso-8859-4': [baltic, 9],
  'iso-8859-10': [baltic, 9],
  'iso-8859-16': [['ăîâșțé', polish, hungarian, croatian, slovene], 9],
  'iso-8859-3': [['ġħżċàù', 'ĉĝŝŭĵĥ', ...turkish], 9],
  'windows-1258': [vietnamese, 9],
  macintosh: [western, 9],
  cp850: [western, 9],
  cp437: [western, 9],
  cp852: [central, 9],
  maccenteuro: [central, 9],
  cp775: [baltic, 12],
  cp857: [turkish, 12],
}

/** Enough to tell; more only costs time. */
const mostLetters = 2000
const sampleBytes = 65_536
/** Fewer letters beyond ASCII, or one letter again and again, could be anything. */
const fewest = 4

/** Costs are negative logarithms of how likely a character is; these two are of what a text hardly has. */
const foreign = 7
const misplaced = 8
const plainSign = 2.5
const capital = 1

/** What prose has beside words; who leaves out the blanks has the second kind between letters too. */
const sign = /^[«»“”„‚‘‹›•°©®™€£¥§ªº²³½¼±×¿¡…–—’·\u00A0\u00AD†‰]$/u
const between = /^[–—’…·\u00A0\u00AD]$/u
const opening = /^[‚„‹ˆ˜]$/u
const letter = /^(?![ªºµƒ])[\p{Lu}\p{Ll}\p{Mn}]$/u

/** How much each letter costs in a language: those further down are rarer by Zipf's law. */
const costsOf = (alphabet: string): ReadonlyMap<string, number> => {
  const letters = Array.from(alphabet)
  const all = letters.reduce((sum, _, rank) => sum + 1 / (rank + 1), 0)
  return new Map(letters.map((each, rank) => [each, Math.log((rank + 1) * all)]))
}

interface Candidate {
  charset: string
  rarity: number
  /** The characters behind the bytes 80 to FF. */
  table: readonly string[]
  languages: readonly ReadonlyMap<string, number>[]
}

let candidates: readonly Candidate[] | null = null

const upperHalf = Array.from({ length: 128 }, (_, index) => Buffer.from([index + 0x80]))

function listCandidates(): readonly Candidate[] {
  candidates ??= Object.entries(charsets).map(([charset, [languages, rarity]]) => ({
    charset,
    rarity,
    table: upperHalf.map((byte) => iconv.decode(byte, charset)),
    languages: languages.map(costsOf),
  }))
  return candidates
}

/**
 * Returns the charset in which `bytes` are the likeliest text of one of its languages; null where that is windows-1252
 * or nothing stands out.
 */
export function guessLatin(bytes: Uint8Array): string | null {
  const places: number[] = []
  const seen = new Set<number>()
  for (let at = 0; at < bytes.length && at < sampleBytes && places.length < mostLetters; at++)
    if (bytes[at]! >= 0x80) {
      places.push(at)
      seen.add(bytes[at]!)
    }
  if (places.length < fewest || seen.size < 2) return null
  let best = { charset: '', cost: Number.POSITIVE_INFINITY }
  for (const candidate of listCandidates()) {
    const cost = costOf(bytes, places, candidate) + candidate.rarity
    if (cost < best.cost) best = { charset: candidate.charset, cost }
  }
  return best.charset === 'windows-1252' ? null : best.charset
}

/** What the characters at `places` cost in the language that fits best. */
function costOf(bytes: Uint8Array, places: readonly number[], { table, languages }: Candidate): number {
  const characterAt = (at: number): string => {
    const byte = bytes[at]
    return byte === undefined ? '' : byte < 0x80 ? String.fromCharCode(byte) : table[byte - 0x80]!
  }
  const costs = languages.map(() => 0)
  let shared = 0
  for (const at of places) {
    const [before, mark, after] = [characterAt(at - 1), characterAt(at), characterAt(at + 1)]
    const small = mark.toLowerCase()
    if (!letter.test(mark) && !/[¿¡]/u.test(mark)) shared += costOfSign(mark, before, after)
    else if (!isWellPlaced(mark, before, after)) shared += misplaced
    else {
      shared += small === mark ? 0 : capital
      for (const [index, language] of languages.entries()) costs[index]! += language.get(small) ?? foreign
    }
  }
  return shared + Math.min(...costs)
}

function costOfSign(mark: string, before: string, after: string): number {
  if (!sign.test(mark)) return misplaced
  const isWithin =
    /\p{L}/u.test(before) && !between.test(mark) && (opening.test(mark) || /\p{L}/u.test(after))
  return isWithin ? misplaced : plainSign
}

/** No capital stands behind a small letter, no small letter before a capital, and neither in a number. */
function isWellPlaced(mark: string, before: string, after: string): boolean {
  if (/\p{N}/u.test(before + after)) return false
  if (/[¿¡]/u.test(mark)) return !/\p{L}/u.test(before)
  return mark === mark.toLowerCase()
    ? !/\p{Lu}/u.test(after) || /\p{Lu}/u.test(before)
    : !/\p{Ll}/u.test(before)
}
