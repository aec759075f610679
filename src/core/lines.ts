/** Splits a stream of text into its lines, at line feeds alone: JSON may hold the other separators of Unicode. */

/** The lines of `pieces` without their line feeds; a last one without is a line too. */
export async function* splitLines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const piece of pieces) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}
