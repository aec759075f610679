/** How `npm start` starts Gazette's own processes: what a bench or a test starts runs the same. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const { scripts, config } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: { start: string }
  config: { allocator: Record<string, string>; embeddedFlag: string }
}

const ownFlags = scripts.start.split(' ').filter((word) => /^--[\w-]+=/u.test(word))

/** Where compiled code is kept between starts, and what the C library is told of memory. */
export const ownEnvironment = {
  NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled'),
  ...config.allocator,
}

/** Flags of Node, on a PostgreSQL server or with the embedded database. */
export const flagsOn = (isServer: boolean) => (isServer ? ownFlags : [...ownFlags, config.embeddedFlag])

/** Flags and environment, as a fork takes them. */
export const asStarted = (isServer: boolean) => ({
  execArgv: flagsOn(isServer),
  env: { ...process.env, ...ownEnvironment },
})

/**
 * Has a program compiled as preflight.mjs has Gazette's own: without words of the command line it ends when it is loaded.
 * One that compiles by itself holds what that takes for as long as it lives, and the compiler with it.
 */
export function compileBeforehand(program: string, isServer: boolean): void {
  const { execArgv, env } = asStarted(isServer)
  const words = [...execArgv, '--import', join(root, 'src/compile.ts'), program]
  const { status } = spawnSync(process.execPath, words, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) throw new Error(`${program} does not load`)
}
