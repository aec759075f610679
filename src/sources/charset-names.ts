/** Knows a charset under every name that servers and authors give it, for charset.ts. */
import iconv from 'iconv-lite'
import { isRare } from './charset-rare.ts'

/** How far into a document a declaration is looked for; HTML asks for 1,024 bytes, real pages need more. */
const declarationWindow = 4096

/** Lists the charsets named by XML declaration, content type and meta, in that order, in TextDecoder's names or iconv-lite's. */
export function declaredCharsets(bytes: Uint8Array, contentType: string): string[] {
  // latin1 keeps one character a byte, which is all that a declaration needs.
  const head = Buffer.from(
    bytes.buffer,
    bytes.byteOffset,
    Math.min(bytes.byteLength, declarationWindow),
  ).toString('latin1')
  const names = [
    /<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']?\s*([\w.:-]+)/iu.exec(head)?.[1],
    /charset\s*=\s*["']?\s*([\w.:-]+)/iu.exec(contentType)?.[1],
    /<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?\s*([\w.:-]+)/iu.exec(head)?.[1],
  ]
  return [...new Set(names.flatMap((name) => (name === undefined ? [] : (knownCharset(name) ?? []))))]
}

function knownCharset(written: string): string | null {
  for (const name of namesOf(written.toLowerCase())) {
    if (escaped.has(name) || isRare(name)) return name
    const standard = standardCharset(name)
    if (standard !== null) return standard === 'gbk' ? 'gb18030' : standard
    if (!notCodePages.test(name) && iconv.encodingExists(name)) return name
  }
  return null
}

/** Charsets that hide other characters behind plain ASCII; charset-escapes.ts reads what TextDecoder does not. */
const escaped = new Set(['hz-gb-2312', 'iso-2022-jp', 'iso-2022-kr', 'utf-7'])

/** Yields what `name` may mean, the likeliest first: itself, an alias, one of the families by its number. */
function* namesOf(name: string): Generator<string> {
  const alias = aliases[name.replace(/^x[-_]/u, '').replace(/[_.:-]/gu, '')]
  if (alias !== undefined) yield alias
  yield name
  const dashed = name.replaceAll('_', '-').replace(/^(?:x-|cs)/u, '')
  yield dashed
  const latin = /^(?:iso-?)?8859-?(\d\d?)(?:[-:]\d{4})?$/u.exec(dashed)?.[1]
  if (latin !== undefined) yield `iso-8859-${latin}`
  const windows = /^(?:windows|win|ms|cp)-?(125\d|874)$/u.exec(dashed)?.[1]
  if (windows !== undefined) yield `windows-${windows}`
  const page = /^(?:cp|ibm|dos|oem|p?c?p?c?)-?(\d{3,4})/u.exec(dashed)?.[1]
  if (page !== undefined) yield `cp${page}`
  const apple = /^mac-?([a-z]+)$/u.exec(dashed)?.[1]
  if (apple !== undefined) yield `mac${apple}`
  if (/^(?:iso-?2022-?jp|csiso2022jp)/u.test(dashed)) yield 'iso-2022-jp'
}

/** Of what iconv-lite knows beyond the Encoding Standard, all but these are code pages: of DOS, Macintosh, one country. */
const notCodePages = /^(?:utf|ucs|unicode|hex|binary|base64)/u

/** Returns TextDecoder's name for `label`, null for a charset that it does not know. */
export function standardCharset(label: string): string | null {
  try {
    return new TextDecoder(label).encoding
  } catch {
    return null
  }
}

/** Names that servers use and the Encoding Standard does not list, without `x-` and what stands between their parts. */
const aliases: Readonly<Record<string, string>> = {
  utf8mb4: 'utf-8',
  utf88591: 'utf-8',
  utf8: 'utf-8',
  u8: 'utf-8',
  utf7: 'utf-7',
  u7: 'utf-7',
  unicode11utf7: 'utf-7',
  hz: 'hz-gb-2312',
  hzgb: 'hz-gb-2312',
  hzgb2312: 'hz-gb-2312',
  iso2022kr: 'iso-2022-kr',
  csiso2022kr: 'iso-2022-kr',
  cp936: 'gb18030',
  ms936: 'gb18030',
  936: 'gb18030',
  euccn: 'gb18030',
  eucgb2312cn: 'gb18030',
  gb23121980: 'gb18030',
  gb180302000: 'gb18030',
  macsimpchinese: 'gb18030',
  isoir58: 'gb18030',
  gb18030: 'gb18030',
  gb2312: 'gb18030',
  gb231280: 'gb18030',
  cp950: 'big5',
  ms950: 'big5',
  950: 'big5',
  hkscs: 'big5',
  mactradchinese: 'big5',
  big5eten: 'big5',
  cp932: 'shift_jis',
  macjapanese: 'shift_jis',
  windows932: 'shift_jis',
  shiftjis2004: 'shift_jis-2004',
  sjis2004: 'shift_jis-2004',
  sjisx0213: 'shift_jis-2004',
  shiftjisx0213: 'shift_jis-2004',
  eucjp: 'euc-jp',
  ujis: 'euc-jp',
  eucjis2004: 'euc-jis-2004',
  eucjisx0213: 'euc-jis-2004',
  jisx0213: 'euc-jis-2004',
  euckr: 'euc-kr',
  ksx1001: 'euc-kr',
  mackorean: 'euc-kr',
  cp1361: 'johab',
  ms1361: 'johab',
  cp949: 'euc-kr',
  uhc: 'euc-kr',
  ansi: 'windows-1252',
  dbcs: 'windows-1252',
  cpis: 'cp861',
  cspc775baltic: 'cp775',
  cspc850multilingual: 'cp850',
  cspc862latinhebrew: 'cp862',
  cspc8codepage437: 'cp437',
  cspcp852: 'cp852',
  maccentraleurope: 'maccenteuro',
  maclatin2: 'maccenteuro',
  macce: 'maccenteuro',
  // iconv-lite's has no euro.
  macroman: 'macintosh',
  macromanian: 'macromania',
  kz1048: 'rk1048',
  ptcp154: 'pt154',
  csptcp154: 'pt154',
  cp154: 'pt154',
  cyrillicasian: 'pt154',
  hproman8: 'hproman8',
  cp1051: 'hproman8',
}
