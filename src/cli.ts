#!/usr/bin/env node
/** The `gazette` command: starts services or the playground, or runs one command here or in the process that holds the data. */
import { readFileSync } from 'node:fs'
import { type Config, ConfigError, playgroundDir, readConfig, wantsPlayground } from './config.ts'
import { exitCodes } from './commands/command.ts'
import { aloneCommands, forwardCommand } from './commands/forward.ts'
import type { Asker } from './commands/run.ts'
import { createTerminal } from './commands/terminal.ts'
import { messageOf } from './core/errors.ts'
import { findLockHolder } from './db/lock.ts'
import { createLog, type Log } from './log.ts'

// What runs the commands, the services and the playground is loaded where it is needed: a command that another process
// does for us starts in a moment.
async function main(words: readonly string[]): Promise<number | null> {
  const [name] = words
  if (name === undefined) {
    await printHelp()
    return exitCodes.usage
  }
  if (name === '--version') {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
      version: string
    }
    process.stdout.write(`${version}\n`)
    return exitCodes.done
  }
  const config = readConfig()
  const log = createLog({ level: config.LOG_LEVEL, format: config.LOG_FORMAT })
  const wantsHelp = words.includes('--help')
  if (!wantsHelp && (name === 'playground' || (name === 'start' && wantsPlayground(config)))) {
    const { startPlaygroundProcess } = await import('./start-playground.ts')
    await startPlaygroundProcess({ config, log })
    return null
  }
  if (!wantsHelp && name === 'start') {
    const { startServiceProcess } = await import('./start-services.ts')
    await startServiceProcess({ config, log })
    return null
  }
  if (name === 'start' || name === 'playground') {
    await printHelp()
    return exitCodes.done
  }
  return runHereOrThere(config, log, words)
}

async function printHelp(): Promise<void> {
  const { commands } = await import('./commands/run.ts')
  const { renderHelp } = await import('./commands/help.ts')
  process.stdout.write(renderHelp(commands))
}

async function runHereOrThere(config: Config, log: Log, words: readonly string[]): Promise<number> {
  const interrupted = new AbortController()
  process.once('SIGINT', () => interrupted.abort())
  const asker: Asker = {
    write: createTerminal(() => interrupted.abort()),
    signal: interrupted.signal,
    folder: process.cwd(),
  }
  const forwarded = await forwardToHolder(config, words, asker)
  if (forwarded !== null) return forwarded
  const [{ oneOffContext }, { runCommand }] = await Promise.all([
    import('./commands/one-off.ts'),
    import('./commands/run.ts'),
  ])
  await using opened = new AsyncDisposableStack()
  return await runCommand(words, oneOffContext(config, log, opened), asker)
}

/** A running process that holds the embedded database, or the playground where nothing else is set, does it for us. */
async function forwardToHolder(
  config: Config,
  words: readonly string[],
  asker: Asker,
): Promise<number | null> {
  if (config.DATABASE_URL !== undefined) return null
  const folders = [config.DATA_DIR, ...(wantsPlayground(config) ? [playgroundDir(config)] : [])]
  for (const folder of folders) {
    const holder = await findLockHolder(folder)
    if (holder === null) continue
    if (aloneCommands.includes(words[0] ?? '')) {
      asker.write('stderr', `Process ${holder.pid} uses the database in ${folder}: stop it first.\n`)
      return exitCodes.failed
    }
    return forwardCommand(folder, words, asker)
  }
  return null
}

try {
  const exitCode = await main(process.argv.slice(2))
  if (exitCode !== null) process.exit(exitCode)
} catch (error) {
  const text = error instanceof ConfigError ? `Settings:\n${error.message}` : messageOf(error)
  process.stderr.write(`${text}\n`)
  process.exit(exitCodes.failed)
}
