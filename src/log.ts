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

/** Message text that grammY's errors carry along with the call: its parameters. */
const withoutPayload = (error: Error) => {
  const { payload: _payload, ctx: _ctx, ...rest } = pino.stdSerializers.err(error)
  return rest
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
