/** Splits a Markdown post into its front matter and its body, and reads the first without ever running it. */
import { parse as parseToml } from 'smol-toml'
import { parseDocument } from 'yaml'

export interface FrontMatter {
  /** Keys in lower case without `-` and `_`; values as the format gave them. Empty where there is none. */
  fields: ReadonlyMap<string, unknown>
  body: string
}

type Format = 'yaml' | 'toml' | 'json' | 'none'

const fences: [RegExp, string, Format][] = [
  [/^---[ \t]*(?:yaml|yml)?[ \t]*$/iu, '---', 'yaml'],
  // Hexo closes by as many as it opens with.
  ...['----', '-----', '------'].map((fence): [RegExp, string, Format] => [
    new RegExp(`^${fence}[ \\t]*$`, 'u'),
    fence,
    'yaml',
  ]),
  [/^---[ \t]*toml[ \t]*$/iu, '---', 'toml'],
  [/^---[ \t]*json[ \t]*$/iu, '---', 'json'],
  // Any other language named on the fence (gray-matter runs `---js`) is skipped over unread.
  [/^---[ \t]*\p{L}[\w+]*[ \t]*$/iu, '---', 'none'],
  [/^\+\+\+[ \t]*(?:toml)?[ \t]*$/iu, '+++', 'toml'],
  [/^;;;[ \t]*(?:json)?[ \t]*$/iu, ';;;', 'json'],
  // What an editor that corrects makes of `---`.
  [/^[—–]{1,3}-?[ \t]*$/u, '—', 'yaml'],
]
/** A front matter longer than this is a text that happens to begin with a rule. */
const maxLines = 400
const fieldLine = /^(?<key>[\p{L}_][\p{L}\p{N}_.-]{0,60})[ \t]*[:：=](?<value>.*)$/u

/** Reads the front matter of Hexo, Hugo, Jekyll and their like: YAML, TOML, JSON, or broken YAML line by line. */
export function splitFrontMatter(source: string): FrontMatter {
  const text = source
    .replace(/^\ufeff/u, '')
    .replace(/\r\n?/gu, '\n')
    .replace(/^(?:[ \t]*\n)+/u, '')
    // The whole post stands in by as much as its first fence.
    .replace(/^([ \t]+)(?=(?:---|\+\+\+)[ \t]*\n)[\s\S]*/u, (all, indent: string) =>
      all.replaceAll(`\n${indent}`, '\n').slice(indent.length),
    )
  const lines = text.split('\n')
  const first = lines[0] ?? ''
  const fence = fences.find(([opening]) => opening.test(first))
  if (!fence)
    return (
      splitBareJson(text) ??
      splitUnfenced(lines) ??
      splitPercent(lines) ??
      splitComment(text) ?? { fields: new Map(), body: text }
    )
  const [, closing, format] = fence
  let end = lines.slice(0, maxLines).findIndex((line, at) => at > 0 && isClosing(line, closing))
  if (end < 0) {
    // The closing fence was forgotten: fields run until the first line that is none.
    end = lines.findIndex((line, at) => at > 0 && !/^[\p{L}_][\p{L}\p{N}_-]*\s*[:=]|^\s+\S|^-\s/u.test(line))
    if (end <= 1) return { fields: new Map(), body: text }
  }
  const head = lines.slice(1, end).join('\n')
  const fields = readFields(head, format)
  // A post may begin with a rule: what follows it is prose, not fields.
  if (fields.size === 0 && format === 'yaml' && head.trim() !== '' && !/^\s*#/u.test(head))
    return { fields, body: text }
  const rest = isClosing(lines[end] ?? '', closing) ? end + 1 : end
  return { fields, body: lines.slice(rest).join('\n') }
}

function isClosing(line: string, fence: string): boolean {
  const trimmed = line.trimEnd()
  if (fence === '—') return /^[—–]{1,3}-?$/u.test(trimmed)
  return trimmed === fence || (fence === '---' && trimmed === '...')
}

function readFields(written: string, format: Format): Map<string, unknown> {
  if (format === 'none') return new Map()
  const head = format === 'yaml' ? straightened(written) : written
  try {
    if (format === 'toml') return normalise(parseToml(head))
    if (format === 'json') return normalise(readObject(head.trim().startsWith('{') ? head : `{${head}}`))
    // A title may look like a number or a word of logic: `3.10`, `007`, `true` are kept as they are written.
    const document = parseDocument(head, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' })
    // Past an error the library guesses, and it drops a tag that it does not know; the line reader guesses better.
    const isSound = document.errors.length === 0 && document.warnings.length === 0
    const value: unknown = isSound ? document.toJS({ maxAliasCount: 50 }) : null
    // A text where fields should be is fields with colons of another kind.
    if (value !== null && typeof value !== 'string') return normalise(value)
  } catch {
    // Broken in its own format: read it as lines below.
  }
  return readLines(head)
}

/** YAML takes what JSON does not, a comma behind the last field; comments are taken out. */
function readObject(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const document = parseDocument(text.replace(/^\s*\/\/.*$/gmu, ''), {
      schema: 'core',
      uniqueKeys: false,
      logLevel: 'silent',
    })
    if (document.errors.length > 0) throw document.errors[0]!
    return document.toJS({ maxAliasCount: 50 })
  }
}

/** Quotation marks that an editor made curly are quotation marks again, where it did so to several values. */
function straightened(head: string): string {
  const curly =
    /^([ \t]*[\p{L}_][\p{L}\p{N}_-]{0,60}[ \t]*[:：][ \t]*)(?:[“”]([^“”"\n]*)[“”]|[‘’]([^‘’'\n]*)[‘’])[ \t]*$/gmu
  if ((head.match(curly) ?? []).length < 2) return head
  return head.replace(
    curly,
    (_, key: string, double?: string, single?: string) => `${key}"${double ?? single}"`,
  )
}

/** `key: value` per line, with `- entry` lines under a key that has no value; everything stays text. */
function readLines(head: string): Map<string, unknown> {
  const fields = new Map<string, unknown>()
  let list: string[] | null = null
  for (const line of head.split('\n')) {
    const entry = /^\s*-\s+(?<value>.+)$/u.exec(line)?.groups?.['value']
    if (entry !== undefined && list) {
      list.push(unquote(entry))
      continue
    }
    const field = fieldLine.exec(line.trimEnd())?.groups
    if (!field) continue
    const value = (field['value'] ?? '').trim()
    list = null
    if (value === '') {
      list = []
      fields.set(keyOf(field['key'] ?? ''), list)
    } else if (/^\[.*\]$/u.test(value))
      fields.set(keyOf(field['key'] ?? ''), value.slice(1, -1).split(/[,，]/u).map(unquote))
    else fields.set(keyOf(field['key'] ?? ''), unquote(value))
  }
  return fields
}

function unquote(text: string): string {
  const value = text.trim()
  const quoted = /^(?<mark>["'])(?<inside>.*)\k<mark>$/su.exec(value)?.groups?.['inside']
  return quoted === undefined ? value.replace(/^["']|["']$/gu, '') : quoted.replace(/\\(["'\\])/gu, '$1')
}

function keyOf(key: string): string {
  return key.toLowerCase().replace(/[-_]/gu, '')
}

function normalise(value: unknown): Map<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return new Map()
  const own = Object.entries(value)
  // Hugo and Zola put what is not their own into a table.
  const more = own.flatMap(([key, each]) =>
    /^(?:params|extra)$/u.test(key) && typeof each === 'object' && each !== null ? Object.entries(each) : [],
  )
  return new Map([...more, ...own].map(([key, each]) => [keyOf(key), each as unknown]))
}

/** Hugo's JSON front matter has no fence: the post begins with an object. */
function splitBareJson(text: string): FrontMatter | null {
  if (!/^\{\s*(?:"|\/\/)/u.test(text)) return null
  const end = closingBrace(text)
  if (end < 0) return null
  try {
    return { fields: normalise(readObject(text.slice(0, end + 1))), body: text.slice(end + 1) }
  } catch {
    return null
  }
}

function closingBrace(text: string): number {
  let depth = 0
  let quoted = false
  for (let at = 0; at < Math.min(text.length, 50_000); at += 1) {
    const sign = text[at]
    if (quoted) {
      if (sign === '\\') at += 1
      else if (sign === '"') quoted = false
    } else if (sign === '"') quoted = true
    else if (sign === '{') depth += 1
    else if (sign === '}' && (depth -= 1) === 0) return at
  }
  return -1
}

/** Old Hexo posts leave out the first fence: fields, then `---`. Pelican's end at the first blank line. */
function splitUnfenced(lines: readonly string[]): FrontMatter | null {
  const start = lines.slice(0, 60)
  const fence = start.findIndex((line) => line.trimEnd() === '---')
  const end = fence < 1 ? start.findIndex((line) => line.trim() === '') : fence
  if (end < (fence < 1 ? 2 : 1)) return null
  const head = lines.slice(0, end)
  if (!head.every((line) => line.trim() === '' || /^\s+|^-\s/u.test(line) || fieldLine.test(line)))
    return null
  const fields = readFields(head.join('\n'), 'yaml')
  if (!fields.has('title') && !(fence > 0 && fields.has('date'))) return null
  return { fields, body: lines.slice(end + 1).join('\n') }
}

/** Pandoc's title, authors and date: a line each, behind a percent sign. */
function splitPercent(lines: readonly string[]): FrontMatter | null {
  const end = lines.findIndex((line) => !/^%\s/u.test(line))
  if (end < 1 || end > 3) return null
  const [title, author, date] = lines.slice(0, end).map((line) => line.slice(1).trim())
  const fields = Object.entries({ title, author, date }).filter(([, value]) => value !== undefined)
  return { fields: new Map(fields), body: lines.slice(end).join('\n') }
}

/** Fields in a comment before the text, as of Nikola: `.. title: X`. */
function splitComment(text: string): FrontMatter | null {
  const [all, head = ''] = /^<!--([\s\S]{1,5000}?)-->/u.exec(text) ?? []
  const lines = head.split('\n').map((line) => line.replace(/^\s*(?:\.\.\s+)?/u, ''))
  if (all === undefined || !lines.every((line) => line === '' || fieldLine.test(line))) return null
  const fields = readFields(lines.join('\n'), 'yaml')
  return fields.has('title') ? { fields, body: text.slice(all.length) } : null
}
