/** Times one article from its feed to a message and a search for two words, and weighs the process at rest and busy; on the embedded database and on PostgreSQL. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addCrowd } from '../../src/playground/people.ts'
import { type BotApi, startBotApi } from '../../src/playground/server.ts'
import { type Row, rowsOf } from '../quality/row.ts'
import { openChild } from '../support/child.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { rss, startWebServer, type WebServer } from '../support/web-server.ts'
import { ofTimes } from './programs/at-scale.ts'
import { asStarted, compileBeforehand } from '../support/own-flags.ts'
import type { WholeOrder } from './programs/whole.ts'

const token = '1000000001:AAtestTestTESTtestTestTESTtestTest_te'
/** With the first of them one of `keepers` each. */
const rounds = 12
/** The first are left out: code is compiled and connections are made. */
const warmUp = 2
const restMs = 5000
const names = ['embedded database', 'PostgreSQL'] as const

/** MB that a process holds (VmRSS) or has held at most (VmHWM); Linux alone says. */
function memoryOf(pid: number, field: 'VmRSS' | 'VmHWM'): string {
  const kilobytes = new RegExp(`${field}:\\s+(\\d+)`, 'u').exec(
    readFileSync(`/proc/${pid}/status`, 'utf8'),
  )?.[1]
  return `${(Number(kilobytes) / 1024).toFixed(0)} MB`
}

/** Resolves when the bot's next message arrives. */
const nextMessage = (api: BotApi) =>
  new Promise<void>((resolve) => {
    const look: Parameters<typeof api.world.listeners.add>[0] = (happening) => {
      if (happening.kind !== 'call' || happening.call.method !== 'sendMessage') return
      api.world.listeners.delete(look)
      resolve()
    }
    api.world.listeners.add(look)
  })

const keepers =
  'Corvid bakery,Jackdaw foundry,Starling orchard,Wagtail library,Plover ferry,Siskin theatre,Dunlin kiln,Heron quarry,Osprey brewery,Lapwing mint,Curlew tannery,Godwit chapel,Merlin observatory,Wigeon lighthouse'.split(
    ',',
  )

/** So many invented events, each unlike the others. */
function publish(web: WebServer, count: number): void {
  const items = keepers.slice(0, count).map((keeper, at) => ({
    title: `${keeper} reopens`,
    url: `${web.url}/post/${at}`,
    text: [
      `The ${keeper} in Port Selwyn opened its doors again after ${at + 2} years.`,
      `Its keeper, Ada ${keeper.split(' ')[0]}son, spent ${(at + 1) * 110} thousand crowns on the roof.`,
      `Visitors came from ${at + 4} valleys and stayed until dark.`,
    ].join(' '),
    at: new Date(Date.now() - 60_000),
  }))
  web.pages.set('/feed.xml', rss('Port', items.toReversed()))
}

async function measureOn(engine: (typeof names)[number], place: string): Promise<Row[]> {
  const web = await startWebServer()
  const api = await startBotApi({ token, now: () => new Date() })
  addCrowd(api.world, 1)
  const path = join(import.meta.dirname, 'programs/whole.ts')
  const isServer = place.startsWith('postgres')
  compileBeforehand(path, isServer)
  const program = fork(path, [token, api.url, place, web.host], asStarted(isServer))
  const make = rowsOf(
    'one process with bot, worker and sender; the feed and the Bot API server on the same machine, no model',
  )
  const row = (measure: string, figure: string, n: number) => make(`${measure}, ${engine}`, figure, n)
  try {
    const [whole] = await openChild(program)
    const ask = <Answer>(order: WholeOrder) => whole.ask<Answer>(order)
    const url = `${web.url}/feed.xml`
    await new Promise((resolve) => setTimeout(resolve, restMs))
    const idle = memoryOf(program.pid!, 'VmRSS')
    await ask({ do: 'fill' })
    await ask({ do: 'follow', url })
    const reading: number[] = []
    const telling: number[] = []
    for (let round = 1; round <= warmUp + rounds; round += 1) {
      publish(web, round)
      const begun = performance.now()
      await ask({ do: 'poll', url })
      const ready = performance.now()
      const arrives = nextMessage(api)
      await ask({ do: 'tell' })
      await arrives
      if (round <= warmUp) continue
      reading.push(ready - begun)
      telling.push(performance.now() - ready)
    }
    const searching = await ask<number[]>({ do: 'search' })
    const both = reading.map((ms, at) => ms + telling[at]!)
    return [
      row(
        'publish to message, but for the waits that are chosen: median / p95',
        ofTimes(both, [0.5, 0.95]),
        rounds,
      ),
      row('  its feed asked to all of it ready: median / p95', ofTimes(reading, [0.5, 0.95]), rounds),
      row('  its digest due to its message there: median / p95', ofTimes(telling, [0.5, 0.95]), rounds),
      row(
        'search for two words in 20,000 articles: p50 / p95 / p99',
        ofTimes(searching, [0.5, 0.95, 0.99]),
        searching.length,
      ),
      row('memory at rest', idle, 1),
      row('memory at most, after all of this', memoryOf(program.pid!, 'VmHWM'), 1),
    ]
  } finally {
    program.kill('SIGKILL')
    await once(program, 'exit')
    await api.close()
    await web.close()
  }
}

/** Milliseconds and megabytes. Rejects where no PostgreSQL server is installed. */
export async function measure(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gazette-bench-'))
  const server = await startPostgres()
  if (!server) throw new Error('no PostgreSQL server is installed: the engines bench did not run')
  try {
    return [...(await measureOn(names[0], folder)), ...(await measureOn(names[1], server.url))]
  } finally {
    server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
