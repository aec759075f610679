/** Splits XML or HTML, however broken, into tags and text: by searching, since most of a feed is text. */

/** What `scan` finds; all positions are in its text. Who returns a position says where to go on, -1 for "behind it". */
export interface Handlers {
  text: (start: number, end: number) => void
  cdata: (start: number, end: number) => number
  /** `attributes` are as written, the first of each name, null for none; `end` is behind the tag. */
  open: (name: string, attributes: Attributes, selfClosing: boolean, end: number) => number
  close: (name: string) => void
  declaration?: (start: number, end: number) => void
}

export type Attributes = ReadonlyMap<string, string> | null

const mostAttributes = 64
const lessThan = 60
const greaterThan = 62
const slash = 47
const equals = 61
/** A quoted value that runs on over the end of its line into other tags has lost its closing quote. */
const lostQuote = />\s*\n\s*<\/?[a-z]/iu
const unlikeName = /[^\w.:\-\u0080-\u{10FFFF}]/u
/** So has an address, a number or a word that runs on into tags. */
const lostBehindWord = /^(?:(?:[a-z]+:\/\/|[/#])[^\s<>]*|\w+)>/iu
const longestSearched = 2000
const isDeclared = /[\p{L}[\-%>]/u

/** What is being split, and by whom each piece is taken. */
interface Reading {
  text: string
  on: Handlers
  /** What was found last for each end: megabytes of beginnings must not each search to the end. */
  ends: Map<string, number>
}

/** Calls `on` for all there is in `text`, in order and in linear time. In HTML a tag's name begins with a to z only. */
export function scan(text: string, on: Handlers, { html = false } = {}): void {
  const reading: Reading = { text, on, ends: new Map() }
  let from = 0
  let at = text.indexOf('<')
  while (at >= 0) {
    const next = text.charCodeAt(at + 1)
    if (!startsMarkup(next, html ? '' : text, at)) {
      at = text.indexOf('<', at + 1)
      continue
    }
    if (at > from) on.text(from, at)
    const read = next === 33 || next === 63 ? readDeclaration : next === slash ? readEnd : readStart
    from = read(reading, at)
    at = text.indexOf('<', from)
  }
  if (text.length > from) on.text(from, text.length)
}

function find({ text, ends }: Reading, end: string, start: number): number {
  const known = ends.get(end)
  if (known !== undefined && (known < 0 || known >= start)) return known
  const position = text.indexOf(end, start)
  ends.set(end, position)
  return position
}

/** Reads what begins with `<!` or `<?`; this and the functions that follow return where to go on. */
function readDeclaration(reading: Reading, start: number): number {
  const { text, on } = reading
  if (text.startsWith('<!--', start)) {
    const end = find(reading, '-->', start + 4)
    return end < 0 ? behindEndless(reading, start) : end + 3
  }
  if (text[start + 2] === '[' && /^CDATA\[$/iu.test(text.slice(start + 3, start + 9))) {
    const end = find(reading, ']]>', start + 9)
    const resumed = on.cdata(start + 9, end < 0 ? text.length : end)
    return resumed >= 0 ? resumed : end < 0 ? text.length : end + 3
  }
  if (text.startsWith('<?', start)) return readInstruction(reading, start)
  const end = find(reading, '>', start + 2)
  // What never ends or has no name was meant to be read.
  if (end < 0 || !isDeclared.test(text.charAt(start + 2))) {
    on.text(start, start + 2)
    return start + 2
  }
  on.declaration?.(start + 2, end)
  return end + 1
}

/** A comment that never ends hides no tag behind it. */
function behindEndless(reading: Reading, start: number): number {
  const end = find(reading, '>', start + 4)
  const tag = reading.text.indexOf('<', start + 4)
  return end < 0 || (tag >= 0 && tag < end) ? start + 4 : end + 1
}

/** An instruction that forgets its `?>` would swallow the document. */
function readInstruction(reading: Reading, start: number): number {
  const { text } = reading
  const end = find(reading, '?>', start + 2)
  const tag = text.indexOf('<', start + 2)
  const forgotten = tag >= 0 && (end < 0 || tag < end) ? text.slice(start, tag).lastIndexOf('>') : -1
  if (forgotten >= 0) return start + forgotten + 1
  return end < 0 ? start + 2 : end + 2
}

function readEnd({ text, on }: Reading, start: number): number {
  const nameStart = behindBlanks(text, start + 2)
  let end = endOfTagName(text, nameStart)
  if (end >= text.length) return text.length
  if (end > nameStart) on.close(text.slice(nameStart, end))
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end)
    if (code === greaterThan) return end + 1
    if (code === lessThan) return end
  }
  return text.length
}

function readStart(reading: Reading, start: number): number {
  const { text, on } = reading
  let end = endOfTagName(text, start + 2)
  const name = text.slice(start + 1, end)
  // `a <b) and <ann@site.example>`: no such tag was ever meant.
  if (unlikeName.test(name)) {
    on.text(start, start + 1)
    return start + 1
  }
  if (text.charCodeAt(end) === greaterThan) {
    const resumed = on.open(name, null, false, end + 1)
    return resumed < 0 ? end + 1 : resumed
  }
  const attributes = new Map<string, string>()
  for (;;) {
    end = behindBlanks(text, end)
    // A tag cut off at the end of the text says nothing.
    if (end >= text.length) return text.length
    const selfClosing = text.charCodeAt(end) === slash
    if (selfClosing) {
      end = behindBlanks(text, end + 1)
      if (text.charCodeAt(end) !== greaterThan) continue
    }
    const code = text.charCodeAt(end)
    if (code === greaterThan || code === lessThan) {
      const behind = code === lessThan ? end : end + 1
      const resumed = on.open(name, attributes.size === 0 ? null : attributes, selfClosing, behind)
      return resumed < 0 ? behind : resumed
    }
    end = readAttribute(reading, end, attributes)
  }
}

function readAttribute(reading: Reading, start: number, attributes: Map<string, string>): number {
  const { text } = reading
  let end = start + 1
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end)
    if (code === equals || code === greaterThan || code === slash || isBlank(code)) break
  }
  const name = text.slice(start, end)
  const add = (value: string) => {
    if (attributes.size < mostAttributes && !attributes.has(name)) attributes.set(name, value)
  }
  end = behindBlanks(text, end)
  if (text.charCodeAt(end) !== equals) {
    add('')
    return end
  }
  end = behindBlanks(text, end + 1)
  const quote = text[end]
  if (quote === '"' || quote === "'") {
    const close = find(reading, quote, end + 1)
    const value = text.slice(end + 1, close < 0 ? text.length : close)
    const lost = close < 0 ? value.indexOf('>') : value.includes('<') ? endOfLostQuote(value) : -1
    if (lost >= 0) {
      add(value.slice(0, lost))
      return end + 1 + lost
    }
    add(value)
    return close < 0 ? text.length : close + 1
  }
  const valueStart = end
  while (end < text.length && text.charCodeAt(end) !== greaterThan && !isBlank(text.charCodeAt(end))) end += 1
  add(text.slice(valueStart, end))
  return end
}

function endOfTagName(text: string, start: number): number {
  let end = start
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end)
    if (code === greaterThan || code === slash || code === lessThan || isBlank(code)) break
  }
  return end
}

function behindBlanks(text: string, start: number): number {
  let at = start
  while (isBlank(text.charCodeAt(at))) at += 1
  return at
}

/** Where a value ends that runs on into tags; -1 for one that may well hold them. */
function endOfLostQuote(value: string): number {
  const start = value.slice(0, longestSearched)
  return lostBehindWord.test(start) ? start.indexOf('>') : start.search(lostQuote)
}

/** The no-break and the ideographic blank are none in XML, but nobody means them as part of a name. */
function isBlank(code: number): boolean {
  return code === 32 || (code <= 13 && code >= 9 && code !== 11) || code === 0xa0 || code === 0x3000
}

/** `1 <2` and `<3` in careless text start no tag. */
function startsMarkup(code: number, text: string, at: number): boolean {
  if ((code >= 97 && code <= 122) || code === slash) return true
  if (code < 128) return (code >= 65 && code <= 90) || code === 33 || code === 63 || code === 95
  return /\p{L}/u.test(String.fromCodePoint(text.codePointAt(at + 1) ?? 0))
}
