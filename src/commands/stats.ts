/** `gazette stats`: the numbers that say how an installation is doing. */
import { parsePrices, priceOf } from '../core/budget.ts'
import { countArticles } from '../db/articles.ts'
import type { Db } from '../db/database.ts'
import { countDeliveries } from '../db/deliveries.ts'
import { listLanes } from '../db/lanes.ts'
import { sumLedger } from '../db/ledger.ts'
import { countComposed, countDigests } from '../db/digests.ts'
import { countSources } from '../db/sources.ts'
import { countSubscribers } from '../db/subscribers.ts'
import { countSummaries } from '../db/summaries.ts'
import { sumUsage } from '../db/usage.ts'
import { countDays } from '../db/daily.ts'
import { type Command, exitCodes, UsageError } from './command.ts'
import { renderDays } from './chart.ts'

const month = 30 * 86_400_000

export const stats: Command = {
  name: 'stats',
  usage: 'stats [--days N]',
  summary:
    'sources, articles, subscribers, digests, deliveries, tokens and cost, with a chart of the last days',
  most: 0,
  flags: { days: { type: 'string', about: 'how many days the chart shows, 1 to 90; 14 unless told' } },
  examples: ['stats', 'stats --days 30'],
  run: async ({ open, io, now, config }, { flags }) => {
    const days = Number(flags['days'] ?? 14)
    if (!Number.isInteger(days) || days < 1 || days > 90)
      throw new UsageError('--days must be a number from 1 to 90.')
    const numbers = await readNumbers((await open()).db, now(), days, config.LLM_PRICES)
    for (const line of describe(numbers, now())) io.say(line)
    io.result(numbers)
    return exitCodes.done
  },
}

type Numbers = Awaited<ReturnType<typeof readNumbers>>

async function readNumbers(db: Db, now: Date, days: number, prices: string) {
  const since = new Date(now.getTime() - month)
  const known = parsePrices(prices)
  const composed = await countComposed(db, since)
  const usage = (await sumUsage(db, since.toISOString().slice(0, 10))).map((row) => {
    const usd = priceOf(known, row.model, row)
    const summaryTokens = { inputTokens: row.summaryInputTokens, outputTokens: row.summaryOutputTokens }
    const onSummaries = priceOf(known, row.model, summaryTokens)
    return {
      ...row,
      usd,
      usdPerArticle: onSummaries === null || row.articles === 0 ? null : onSummaries / row.articles,
      // All that a model did for readers, shared out over the digests they got.
      usdPerDigest: usd === null || composed === 0 ? null : usd / composed,
    }
  })
  return {
    sources: await countSources(db),
    articles: await countArticles(db),
    subscribers: await countSubscribers(db),
    digests: await countDigests(db),
    deliveries: await countDeliveries(db),
    ledger: await sumLedger(db, since),
    lanes: await listLanes(db),
    summaries: await countSummaries(db),
    usage,
    days: await countDays(db, now, days),
  }
}

/** The numbers in lines for people. */
function describe(
  { sources, articles, ledger, lanes, summaries, usage, ...numbers }: Numbers,
  now: Date,
): string[] {
  return [
    `Sources      ${sources.total} (${sources.followed} followed, ${sources.failing} failing)`,
    `Articles     ${articles.total} (${articles.ready} ready)`,
    `Subscribers  ${states(numbers.subscribers)}`,
    `Digests      ${states(numbers.digests)}`,
    `Deliveries   ${states(numbers.deliveries)}`,
    `Ledger       ${ledger.due} due in 30 days: ${ledger.sent} sent, ${ledger.empty} with nothing new, ${ledger.late} late, ${ledger.merged} merged into a later one`,
    `Parts        ${ledger.parts}: ${ledger.partsSent} sent, ${ledger.waiting} waiting, ${ledger.copies} sent again, ${ledger.unknown} unknown, ${ledger.failed} failed`,
    ...ledger.why.map(({ error, count }) => `Why not      ${count}: ${error}`),
    ...lanes.map(
      (lane) =>
        `Lane         bot ${lane.botId}: ${lane.rate.toFixed(1)} of ${lane.maxRate} sends a second, ${lane.floods} answers 429` +
        (lane.pauseUntil && lane.pauseUntil > now ? `, paused until ${lane.pauseUntil.toISOString()}` : ''),
    ),
    `Summaries    ${summaries.map((row) => `${row.count} by ${row.model}`).join(', ') || 'none'}`,
    ...summaries
      .filter(({ model }) => model !== 'extract')
      .map(
        (row) =>
          `Bullets      ${row.model}: ${row.bullets} made, ${row.repaired} repaired, ${row.replaced} replaced`,
      ),
    ...usage.map(
      (row) =>
        `Model        ${row.model}: ${row.calls} calls, ${row.inputTokens} tokens in, ${row.outputTokens} out` +
        `${row.usd === null ? '' : `, ${row.usd.toFixed(2)} USD`} in 30 days` +
        (row.usdPerArticle === null ? '' : `, ${row.usdPerArticle.toFixed(5)} USD an article`) +
        (row.usdPerDigest === null ? '' : `, ${row.usdPerDigest.toFixed(5)} USD a digest`),
    ),
    '',
    ...renderDays(numbers.days),
  ]
}

const states = (rows: readonly { state: string; count: number }[]): string =>
  rows.length === 0 ? 'none' : rows.map((row) => `${row.count} ${row.state}`).join(', ')
