/** Repeatable randomness for fuzzing: the seed that found a fault finds it again. */

/** Returns a source of numbers from 0 up to 1 (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Returns a whole number from 0 up to, not including, `below`. */
export function pick(random: () => number, below: number): number {
  return Math.floor(random() * below)
}

/** Returns `bytes` with a few changes: bits flipped, parts cut, doubled, moved, pieces of `tokens` put in. */
export function mutate(bytes: Uint8Array, random: () => number, tokens: readonly string[]): Uint8Array {
  let mutated: Uint8Array = bytes.slice()
  for (let change = 1 + pick(random, 6); change > 0; change--) {
    const at = pick(random, mutated.length + 1)
    const end = Math.min(mutated.length, at + 1 + pick(random, 200))
    const before = mutated.subarray(0, at)
    const part = mutated.subarray(at, end)
    const after = mutated.subarray(end)
    const token = Buffer.from(tokens[pick(random, tokens.length)] ?? '')
    const noise = Uint8Array.from({ length: 1 + pick(random, 8) }, () => pick(random, 256))
    const choices = [
      [before, after],
      [before, part, part, after],
      [before, token, part, after],
      [before, noise, after],
      [before],
      [after, before, part],
    ]
    mutated = Uint8Array.from(Buffer.concat(choices[pick(random, choices.length)]!))
  }
  return mutated
}
