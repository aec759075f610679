/** Keeps the shape of the house: who may import whom, how long a file may be, where the environment is read. */
import { globSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** Folder under src -> the folders it may import from (itself always included). */
const allowed: Record<string, readonly string[]> = {
  core: [],
  locales: ['core'],
  db: ['core'],
  sources: ['core'],
  llm: ['core'],
  telegram: ['core', 'db', 'locales'],
  pipeline: ['core', 'db', 'sources', 'llm', 'locales'],
  bot: ['core', 'db', 'telegram', 'locales'],
  queue: ['core', 'db', 'pipeline'],
  web: ['core', 'db', 'locales'],
  playground: ['core'],
}
/** The folder of the command line, which may import everything, as the files beside it may. */
const unbound = ['commands']
/** Packages that core may use: small and pure. */
const corePackages = ['temporal-polyfill', 'markdown-it', 'markdown-it-cjk-friendly', 'tz-lookup']
/** Files outside folders that any folder may import. */
const shared = ['src/log.ts', 'src/pause.ts']

const sources = globSync('src/**/*.ts', { cwd: root })
const everything = [...sources, ...globSync('{test,migrations}/**/*.ts', { cwd: root })]
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const importsOf = (file: string) =>
  [...read(file).matchAll(/(?<![.\w])(?:from\s+|import\s*\(?\s*)'([^']+)'/gu)].map((match) => match[1]!)
const folderOf = (file: string) => (file.split('/').length > 2 ? file.split('/')[1]! : null)

test('imports go one way', () => {
  const breaches: string[] = []
  for (const file of sources) {
    const folder = folderOf(file)
    if (folder === null || unbound.includes(folder)) continue
    for (const name of importsOf(file)) {
      if (name.startsWith('.')) {
        const target = relative(root, join(root, dirname(file), name))
        const to = folderOf(target)
        if (target.startsWith('prompts') || shared.includes(target) || to === folder) continue
        if (to === null || !allowed[folder]?.includes(to)) breaches.push(`${file} imports ${target}`)
      } else if (
        folder === 'core' &&
        !corePackages.some((each) => name === each || name.startsWith(`${each}/`))
      )
        breaches.push(`${file} imports ${name}`)
    }
  }
  expect(breaches).toEqual([])
})

test('every folder under src is in the table', () => {
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  )
  expect(
    folders.map((entry) => entry.name).filter((name) => !(name in allowed) && !unbound.includes(name)),
  ).toEqual([])
})

test('files stay under 250 lines, catalogues aside', () => {
  const long = everything
    .filter((file) => !file.startsWith('src/locales/'))
    .map((file) => ({ file, lines: read(file).split('\n').length - 1 }))
    .filter(({ lines }) => lines > 250)
  expect(long).toEqual([])
})

test('only config.ts reads the environment', () => {
  const readers = sources.filter((file) => file !== 'src/config.ts' && read(file).includes('process.env'))
  expect(readers).toEqual([])
})

test('every file opens with a sentence that says its job', () => {
  const silent = everything.filter((file) => !/^(?:#!.*\n)?\/\*\* \S/u.test(read(file)))
  expect(silent).toEqual([])
})

test('relative imports name the .ts file', () => {
  const wrong = everything.flatMap((file) =>
    importsOf(file)
      .filter((name) => name.startsWith('.') && !/\.(?:ts|json|mjs)$/u.test(name))
      .map((name) => `${file}: ${name}`),
  )
  expect(wrong).toEqual([])
})

test('the settled dependencies are direct, and the top level holds what it must', () => {
  const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>
  for (const name of ['grammy', 'node-cron', 'openai', 'kysely', 'pg']) {
    expect(manifest['dependencies']).toHaveProperty(name)
    expect(
      sources.some((file) => importsOf(file).some((each) => each === name || each.startsWith(`${name}/`))),
    ).toBe(true)
  }
  expect(manifest['devDependencies']).toHaveProperty('vitest')
  const exact = Object.values({ ...manifest['dependencies'], ...manifest['devDependencies'] })
  expect(exact.filter((version) => !/^(?:npm:[^@]+@)?\d+\.\d+\.\d+/u.test(version))).toEqual([])
  expect(readdirSync(root)).toEqual(
    expect.arrayContaining([
      'src',
      'migrations',
      'prompts',
      'test',
      'package.json',
      'tsconfig.json',
      '.env.example',
    ]),
  )
})
