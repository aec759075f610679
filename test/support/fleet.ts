/** Gazette divided over four processes on one PostgreSQL database, with a Bot API server and a shared clock beside them. */
import { createClock, saveOffset } from '../../src/clock.ts'
import { openPostgres, type Database } from '../../src/db/connect.ts'
import { type BotApi, startBotApi } from '../../src/playground/server.ts'
import { createTestPostgres } from './databases.ts'
import { testToken } from './gazette.ts'
import { type Program, startProgram } from './process.ts'

export type FleetService = 'bot' | 'worker' | 'scheduler' | 'sender'
const fleetServices: readonly FleetService[] = ['bot', 'worker', 'scheduler', 'sender']

export interface Fleet {
  api: BotApi
  database: Database
  now(): Date
  /** Moves the clock of every process. */
  advance(ms: number): Promise<void>
  start(service: FleetService): Promise<void>
  /** kill -9. */
  kill(service: FleetService): Promise<void>
  close(): Promise<void>
}

/** Starts the Bot API server and the four services; `environment` is added to each. */
export async function startFleet(environment: Record<string, string>): Promise<Fleet> {
  const { url, drop } = await createTestPostgres()
  const database = openPostgres(url, { max: 2 })
  const clock = createClock()
  const api = await startBotApi({ token: testToken, now: clock.now })
  const programs = new Map<FleetService, Program>()
  const start = async (service: FleetService) => {
    const program = startProgram(['start'], {
      BOT_TOKEN: testToken,
      TELEGRAM_API_ROOT: api.url,
      DATABASE_URL: url,
      SERVICES: service,
      GAZETTE_TEST_CLOCK: 'true',
      ...environment,
    })
    programs.set(service, program)
    await program.says('Gazette is running')
  }
  await Promise.all(fleetServices.map(start))
  return {
    api,
    database,
    now: clock.now,
    advance: async (ms) => {
      clock.setOffset(clock.offsetMs() + ms)
      await saveOffset(database.db, clock.offsetMs())
    },
    start,
    kill: async (service) => {
      await programs.get(service)?.end('SIGKILL')
    },
    close: async () => {
      const codes = await Promise.all([...programs.values()].map((program) => program.end('SIGTERM')))
      await api.close()
      await database.close()
      await drop()
      const bad = [...programs].filter((_, index) => ![0, null].includes(codes[index] ?? null))
      if (bad.length > 0)
        throw new Error(bad.map(([name, program]) => `${name}:\n${program.output()}`).join('\n'))
    },
  }
}
