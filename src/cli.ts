#!/usr/bin/env node
/** The `gazette` command: starts services or the playground, or runs one command here or in the process that holds the data. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Config, ConfigError, playgroundDir, readConfig, wantsPlayground } from './config.ts'
import { createClock } from './clock.ts'
import { exitCodes } from './commands/command.ts'
import { createOneOff } from './commands/one-off.ts'
import { forwardCommand } from './commands/remote.ts'
import { type Outcome, renderHelp, runCommand } from './commands/run.ts'
import { findLockHolder } from './db/lock.ts'
import { createLog, type Log } from './log.ts'
import { startServiceProcess } from './start-services.ts'

async function main(words: readonly string[]): Promise<number | null> {
  const config = readConfig()
  const log = createLog({ level: config.LOG_LEVEL, format: config.LOG_FORMAT })
  const [name] = words
  if (name === 'playground' || (name === 'start' && wantsPlayground(config))) {
    // Loaded only here: the chat server and the sample site are no part of a service.
    const { startPlaygroundProcess } = await import('./start-playground.ts')
    await startPlaygroundProcess({ config, log })
    return null
  }
  if (name === 'start') {
    await startServiceProcess({ config, log })
    return null
  }
  if (name === undefined) {
    process.stdout.write(renderHelp())
    return exitCodes.usage
  }
  return runHereOrThere(config, log, words)
}

async function runHereOrThere(config: Config, log: Log, words: readonly string[]): Promise<number> {
  const forwarded = await forwardToHolder(config, words)
  const oneOff = createOneOff({ config, log, clock: createClock() })
  const outcome = forwarded ?? (await runCommand(words, oneOff.makeContext))
  await oneOff.close()
  process.stdout.write(outcome.stdout)
  process.stderr.write(outcome.stderr)
  return outcome.exitCode
}

/** A running process that holds the embedded database, or the playground where nothing else is set, does it for us. */
async function forwardToHolder(config: Config, words: readonly string[]): Promise<Outcome | null> {
  if (config.DATABASE_URL !== undefined) return null
  const folders = [config.DATA_DIR, ...(wantsPlayground(config) ? [playgroundDir(config)] : [])]
  for (const folder of folders)
    if ((await findLockHolder(folder)) !== null) return forwardCommand(folder, words.map(absolute))
  return null
}

/** The other process may run in another folder: a word that names a file here is made absolute. */
function absolute(word: string): string {
  return existsSync(word) ? resolve(word) : word
}

try {
  const exitCode = await main(process.argv.slice(2))
  if (exitCode !== null) process.exit(exitCode)
} catch (error) {
  const text =
    error instanceof ConfigError
      ? `Settings:\n${error.message}`
      : error instanceof Error
        ? error.message
        : String(error)
  process.stderr.write(`${text}\n`)
  process.exit(exitCodes.failed)
}
