/** Bytes to text: every way a charset is named, hidden, or lied about. */
import { expect, test } from 'vitest'
import { decodeText } from '../../src/sources/charset.ts'

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'))
const join = (...parts: (string | Uint8Array)[]) =>
  Uint8Array.from(Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part))))
const utf16 = (text: string, bigEndian = false) => {
  const encoded = Buffer.from(text, 'utf16le')
  return Uint8Array.from(bigEndian ? encoded.swap16() : encoded)
}

/** "中文新闻" and the like, as other programs wrote them. */
const gbk = bytes('d6d0 cec4 d0c2 ceC5')
const big5 = bytes('a4a4 a4e5 b7 73 bb 44')
const sjis = bytes('93fa 967b 8cea 82cc 8b4c 8e96 82c5 82b7')
const eucJp = bytes('c6fc cbdc b8ec a4ce b5ad bbf6 a4c7 a4b9')
const eucKr = bytes('c7d1 b1b9 beee 20 b1e2 bbe7')
const cp1251 = bytes('d0f3 f1f1 eae8 e9 20 f2e5 eaf1 f2')

test.each([
  ['utf-8 by itself', join('新闻 emoji 👩‍👩‍👧'), '', '新闻 emoji 👩‍👩‍👧'],
  ['utf-8 mark', join(bytes('efbbbf'), '新闻'), 'text/xml; charset=gbk', '新闻'],
  ['utf-16le mark', join(bytes('fffe'), utf16('<r>新闻</r>')), '', '<r>新闻</r>'],
  ['utf-16be mark', join(bytes('feff'), utf16('<r>新闻</r>', true)), '', '<r>新闻</r>'],
  ['a false mark of utf-16le before utf-8', join(bytes('fffe'), '<r>新闻</r>'), '', '<r>新闻</r>'],
  ['a false mark of utf-16be before utf-8', join(bytes('feff'), '<r>新闻</r>'), '', '<r>新闻</r>'],
  ['the mark of the other order', join(bytes('fffe'), utf16('<rss>新闻</rss>', true)), '', '<rss>新闻</rss>'],
  ['utf-16le without mark', utf16('<rss><title>新闻</title></rss>'), '', '<rss><title>新闻</title></rss>'],
  [
    'utf-16be without mark',
    utf16('<rss><title>新闻</title></rss>', true),
    '',
    '<rss><title>新闻</title></rss>',
  ],
  ['utf-32be mark', bytes('0000feff 0000003c 000065b0'), '', '<新'],
  ['utf-32le without mark', bytes('3c000000 b0650000'), '', '<新'],
  ['xml declaration', join('<?xml version="1.0" encoding="gb2312"?><t>', gbk), '', 'last:中文新闻'],
  ['content type', join('<t>', gbk), 'text/xml; charset="GBK"', 'last:中文新闻'],
  ['meta charset', join('<meta charset=big5><t>', big5), '', 'last:中文新聞'],
  [
    'meta http-equiv',
    join('<meta http-equiv="Content-Type" content="text/html; charset=euc-kr"><t>', eucKr),
    '',
    'last:한국어 기사',
  ],
  ['Shift_JIS', join('<?xml version="1.0" encoding="Shift_JIS"?><t>', sjis), '', 'last:日本語の記事です'],
  ['EUC-JP', join('<?xml version="1.0" encoding="EUC-JP"?><t>', eucJp), '', 'last:日本語の記事です'],
  [
    'DOS Cyrillic',
    join('<?xml version="1.0" encoding="cp866"?><t>', bytes('8d a0 e7 a0 ab ae')),
    '',
    'last:Начало',
  ],
  ['DOS Latin, one letter', join('<?xml version="1.0" encoding="437"?><t>', bytes('80')), '', 'last:Ç'],
  ['DOS Greek', join('<t>', bytes('80 82')), 'text/xml; charset=IBM737', 'last:ΑΓ'],
  ['Macintosh', join('<?xml version="1.0" encoding="mac_iceland"?><t>Caf', bytes('8e')), '', 'last:Café'],
  [
    'Johab',
    join('<?xml version="1.0" encoding="johab"?><t>', bytes('8861b769 20 8f7b c441 8461 ece6 d948')),
    '',
    'last:가을 끝ㅋㅏ新「',
  ],
  [
    'Macintosh in Arabic',
    join('<?xml version="1.0" encoding="x-mac-arabic"?><t>', bytes('c3cec8c7d120c7e4eae8e520b2b6')),
    '',
    'last:أخبار اليوم ٢٦',
  ],
  ['Macintosh in Persian', join('<t>', bytes('cee8d12085b2')), 'text/xml; charset=MacFarsi', 'last:خور Ö۲'],
  ['no charset at all', join('<?xml version="1.0" encoding="hex"?><t>', bytes('e9')), '', 'last:é'],
  [
    'windows-1251',
    join('<?xml version="1.0" encoding="windows-1251"?><t>', cp1251),
    '',
    'last:Русский текст',
  ],
  [
    'latin1 is windows-1252',
    join('<t>', bytes('93 63 61 66 e9 94')),
    'text/html; charset=iso-8859-1',
    'last:“café”',
  ],
  ['says gbk, is utf-8', join('<?xml version="1.0" encoding="gb2312"?><t>新闻'), '', 'last:新闻'],
  [
    'says utf-8, is gbk',
    join('<?xml version="1.0" encoding="utf-8"?><t>', gbk, gbk),
    '',
    'last:中文新闻中文新闻',
  ],
  [
    'server says latin1, xml says gbk',
    join('<?xml version="1.0" encoding="gbk"?><t>', gbk),
    'text/xml; charset=iso-8859-1',
    'last:中文新闻',
  ],
  ['names nothing, is big5', join('<t>', big5, big5), '', 'last:中文新聞中文新聞'],
  [
    'names nothing, is KOI8-U',
    join('<t>', bytes('f5d2d1c420d5c8d7c1ccc9d720cecfd7c9ca20dac1cbcfce3a20a7d6c120d4c120a7a720c3a6cec9')),
    '',
    'last:Уряд ухвалив новий закон: їжа та її ціни',
  ],
  [
    'names nothing, is ISO-8859-6',
    join('<t>', bytes('c7e4cde3e8e5c920cad9e4e620d9e620ced7c920cccfeacfc920e4e4d7c7e2c9')),
    '',
    'last:الحكومة تعلن عن خطة جديدة للطاقة',
  ],
  ['names nothing, is Shift_JIS', join('<t>', sjis), '', 'last:日本語の記事です'],
  ['names nothing, is windows-1251', join('<t>', cp1251), '', 'last:Русский текст'],
  ['names nothing, is windows-1252', join('<t>caf', bytes('e9')), '', 'last:café'],
  ['an unknown name', join('<?xml version="1.0" encoding="klingon"?><t>新闻'), '', 'last:新闻'],
  [
    'short gbk that is valid utf-8',
    join('<?xml version="1.0" encoding="gbk"?><t>', bytes('c1aa cda8')),
    '',
    'last:联通',
  ],
])('%s', (_name, source, contentType, expected) => {
  const text = decodeText(source, contentType)
  // 'last:' stands for what follows the markup that names the charset.
  const compared = expected.startsWith('last:') ? `last:${text.slice(text.lastIndexOf('>') + 1)}` : text
  expect(compared).toBe(expected)
})

test('a gb18030 four-byte character survives a gb2312 declaration', () => {
  const source = join('<?xml version="1.0" encoding="gb2312"?><t>', gbk, bytes('81 39 ee 39'))
  expect(decodeText(source)).toMatch(/中文新闻㐀$/u)
})

test('a few broken bytes do not cost the rest of a utf-8 text', () => {
  const text = decodeText(join('中文新闻报道', bytes('e4 b8'), '其余的文字'))
  expect(text).toContain('中文新闻报道')
  expect(text).toContain('其余的文字')
})

test('ISO-2022-JP is read by its escapes', () => {
  const source = join(
    '<?xml version="1.0" encoding="ISO-2022-JP"?><t>',
    bytes('1b2442 467c 4b5c 386c 1b2842'),
  )
  expect(decodeText(source)).toMatch(/日本語$/u)
})

test('empty and one-byte inputs give text', () => {
  expect(decodeText(new Uint8Array())).toBe('')
  expect(decodeText(bytes('ff'))).toHaveLength(1)
})

/** An XML declaration and a few words, as mainframes write them. */
test.each([
  [
    'ebcdic-cp-us',
    'Zürich [1] & !',
    '4c6fa7949340a58599a28996957e7ff14bf07f4085958396848995877e7f85828384898360839760a4a27f6f6e4ca36ee9dc9989838840baf1bb4050405a',
  ],
  [
    'IBM500',
    'Zürich [1]!',
    '4c6fa7949340a58599a28996957e7ff14bf07f4085958396848995877e7fc9c2d4f5f0f07f6f6e4ca36ee9dc99898388404af15a4f',
  ],
  [
    'cp1026',
    'Şişli ğ',
    '4c6fa7949340a58599a28996957efcf14bf0fc4085958396848995877efc8397f1f0f2f6fc6f6e4ca36e7c896a938940d0',
  ],
  [
    'cp875',
    'Νέα από Αθήνα',
    '4c6fa7949340a58599a28996957e7ff14bf07f4085958396848995877e7f8397f8f7f57f6f6e4ca36e54b28a408aadb640419bb3aa8a',
  ],
  [
    'ebcdic-cp-he',
    'חדשות',
    '4c6fa7949340a58599a28996957e7ff14bf07f4085958396848995877e7f8582838489836083976088857f6f6e4ca36e4844694671',
  ],
  [
    'IBM1140',
    '5 €',
    '4c6fa7949340a58599a28996957e7ff14bf07f4085958396848995877e7fc9c2d4f1f1f4f07f6f6e4ca36ef5409f',
  ],
])('%s', (_name, expected, hex) => {
  const text = decodeText(bytes(hex))
  expect(text.slice(text.lastIndexOf('>') + 1)).toBe(expected)
})

test.each([
  ['hz-gb-2312', '~{VPND~} ~~ ~{PBNE~}', '中文 ~ 新闻'],
  ['HZ', '~{VPNDPBNE', '中文新闻'],
  ['utf-7', '+Ti1lhw- caf+AOk-', '中文 café'],
  ['UNICODE-1-1-UTF-7', 'a +- b', 'a + b'],
  ['iso-2022-kr', '\x1B$)C\x0EGQ19>n\x0F 1', '한국어 1'],
  ['iso2022_jp_2004', '\x1B$(QF|K\\\x1B(B 1', '日本 1'],
  ['iso-2022-jp-1', '\x1B$BF|\x1B$(D0!\x1B(B 1', '日丂 1'],
  ['no name', '\x1B$BF|K\\\x1B(B 1', '日本 1'],
  ['no name', '\x1B$)C\x0EGQ19>n\x0F 1', '한국어 1'],
  ['iso-2022-jp', '\x1B(J\\5\x1B(I1\x1B(B 1', '¥5ｱ 1'],
])('%s is read by its escapes', (name, written, expected) => {
  const text = decodeText(join(`<?xml version="1.0" encoding="${name}"?><t>`, written))
  expect(text.slice(text.lastIndexOf('>') + 1)).toBe(expected)
})

test('a charset of escapes is not believed where the bytes are no ASCII', () => {
  expect(decodeText(join('<?xml version="1.0" encoding="utf-7"?><t>新闻'))).toMatch(/新闻$/u)
})

/** One letter in each, under names that are no label of the Encoding Standard. */
test.each([
  ['iso_8859_2', 'be', 'ž'],
  ['ISO-8859-9:1989', 'fd', 'ı'],
  ['windows_1250', 'be', 'ľ'],
  ['cp-1251', 'e6', 'ж'],
  ['csIBM855', 'a0', 'а'],
  ['cspc850multilingual', '82', 'é'],
  ['ibm865', '9d', 'Ø'],
  ['cp_is', '8d', 'Þ'],
  ['x-mac-ce', '8a', 'ä'],
  ['maccentraleurope', '8a', 'ä'],
  ['mac_greek', 'e1', 'α'],
  ['mac-roman', 'db', '€'],
  ['kz1048', 'bc', 'ә'],
  ['cyrillic-asian', '8d', 'Қ'],
])('%s', (name, hex, expected) => {
  const text = decodeText(join(`<?xml version="1.0" encoding="${name}"?><t>`, bytes(hex)))
  expect(text.slice(text.lastIndexOf('>') + 1)).toBe(expected)
})

test.each([
  ['Shift_JIS-2004', '93fa 87b8 9873 967b 82f5'],
  ['SJIS-2004', '93fa 87b8 9873 967b 82f5'],
  ['Shift_JISX0213', '93fa 87b8 9873 967b 82f5'],
  ['EUC-JIS-2004', 'c6fc aeba cfd4 cbdc a4f7'],
  ['euc-jisx0213', 'c6fc aeba cfd4 cbdc a4f7'],
  ['ISO-2022-JP-2004', '1b2442 467c 1b242851 2e3a 4f54 1b2442 4b5c 1b242851 2477 1b2842'],
])('%s has the characters of JIS X 0213', (name, hex) => {
  const text = decodeText(join(`<?xml version="1.0" encoding="${name}"?><t>`, bytes(hex)))
  expect(text.endsWith(`<t>日俠𠮟本か゚`)).toBe(true)
})

test.each([
  ['Shift_JIS', '87b8', '93fa967b8cea82cc8b4c8e9682c582b7'],
  ['EUC-JP', 'aeba', 'c6fccbdcb8eca4ceb5adbbf6a4c7a4b9'],
])('%s may have one of them among many others, and keeps what Windows added', (name, added, usual) => {
  const windows = name === 'EUC-JP' ? 'f9a1' : 'fa5c'
  const text = decodeText(
    join(`<?xml version="1.0" encoding="${name}"?><t>`, bytes(usual.repeat(20) + added + windows)),
  )
  expect(text).toMatch(/日本語の記事です俠纊$/u)
})
