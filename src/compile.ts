/** Loads what cli.ts loads only when it is needed, by which Node has compiled it for whoever starts next; preflight.mjs asks for it. */
import '@electric-sql/pglite'
import './commands/one-off.ts'
import './commands/remote.ts'
import { loadMigrations } from './db/migrate.ts'
import './llm/client.ts'
import './pipeline/hubs.ts'
import './queue/schedule.ts'
import './queue/workers.ts'
import './start-playground.ts'
import './start-services.ts'
import './start-telegram.ts'
import './start-web.ts'
import './tracing.ts'

await loadMigrations()
