/** Turns text into the terms that search, topics, stories and summaries compare: words, and pairs of Han or kana. */

/** Scripts written without spaces, whose words are taken as overlapping pairs of characters. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]/u
const term =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]+|[\p{L}\p{M}\p{N}]+(?:['’.·-](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*|\p{Extended_Pictographic}/gu
/** Longer words are no words: hashes, keys, padding. */
const longestWord = 64

/** One spelling for what reads the same: NFKC, lower case, plain apostrophes. */
export function normalizeText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll('’', "'")
}

/**
 * The terms of `text` in order: lower-cased words of spaced scripts, overlapping pairs of Han and kana characters
 * (a single one stands alone), and emoji. Mixed runs such as "AI芯片" are split at the change of script.
 */
export function tokenize(text: string): string[] {
  const normal = normalizeText(text)
  const found = normal.match(term) ?? []
  // Most texts have none of these scripts, and one look costs less than one for each word.
  if (!unspaced.test(normal)) return found.filter((word) => word.length <= longestWord)
  const terms: string[] = []
  for (const match of found) {
    if (unspaced.test(match)) addMixed(terms, match)
    else if (match.length <= longestWord) terms.push(match)
  }
  return terms
}

const runs =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]+/gu

function addMixed(terms: string[], match: string): void {
  for (const run of match.match(runs)!) {
    if (!unspaced.test(run)) {
      const word = run.replace(/^['’.·-]+|['’.·-]+$/gu, '')
      if (word !== '' && word.length <= longestWord) terms.push(word)
      continue
    }
    let last = ''
    for (const character of run) {
      if (last !== '') terms.push(last + character)
      last = character
    }
    if (last.length === run.length) terms.push(run)
  }
}
