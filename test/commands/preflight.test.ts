/** The step before every start: all code is compiled once, by another process, and what runs for long has its memory bounded. */
import { execFileSync } from 'node:child_process'
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { startProgram } from '../support/process.ts'

test('preflight compiles all that a start loads, and is asked once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gazette-compile-'))
  try {
    const environment = { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') }
    const compiled = () => globSync('compiled/**/*', { cwd: folder }).toSorted()
    execFileSync(process.execPath, ['preflight.mjs'], { env: environment })
    const first = compiled()
    expect(first.length).toBeGreaterThan(500)
    execFileSync(process.execPath, ['preflight.mjs'], { env: environment })
    expect(compiled()).toEqual(first)

    // What a start loads is all the same where its database has been made before, though it has never been migrated.
    const place = join(folder, 'data/db')
    mkdirSync(place, { recursive: true })
    execFileSync('tar', ['-xf', inject('blankTemplate'), '-C', place], { stdio: 'ignore' })
    const program = startProgram(['start'], {
      NODE_COMPILE_CACHE: environment.NODE_COMPILE_CACHE,
      NODE_DEBUG_NATIVE: 'COMPILE_CACHE',
      DATA_DIR: join(folder, 'data'),
      BOT_TOKEN: '1000000001:AAtestTestTESTtestTestTESTtestTest_te',
      TELEGRAM_API_ROOT: 'http://127.0.0.1:9',
      PORT: '0',
    })
    await program.says('Gazette is running')
    await program.end('SIGTERM')
    expect(program.output().split('retrieving transpile cache').length).toBeGreaterThan(100)
    expect(program.output()).not.toContain('no transpile cache')
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('what runs for long begins with its memory bounded, and what does not begins at once', () => {
  const told =
    'data:text/javascript,console.log(`told ${process.env.MALLOC_TRIM_THRESHOLD_} ${process.execArgv[0]}`)'
  const run = (word: string, databaseUrl: string) =>
    execFileSync(
      process.execPath,
      ['--import', './preflight.mjs', '--import', told, 'src/cli.ts', word, '--help'],
      { encoding: 'utf8', env: { ...process.env, DATABASE_URL: databaseUrl } },
    )
  const asItWas = /^told undefined --import$/mu
  const isLinux = process.platform === 'linux'
  expect(run('start', '')).toMatch(isLinux ? /^told 131072 --liftoff-only$/mu : asItWas)
  expect(run('start', 'postgres://127.0.0.1:9/none')).toMatch(isLinux ? /^told 131072 --import$/mu : asItWas)
  expect(run('stats', '')).toMatch(asItWas)
})

test('the version is that of the package, whatever the settings are', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  const words = ['--import', './preflight.mjs', 'src/cli.ts', '--version']
  const env = { ...process.env, PORT: 'none' }
  expect(execFileSync(process.execPath, words, { encoding: 'utf8', env })).toBe(`${version}\n`)
})
