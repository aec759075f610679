/** Opens the web service with every route that the running services bring. */
import type { Config, Service } from './config.ts'
import { inspectMigrations } from './db/migrate.ts'
import type { StartNeeds } from './main.ts'
import type { Pipeline } from './pipeline/context.ts'
import { botIdOf, receivesByWebhook } from './start-telegram.ts'
import type { ProcessTelemetry } from './telemetry.ts'
import { healthRoutes } from './web/health.ts'
import { metricsRoute } from './web/metrics.ts'
import { type Route, startWeb, type Web } from './web/server.ts'

/** The leases without which the services of this process are of no use. */
function leasesOf(config: Config, services: readonly Service[]): string[] {
  if (config.BOT_TOKEN === undefined) return []
  const botId = botIdOf(config.BOT_TOKEN)
  const polls = services.includes('bot') && !receivesByWebhook(config, services)
  return [...(services.includes('sender') ? [`sender:${botId}`] : []), ...(polls ? [`poller:${botId}`] : [])]
}

/** What hubs call; loaded only where they can reach us, since it brings all of the reading with it. */
async function openHubs(pipeline: Pipeline): Promise<Route[]> {
  const [{ acceptPush, verifyHub }, { hubRoutes }] = await Promise.all([
    import('./pipeline/hubs.ts'),
    import('./web/hubs.ts'),
  ])
  return hubRoutes({
    verify: (token, query) => verifyHub(pipeline, token, query),
    accept: (token, push) => acceptPush(pipeline, token, push),
  })
}

/** Starts listening. Rejects where the port is taken. */
export async function openWeb(
  needs: StartNeeds & {
    telemetry: ProcessTelemetry
    pipeline: Pipeline
    /** What the other services bring: the webhook. */
    routes: readonly Route[]
  },
): Promise<Web> {
  const { config, database, clock, log, services } = needs
  const { db, engine } = database
  return startWeb({
    log,
    host: config.HOST,
    port: config.PORT,
    routes: [
      ...healthRoutes({
        db,
        now: clock.now,
        inspectSchema: () => inspectMigrations(db),
        leases: leasesOf(config, services),
      }),
      metricsRoute({
        db,
        now: clock.now,
        registry: needs.telemetry.registry,
        log,
        pool: () =>
          engine.kind === 'postgres'
            ? {
                total: engine.pool.totalCount,
                idle: engine.pool.idleCount,
                waiting: engine.pool.waitingCount,
              }
            : null,
      }),
      ...(config.PUBLIC_URL === undefined ? [] : await openHubs(needs.pipeline)),
      ...needs.routes,
    ],
  })
}
