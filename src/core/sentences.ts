/** Splits text into sentences for every script we meet; summaries, checks and message splitting build on it. */

/** Words whose full stop ends no sentence, lower-cased without the stop. */
const abbreviations = new Set(
  (
    'mr mrs ms dr prof sr jr st rev hon gen col capt lt sgt maj cmdr adm gov sen rep pres vs etc inc ltd co corp bros no nos vol vols ' +
    'p pp fig figs eq sec ch art al ed eds est approx dept univ assn ave blvd rd mt ft jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'mon tue tues wed thu thur thurs fri sat sun u.s u.k u.n e.u d.c a.m p.m i.e e.g cf ph.d m.d b.a m.a j.d ' +
    'z.b d.h bzw ca usw nr str abs hr fr dipl m mme mlle av bd sra srta ud uds núm pág г т.е т.д т.п руб млн млрд тыс им'
  ).split(' '),
)

/** A line without capitals that is shorter may be a heading or a fragment. */
const longestUncased = 80

/** Ends a sentence wherever it stands: full-width marks, Indic danda, Arabic, Armenian, Ethiopic, Khmer, Burmese stops. */
const wideEnd = /[。！？｡।॥؟۔።៕။…]/u
const narrowEnd = /[.!?]/u
const closing = /[”’"'」』）)》】\]»›]/u
const opening = /[“‘"'「『（(《【[«‹]/u

/** The sentences of `text`, trimmed, in order. A line is never joined with the next: headings and list entries stand alone. */
export function splitSentences(text: string): string[] {
  return text.split(/\n+/u).flatMap(splitLine)
}

function splitLine(line: string): string[] {
  const characters = Array.from(line)
  // Where a whole line has no capital, none can be asked of its sentences.
  const capitals = line.length < longestUncased || /\p{Lu}/u.test(line)
  const sentences: string[] = []
  let start = 0
  let depth = 0
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at]!
    if ('“「『（《【'.includes(character)) depth += 1
    else if ('”」』）》】'.includes(character)) depth = Math.max(0, depth - 1)
    if (!wideEnd.test(character) && !narrowEnd.test(character)) continue
    let end = at + 1
    while (end < characters.length && isEnd(characters[end]!)) end += 1
    let closed = end
    while (
      closed < characters.length &&
      closing.test(characters[closed]!) &&
      !startsQuote(characters, closed)
    )
      closed += 1
    const quotes = closed - end
    if (!endsHere(characters, { at, end, closed, insideQuote: depth - quotes > 0, capitals })) {
      at = end - 1
      continue
    }
    pushTrimmed(sentences, characters.slice(start, closed).join(''))
    depth = 0
    start = closed
    at = closed - 1
  }
  pushTrimmed(sentences, characters.slice(start).join(''))
  return sentences
}

const isEnd = (character: string): boolean => wideEnd.test(character) || narrowEnd.test(character)

/** A straight quote after a space opens the next sentence instead of closing this one. */
function startsQuote(characters: readonly string[], at: number): boolean {
  return /["']/u.test(characters[at]!) && at > 0 && /\s/u.test(characters[at - 1]!)
}

interface Stop {
  /** First mark, the place after the last one, and that after closing quotation marks. */
  at: number
  end: number
  closed: number
  insideQuote: boolean
  /** Whether sentences of this line begin with capitals. */
  capitals: boolean
}

function endsHere(characters: readonly string[], { at, end, closed, insideQuote, capitals }: Stop): boolean {
  const mark = characters[at]!
  const next = characters[closed]
  if (next === undefined) return true
  // Inside a quotation the sentence around it goes on, however many the quotation holds.
  if (insideQuote) return false
  if (mark === '…' || (mark === '.' && end - at >= 3))
    return /\s/u.test(next) ? startsSentence(characters, closed) : false
  if (wideEnd.test(mark)) return closed === end || !/[，,、；;：]/u.test(next)
  if (!/\s/u.test(next))
    return mark !== '.' && /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(next)
  // Texts taken apart into words put a space before the stop of a sentence, and of nothing else.
  if (at > 0 && /\s/u.test(characters[at - 1]!)) return true
  if (mark === '.' && end - at === 1 && isAbbreviation(characters, at)) return false
  return !capitals || startsSentence(characters, closed)
}

function startsSentence(characters: readonly string[], from: number): boolean {
  let at = from
  while (at < characters.length && (/\s/u.test(characters[at]!) || opening.test(characters[at]!))) at += 1
  const first = characters[at]
  return first === undefined || !/\p{Ll}/u.test(first)
}

/** Whether the full stop at `at` belongs to an abbreviation or an initial. */
function isAbbreviation(characters: readonly string[], at: number): boolean {
  let start = at
  while (start > 0 && /[\p{L}\p{M}.]/u.test(characters[start - 1]!)) start -= 1
  const word = characters.slice(start, at).join('')
  if (/^\p{Lu}$/u.test(word)) return true
  const known = abbreviations.has(word.toLowerCase())
  if (!known) return false
  // "in the U.S. The court" ends a sentence; "the U.S. court" and "Mr. Chen" do not.
  return (
    !/^(?:u\.s|u\.k|u\.n|e\.u|d\.c|a\.m|p\.m|inc|ltd|co|corp|etc|jr|sr)$/u.test(word.toLowerCase()) ||
    !startsWithCommonOpener(characters, at + 1)
  )
}

const openers = new Set([
  'the',
  'a',
  'an',
  'it',
  'he',
  'she',
  'they',
  'we',
  'i',
  'in',
  'on',
  'at',
  'but',
  'and',
  'this',
  'that',
  'these',
  'those',
  'his',
  'her',
  'its',
  'their',
  'there',
  'when',
  'if',
  'as',
  'for',
  'after',
  'before',
  'while',
  'however',
  'meanwhile',
  'by',
  'with',
  'to',
  'what',
  'how',
  'why',
  'some',
  'many',
  'most',
  'no',
  'not',
  'now',
  'last',
])

function startsWithCommonOpener(characters: readonly string[], from: number): boolean {
  const rest = characters
    .slice(from, from + 24)
    .join('')
    .trimStart()
    .replace(/^["“‘'(]+/u, '')
  const word = /^\p{Lu}\p{L}*/u.exec(rest)?.[0]
  return word !== undefined && openers.has(word.toLowerCase())
}

function pushTrimmed(sentences: string[], text: string): void {
  const trimmed = text.trim()
  if (trimmed !== '') sentences.push(trimmed)
}
