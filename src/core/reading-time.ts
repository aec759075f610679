/** How long a text takes to read, for labels and reading budgets. */

/** Silent reading: 238 words a minute in English (Brysbaert 2019, doi:10.1016/j.jml.2019.104047). */
const wordsPerMinute = 238
/** And about 260 characters a minute in Chinese (Trauzettel-Klosinski and Dietz 2012, doi:10.1167/iovs.11-8284). */
const charactersPerMinute = 260

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu
const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu

/** Minutes to read `text`, not rounded; scripts without spaces are counted by character, all others by word. */
export function readingMinutes(text: string): number {
  const characters = text.match(unspaced)?.length ?? 0
  const words = text.replace(unspaced, ' ').match(word)?.length ?? 0
  return characters / charactersPerMinute + words / wordsPerMinute
}
