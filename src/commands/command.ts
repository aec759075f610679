/** What a `gazette` command is: a name, a line of help, and a function that prints and returns an exit code. */
import { readFile } from 'node:fs/promises'
import type { Kysely } from 'kysely'
import type { Config } from '../config.ts'
import { UserError } from '../core/errors.ts'
import type { Tables } from '../db/database.ts'
import type { Log } from '../log.ts'
import type { Pipeline } from '../pipeline/context.ts'

/** Exit codes of every command, documented in docs/cli.md. */
export const exitCodes = { done: 0, failed: 1, usage: 2 } as const

export interface Io {
  /** Writes a line for people; dropped with --json. */
  say(line: string): void
  /** Writes the result with --json; dropped without. */
  result(value: unknown): void
  /**
   * Says how far a long command is; the next line may take its place. Never part of the output. Throws `Stopped` once
   * `signal` is aborted: a long command ends between two steps.
   */
  progress(line: string): void
  /** Aborted when whoever asked has gone away, or asked to end. */
  signal: AbortSignal
  /** The absolute path of a file that the words name: it is meant from where they were typed. */
  pathOf(name: string): string
}

export interface CommandContext {
  config: Config
  log: Log
  io: Io
  now: () => Date
  /** Opens the database as it is, on first use: behind, or newer than this version. */
  connect(): Promise<Kysely<Tables>>
  /** Opens the migrated database and the handles on first use; the running process's own where the command is forwarded. */
  open(): Promise<Pipeline>
}

export interface Arguments {
  words: string[]
  flags: Record<string, string | boolean | undefined>
}

export interface Command {
  name: string
  usage: string
  summary: string
  /** How many words it takes. */
  most: number
  /** Flags with their types and a line of help, beside --json and --help. */
  flags: Record<string, { type: 'string' | 'boolean'; about: string }>
  /** Command lines worth copying, without the program's name. */
  examples: readonly string[]
  run(context: CommandContext, given: Arguments): Promise<number>
}

/** The bytes of a file that the words name. Throws UserError 'noSuchFile'. */
export function readNamed(io: Io, file: string): Promise<Buffer> {
  return readFile(io.pathOf(file)).catch((cause: unknown) => {
    throw new UserError('noSuchFile', { file }, { cause })
  })
}

/** Thrown by a command whose words make no sense; the message says what was expected. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Thrown where whoever asked for a command has asked for its end. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
}
