/** The documents keep their word: every test that they name is there, every command and setting is described. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commands } from '../src/commands/run.ts'
import { accepted, licencesFile, listLicences, renderLicences } from './support/licences.ts'

const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')

test('every threat names a test that exists', () => {
  const rows = read('docs/security.md')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (?:---|threat)/u.test(line))
  expect(rows.length).toBeGreaterThan(10)
  // The last column: one test or several.
  const files = rows.flatMap((row) => {
    const named = row
      .split('|')
      .at(-2)!
      .match(/(?<=`)test\/[^`]+(?=`)/gu)
    return named ?? [row]
  })
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([])
})

test('the licences are those of the lock file, and all may be passed on', () => {
  expect(readFileSync(licencesFile, 'utf8')).toBe(renderLicences())
  expect(listLicences().filter(({ licence }) => !accepted.test(licence))).toEqual([])
})

test('every command has its line in docs/cli.md, with examples that name it', () => {
  const page = read('docs/cli.md')
  expect(commands.filter(({ name }) => !page.includes(`| \`${name}`)).map(({ name }) => name)).toEqual([])
  for (const { name, examples } of commands)
    expect(examples.every((words) => words.startsWith(name))).toBe(true)
})

test('a copy of .env.example decides nothing, so that what a container or a unit sets stays', () => {
  expect(read('.env.example').match(/^[A-Z_]+=.+$/gmu)).toBeNull()
})

test('every setting is explained in .env.example and listed in the README', () => {
  const settings = [...read('src/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+):/gmu)].map((match) => match[1]!)
  expect(settings.length).toBeGreaterThan(20)
  const hidden = (name: string) => name.startsWith('GAZETTE_TEST')
  for (const page of ['.env.example', 'README.md', 'README.zh.md'])
    expect(settings.filter((name) => !hidden(name) && !read(page).includes(name))).toEqual([])
})

describe('the README is the same in both languages', () => {
  const [english, chinese] = [read('README.md'), read('README.zh.md')]
  /** Without what only one of them has: the way to the other, and the pictures in its language. */
  const linksIn = (page: string) =>
    [...page.matchAll(/\]\(([^)]+)\)|<(https?:[^>]+)>/gu)]
      .map((match) => match[1] ?? match[2]!)
      .filter((link) => !/^README|\.png$/u.test(link))
  const codeIn = (page: string) =>
    [...page.matchAll(/^```sh\n(.*?)^```/gmsu)].map((match) => match[1]!.replaceAll(/\s+#.*$/gmu, ''))
  /** Commands, settings and values in a line, wherever its language puts them. */
  const namesIn = (line: string) => [...line.matchAll(/`([^`]+)`/gu)].map((match) => match[1]!).toSorted()
  const rowsIn = (page: string) =>
    page
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map(namesIn)

  test('each leads to the other, with pictures that are there', () => {
    expect(english).toContain('](README.zh.md)')
    expect(chinese).toContain('](README.md)')
    const pictures = [...`${english}${chinese}`.matchAll(/docs\/[\w-]+\.png/gu)].map(([path]) => path)
    expect(pictures.length).toBeGreaterThan(8)
    expect(pictures.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })
  test('the same chapters, links and commands in the same order', () => {
    const chapters = (page: string) => page.match(/^#+ /gmu)
    expect(chapters(chinese)).toEqual(chapters(english))
    expect(linksIn(chinese)).toEqual(linksIn(english))
    expect(codeIn(chinese)).toEqual(codeIn(english))
  })
  test('the same rows in the tables, and the same names in the text', () => {
    expect(rowsIn(chinese)).toEqual(rowsIn(english))
    const inText = (page: string) => [...new Set(namesIn(page.replaceAll(/^```.*?^```/gmsu, '')))]
    expect(inText(chinese)).toEqual(inText(english))
  })
})
