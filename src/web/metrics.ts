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
import type { Log } from '../log.ts'
import type { Route } from './server.ts'
import { within } from './within.ts'

export interface MetricsNeeds {
  db: Kysely<Tables>
  now: () => Date
  registry: Registry
  log: Log
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
  database_up: ['1 where the database answered; what it knows is missing otherwise', []],
} as const satisfies Record<string, readonly [string, readonly string[]]>

/** A scrape is given up after 10 seconds: a database that takes longer than this, in milliseconds, is as good as away. */
const patienceMs = 8000

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
      const state = await within(patienceMs, readState(needs)).catch((error: unknown) => {
        needs.log.warn({ err: error }, 'the database could not be asked for metrics')
        return null
      })
      // From here to the end nothing waits, so that two requests at once do not mix.
      for (const each of Object.values(gauge)) each.reset()
      gauge.database_up.set(state === null ? 0 : 1)
      if (state) show(state, gauge)
      for (const [name, count] of Object.entries(needs.pool() ?? {}))
        gauge.database_pool.set({ state: name }, count)
      return { status: 200, type: registry.contentType, body: await registry.metrics() }
    },
  }
}

type State = Awaited<ReturnType<typeof readState>>

async function readState({ db, now }: MetricsNeeds) {
  const at = now()
  const since = new Date(at.getTime() - day)
  return {
    at,
    queue: await countQueue(db),
    summaries: await countSummaries(db, since),
    sources: await countSources(db),
    due: await countDueSchedules(db, at),
    digests: await countDigestsSince(db, since),
    outbox: await countOutbox(db, since),
    lanes: await listLanes(db),
    usage: await sumUsageOfDay(db, at.toISOString().slice(0, 10)),
  }
}

function show(state: State, gauge: Record<keyof typeof gauges, Gauge>): void {
  const at = state.at.getTime()
  for (const { job, state: name, count, oldestSeconds } of state.queue) {
    gauge.queue_jobs.set({ job, state: name }, count)
    if (oldestSeconds !== null) gauge.queue_oldest_seconds.set({ job }, oldestSeconds)
  }
  for (const { model, bullets, repaired, replaced } of state.summaries)
    for (const [fate, count] of Object.entries({ made: bullets, repaired, replaced }))
      gauge.bullets_last_day.set({ model, fate }, count)
  for (const [name, count] of Object.entries(state.sources)) gauge.sources.set({ state: name }, count)
  const { due } = state
  gauge.schedules_due.set(due.count)
  gauge.schedule_oldest_due_seconds.set(due.oldest ? (at - due.oldest.getTime()) / 1000 : 0)
  for (const { state: name, late, count } of state.digests)
    gauge.digests_last_day.set({ state: name, late: String(late) }, count)
  for (const { state: name, count } of state.outbox.waiting)
    gauge.deliveries_waiting.set({ state: name }, count)
  for (const { state: name, count } of state.outbox.recent)
    gauge.deliveries_last_day.set({ state: name }, count)
  for (const { botId, rate, pauseUntil } of state.lanes) {
    gauge.lane_rate.set({ bot: String(botId) }, rate)
    const paused = pauseUntil ? Math.max(0, (pauseUntil.getTime() - at) / 1000) : 0
    gauge.lane_paused_seconds.set({ bot: String(botId) }, paused)
  }
  for (const { model, tokens } of state.usage) gauge.model_tokens_today.set({ model }, tokens)
}
