/** The handles of a command that runs in a process of its own: opened on first use, closed at the end. */
import { createClock } from '../clock.ts'
import type { Config } from '../config.ts'
import { seedCatalogue } from '../db/catalogue.ts'
import { type Database, openEmbedded, openPostgres } from '../db/connect.ts'
import { migrate } from '../db/migrate.ts'
import type { Log } from '../log.ts'
import { createPipeline } from '../make-pipeline.ts'
import type { Pipeline } from '../pipeline/context.ts'
import { createQueue } from '../queue/queue.ts'
import { publicCatalogue } from '../public-catalogue.ts'
import type { CommandContext } from './command.ts'

/** Opens the database that the settings name. */
export function openDatabase(config: Config, now: Date): Promise<Database> | Database {
  return config.DATABASE_URL === undefined
    ? openEmbedded(config.DATA_DIR, now)
    : openPostgres(config.DATABASE_URL)
}

/**
 * Prepares contexts for commands; the database is opened, migrated and seeded by the first that asks. `opened` gets how
 * to close what was opened.
 */
export function oneOffContext(
  config: Config,
  log: Log,
  opened: AsyncDisposableStack,
): (io: CommandContext['io']) => CommandContext {
  const clock = createClock()
  let connected: Promise<Database> | null = null
  let pipeline: Promise<Pipeline> | null = null

  async function connect(): Promise<Database> {
    const database = await openDatabase(config, clock.now())
    opened.defer(database.close)
    return database
  }

  async function open(): Promise<Pipeline> {
    const database = await (connected ??= connect())
    await migrate(database.db)
    await seedCatalogue(database.db, publicCatalogue, clock.now(), config.POLL_MINUTES * 60_000)
    const queue = await createQueue({ database, log })
    opened.defer(() => queue.stop(1000))
    const made = await createPipeline({ config, db: database.db, clock, log, enqueue: queue.enqueue })
    opened.defer(() => made.fetcher.close())
    return made
  }

  return (io) => ({
    config,
    log,
    io,
    now: clock.now,
    connect: async () => (await (connected ??= connect())).db,
    open: () => (pipeline ??= open()),
  })
}
