/** Reads the JSON that models write: fenced, thought about, talked around, with trailing commas, or cut off in the middle. */

export interface LooseJson {
  value: unknown
  /** False where the text ended before the JSON did; what was complete by then is in `value`. */
  complete: boolean
}

/** How deep values may nest; deeper is no answer of ours but an attempt to exhaust the stack. */
const deepest = 32

/** The first JSON object in `text`, repaired. Throws SyntaxError where there is none. */
export function parseLooseJson(text: string): LooseJson {
  const spoken = text
    .replace(/<think(?:ing)?>[\s\S]*?<\/think(?:ing)?>/giu, '')
    .replace(/^[\s\S]*<\/think(?:ing)?>/iu, '')
  let failure = new SyntaxError('it holds no JSON object')
  for (
    let at = spoken.indexOf('{'), tries = 0;
    at !== -1 && tries < 8;
    at = spoken.indexOf('{', at + 1), tries += 1
  ) {
    try {
      const cursor: Cursor = { text: spoken, at, cut: false }
      return { value: readValue(cursor, 0), complete: !cursor.cut }
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      if (tries === 0) failure = error
    }
  }
  throw failure
}

interface Cursor {
  text: string
  at: number
  /** Set once the text has ended inside a value. */
  cut: boolean
}

/** Stands for a value that the end of the text cut off. */
const missing = Symbol('missing')

function readValue(cursor: Cursor, depth: number): unknown {
  if (depth > deepest) throw new SyntaxError('the JSON is nested too deep')
  skipBlank(cursor)
  const first = cursor.text[cursor.at]
  if (first === undefined) {
    cursor.cut = true
    return missing
  }
  if (first === '{') return readObject(cursor, depth)
  if (first === '[') return readArray(cursor, depth)
  const quote = closingQuotes[first]
  if (quote) return readString(cursor, quote)
  return readWord(cursor)
}

function readObject(cursor: Cursor, depth: number): Record<string, unknown> {
  const entries: [string, unknown][] = []
  cursor.at += 1
  while (!closes(cursor, '}')) {
    const key = readKey(cursor)
    skipBlank(cursor)
    if (cursor.text[cursor.at] === ':' || cursor.text[cursor.at] === '：') cursor.at += 1
    else if (cursor.at < cursor.text.length) throw new SyntaxError(`expected ":" after ${String(key)}`)
    const value = key === missing ? missing : readValue(cursor, depth + 1)
    if (key !== missing && value !== missing) entries.push([String(key), value])
    skipComma(cursor, '}')
  }
  return Object.fromEntries(entries)
}

function readArray(cursor: Cursor, depth: number): unknown[] {
  const values: unknown[] = []
  cursor.at += 1
  while (!closes(cursor, ']')) {
    const value = readValue(cursor, depth + 1)
    // An element that the end cut through is half a thing: a bullet without its end would pass for a whole one.
    if (value !== missing && !cursor.cut) values.push(value)
    skipComma(cursor, ']')
  }
  return values
}

/** Whether the container ends here; the end of the text ends everything. */
function closes(cursor: Cursor, mark: string): boolean {
  skipBlank(cursor)
  if (cursor.at >= cursor.text.length) {
    cursor.cut = true
    return true
  }
  if (cursor.text[cursor.at] !== mark) return false
  cursor.at += 1
  return true
}

function skipComma(cursor: Cursor, mark: string): void {
  skipBlank(cursor)
  const next = cursor.text[cursor.at]
  if (next === ',' || next === '，') cursor.at += 1
  else if (next !== undefined && next !== mark && !'"“{['.includes(next))
    throw new SyntaxError(
      `expected "," or "${mark}" before ${JSON.stringify(cursor.text.slice(cursor.at, cursor.at + 20))}`,
    )
}

function skipBlank(cursor: Cursor): void {
  const blank = /(?:\s|\/\/[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*/uy
  blank.lastIndex = cursor.at
  blank.exec(cursor.text)
  cursor.at = blank.lastIndex
}

const closingQuotes: Record<string, string> = { '"': '"', "'": "'", '“': '”' }

function readKey(cursor: Cursor): unknown {
  const quote = closingQuotes[cursor.text[cursor.at]!]
  if (quote) return readString(cursor, quote)
  const bare = /[\p{L}_][\p{L}\p{N}_-]*/uy
  bare.lastIndex = cursor.at
  const match = bare.exec(cursor.text)
  if (!match)
    throw new SyntaxError(
      `expected a key before ${JSON.stringify(cursor.text.slice(cursor.at, cursor.at + 20))}`,
    )
  cursor.at = bare.lastIndex
  return match[0]
}

const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' }

function readString(cursor: Cursor, quote: string): unknown {
  let value = ''
  for (cursor.at += 1; cursor.at < cursor.text.length; cursor.at += 1) {
    const unit = cursor.text[cursor.at]!
    if (unit === quote && endsString(cursor, quote)) {
      cursor.at += 1
      return value
    }
    if (unit !== '\\') {
      value += unit
      continue
    }
    cursor.at += 1
    const escape = cursor.text[cursor.at]
    const code = escape === 'u' ? /^[\da-f]{4}/iu.exec(cursor.text.slice(cursor.at + 1, cursor.at + 5)) : null
    if (code) {
      value += String.fromCharCode(Number.parseInt(code[0], 16))
      cursor.at += 4
    } else if (escape !== undefined) value += escapes[escape] ?? escape
  }
  cursor.cut = true
  return missing
}

/** A quotation mark inside a text that the model forgot to escape is not followed by what follows a JSON string. */
function endsString(cursor: Cursor, quote: string): boolean {
  if (quote === '”') return true
  return /^\s*(?:$|[,:}\]，：])/u.test(cursor.text.slice(cursor.at + 1, cursor.at + 40))
}

const words = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['none', null],
  ['undefined', null],
])

function readWord(cursor: Cursor): unknown {
  const bare = /[^\s,，:{}[\]"]+/uy
  bare.lastIndex = cursor.at
  const word = bare.exec(cursor.text)?.[0]
  if (word === undefined)
    throw new SyntaxError(
      `expected a value before ${JSON.stringify(cursor.text.slice(cursor.at, cursor.at + 20))}`,
    )
  cursor.at += word.length
  if (cursor.at >= cursor.text.length) {
    cursor.cut = true
    return missing
  }
  const known = words.get(word.toLowerCase())
  if (known !== undefined) return known
  const number = Number(word)
  if (Number.isNaN(number)) throw new SyntaxError(`${word} is no JSON value`)
  return number
}
