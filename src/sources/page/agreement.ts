/** Measures how far two readings of one page agree. */

const tokens = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[\p{L}\p{N}\p{M}]+/gu

/** F1 of the words (each Han, kana or Hangul sign counts as one) of two texts as bags, 0 to 1. */
export function tokenF1(one: string, other: string): number {
  const bag = new Map<string, number>()
  let left = 0
  for (const [token] of one.toLowerCase().matchAll(tokens)) {
    bag.set(token, (bag.get(token) ?? 0) + 1)
    left += 1
  }
  let right = 0
  let shared = 0
  for (const [token] of other.toLowerCase().matchAll(tokens)) {
    right += 1
    const count = bag.get(token) ?? 0
    if (count === 0) continue
    shared += 1
    bag.set(token, count - 1)
  }
  return left + right === 0 ? 1 : (2 * shared) / (left + right)
}
