/** `gazette stats`: the numbers that say how an installation is doing. */
import { parsePrices, priceOf } from '../core/budget.ts'
import { countArticles } from '../db/articles.ts'
import { countDeliveries } from '../db/deliveries.ts'
import { listLanes } from '../db/lanes.ts'
import { sumLedger } from '../db/ledger.ts'
import { countComposed, countDigests } from '../db/digests.ts'
import { countSources } from '../db/sources.ts'
import { countSubscribers } from '../db/subscribers.ts'
import { countSummaries } from '../db/summaries.ts'
import { sumUsage } from '../db/usage.ts'
import { countDays } from '../db/daily.ts'
import { type Command, UsageError } from './command.ts'
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
    const { db } = await open()
    const since = new Date(now().getTime() - month).toISOString().slice(0, 10)
    const prices = parsePrices(config.LLM_PRICES)
    const composed = await countComposed(db, new Date(now().getTime() - month))
    const usage = (await sumUsage(db, since)).map((row) => {
      const usd = priceOf(prices, row.model, row)
      const summaryTokens = { inputTokens: row.summaryInputTokens, outputTokens: row.summaryOutputTokens }
      const onSummaries = priceOf(prices, row.model, summaryTokens)
      return {
        ...row,
        usd,
        usdPerArticle: onSummaries === null || row.articles === 0 ? null : onSummaries / row.articles,
        // All that a model did for readers, shared out over the digests they got.
        usdPerDigest: usd === null || composed === 0 ? null : usd / composed,
      }
    })
    const numbers = {
      sources: await countSources(db),
      articles: await countArticles(db),
      subscribers: await countSubscribers(db),
      digests: await countDigests(db),
      deliveries: await countDeliveries(db),
      ledger: await sumLedger(db, new Date(now().getTime() - month)),
      lanes: await listLanes(db),
      summaries: await countSummaries(db),
      usage,
      days: await countDays(db, now(), days),
    }
    const states = (rows: readonly { state: string; count: number }[]) =>
      rows.length === 0 ? 'none' : rows.map((row) => `${row.count} ${row.state}`).join(', ')
    io.say(
      `Sources      ${numbers.sources.total} (${numbers.sources.followed} followed, ${numbers.sources.failing} failing)`,
    )
    io.say(`Articles     ${numbers.articles.total} (${numbers.articles.ready} ready)`)
    io.say(`Subscribers  ${states(numbers.subscribers)}`)
    io.say(`Digests      ${states(numbers.digests)}`)
    io.say(`Deliveries   ${states(numbers.deliveries)}`)
    const { ledger, lanes } = numbers
    io.say(
      `Ledger       ${ledger.due} due in 30 days: ${ledger.sent} sent, ${ledger.empty} with nothing new, ${ledger.late} late, ${ledger.merged} merged into a later one`,
    )
    io.say(
      `Parts        ${ledger.parts}: ${ledger.partsSent} sent, ${ledger.waiting} waiting, ${ledger.copies} sent again, ${ledger.unknown} unknown, ${ledger.failed} failed`,
    )
    for (const { error, count } of ledger.why) io.say(`Why not      ${count}: ${error}`)
    for (const lane of lanes)
      io.say(
        `Lane         bot ${lane.botId}: ${lane.rate.toFixed(1)} of ${lane.maxRate} sends a second, ${lane.floods} answers 429` +
          (lane.pauseUntil && lane.pauseUntil > now()
            ? `, paused until ${lane.pauseUntil.toISOString()}`
            : ''),
      )
    io.say(
      `Summaries    ${numbers.summaries.map((row) => `${row.count} by ${row.model}`).join(', ') || 'none'}`,
    )
    for (const row of numbers.summaries.filter(({ model }) => model !== 'extract'))
      io.say(
        `Bullets      ${row.model}: ${row.bullets} made, ${row.repaired} repaired, ${row.replaced} replaced`,
      )
    for (const row of usage)
      io.say(
        `Model        ${row.model}: ${row.calls} calls, ${row.inputTokens} tokens in, ${row.outputTokens} out` +
          `${row.usd === null ? '' : `, ${row.usd.toFixed(2)} USD`} in 30 days` +
          (row.usdPerArticle === null ? '' : `, ${row.usdPerArticle.toFixed(5)} USD an article`) +
          (row.usdPerDigest === null ? '' : `, ${row.usdPerDigest.toFixed(5)} USD a digest`),
      )
    io.say('')
    for (const line of renderDays(numbers.days)) io.say(line)
    io.result(numbers)
    return 0
  },
}
