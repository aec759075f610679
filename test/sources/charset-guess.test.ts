/** Bytes whose charset nobody names, and text that was encoded twice. */
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { decodeText } from '../../src/sources/charset.ts'

/** Our own words, in the charset of a place and a time, under no name at all. */
test.each([
  [
    'windows-1250',
    'A hajó kedden újra közlekedik. A kovács kilenc napig javította az eltört tengelyt, számlát azonban nem küldött, csak üzent: jó utat, és legyen idő megnézni a tűt.',
  ],
  ['iso-8859-2', 'Az új híd felől jövő szél elvitte a bíró kalapját, a kőműves megőrizte a szűk lépcsőn.'],
  [
    'iso-8859-2',
    'Župan je obljubil nov most čez reko, še pred zimo pa bodo počistili tudi železniško postajo.',
  ],
  ['cp852', 'Obecní kovář opravil lodní šroub za devět dní a účet už žádný neposlal, řekl převozník.'],
  ['maccenteuro', 'Kowal z wyspy naprawił śrubę w dziewięć dni, a rachunku nie przysłał, mówi przewoźnik.'],
  ['iso-8859-4', 'Prāmis atkal kursē katru rītu, un kazas brauc bez maksas, paziņoja salas padome šķūnī.'],
  ['iso-8859-13', 'Keltas vėl plaukia kiekvieną rytą, o ožkos keliauja nemokamai, sakė „salos“ taryba.'],
  [
    'iso-8859-3',
    'Il-vapur reġa’ beda jaħdem kuljum, u l-mogħoż jivvjaġġaw b’xejn, qal il-kunsill tal-gżira.'.replaceAll(
      '’',
      "'",
    ),
  ],
  [
    'iso-8859-15',
    'La sœur du forgeron paie 20 € pour un bœuf, et l’été s’achève à la fenêtre.'.replaceAll('’', "'"),
  ],
  [
    'cp857',
    'Feribot her sabah yeniden çalışıyor, keçiler ücretsiz yolculuk ediyor, dedi adanın güçlü muhtarı.',
  ],
  ['cp855', 'Паром снова ходит каждое утро, и козы едут бесплатно, сообщил совет острова.'],
  ['maccyrillic', 'Мост открыт. Дорога закрыта до весны. Зима пришла рано, и паром не ходит.'],
  ['iso-8859-7', 'Ο Άρης και η Άννα ξαναβρήκαν το παλιό γεφύρι του νησιού.'],
  ['iso-8859-7', '<title>Η ΕΦΗΜΕΡΙΔΑ ΤΟΥ ΝΗΣΙΟΥ : ΕΠΙΧΕΙΡΗΣΕΙΣ ΚΑΙ ΑΠΟΨΕΙΣ</title>'],
  ['windows-1255', '<title>גשר חדש באי</title>'],
  // What western Europe writes stays what it is, however few its letters are.
  ['windows-1252', 'Le père, la mère et le frère après la très chère prière'],
  ['windows-1252', 'È già così: la città è più verde, e perché no'],
  ['windows-1252', 'A nação pede ação, não canção: há razão'],
  ['windows-1252', 'Þórður á Ísafirði sagði að ærin væri týnd'],
  ['windows-1252', 'Õppetöö jätkub, ütles õpetaja. Täna sõidab laev jälle'],
  ['windows-1252', '“Quotes” – and dashes — and more “quotes”…'],
  ['windows-1252', '10 £ – 20 £, 5 °C, 3 m², § 4'],
  ['windows-1252', 'ÉTÉ À LA MONTAGNE : DÉJÀ DES ÉLÈVES'],
])('%s without its name', (charset, text) => {
  const encoded = iconv.encode(text, charset)
  expect(iconv.decode(encoded, charset)).toBe(text)
  expect(decodeText(encoded)).toBe(text)
  // Servers say this one for want of knowing better.
  expect(decodeText(encoded, 'text/html; charset=iso-8859-1')).toBe(text)
})

test('Vietnamese with its tones behind the letters, as Windows wrote it', () => {
  const text =
    'Chuyê\u0301n đo\u0300 la\u0323i cha\u0323y mô\u0303i sáng, va\u0300 dê đươ\u0323c đi miê\u0303n phi\u0301'
  expect(decodeText(iconv.encode(text, 'windows-1258'))).toBe(text)
})

/** Signs behind capitals with an accent are the bytes of a letter only by accident. */
test.each([
  'The CAFÉ® opens on Monday',
  'He said “NÓ…”'.replaceAll(/[“”]/gu, ''),
  'A line of 10 Å… or more',
  'MÄ\u00A0& MÖ',
  'ÊTRE OU NE PAS ÊTRE Ê…',
])('is not encoded twice: %s', (text) => {
  expect(decodeText(Buffer.from(text))).toBe(text)
})

test.each(['Café', 'Słońce', 'Türkiye’de', 'Рыба', 'İzmir', 'Rīga', '新闻', 'naïve “word”'])(
  'encoded twice: %s',
  (text) => {
    const twice = new TextDecoder('windows-1252').decode(new TextEncoder().encode(text))
    expect(decodeText(Buffer.from(twice))).toBe(text)
  },
)
