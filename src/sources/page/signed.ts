/** Finds who wrote a text that names them in a line at its head and tells of them at its end; for page.ts. */
import type { Block } from '../blocks.ts'

/** A line at the head, and a note at the end, are no farther from there. */
const headLength = 6
const tailLength = 3
const noted =
  /^(?<name>\p{Lu}[\p{L}.'’-]+(?: (?:\p{Ll}{2,3} )?\p{Lu}[\p{L}.'’-]+){1,3}) (?:is|was|has|lives|works|writes|teaches|ist|lebt|schreibt|est|vit|écrit|es|vive|escribe|è|scrive|jest|mieszka|é)\s/u

/** Returns the name, or null; `Petra Aldous is the author of …` below a text that begins with the line `Petra Aldous`. */
export function signedBelow(blocks: readonly Block[]): string | null {
  const head = blocks.slice(0, headLength).map(({ text }) => text.replace(/^by\s/iu, ''))
  for (const { text } of blocks.slice(-tailLength)) {
    const name = noted.exec(text)?.groups?.['name']
    if (name !== undefined && head.includes(name)) return name
  }
  return null
}
