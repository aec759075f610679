/** The help texts: all commands on one screen, and one command with its flags and examples. */
import type { Command } from './command.ts'

const started = [
  { usage: 'start', summary: 'run the services (or the playground where nothing is set)' },
  { usage: 'playground', summary: 'try everything in a local chat, with sample feeds' },
]

/** Every command with its words. */
export function renderHelp(commands: readonly Command[]): string {
  const rows = [...started, ...commands].map(({ usage, summary }) => ({
    usage: usage.split('\n')[0]!,
    summary,
  }))
  const width = Math.max(...rows.map((row) => row.usage.length))
  return [
    'Usage: npm run gazette -- COMMAND [--json] [--help]',
    '',
    ...rows.map((row) => `  ${row.usage.padEnd(width)}  ${row.summary}`),
    '',
    'help COMMAND shows its flags and examples, --version the version. Settings come from the environment and from .env (see .env.example).',
    'Exit codes: 0 done, 1 failed (the reason is on standard error), 2 the words made no sense.',
    '',
  ].join('\n')
}

/** One command: usage, what it is for, flags, examples. */
export function renderCommandHelp(command: Command): string {
  const flags = [
    ...Object.entries(command.flags).map(([name, { type, about }]) => ({
      flag: `--${name}${type === 'string' ? ' VALUE' : ''}`,
      about,
    })),
    { flag: '--json', about: 'the result as one JSON value on standard output' },
  ]
  const width = Math.max(...flags.map(({ flag }) => flag.length))
  return [
    `Usage: npm run gazette -- ${command.usage}`,
    '',
    `${command.summary[0]!.toUpperCase()}${command.summary.slice(1)}.`,
    '',
    ...flags.map(({ flag, about }) => `  ${flag.padEnd(width)}  ${about}`),
    '',
    'Examples:',
    ...command.examples.map((words) => `  npm run gazette -- ${words}`),
    '',
  ].join('\n')
}
