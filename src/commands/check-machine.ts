/** What `gazette doctor` finds out about this machine: settings, disk, the model server, and addresses that must be reachable. */
import { readFile, stat, statfs } from 'node:fs/promises'
import { parseEnv } from 'node:util'
import { settingNames } from '../config.ts'
import { modelOf } from '../make-pipeline.ts'
import { type Check, safeMessageOf, ok } from './check.ts'
import type { CommandContext } from './command.ts'

const gibibyte = 2 ** 30
const reachMs = 8000
/** What Node, npm, OpenTelemetry and Docker Compose read. */
const isForOthers = /^(?:NODE|npm|NPM|OTEL|POSTGRES|COMPOSE|DOCKER|TZ|LANG|PATH)(?:_|$)/u

/** Settings that are right by themselves and wrong together, and secrets that others may read. */
export async function checkSettings({ config, io }: Pick<CommandContext, 'config' | 'io'>): Promise<Check[]> {
  const checks = [ok('node', process.version)]
  const warn = (found: string, remedy: string) =>
    checks.push({ name: 'settings', state: 'warning', found, remedy })
  if (config.PUBLIC_URL?.startsWith('http:') && !/\/\/(?:localhost|127\.)/u.test(config.PUBLIC_URL))
    warn(
      'PUBLIC_URL is not https',
      'Telegram posts to https addresses only: put a proxy with a certificate in front.',
    )
  if (config.WEBHOOK_SECRET !== undefined && config.PUBLIC_URL === undefined)
    warn(
      'WEBHOOK_SECRET is set, PUBLIC_URL is not',
      'Set PUBLIC_URL to receive by webhook, or remove the secret.',
    )
  if (config.DATABASE_URL === undefined && config.SERVICES !== undefined && config.SERVICES.length < 5)
    warn(
      'SERVICES divides Gazette, but the embedded database belongs to one process',
      'Set DATABASE_URL, or remove SERVICES.',
    )
  if (config.LLM_DAILY_TOKENS === 0)
    warn('LLM_DAILY_TOKENS is 0', 'The model is never asked; raise it, or remove the key.')
  const file = io.pathOf('.env')
  const given = Object.keys(parseEnv(await readFile(file, 'utf8').catch(() => '')))
  const unknown = given.filter((name) => !settingNames.includes(name) && !isForOthers.test(name))
  if (unknown.length > 0)
    warn(`.env names what is no setting: ${unknown.join(', ')}`, 'Look for the right name in .env.example.')
  const secrets = await stat(file).catch(() => null)
  if (secrets && (secrets.mode & 0o044) !== 0 && process.platform !== 'win32')
    warn('.env can be read by other accounts', 'Run: chmod 600 .env')
  if (checks.length === 1) checks.push(ok('settings', 'fit together'))
  return checks
}

/** Asks the model one word, as its settings say. */
export async function checkModel({ config }: CommandContext): Promise<Check> {
  const model = await modelOf(config)
  if (!model) return ok('model', 'none: summaries are the articles’ own sentences')
  try {
    await model.complete({ system: 'Answer with one word.', user: 'Say ok.', maxTokens: 5, temperature: 0 })
    return ok('model', `${config.OPENAI_MODEL} at ${new URL(model.baseUrl).host}`)
  } catch (error) {
    return {
      name: 'model',
      state: 'failed',
      found: safeMessageOf(error),
      remedy:
        'Check OPENAI_API_KEY, OPENAI_BASE_URL and OPENAI_MODEL; until then summaries are the articles’ own sentences.',
    }
  }
}

/** Looks how much room DATA_DIR, or the folder where it will be, has left. */
export async function checkDisk({ config }: CommandContext): Promise<Check> {
  const disk = await statfs(config.DATA_DIR).catch(() => statfs('.'))
  const free = (disk.bavail * disk.bsize) / gibibyte
  const found = `${free.toFixed(1)} GiB free`
  if (free >= 1) return ok('disk', found)
  const remedy =
    'Make room: the database grows by a few kilobytes an article. RETAIN_DAYS says how long texts are kept.'
  return { name: 'disk', state: free < 0.1 ? 'failed' : 'warning', found, remedy }
}

/** Every address that the settings name, asked once; any answer will do. */
export async function checkAddresses({ config }: CommandContext): Promise<Check[]> {
  const named = [
    [
      'PUBLIC_URL',
      config.PUBLIC_URL && `${config.PUBLIC_URL}/hubs/`,
      'Start the web service, and check that the proxy in front of it forwards /telegram/ and /hubs/.',
    ],
    ['RSSHUB_URL', config.RSSHUB_URL, 'Check that the instance runs.'],
    ['WEWE_RSS_URL', config.WEWE_RSS_URL, 'Check that the instance runs.'],
    ['PROXY_URL', config.PROXY_URL, 'Check that the proxy runs; no page can be read without it.'],
  ] as const
  return Promise.all(
    named.flatMap(([name, url, remedy]) => (url === undefined ? [] : [checkAddress(name, url, remedy)])),
  )
}

async function checkAddress(name: string, url: string, remedy: string): Promise<Check> {
  try {
    const answer = await fetch(url, {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(reachMs),
    })
    if (name === 'PUBLIC_URL' && !answer.ok)
      return { name, state: 'failed', found: `${url} answers ${answer.status}`, remedy }
    return ok(name, `${new URL(url).host} answers`)
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    return { name, state: 'failed', found: `${new URL(url).host}: ${safeMessageOf(cause)}`, remedy }
  }
}
