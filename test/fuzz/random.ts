/** Random choices and damage for fuzzing: the seed that found a fault finds it again. */

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
