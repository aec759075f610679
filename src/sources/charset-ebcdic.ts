/** Reads EBCDIC, the charsets of mainframes, for charset.ts: in them not even `<?xml` is ASCII. */

/** Behind the bytes 40 to FF; from https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/EBCDIC/CP037.TXT. */
const american =
  ' \u00A0âäàáãåçñ¢.<(+|&éêëèíîïìß!$*);¬-/ÂÄÀÁÃÅÇÑ¦,%_>?øÉÊËÈÍÎÏÌ`:#@\'="' +
  'Øabcdefghi«»ðýþ±°jklmnopqrªºæ¸Æ¤µ~stuvwxyz¡¿ÐÝÞ®^£¥·©§¶¼½¾[]¯¨´×' +
  '{ABCDEFGHI\u00ADôöòóõ}JKLMNOPQR¹ûüùúÿ\\÷STUVWXYZ²ÔÖÒÓÕ0123456789³ÛÜÙÚ\u009F'
/** What the other pages have instead, at which bytes; from the files beside it, and IBM's tables 273, 424 and 1140. */
const pages: Readonly<Record<string, readonly [bytes: string, characters: string]>> = {
  '037': ['', ''],
  '273': ['434A4F595A5F636A7CA1B0B5BABBBCC0CCD0DCE0ECFC', '{Ä!~Ü^[ö§ß¢@¬|‾ä¦ü}Ö\\]'],
  '424': ['4142434445464748495152535455565758596263646566676869717478', 'אבגדהוזחטיךכלםמןנסעףפץצקרשת\u00A0‗'],
  '500': ['4A4F5A5FB0BABB', '[!]^¢¬|'],
  '875': [
    '4142434445464748494A4F5152535455565758595A5F62636465666768696A707172737475767778808A8B8C8D8E8F9A9B9C9D9E9FA0AAABACADAEAFB0B1B2B3B4B5B6B7B8B9BABBBCBDBEBFCBCCCDCECFDADBDDDEDFEBEEEFFBFE',
    'ΑΒΓΔΕΖΗΘΙ[!ΚΛΜΝΞΟΠΡΣ]^ΤΥΦΧΨΩΪΫ|¨ΆΈΉ\u00A0ΊΌΎΏ΅αβγδεζηθικλμ´νξοπρσ£άέήϊίόύϋώςτυφχψωΐΰ‘―±½·’¦§«¬©»',
  ],
  '1026': ['484A4F5A5B5F686A797B7C7F8C8D8EA1ACADAEB0BABBC0CCD0DCE0ECFC', '{Ç!Ğİ^[şıÖŞÜ}`¦ö]$@¢¬|ç~ğ\\ü#"'],
  '1140': ['9F', '€'],
}
/** Countries whose page has another name: https://www.iana.org/assignments/character-sets */
const countries: Readonly<Record<string, string>> = { be: '500', ch: '500', gr: '875', he: '424', tr: '1026' }
/** `<?xml` in every one of them. */
const declaration = [0x4c, 0x6f, 0xa7, 0x94, 0x93]

/** Says whether `bytes` begin with an XML declaration in EBCDIC. */
export function isEbcdic(bytes: Uint8Array): boolean {
  return declaration.every((byte, index) => bytes[index] === byte)
}

/** Returns the text of `bytes` in the page that their declaration names, by default the American one. */
export function decodeEbcdic(bytes: Uint8Array): string {
  const head = decodePage(bytes.subarray(0, 200), '037')
  // The Turkish page has its quotation mark elsewhere.
  const name = /\bencoding\s*=\s*[^\w\s]?\s*([\w-]+)/iu.exec(head)?.[1]?.toLowerCase() ?? ''
  const page = /(\d{3,4})$/u.exec(name)?.[1] ?? countries[/[a-z]+$/u.exec(name)?.[0] ?? ''] ?? '037'
  return decodePage(bytes, Object.hasOwn(pages, page) ? page : '037')
}

function decodePage(bytes: Uint8Array, page: string): string {
  const table = [...american]
  const [changed = '', characters = ''] = pages[page] ?? []
  for (const [index, character] of [...characters].entries())
    table[Number.parseInt(changed.slice(index * 2, index * 2 + 2), 16) - 0x40] = character
  let text = ''
  for (const byte of bytes) text += byte < 0x40 ? control(byte) : table[byte - 0x40]!
  return text
}

/** Of the controls a text may hold these four; 15 and 25 both end a line. */
function control(byte: number): string {
  return byte === 0x05 ? '\t' : byte === 0x0d ? '\r' : byte === 0x15 || byte === 0x25 ? '\n' : ''
}
