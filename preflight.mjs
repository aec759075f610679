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

const here = import.meta.dirname
const { config } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'))
const livesLong = word === 'start' || word === 'playground'

// With every large block that is freed the C library keeps more of them for itself, up to 32 MB, and a process grows with
// each burst; told fixed sizes it gives them back, and told to keep one pool for all threads, not eight times the cores,
// it keeps 30 MB less (https://man7.org/linux/man-pages/man3/mallopt.3.html). And the embedded
// database is WebAssembly with functions so large that V8's optimizing compiler takes half a gigabyte for a moment, where
// its simple one (https://v8.dev/docs/wasm-compilation-pipeline) leaves queries a quarter slower. Both are told when a
// process begins: this one begins again, under the same number.
if (isGazette && livesLong && process.platform === 'linux') {
  const flags = process.env.DATABASE_URL ? [] : [config.embeddedFlag]
  const environment = { ...config.allocator, ...process.env }
  const isTold =
    flags.every((flag) => process.execArgv.includes(flag)) &&
    Object.keys(environment).every((name) => name in process.env)
  const words = [...flags, ...process.execArgv, ...process.argv.slice(1)]
  if (!isTold) process.execve(process.execPath, [process.execPath, ...words], environment)
}

// Beside the packages, which nobody else may write, unlike the system's temporary folder. Where it cannot be written,
// every start compiles anew (https://nodejs.org/api/module.html#module-compile-cache).
module.enableCompileCache(join(here, 'node_modules/.cache/compiled'))
const compiled = module.getCompileCacheDir()
const run = (...words) =>
  spawnSync(process.execPath, words, {
    env: { ...process.env, NODE_COMPILE_CACHE: dirname(compiled) },
    stdio: 'ignore',
  })
// A process that compiles keeps some 40 MB of what that takes for as long as it lives: another one does it beforehand.
if (compiled !== undefined && (livesLong || !isGazette)) {
  const isEmbedded = process.execArgv.includes(config.embeddedFlag)
  if (readdirSync(compiled).length === 0)
    run(
      ...(isEmbedded ? [config.embeddedFlag] : []),
      '--import',
      join(here, 'src/compile.ts'),
      join(here, 'src/cli.ts'),
    )
  // V8 keeps code apart by its flags. Before anything has started, in an image or a test run, either start may come.
  if (!isGazette && !isEmbedded) run(config.embeddedFlag, import.meta.filename)
}
