/** Finds the command that the words name, checks its flags, runs it, and turns what it throws into an exit code. */
import { parseArgs } from 'node:util'
import { UserError } from '../core/errors.ts'
import { errorText, getLocale } from '../locales/locales.ts'
import { type Command, type CommandContext, exitCodes, UsageError } from './command.ts'
import { add } from './add.ts'
import { digest } from './digest.ts'
import { doctor } from './doctor.ts'
import { migrateCommand } from './migrate.ts'
import { opmlExport, opmlImport } from './opml.ts'
import { pollCommand } from './poll.ts'
import { stats } from './stats.ts'
import { summarise } from './summarise.ts'

/** Commands that run once and end; `start` and `playground` are the cli's own. */
export const commands: readonly Command[] = [
  add,
  pollCommand,
  digest,
  summarise,
  opmlImport,
  opmlExport,
  stats,
  doctor,
  migrateCommand,
]

/** The help text: every command with its words. */
export function renderHelp(): string {
  const rows = [
    { usage: 'start', summary: 'run the services (or the playground where nothing is set)' },
    { usage: 'playground', summary: 'try everything in a local chat, with sample feeds' },
    ...commands,
  ]
  const width = Math.max(...rows.map((row) => row.usage.length))
  const lines = rows.map((row) => `  ${row.usage.padEnd(width)}  ${row.summary}`)
  return ['Usage: npm run gazette -- COMMAND [--json] [--help]', '', ...lines, ''].join('\n')
}

export interface Outcome {
  exitCode: number
  stdout: string
  stderr: string
}

/** Runs one command line; never throws for what a person typed. */
export async function runCommand(
  words: readonly string[],
  makeContext: (io: CommandContext['io']) => CommandContext,
): Promise<Outcome> {
  const [name = '', ...rest] = words
  const command = commands.find((each) => each.name === name)
  if (!command) {
    const known = name === '' || name === 'help' || name === '--help'
    return known
      ? { exitCode: exitCodes.done, stdout: renderHelp(), stderr: '' }
      : { exitCode: exitCodes.usage, stdout: '', stderr: `There is no command ${name}.\n\n${renderHelp()}` }
  }
  let stdout = ''
  try {
    const { values, positionals } = parseArgs({
      args: rest,
      options: { ...command.flags, json: { type: 'boolean' }, help: { type: 'boolean' } },
      allowPositionals: true,
    })
    if (values['help'])
      return {
        exitCode: exitCodes.done,
        stdout: `Usage: npm run gazette -- ${command.usage}\n${command.summary}\n`,
        stderr: '',
      }
    const json = values['json'] === true
    const context = makeContext({
      say: (line) => {
        if (!json) stdout += `${line}\n`
      },
      result: (value) => {
        if (json) stdout += `${JSON.stringify(value, null, 2)}\n`
      },
    })
    const exitCode = await command.run(context, { words: positionals, flags: values })
    return { exitCode, stdout, stderr: '' }
  } catch (error) {
    return { ...explain(error, command), stdout }
  }
}

function explain(error: unknown, command: Command): { exitCode: number; stderr: string } {
  if (error instanceof UserError)
    return { exitCode: exitCodes.failed, stderr: `${errorText(getLocale('en'), error)}\n` }
  const badFlag =
    error instanceof TypeError &&
    String((error as NodeJS.ErrnoException).code ?? '').startsWith('ERR_PARSE_ARGS')
  if (error instanceof UsageError || badFlag)
    return {
      exitCode: exitCodes.usage,
      stderr: `${error.message}\nUsage: npm run gazette -- ${command.usage}\n`,
    }
  return { exitCode: exitCodes.failed, stderr: `${error instanceof Error ? error.message : String(error)}\n` }
}
