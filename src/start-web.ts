/** Opens the web service with every route that the running services bring. */
import type { Config, Service } from './config.ts'
import { inspectMigrations } from './db/migrate.ts'
import type { StartNeeds } from './main.ts'
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

/** Starts listening. Rejects where the port is taken. */
export function openWeb(
  needs: StartNeeds & {
    telemetry: ProcessTelemetry
    /** What the other services bring: the webhook, and the address that hubs call. */
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
        pool: () =>
          engine.kind === 'postgres'
            ? {
                total: engine.pool.totalCount,
                idle: engine.pool.idleCount,
                waiting: engine.pool.waitingCount,
              }
            : null,
      }),
      ...needs.routes,
    ],
  })
}
