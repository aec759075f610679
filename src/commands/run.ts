/** Finds the command that the words name, checks its flags, runs it, and turns what it throws into an exit code. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { codeOf, messageOf, UserError } from '../core/errors.ts'
import { errorText, getLocale } from '../locales/locales.ts'
import { add } from './add.ts'
import { backup, restore } from './backup.ts'
import { type Command, type CommandContext, exitCodes, Stopped, UsageError } from './command.ts'
import { completionOf } from './completion.ts'
import { digest } from './digest.ts'
import { doctor } from './doctor.ts'
import { renderCommandHelp, renderHelp } from './help.ts'
import { migrateCommand } from './migrate.ts'
import { opmlExport, opmlImport } from './opml.ts'
import { pollCommand } from './poll.ts'
import { stats } from './stats.ts'
import { summarise } from './summarise.ts'

const onData: readonly Command[] = [
  add,
  pollCommand,
  digest,
  summarise,
  opmlImport,
  opmlExport,
  stats,
  doctor,
  migrateCommand,
  backup,
  restore,
]

/** Commands that run once and end; `start` and `playground` are the cli's own. */
export const commands: readonly Command[] = [...onData, completionOf(onData)]

/** What a command writes while it runs; 'progress' is a passing line that the next one may replace. */
export type Write = (kind: 'stdout' | 'stderr' | 'progress', text: string) => void

/** Who asks for a command: where what it says goes, until when, and the folder that names of files start from. */
export interface Asker {
  write: Write
  signal: AbortSignal
  folder: string
}

/** Runs one command line and returns its exit code; never throws for what a person typed. */
export async function runCommand(
  words: readonly string[],
  makeContext: (io: CommandContext['io']) => CommandContext,
  { write, signal, folder }: Asker,
): Promise<number> {
  const [name = '', ...rest] = words
  const command = commands.find((each) => each.name === name)
  if (!command) return explainUnknown(name, rest[0], write)
  try {
    const { values, positionals } = parseArgs({
      args: rest,
      options: { ...command.flags, json: { type: 'boolean' }, help: { type: 'boolean' } },
      allowPositionals: true,
    })
    if (values['help']) {
      write('stdout', renderCommandHelp(command))
      return exitCodes.done
    }
    const surplus = positionals[command.most]
    if (surplus !== undefined) throw new UsageError(`${name} does not take ${surplus}.`)
    const json = values['json'] === true
    const context = makeContext({
      say: (line) => {
        if (!json) write('stdout', `${line}\n`)
      },
      result: (value) => {
        if (json) write('stdout', `${JSON.stringify(value, null, 2)}\n`)
      },
      progress: (line) => {
        if (signal.aborted) throw new Stopped('Stopped.')
        write('progress', line)
      },
      signal,
      pathOf: (file) => resolve(folder, file),
    })
    return await command.run(context, { words: positionals, flags: values })
  } catch (error) {
    const { exitCode, text } = explain(error, command)
    write('stderr', text)
    return exitCode
  }
}

function explainUnknown(name: string, topic: string | undefined, write: Write): number {
  const isHelp = name === '' || name === 'help' || name === '--help' || name === '-h'
  const about = isHelp ? commands.find((each) => each.name === topic) : undefined
  if (isHelp) write('stdout', about ? renderCommandHelp(about) : renderHelp(commands))
  else write('stderr', `There is no command ${name}.\n\n${renderHelp(commands)}`)
  return isHelp ? exitCodes.done : exitCodes.usage
}

function explain(error: unknown, command: Command): { exitCode: number; text: string } {
  if (error instanceof UserError)
    return { exitCode: exitCodes.failed, text: `${errorText(getLocale('en'), error)}\n` }
  const badFlag = error instanceof TypeError && codeOf(error).startsWith('ERR_PARSE_ARGS')
  if (error instanceof UsageError || badFlag)
    return {
      exitCode: exitCodes.usage,
      text: `${error.message}\nUsage: npm run gazette -- ${command.usage}\n`,
    }
  return { exitCode: exitCodes.failed, text: `${messageOf(error)}\n` }
}
