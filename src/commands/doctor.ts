/** `gazette doctor`: looks at everything Gazette depends on and says what to do about what is wrong. */
import type { Pipeline } from '../pipeline/context.ts'
import { readUrl } from '../pipeline/read.ts'
import { catalogue } from '../sources/catalogue.ts'
import { discoverFeeds } from '../sources/discover.ts'
import { checkAddresses, checkDisk, checkModel, checkSettings } from './check-machine.ts'
import { checkDatabase } from './check-database.ts'
import { checkTelegram } from './check-telegram.ts'
import { type Check, safeMessageOf } from './check.ts'
import { type Command, exitCodes } from './command.ts'

const marks = { ok: 'ok     ', warning: 'warning', failed: 'FAILED ' }

export const doctor: Command = {
  name: 'doctor',
  usage: 'doctor [--catalogue]',
  summary:
    'check settings, database, migrations, clock, token, webhook, model server, disk and addresses, each with its remedy',
  most: 0,
  flags: { catalogue: { type: 'boolean', about: 'try every feed of the public catalogue too' } },
  examples: ['doctor', 'doctor --json'],
  run: async (context, { flags }) => {
    const { io } = context
    const checks: Check[] = []
    const add = (check: Check) => {
      checks.push(check)
      const remedy = check.remedy === '' ? '' : `\n         ${check.remedy}`
      io.say(`${marks[check.state]}  ${check.name}: ${check.found}${remedy}`)
    }
    for (const check of await checkSettings(context)) add(check)
    io.progress('looking at the database')
    const pipeline = await checkDatabase(context, add)
    io.progress('asking Telegram')
    for (const check of await checkTelegram(context)) add(check)
    io.progress('asking the model')
    add(await checkModel(context))
    add(await checkDisk(context))
    for (const check of await checkAddresses(context)) add(check)
    if (flags['catalogue'] && pipeline)
      for (const [at, feed] of catalogue.entries()) {
        io.progress(`feed ${at + 1} of ${catalogue.length}: ${feed.title}`)
        add(await checkFeed(pipeline, feed))
      }
    io.result(checks)
    const count = (state: Check['state']) => checks.filter((check) => check.state === state).length
    io.say(`\n${count('ok')} ok, ${count('warning')} to look at, ${count('failed')} failed`)
    return count('failed') > 0 ? exitCodes.failed : exitCodes.done
  },
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
      found: safeMessageOf(error),
      remedy: 'Check the network; if the site is gone, remove it from src/sources/catalogue.json.',
    }
  }
  return {
    name,
    state: 'failed',
    found: 'no feed any more',
    remedy: 'Remove it from src/sources/catalogue.json.',
  }
}
