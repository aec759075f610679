/** Reads an answer while it is being written: tells its value each time a further object in it is whole, never a half one. */
import { parseLooseJson } from './json.ts'

/** Returns a function that takes the answer's text so far and tells what of it is whole; a text that begins anew is read anew. */
export function tellWholeParts(tell: (value: unknown) => void): (soFar: string) => void {
  let read = ''
  let inString = false
  let escaped = false
  return (soFar) => {
    if (!soFar.startsWith(read)) {
      read = ''
      inString = false
      escaped = false
    }
    let end = -1
    let at = read.length
    read = soFar
    for (; at < soFar.length; at += 1) {
      const letter = soFar[at]
      if (escaped) escaped = false
      else if (inString && letter === '\\') escaped = true
      else if (letter === '"') inString = !inString
      else if (letter === '}' && !inString) end = at + 1
    }
    if (end < 0) return
    try {
      tell(parseLooseJson(soFar.slice(0, end)).value)
    } catch (error) {
      // Not yet, or never: the whole answer will be read and judged.
      if (!(error instanceof SyntaxError)) throw error
    }
  }
}
