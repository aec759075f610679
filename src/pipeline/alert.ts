/** Tells the operators in private what needs them: a spent budget, a sender that stands still, an outage, a dead topic; each once. */
import {
  clearAlerts,
  countNewFailures,
  findStalled,
  listDeadTopics,
  markAlerted,
  sumDayTokens,
} from '../db/alerts.ts'
import { insertDeliveries } from '../db/deliveries.ts'
import type { Subscriber } from '../db/database.ts'
import { listOperators } from '../db/subscribers.ts'
import { getLocale, type Locale, topicName } from '../locales/locales.ts'
import type { Pipeline } from './context.ts'

const minuteMs = 60_000
/** A sender that has sent nothing for so long stands still. */
const stalledMs = 10 * minuteMs
const outageMs = 60 * minuteMs
/** Fewer failures, or a smaller part of all, are the sites' own trouble. */
const leastFailures = 10
const outagePart = 0.5
const deadDays = 7

interface Alert {
  key: string
  words: (locale: Locale) => string
}

/** Runs by the clock; what was told is told again only after it has passed. */
export async function alertOperators(pipeline: Pipeline): Promise<void> {
  const { db, settings } = pipeline
  if (settings.adminIds.length === 0) return
  const alerts = await findAlerts(pipeline)
  await clearAlerts(
    db,
    alerts.map(({ key }) => key),
  )
  const operators = await listOperators(db, settings.adminIds)
  if (operators.length === 0) return
  for (const alert of alerts) await tell(pipeline, alert, operators)
}

async function findAlerts({ db, model, now, settings }: Pipeline): Promise<Alert[]> {
  const at = now()
  const ago = (ms: number) => new Date(at.getTime() - ms)
  const found: Alert[] = []
  const day = at.toISOString().slice(0, 10)
  if (model && (await sumDayTokens(db, day)) >= settings.dailyTokens)
    found.push({ key: `budget:${day}`, words: ({ admin }) => admin.alerts.budget })
  const stalled = await findStalled(db, ago(stalledMs))
  if (stalled) {
    const minutes = Math.round((at.getTime() - stalled.getTime()) / minuteMs)
    found.push({ key: 'lane', words: ({ admin }) => admin.alerts.lane(minutes) })
  }
  const { failing, all } = await countNewFailures(db, ago(outageMs))
  if (failing >= leastFailures && failing >= all * outagePart)
    found.push({ key: 'outage', words: ({ admin }) => admin.alerts.outage(failing, all) })
  for (const { slug, names } of await listDeadTopics(db, ago(deadDays * 24 * 60 * minuteMs)))
    found.push({
      key: `topic:${slug}`,
      words: ({ admin, tag }) => admin.alerts.topic(topicName(names, tag), deadDays),
    })
  return found
}

async function tell(pipeline: Pipeline, alert: Alert, operators: readonly Subscriber[]): Promise<void> {
  const at = pipeline.now()
  await pipeline.db.transaction().execute(async (trx) => {
    if (!(await markAlerted(trx, alert.key, at))) return
    await insertDeliveries(
      trx,
      operators.map((operator) => ({
        botId: operator.bot_id,
        subscriberId: operator.id,
        digestId: null,
        part: 0,
        kind: 'notice' as const,
        payload: {
          method: 'sendMessage' as const,
          params: { text: alert.words(getLocale(operator.locale)) },
        },
        key: `alert:${alert.key}:${at.getTime()}:${operator.id}`,
      })),
      at,
    )
  })
}
