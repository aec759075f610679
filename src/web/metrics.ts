/** GET /metrics in Prometheus' format: this process's own counters, and the state of the whole installation from the database. */
import { collectDefaultMetrics, Gauge, type Registry } from 'prom-client'
import type { Kysely } from 'kysely'
import type { Tables } from '../db/database.ts'
import {
  countDigestsSince,
  countDueSchedules,
  countOutbox,
  countQueue,
  sumUsageOfDay,
} from '../db/operations.ts'
import { listLanes } from '../db/lanes.ts'
import { countSources } from '../db/sources.ts'
import { countSummaries } from '../db/summaries.ts'
import type { Route } from './server.ts'

export interface MetricsNeeds {
  db: Kysely<Tables>
  now: () => Date
  registry: Registry
  /** Connections of the pool; null on the embedded database. */
  pool: () => { total: number; idle: number; waiting: number } | null
}

const day = 86_400_000

const gauges = {
  queue_jobs: ['Jobs of the queue', ['job', 'state']],
  queue_oldest_seconds: ['Age of the oldest job that could run now', ['job']],
  sources: ['Sources', ['state']],
  schedules_due: ['Schedules whose time has come and that are not planned yet', []],
  schedule_oldest_due_seconds: ['How late the latest of them is', []],
  digests_last_day: ['Digests planned in the last 24 hours', ['state', 'late']],
  deliveries_waiting: ['Message parts on their way', ['state']],
  deliveries_last_day: ['Message parts made in the last 24 hours', ['state']],
  lane_rate: ['Messages a second that a bot may send', ['bot']],
  lane_paused_seconds: ['How long Telegram asked a bot to wait from now', ['bot']],
  bullets_last_day: ['Points of summaries made in the last 24 hours', ['model', 'fate']],
  model_tokens_today: ['Tokens of all processes today (UTC), reservations included', ['model']],
  database_pool: ['Connections of the pool', ['state']],
} as const satisfies Record<string, readonly [string, readonly string[]]>

/** The route; the database is asked at each request, by index only. */
export function metricsRoute(needs: MetricsNeeds): Route {
  const { registry } = needs
  collectDefaultMetrics({ register: registry })
  const gauge = Object.fromEntries(
    Object.entries(gauges).map(([name, [help, labelNames]]) => [
      name,
      new Gauge({ name: `gazette_${name}`, help, labelNames, registers: [registry] }),
    ]),
  ) as Record<keyof typeof gauges, Gauge>
  return {
    method: 'GET',
    path: '/metrics',
    answer: async () => {
      await fill(needs, gauge)
      return { status: 200, type: registry.contentType, body: await registry.metrics() }
    },
  }
}

async function fill(needs: MetricsNeeds, gauge: Record<keyof typeof gauges, Gauge>): Promise<void> {
  const { db, now, pool } = needs
  const at = now()
  const since = new Date(at.getTime() - day)
  for (const each of Object.values(gauge)) each.reset()
  for (const { job, state, count, oldestSeconds } of await countQueue(db)) {
    gauge.queue_jobs.set({ job, state }, count)
    if (oldestSeconds !== null) gauge.queue_oldest_seconds.set({ job }, oldestSeconds)
  }
  for (const { model, bullets, repaired, replaced } of await countSummaries(db, since))
    for (const [fate, count] of Object.entries({ made: bullets, repaired, replaced }))
      gauge.bullets_last_day.set({ model, fate }, count)
  const sources = await countSources(db)
  for (const [state, count] of Object.entries(sources)) gauge.sources.set({ state }, count)
  const due = await countDueSchedules(db, at)
  gauge.schedules_due.set(due.count)
  gauge.schedule_oldest_due_seconds.set(due.oldest ? (at.getTime() - due.oldest.getTime()) / 1000 : 0)
  for (const { state, late, count } of await countDigestsSince(db, since))
    gauge.digests_last_day.set({ state, late: String(late) }, count)
  const outbox = await countOutbox(db, since)
  for (const { state, count } of outbox.waiting) gauge.deliveries_waiting.set({ state }, count)
  for (const { state, count } of outbox.recent) gauge.deliveries_last_day.set({ state }, count)
  for (const { botId, rate, pauseUntil } of await listLanes(db)) {
    gauge.lane_rate.set({ bot: String(botId) }, rate)
    const paused = pauseUntil ? Math.max(0, (pauseUntil.getTime() - at.getTime()) / 1000) : 0
    gauge.lane_paused_seconds.set({ bot: String(botId) }, paused)
  }
  for (const { model, tokens } of await sumUsageOfDay(db, at.toISOString().slice(0, 10)))
    gauge.model_tokens_today.set({ model }, tokens)
  const connections = pool()
  if (connections)
    for (const [state, count] of Object.entries(connections)) gauge.database_pool.set({ state }, count)
}
