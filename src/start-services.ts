/** `gazette start` with settings: runs the named services until a signal ends them. */
import { createClock } from './clock.ts'
import { openDatabase } from './commands/one-off.ts'
import { type Config, services as allServices } from './config.ts'
import type { Log } from './log.ts'
import { startGazette } from './main.ts'
import { publicCatalogue } from './public-catalogue.ts'
import { runUntilSignal } from './shutdown.ts'

/** Starts and returns; the process lives on until a signal. Rejects where it cannot start. */
export async function startServiceProcess({ config, log }: { config: Config; log: Log }): Promise<void> {
  const services = config.SERVICES ?? allServices
  const needsToken = services.filter((service) => service === 'bot' || service === 'sender')
  if (config.BOT_TOKEN === undefined && needsToken.length > 0) {
    if (config.SERVICES !== undefined) throw new Error(`BOT_TOKEN is needed by: ${needsToken.join(', ')}`)
    log.warn(`BOT_TOKEN is not set: ${needsToken.join(' and ')} will not run`)
  }
  const clock = createClock()
  await runUntilSignal(log, async (started, fail) => {
    const database = await openDatabase(config, clock.now())
    started.defer(database.close)
    const tracing = config.OTEL_EXPORTER_OTLP_ENDPOINT === undefined ? null : await loadTracing()
    if (tracing) started.defer(tracing.close)
    const running = await startGazette({
      config,
      services,
      database,
      clock,
      log,
      catalogue: publicCatalogue,
      onFatal: fail,
      ...(tracing ? { tracer: tracing.tracer } : {}),
    })
    started.defer(running.close)
    if (database.engine.kind === 'pglite') {
      const { contextIn, listenForCommands } = await import('./commands/remote.ts')
      started.defer(await listenForCommands(config.DATA_DIR, contextIn(config, running.pipeline)))
    }
    log.info({ services, web: running.webUrl }, 'Gazette is running')
  })
}

/** Loaded only here: who sends no traces does not pay for them. */
async function loadTracing() {
  const { startTracing } = await import('./tracing.ts')
  return startTracing()
}
