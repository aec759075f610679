/** `gazette playground`: the whole service on its own embedded database, beside a local Bot API server with a chat page and a sample site. */
import { rm } from 'node:fs/promises'
import { type Clock, createClock } from './clock.ts'
import { contextIn, listenForCommands } from './commands/remote.ts'
import { type Config, playgroundDir } from './config.ts'
import { topicCatalogue } from './core/topic-catalogue.ts'
import { type Database, openEmbedded } from './db/connect.ts'
import { findLockHolder } from './db/lock.ts'
import type { Log } from './log.ts'
import { type Running, startGazette } from './main.ts'
import { readPage } from './playground/page/page.ts'
import { type BotApi, startBotApi } from './playground/server.ts'
import { type Site, startSite } from './playground/site/site.ts'
import { runUntilSignal } from './shutdown.ts'

/** Any number will do: no token of Telegram's leads here. */
const token = '1000000001:playground'

export interface Playground {
  api: BotApi
  site: Site
  running: Running
  close(): Promise<void>
}

/** Starts the sample site, the local Bot API server with its page, and the service between them; closes what it began where one fails. */
export async function startPlayground(needs: {
  config: Config
  database: Database
  clock: Clock
  log: Log
  onFatal: (error: Error) => void
}): Promise<Playground> {
  const { config, clock } = needs
  await using started = new AsyncDisposableStack()
  const site = await startSite({ now: clock.now, start: clock.now() })
  started.defer(site.close)
  let gazette: Running | null = null
  const api = await startBotApi({
    token,
    now: clock.now,
    host: config.HOST,
    port: config.PORT,
    page: readPage,
    suggestions: site.suggestions,
    advance: async (to) => gazette?.advance(to),
  })
  started.defer(api.close)
  const running = await startGazette({
    ...needs,
    config: {
      ...config,
      // One person plays everybody, as fast as they like.
      READER_PER_MINUTE: 1e6,
      READER_PER_DAY: 1e6,
      BOT_TOKEN: token,
      // Nothing leaves the machine for what somebody only names.
      GUESS_SITES: false,
      TELEGRAM_API_ROOT: api.url,
      FETCH_ALLOW: [...config.FETCH_ALLOW, new URL(site.url).host],
    },
    services: ['bot', 'worker', 'scheduler', 'sender'],
    catalogue: { topics: topicCatalogue, feeds: site.feeds },
    spacingMs: 0,
  })
  gazette = running
  started.defer(running.close)
  const open = started.move()
  return { api, site, running, close: () => open.disposeAsync() }
}

/** Starts and returns; the process lives on until a signal. Each start begins anew, as the chats do. */
export async function startPlaygroundProcess({ config, log }: { config: Config; log: Log }): Promise<void> {
  const dataDir = playgroundDir(config)
  const clock = createClock()
  if ((await findLockHolder(dataDir)) === null) await rm(dataDir, { recursive: true, force: true })
  await runUntilSignal(log, async (started, onFatal) => {
    const database = await openEmbedded(dataDir, clock.now())
    started.defer(database.close)
    const { api, site, running, close } = await startPlayground({ config, database, clock, log, onFatal })
    started.defer(close)
    started.defer(await listenForCommands(dataDir, contextIn(config, running.pipeline)))
    process.stdout.write(welcome(api.url, site.url))
  })
}

function welcome(page: string, site: string): string {
  return `
Gazette's playground is ready. Open it in a browser:

    ${page}

It is a chat like Telegram's, with a sample site at ${site} and a clock to move.
To go live: ask @BotFather in Telegram for a bot token, then run
    BOT_TOKEN=123456:ABC... npm start
Stop with Ctrl+C. Nothing here leaves this machine.
`
}
