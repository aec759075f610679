/** Prompts are files: each loads, names its placeholders, and is filled without values naming one another. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { languageName } from '../../src/llm/language-name.ts'
import { fillPart, loadPrompt, parsePrompt } from '../../src/llm/prompt.ts'

const names = readdirSync(join(import.meta.dirname, '../../prompts')).map((file) =>
  file.replace(/\.md$/u, ''),
)

test.each(names)('%s loads, with a version', async (name) => {
  const prompt = await loadPrompt(name)
  expect(prompt.version).toMatch(new RegExp(`^${name}-\\d+$`, 'u'))
  expect(prompt.parts.size).toBeGreaterThan(0)
  expect(await loadPrompt(name)).toBe(prompt)
})

const file = (placeholders: string, body: string) =>
  `---\nversion: 3\ntemperature: 0.5\nmax_tokens: 10\nplaceholders: [${placeholders}]\n---\n${body}`

test('parts and options are read', () => {
  const prompt = parsePrompt(
    'x',
    file('name', '# System\nBe kind.\n\n# User\nHello {{name}}, # not a part\n'),
  )
  expect(prompt).toMatchObject({ version: 'x-3', temperature: 0.5, maxTokens: 10 })
  expect([...prompt.parts]).toEqual([
    ['System', 'Be kind.'],
    ['User', 'Hello {{name}}, # not a part'],
  ])
})

test.each([
  ['used but not declared', file('', '# User\n{{name}}'), /name/u],
  ['declared but not used', file('name', '# User\nhello'), /name/u],
  ['no front matter', '# User\nhello', /front matter/u],
  ['an unknown option', file('', '# User\nhello').replace('version', 'top_p: 1\nversion'), /top_p/u],
])('a file is refused: %s', (_, text, reason) => {
  expect(() => parsePrompt('x', text)).toThrow(reason)
})

test('a value cannot name another placeholder, nor be read as a pattern', () => {
  const prompt = parsePrompt('x', file('one, two', '# User\n{{one}} and {{two}}'))
  expect(fillPart(prompt, 'User', { one: '{{two}} $& $1', two: '2' })).toBe('{{two}} $& $1 and 2')
})

test('values must be those the part uses', () => {
  const prompt = parsePrompt('x', file('one', '# User\n{{one}}\n# System\nnothing'))
  expect(() => fillPart(prompt, 'User')).toThrow(/one/u)
  expect(() => fillPart(prompt, 'System', { one: '1' })).toThrow(/one/u)
  expect(() => fillPart(prompt, 'Missing')).toThrow(/Missing/u)
})

test('languages are named in words', () => {
  expect(['en', 'zh-Hans', 'zh-Hant', 'ar'].map(languageName)).toEqual([
    'English',
    'Simplified Chinese',
    'Traditional Chinese',
    'Arabic',
  ])
  expect(languageName('und')).toBe('the language of the article')
  expect(languageName('not a tag')).toBe('the language of the article')
})
