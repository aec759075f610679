/** Reads JSON with faults in it as a person would, for the feeds in JSON that a strict reader refuses. */

import { isRecord } from '../../core/is-record.ts'
import {
  behindElement,
  behindField,
  behindName,
  blanks,
  closingQuotes,
  constants,
  firstField,
  literal,
  nameHere,
  oneWord,
  quotedName,
  unescaped,
} from './json-marks.ts'

type Fields = Record<string, unknown>
type Opening = '{' | '['
type IsNext = (next: string | undefined) => boolean

/** No feed nests deeper; what opens deeper is passed over. */
const deepest = 60
/** Returns the value that `text` holds up to its last brace or bracket, read strictly if it can be. Never throws. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.slice(0, Math.max(text.lastIndexOf('}'), text.lastIndexOf(']')) + 1))
  } catch {
    return parseLooseJson(text)
  }
}

/**
 * Returns what `text` holds from its first brace or bracket on; numbers as they are written. Commas, colons, quotes
 * and brackets may be missing, too many or of another kind, texts may hold quotes and line breaks, comments may stand
 * anywhere, and the text may break off: an unfinished element of a list is left out. Takes time in proportion to the
 * text; never throws.
 */
function parseLooseJson(text: string): unknown {
  let at = Math.max(0, text.search(/[[{]/u))
  let isCut = false
  const open: Opening[] = []
  /** What began the object that ended last, or the last one of the list: software writes all of a list in one order. */
  let begunBy: string | undefined

  const match = (pattern: RegExp, from: number) => {
    pattern.lastIndex = from
    return pattern.exec(text)
  }
  const nameAt = (found: RegExpExecArray | null) => found?.[1] ?? found?.[2] ?? found?.[3]

  function skip(alsoCommas: boolean): string {
    for (;;) {
      const found = match(blanks, at)?.[0]
      if (found === '/*') {
        const end = text.indexOf('*/', at)
        at = end < 0 ? text.length : end + 2
      } else if (found !== undefined) at += found.length
      else if (alsoCommas && /[,;，]/u.test(text.charAt(at))) at++
      else return text.charAt(at)
    }
  }

  function readValue(isField: boolean): unknown {
    begunBy = undefined
    const character = skip(false)
    if (character === '{' || character === '[') {
      at++
      if (open.length >= deepest) return null
      return character === '{' ? readObject() : readList([])
    }
    if (/^[}\],;，]?$/u.test(character)) return null
    const found = match(literal, at)?.[0]
    if (found !== undefined) {
      at += found.length
      const lower = found.toLowerCase()
      return constants.has(lower) ? constants.get(lower) : found
    }
    // A name in place of a value: the brace before it was lost.
    if (isField && open.length < deepest && match(quotedName, at)) return readObject()
    const closing = closingQuotes[character]
    if (closing !== undefined) at++
    return readString(closing ?? '"', isField ? behindField : behindElement)
  }

  /** Reads up to the quote behind which JSON goes on, or up to the name that shows that there was to be one. */
  function readString(closing: string, behind: RegExp): string {
    const start = at
    for (let end = text.indexOf(closing, at); end >= 0; end = text.indexOf(closing, end + 1)) {
      if (isEscaped(end, start)) continue
      if (match(behind, end + 1)) {
        at = end + 1
        return unescaped(text.slice(start, end))
      }
      const last = startOfRun(end, start)
      if (/[,{\n]/u.test(text.slice(last, end)) && match(quotedName, end)) {
        at = last
        return unescaped(text.slice(start, last))
      }
    }
    const last = startOfRun(text.length, start)
    at = last < text.length && fits(open, last) ? last : text.length
    return unescaped(text.slice(start, at))
  }

  function isEscaped(position: number, start: number): boolean {
    let from = position
    while (from > start && text.charAt(from - 1) === '\\') from--
    return (position - from) % 2 === 1
  }

  /** Where the blanks, commas and brackets begin that end at `end`. */
  function startOfRun(end: number, start: number): number {
    let from = end
    while (from > start && /[\s,{}[\]]/u.test(text.charAt(from - 1))) from--
    return from
  }

  function readObject(): Fields {
    const fields: Fields = {}
    let firstName: string | undefined
    let last: { name: string; begunBy: string | undefined } | undefined
    let hasNameless = false
    open.push('{')
    for (let character = skip(true); ; character = skip(true)) {
      if (character === '') isCut = true
      else if (character === '}') at++
      else if (character === ']') {
        const meaning = meaningOf(hasNameless, (next) => next === undefined || !Object.hasOwn(fields, next))
        if (meaning !== 'lost') at++
        if (meaning === 'stray') continue
      } else if (character === '{') {
        if (last?.begunBy !== undefined && last.begunBy === nameAt(match(firstField, at))) {
          const begun = fields[last.name]
          fields[last.name] = readList(Array.isArray(begun) ? begun : [begun], last.begunBy)
        } else if (last && open.at(-2) === '[') break
        else at++
        continue
      } else {
        const field = readField(fields, character)
        if (field === undefined) hasNameless = true
        else {
          firstName ??= field
          last = { name: field, begunBy }
        }
        continue
      }
      break
    }
    open.pop()
    begunBy = firstName
    return fields
  }

  function readField(fields: Fields, character: string): string | undefined {
    const found = match(nameHere, at)
    let field = nameAt(found)
    at += (found ?? match(oneWord, at))?.[0].length ?? 1
    const closing = closingQuotes[character]
    if (field === undefined && closing !== undefined) {
      const other = readString(closing, behindName)
      const sign = match(behindName, at)
      if (sign) field = other
      at += sign?.[0].length ?? 0
    }
    if (field === undefined) return undefined
    const value = readValue(true)
    // The only name that would do more than name a field.
    if (field !== '__proto__') fields[field] = value
    return field
  }

  function readList(elements: unknown[], firstName?: string): unknown[] {
    let first = firstName
    open.push('[')
    for (let character = skip(true); ; character = skip(true)) {
      if (character === '') isCut = true
      else if (character === ']') at++
      else if (character === '}') {
        const meaning = meaningOf(false, (next) => next === first)
        if (meaning !== 'lost') at++
        if (meaning === 'stray') continue
      } else {
        const bare = match(quotedName, at) ? nameAt(match(nameHere, at)) : undefined
        if (bare === undefined || elements.length === 0 || bare === first) {
          const element = bare === undefined ? readValue(false) : readObject()
          if (!isCut || !isRecord(element)) elements.push(element)
          first = begunBy
          continue
        }
      }
      break
    }
    open.pop()
    begunBy = first
    return elements
  }

  /**
   * Tells what a closing bracket of the other kind is: one too many, the wrong one, or the next one, behind one that was
   * lost. Whatever lets the brackets behind it fit.
   */
  function meaningOf(isLikelyStray: boolean, isNext: IsNext): 'stray' | 'wrong' | 'lost' {
    let before = at - 1
    while (/\s/u.test(text.charAt(before))) before--
    const isDoubled = text.charAt(before) === text.charAt(at)
    const isStray = fits(open, at + 1, isNext)
    if (isStray && (isLikelyStray || isDoubled)) return 'stray'
    const outer = open.slice(0, -1)
    if (fits(outer, at + 1)) return 'wrong'
    return isStray && !fits(outer, at) ? 'stray' : 'lost'
  }

  function fits(around: readonly Opening[], from: number, isNext?: IsNext): boolean {
    const left = [...around]
    for (let position = from; ; position++) {
      const character = text.charAt(position)
      if (character === '') return left.length === 0
      if (character === '}' || character === ']') {
        if (left.pop() !== (character === '}' ? '{' : '[')) return false
      } else if (/\S/u.test(character)) {
        if (character !== ',' || left.length === 0) return false
        const next = position + 1 + /^\s*/u.exec(text.slice(position + 1, position + 200))![0].length
        const inner = nameAt(match(firstField, next))
        const own = nameAt(match(nameHere, next))
        const isRight = left.at(-1) === '[' ? inner !== undefined : own !== undefined
        return isRight && (left.length < around.length || !isNext || isNext(inner ?? own))
      }
    }
  }

  return readValue(false)
}
