/** The structured log every service writes: JSON lines or readable text, never a secret and never message text. */
import { type Logger, pino } from 'pino'
import pretty from 'pino-pretty'

export type Log = Logger

/** A bot token inside an address or an error message: bot id, colon, 35 characters. https://core.telegram.org/bots/api#authorizing-your-bot */
const tokenPattern = /\d{5,}:[\w-]{30,}/gu
/** Name and password in an address: postgres://name:password@host. */
const passwordPattern = /(\w+:\/\/[^\s/:@]*):[^\s/@]+@/gu
/** Keys as the common model servers give them, and what an Authorization header carries. */
const keyPattern = /\b(?:sk-[\w-]{16,}|Bearer\s+[\w.~+/-]{16,}=*)/gu

/** `text` with every bot token, password and key in it replaced, for logs and error messages. */
export function redact(text: string): string {
  return text
    .replace(tokenPattern, '[token]')
    .replace(passwordPattern, '$1:[password]@')
    .replace(keyPattern, '[key]')
}

/** What an error may say beside its words: codes and names, which nobody outside writes. */
const told = ['code', 'error_code', 'method', 'table', 'column', 'constraint'] as const

/**
 * Errors carry along what was under way: grammY's the parameters of the call, the database's the row or the values of
 * the query. Only what is named here is written.
 */
const withoutPayload = (error: Error): Record<string, unknown> => {
  // What failed, and what failed while that was being cleaned up; the error that holds both says nothing itself.
  if (error instanceof SuppressedError)
    return { failed: withoutPayload(error.suppressed as Error), after: withoutPayload(error.error as Error) }
  const all: Readonly<Record<string, unknown>> = pino.stdSerializers.err(error)
  return Object.fromEntries(
    ['type', 'message', 'stack', ...told].flatMap((name) =>
      all[name] === undefined ? [] : [[name, all[name]]],
    ),
  )
}

/** Creates the log of this process; `format` 'text' is for people, 'json' for collectors. Writes to stderr. */
export function createLog(options: { level: string; format: 'text' | 'json' }): Log {
  const settings = {
    level: options.level,
    redact: ['token', 'apiKey', 'password', 'databaseUrl', '*.token', '*.apiKey'],
    serializers: { err: withoutPayload },
    hooks: {
      streamWrite: redact,
    },
  }
  if (options.format === 'json') return pino(settings, pino.destination({ fd: 2, sync: true }))
  return pino(
    settings,
    pretty({ destination: 2, sync: true, colorize: process.stderr.isTTY, ignore: 'pid,hostname' }),
  )
}

/** A log that writes nothing, for tests and one-off commands. */
export const silentLog: Log = pino({ level: 'silent' })
