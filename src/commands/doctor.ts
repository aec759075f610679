/** `gazette doctor`: looks at everything Gazette depends on and says what to do about what is wrong. */
import { statfs } from 'node:fs/promises'
import { inspectMigrations } from '../db/migrate.ts'
import { catalogue } from '../sources/catalogue.ts'
import { discoverFeeds } from '../sources/discover.ts'
import { createApi } from '../telegram/api.ts'
import { readUrl } from '../pipeline/read.ts'
import type { Pipeline } from '../pipeline/context.ts'
import { type Command, type CommandContext, exitCodes } from './command.ts'

interface Check {
  name: string
  state: 'ok' | 'warning' | 'failed'
  /** What was found. */
  found: string
  /** What to do about it; empty when nothing. */
  remedy: string
}

export const doctor: Command = {
  name: 'doctor',
  usage: 'doctor [--catalogue]',
  summary:
    'check settings, database, token, model server and disk; with --catalogue every feed of the catalogue too',
  flags: { catalogue: { type: 'boolean' } },
  run: async (context, { flags }) => {
    const checks: Check[] = []
    const add = (check: Check) => {
      checks.push(check)
      const mark = { ok: 'ok     ', warning: 'warning', failed: 'FAILED ' }[check.state]
      context.io.say(
        `${mark}  ${check.name}: ${check.found}${check.remedy === '' ? '' : `\n         ${check.remedy}`}`,
      )
    }
    add({ name: 'node', state: 'ok', found: process.version, remedy: '' })
    const pipeline = await checkDatabase(context, add)
    add(await checkToken(context))
    if (pipeline) add(await checkModel(context, pipeline))
    add(await checkDisk(context))
    if (flags['catalogue'] && pipeline) for (const feed of catalogue) add(await checkFeed(pipeline, feed))
    context.io.result(checks)
    return checks.some((check) => check.state === 'failed') ? exitCodes.failed : exitCodes.done
  },
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

async function checkDatabase(
  { connect, open, config, now }: CommandContext,
  add: (check: Check) => void,
): Promise<Pipeline | null> {
  const where = config.DATABASE_URL === undefined ? `embedded, in ${config.DATA_DIR}` : 'PostgreSQL'
  try {
    const db = await connect()
    const { applied, missing, unknown } = await inspectMigrations(db)
    add({ name: 'database', state: 'ok', found: where, remedy: '' })
    const behind = missing.length > 0
    add({
      name: 'migrations',
      state: unknown.length > 0 ? 'failed' : behind ? 'warning' : 'ok',
      found: `${applied.length} applied${behind ? `, ${missing.length} missing` : ''}${unknown.length > 0 ? `, unknown: ${unknown.join(', ')}` : ''}`,
      remedy:
        unknown.length > 0
          ? 'Update Gazette: this database is newer.'
          : behind
            ? 'Run: npm run gazette -- migrate'
            : '',
    })
    const { at } = await db
      .selectNoFrom((query) => query.fn<Date>('clock_timestamp').as('at'))
      .executeTakeFirstOrThrow()
    const skew = Math.abs(at.getTime() - now().getTime())
    add({
      name: 'clock',
      state: skew > 30_000 ? 'warning' : 'ok',
      found: `${Math.round(skew / 1000)} s apart from the database's`,
      remedy: skew > 30_000 ? 'Synchronise the clocks (NTP): digests follow this machine’s clock.' : '',
    })
    return behind || unknown.length > 0 ? null : await open()
  } catch (error) {
    const remedy =
      config.DATABASE_URL === undefined
        ? 'Stop the other process or set DATA_DIR.'
        : 'Check DATABASE_URL and that the server runs.'
    add({ name: 'database', state: 'failed', found: messageOf(error), remedy })
    return null
  }
}

async function checkToken({ config }: CommandContext): Promise<Check> {
  if (config.BOT_TOKEN === undefined)
    return {
      name: 'bot token',
      state: 'warning',
      found: 'not set',
      remedy: 'Ask @BotFather for one and set BOT_TOKEN; without it only the playground talks.',
    }
  try {
    const me = await createApi(config.BOT_TOKEN, config.TELEGRAM_API_ROOT).getMe()
    return { name: 'bot token', state: 'ok', found: `@${me.username}`, remedy: '' }
  } catch (error) {
    return {
      name: 'bot token',
      state: 'failed',
      found: messageOf(error),
      remedy: 'Check BOT_TOKEN, TELEGRAM_API_ROOT and the network.',
    }
  }
}

async function checkModel({ config }: CommandContext, pipeline: Pipeline): Promise<Check> {
  if (!pipeline.model)
    return {
      name: 'model',
      state: 'ok',
      found: 'none: summaries are the articles’ own sentences',
      remedy: '',
    }
  try {
    await pipeline.model.complete({
      system: 'Answer with one word.',
      user: 'Say ok.',
      maxTokens: 5,
      temperature: 0,
    })
    return { name: 'model', state: 'ok', found: config.OPENAI_MODEL, remedy: '' }
  } catch (error) {
    return {
      name: 'model',
      state: 'failed',
      found: messageOf(error),
      remedy: 'Check OPENAI_API_KEY, OPENAI_BASE_URL and OPENAI_MODEL.',
    }
  }
}

const gibibyte = 2 ** 30

async function checkDisk({ config }: CommandContext): Promise<Check> {
  const disk = await statfs(config.DATA_DIR).catch(() => statfs('.'))
  const free = (disk.bavail * disk.bsize) / gibibyte
  return {
    name: 'disk',
    state: free < 1 ? 'warning' : 'ok',
    found: `${free.toFixed(1)} GiB free`,
    remedy: free < 1 ? 'Make room: the database grows by a few kilobytes an article.' : '',
  }
}

async function checkFeed(pipeline: Pipeline, feed: (typeof catalogue)[number]): Promise<Check> {
  const name = `${feed.topic}: ${feed.title}`
  try {
    const reading = await readUrl(pipeline, feed.url)
    if (reading.kind === 'feed')
      return { name, state: 'ok', found: `${reading.items.length} items`, remedy: '' }
  } catch {
    // Not there any more: its site may name another address.
  }
  try {
    const site = await readUrl(pipeline, feed.site)
    const [found] = site.kind === 'page' ? discoverFeeds(site.html, site.url) : []
    if (found !== undefined)
      return {
        name,
        state: 'warning',
        found: `moved to ${found}`,
        remedy: 'Correct the address in src/sources/catalogue.json.',
      }
  } catch (error) {
    return {
      name,
      state: 'failed',
      found: messageOf(error),
      remedy: 'Check the network; if the site is gone, remove it from src/sources/catalogue.json.',
    }
  }
  return {
    name,
    state: 'failed',
    found: 'no feed there',
    remedy: 'Correct or remove it in src/sources/catalogue.json.',
  }
}
