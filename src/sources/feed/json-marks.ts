/** What marks names, values and their ends in JSON with faults, for loose-json.ts. */

export const closingQuotes: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '“': '”',
  '‘': '’',
}
export const constants = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ...['null', 'none', 'nil', 'undefined'].map((each) => [each, null] as const),
])

const word = '[\\p{L}\\p{N}_$@][\\p{L}\\p{N}_$.@-]{0,60}'
const colon = '\\s*(?:=>|[:=：](?!\\/\\/))'
const valueHere = '(?=\\s*(?:["\'“‘{[\\d-]|true|false|null))'
const note = '\\/\\/|\\/\\*|#'
/** A name in quotes, with one of them lost, with none, or without its colon. */
const name = `(?:["'“‘\`](${word})["'”’\`]?${colon}|(${word})(?:["'”’\`]${colon}|${colon}${valueHere})|["'“‘](${word})["'”’]${valueHere})`
export const nameHere = new RegExp(name, 'uy')
export const quotedName = new RegExp(`["'“‘]${word}["'”’]${colon}`, 'uy')
export const firstField = new RegExp(`\\{\\s*${name}`, 'uy')
/** What follows the end of a field's text, of a list's, and of a name. */
export const behindField = new RegExp(
  `\\s*(?:$|[}\\]]|${note}|[,;，]\\s*(?:$|[}\\],;]|\\{\\s*["'“]|${note}|${name})|["'“‘]${word}["'”’]${colon})`,
  'uy',
)
export const behindElement = new RegExp(
  `\\s*(?:$|[}\\]]|${note}|[,;，]\\s*(?:$|[}\\],;"'“‘{[\\d]|${note})|(?<=\\s)["'“‘])`,
  'uy',
)
export const oneWord = /[\p{L}\p{N}_$.@-]+/uy
export const behindName = new RegExp(colon, 'uy')
export const literal = new RegExp(
  `(?:true|false|null|none|nil|undefined|nan|-?infinity|[-+]?\\d+(?:\\.\\d+)?(?:e[-+]?\\d+)?)(?=\\s*(?:$|[,;，}\\]]|${note})|\\s+["']|"${word}"${colon})`,
  'iuy',
)
export const blanks = /(?:[\s\p{Cc}\uFEFF]|\/\/[^\n]*|#[^\n]*)+|\/\*/uy

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '', f: '', '\n': '' }

/** Returns what a text within quotes says: escapes of any language undone, control characters left out. */
export function unescaped(written: string): string {
  if (!/[\\\p{Cc}]/u.test(written)) return written
  try {
    return JSON.parse(`"${written}"`) as string
  } catch {
    return written.replace(
      /\\(?:u([\da-f]{4})|x([\da-f]{2})|([^]))|(?![\n\r\t])\p{Cc}/giu,
      (_, unit?: string, byte?: string, character = '') => {
        const code = Number.parseInt(unit ?? byte ?? '', 16)
        return Number.isNaN(code) ? (escapes[character] ?? character) : String.fromCharCode(code)
      },
    )
  }
}
