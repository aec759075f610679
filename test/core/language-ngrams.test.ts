/** The guess from n-grams says what the package does whose numbers it counts with, and its file is as generated. */
import { readFileSync } from 'node:fs'
import { eld } from 'eld/extrasmall'
import { expect, test } from 'vitest'
import { guessLanguage } from '../../src/core/language-ngrams.ts'
import { loadPageCases } from '../fixtures/page-cases.ts'
import { generateNgrams, ngramsFile } from '../support/generate-ngrams.ts'

test('the file is what the installed package generates', async () => {
  expect(readFileSync(ngramsFile, 'utf8')).toBe(await generateNgrams())
})

test('says the same as the package, of every line of pages in thirteen languages', () => {
  const lines = loadPageCases().flatMap(({ text }) => text.split('\n').map((line) => line.slice(0, 160)))
  const told = lines.filter((line) => /\p{L}/u.test(line))
  expect(told.length).toBeGreaterThan(200)
  expect(told.map(guessLanguage)).toEqual(told.map((line) => eld.detect(line).language))
})

test.each([
  ["L'été n'est pas encore là, dit-on aujourd’hui à Paris", 'fr'],
  ["Rock 'n' roll isn't dead, it's only the kids' parents who've gone", 'en'],
  ['Οι κάτοικοι της πόλης ψηφίζουν σήμερα για το νέο δημοτικό συμβούλιο', 'el'],
  ['يصوّت سكان المدينة اليوم لاختيار مجلس بلدي جديد', 'ar'],
  ['市民今天投票选举新的市议会', 'zh'],
])('guesses %s', (text, language) => {
  expect(guessLanguage(text)).toBe(language)
  expect(eld.detect(text).language).toBe(language)
})

test.each(['', '123 456', '🎉🎉🎉', "'''’’’```", '…—…'])('has no guess for %s', (text) => {
  expect(guessLanguage(text)).toBe('')
})
