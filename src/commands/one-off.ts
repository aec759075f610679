/** The handles of a command that runs in a process of its own: opened on first use, closed at the end. */
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import { seedCatalogue } from '../db/catalogue.ts'
import { type Database, openEmbedded, openPostgres } from '../db/connect.ts'
import { migrate } from '../db/migrate.ts'
import type { Log } from '../log.ts'
import { createPipeline } from '../make-pipeline.ts'
import type { Pipeline } from '../pipeline/context.ts'
import { createQueue, type Queue } from '../queue/queue.ts'
import { publicCatalogue } from '../public-catalogue.ts'
import type { CommandContext } from './command.ts'

export interface OneOff {
  makeContext(io: CommandContext['io']): CommandContext
  close(): Promise<void>
}

/** Opens the database that the settings name. */
export function openDatabase(config: Config, now: Date): Promise<Database> | Database {
  return config.DATABASE_URL === undefined
    ? openEmbedded(config.DATA_DIR, now)
    : openPostgres(config.DATABASE_URL)
}

/** Prepares contexts for commands; the database is opened, migrated and seeded by the first that asks. */
export function createOneOff(needs: { config: Config; log: Log; clock: Clock }): OneOff {
  const { config, log, clock } = needs
  let connected: Promise<Database> | null = null
  let opened: Promise<{ queue: Queue; pipeline: Pipeline }> | null = null

  const connect = (): Promise<Database> => {
    connected ??= Promise.resolve(openDatabase(config, clock.now()))
    return connected
  }

  async function open() {
    const database = await connect()
    await migrate(database.db)
    await seedCatalogue(database.db, publicCatalogue, clock.now(), config.POLL_MINUTES * 60_000)
    const queue = await createQueue({ database, log })
    const pipeline = await createPipeline({ config, db: database.db, clock, log, enqueue: queue.enqueue })
    return { queue, pipeline }
  }

  return {
    makeContext: (io) => ({
      config,
      log,
      io,
      now: clock.now,
      connect: async () => (await connect()).db,
      open: async () => {
        opened ??= open()
        return (await opened).pipeline
      },
    }),
    close: async () => {
      const handles = await opened?.catch(() => null)
      await handles?.pipeline.fetcher.close()
      await handles?.queue.stop(1000)
      const database = await connected?.catch(() => null)
      await database?.close()
    },
  }
}
