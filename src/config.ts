/** Every environment variable, parsed once at start; a bad one is refused with its name. */
import { join } from 'node:path'
import { z } from 'zod'

export const services = ['bot', 'worker', 'scheduler', 'sender', 'web'] as const
export type Service = (typeof services)[number]

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean),
)
const flag = z
  .enum(['0', '1', 'true', 'false', 'yes', 'no', 'on', 'off'], 'must be true or false')
  .transform((text) => ['1', 'true', 'yes', 'on'].includes(text))
const whole = (least: number, most: number) =>
  z.coerce
    .number(`must be a number`)
    .int('must be a whole number')
    .min(least, `must be at least ${least}`)
    .max(most, `must be at most ${most}`)
const web = z
  .url({ protocol: /^https?$/u, error: 'must be an http or https address' })
  .transform((url) => url.replace(/\/+$/u, ''))
const timeZone = z.string().refine(isTimeZone, 'must be an IANA time zone, for example Asia/Shanghai')

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

const schema = z.object({
  BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/u, 'must look like 123456:ABC-DEF, as @BotFather gives it')
    .optional(),
  TELEGRAM_API_ROOT: web.default('https://api.telegram.org'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\//u, 'must start with postgres://')
    .optional(),
  DATA_DIR: z.string().default('./data'),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: web.optional(),
  OPENAI_MODEL: z.string().default('gpt-4o-mini'),
  LLM_DAILY_TOKENS: whole(0, 1e12).default(2_000_000),
  LLM_READER_DAILY_TOKENS: whole(0, 1e12).default(100_000),
  /** Calls under way at once, and begun in a minute, to the model's server. */
  LLM_CONCURRENCY: whole(1, 1000).default(4),
  LLM_PER_MINUTE: whole(1, 1e6).default(120),
  LLM_PRICES: z.string().default(''),
  SERVICES: list
    .pipe(
      z
        .array(z.enum(services, `must name services from: ${services.join(', ')}`))
        .nonempty('must name at least one service'),
    )
    .optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: whole(0, 65_535).default(8080),
  PUBLIC_URL: web.optional(),
  WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/u, 'must be 16 to 256 letters, digits, _ or -')
    .optional(),
  /** OpenTelemetry reads its other variables itself. */
  OTEL_EXPORTER_OTLP_ENDPOINT: web.optional(),
  ADMIN_IDS: list
    .pipe(z.array(z.string().regex(/^\d{1,15}$/u, 'must list numeric Telegram user ids')))
    .transform((ids) => ids.map(Number))
    .default([]),
  INVITE_ONLY: flag.default(false),
  READER_PER_MINUTE: whole(1, 1e6).default(60),
  READER_PER_DAY: whole(1, 1e6).default(300),
  /** Sources that one process reads at once. */
  POLL_CONCURRENCY: whole(1, 1000).default(100),
  POLL_MINUTES: whole(5, 1440).default(30),
  SITE_TIME_ZONE: timeZone.default('UTC'),
  RSSHUB_URL: web.optional(),
  WEWE_RSS_URL: web.optional(),
  /** Whether a name that no source goes by is looked for at the addresses it may have. */
  GUESS_SITES: flag.default(true),
  SEND_PER_SECOND: whole(1, 1000).default(30),
  PAID_BROADCAST: flag.default(false),
  AMBIGUOUS_SEND: z.enum(['resend', 'hold'], 'must be resend or hold').default('resend'),
  FETCH_ALLOW: list.default([]),
  PROXY_URL: web.optional(),
  RETAIN_DAYS: whole(1, 36_500).default(365),
  LOG_LEVEL: z
    .enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'silent'],
      'must be trace, debug, info, warn, error or silent',
    )
    .default('info'),
  LOG_FORMAT: z.enum(['text', 'json'], 'must be text or json').default('text'),
  /** Tests only: processes share the clock offset stored in the database. */
  GAZETTE_TEST_CLOCK: flag.default(false),
})

/** Every setting there is. */
export const settingNames: readonly string[] = Object.keys(schema.shape)

export type Config = Readonly<z.infer<typeof schema>>

/** Thrown by `readConfig`: one line for each setting that is wrong. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** Parses the environment; unset and empty mean the default. Throws `ConfigError` naming every wrong setting. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const result = schema.safeParse(given)
  if (result.success) return result.data
  const lines = result.error.issues.map((issue) => `${issue.path[0]?.toString() ?? ''} ${issue.message}`)
  throw new ConfigError([...new Set(lines)].join('\n'))
}

/** Where the playground keeps its database. */
export function playgroundDir(config: Config): string {
  return join(config.DATA_DIR, 'playground')
}

/** Whether `gazette start` means the playground: nothing says otherwise. */
export function wantsPlayground(config: Config): boolean {
  return config.BOT_TOKEN === undefined && config.DATABASE_URL === undefined && config.SERVICES === undefined
}
