#!/usr/bin/env node
/** The `gazette` command: starts services or the playground, or runs one command here or in the process that holds the data. */
import { type Config, ConfigError, readConfig, wantsPlayground } from './config.ts'
import { createClock } from './clock.ts'
import { exitCodes } from './commands/command.ts'
import { createOneOff } from './commands/one-off.ts'
import { forwardCommand } from './commands/remote.ts'
import { renderHelp, runCommand } from './commands/run.ts'
import { findLockHolder } from './db/lock.ts'
import { createLog, type Log } from './log.ts'
import { startPlaygroundProcess } from './start-playground.ts'
import { startServiceProcess } from './start-services.ts'

async function main(words: readonly string[]): Promise<number | null> {
  const config = readConfig()
  const log = createLog({ level: config.LOG_LEVEL, format: config.LOG_FORMAT })
  const [name] = words
  if (name === 'playground' || (name === 'start' && wantsPlayground(config))) {
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
  const held = config.DATABASE_URL === undefined && (await findLockHolder(config.DATA_DIR)) !== null
  const forwarded = held ? await forwardCommand(config.DATA_DIR, words) : null
  const oneOff = createOneOff({ config, log, clock: createClock() })
  const outcome = forwarded ?? (await runCommand(words, oneOff.makeContext))
  await oneOff.close()
  process.stdout.write(outcome.stdout)
  process.stderr.write(outcome.stderr)
  return outcome.exitCode
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
