/** Measures guessing charsets on others' files: `npm run quality -- public-charsets --charsets DIR`, as chardet's and uchardet's tests hold them. */
import { globSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import iconv from 'iconv-lite'
import { standardCharset } from '../../src/sources/charset-names.ts'
import { decodeText } from '../../src/sources/charset.ts'
import { rowsOf, type Row } from './row.ts'

interface CharsetCase {
  name: string
  charset: string
  bytes: Uint8Array
}

/** Languages that a folder may name behind its charset. */
const language =
  /-(?:arabic|bulgarian|croatian|czech|greek|hebrew|hungarian|polish|romanian|russian|slovak|slovene|turkish)$/u

/** Names that neither the runtime nor iconv-lite knows. */
const others: Readonly<Record<string, string>> = {
  uhc: 'cp949',
  'utf-8-sig': 'utf-8',
  'utf-16.be': 'utf-16be',
  'utf-16.le': 'utf-16le',
  'utf-32.be': 'utf-32be',
  'utf-32.le': 'utf-32le',
  'mac-cyrillic': 'maccyrillic',
  'mac-centraleurope': 'maccenteuro',
}

function knownCharset(name: string): string | null {
  const plain = name.toLowerCase().replace(language, '')
  const charset = others[plain] ?? plain
  return standardCharset(charset) !== null || iconv.encodingExists(charset) ? charset : null
}

/** A file's charset is the name of its folder, or its own without the ending. */
function casesIn(folder: string): CharsetCase[] {
  return globSync('**/*', { cwd: folder }).flatMap((path) => {
    const file = join(folder, path)
    if (!statSync(file).isFile()) return []
    const charset =
      knownCharset(basename(dirname(file))) ??
      knownCharset(basename(file)) ??
      knownCharset(basename(file).replace(/\.[a-z]+$/u, ''))
    return charset === null ? [] : [{ name: path, charset, bytes: readFileSync(file) }]
  })
}

/** Spelled alike, without the mark that begins it. */
const plainly = (text: string) => text.replace(/^\uFEFF/u, '').replaceAll(/\r\n?/gu, '\n')

function isRight({ charset, bytes }: CharsetCase): boolean {
  const got = plainly(decodeText(bytes))
  return (
    (standardCharset(charset) !== null && plainly(new TextDecoder(charset).decode(bytes)) === got) ||
    (iconv.encodingExists(charset) && plainly(iconv.decode(Buffer.from(bytes), charset)) === got)
  )
}

/** Puts blanks in place of what names a charset. */
function withoutName(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1')
  return Buffer.from(
    text.replaceAll(/(?:encoding|charset)\s*=\s*["']?\s*[\w.:-]+/giu, (name) => ' '.repeat(name.length)),
    'latin1',
  )
}

/** At most `size` bytes from where a text first leaves ASCII, up to a whole character; null where that is too little to tell. */
function beginning({ charset, bytes }: CharsetCase, size: number): Uint8Array | null {
  const first = bytes.findIndex((byte) => byte >= 0x80)
  if (first < 0 || /^utf-?(?:16|32)/u.test(charset)) return null
  const part = bytes.subarray(Math.max(0, first - 40), Math.max(0, first - 40) + size)
  const end = part.findLastIndex((byte) => byte < 0x40)
  const whole = end > part.length / 2 ? part.subarray(0, end) : part
  return whole.filter((byte) => byte >= 0x80).length < 6 ? null : whole
}

/** How many files give the text of their charset: as they are, without its name, and their beginnings alone. */
export function measure(): Row[] {
  const at = process.argv.indexOf('--charsets')
  if (at < 0) return []
  const folder = process.argv[at + 1]
  if (folder === undefined) throw new Error('--charsets DIR')
  const named = casesIn(folder)
  const unnamed = named.map((each) => ({ ...each, bytes: withoutName(each.bytes) }))
  const row = (what: string, cases: readonly CharsetCase[]): Row => {
    const right = cases.filter(isRight)
    if (process.argv.includes('--show'))
      for (const { name } of cases.filter((each) => !right.includes(each))) console.log(`${what}: ${name}`)
    return rowsOf(`files of ${basename(dirname(folder))}, labelled there; seen by us while mending`)(
      `public charsets: ${what}`,
      (right.length / cases.length).toFixed(3),
      cases.length,
    )
  }
  const begun = (size: number) =>
    unnamed.flatMap((each) => {
      const bytes = beginning(each, size)
      return bytes === null ? [] : [{ ...each, bytes }]
    })
  return [
    row('as they are', named),
    row('without the name', unnamed),
    row('2,000 bytes', begun(2000)),
    row('300 bytes', begun(300)),
  ]
}
