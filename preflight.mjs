// First step of every npm script: says in one line when the pinned Node could not be installed, has the code compiled once,
// and starts what runs for long with its memory bounded. Plain JavaScript, because an older Node cannot run the TypeScript files at all.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import module from 'node:module'
import { dirname, join } from 'node:path'

const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  console.error(
    `Gazette runs on Node 24, which "npm ci" installs beside it, but this is Node ${process.versions.node}. ` +
      'Run "npm ci" with install scripts allowed (npm config get ignore-scripts must say false), or install Node 24.',
  )
  process.exit(1)
}

const [, program = '', word = ''] = process.argv
const isGazette = program.endsWith('cli.ts')

// Before the program itself: settings from .env, where there is one. What the environment says goes first.
if (isGazette) {
  try {
    process.loadEnvFile()
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
}

// Beside the packages, which nobody else may write, unlike the system's temporary folder. Where it cannot be written,
// every start compiles anew (https://nodejs.org/api/module.html#module-compile-cache).
const here = import.meta.dirname
module.enableCompileCache(join(here, 'node_modules/.cache/compiled'))
const compiled = module.getCompileCacheDir()
// A process that compiles keeps some 40 MB of what that takes for as long as it lives: another one does it beforehand.
const livesLong = !isGazette || word === 'start' || word === 'playground'
if (compiled !== undefined && livesLong && readdirSync(compiled).length === 0)
  spawnSync(process.execPath, ['--import', join(here, 'src/compile.ts'), join(here, 'src/cli.ts')], {
    env: { ...process.env, NODE_COMPILE_CACHE: dirname(compiled) },
    stdio: 'ignore',
  })

// With every large block that is freed the C library keeps more of them for itself, up to 32 MB, and a process grows with
// each burst; told fixed sizes it gives them back (https://man7.org/linux/man-pages/man3/mallopt.3.html). It is told by the
// environment that a process begins with: this one begins again, under the same number.
const { config } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'))
const isTold = Object.keys(config.allocator).every((name) => name in process.env)
if (isGazette && livesLong && process.platform === 'linux' && !isTold)
  process.execve(process.execPath, [process.execPath, ...process.execArgv, ...process.argv.slice(1)], {
    ...config.allocator,
    ...process.env,
  })
