/** The web service: whether this process lives (/healthz), whether it can work (/readyz), and its counters (/metrics). */
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { countDeliveries } from '../db/deliveries.ts'
import { countDigests } from '../db/digests.ts'
import { countSources } from '../db/sources.ts'
import { countSummaries } from '../db/summaries.ts'
import type { Log } from '../log.ts'
import { answerHub, type HubStages } from './hubs.ts'

export interface WebNeeds {
  db: Db
  log: Log
  host: string
  port: number
  hubs: HubStages
}

export interface Web {
  /** Address it listens on, with the port it got. */
  url: string
  close(): Promise<void>
}

/** Starts listening. Rejects where the port is taken. */
export async function startWeb(needs: WebNeeds): Promise<Web> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    answer(needs, path, request).then(
      ({ status, type, body }) =>
        response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body),
      (error: unknown) => {
        needs.log.warn({ err: error, path }, 'a page failed')
        response
          .writeHead(503, { 'content-type': 'application/json' })
          .end('{"ready":false,"reason":"database"}')
      },
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(needs.port, needs.host, resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : needs.port
  return { url: `http://${needs.host}:${port}`, close: () => closeServer(server) }
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

const json = (status: number, value: unknown) => ({
  status,
  type: 'application/json',
  body: `${JSON.stringify(value)}\n`,
})

async function answer(
  needs: WebNeeds,
  path: string,
  request: IncomingMessage,
): Promise<{ status: number; type: string; body: string }> {
  if (path.startsWith('/hubs/')) return answerHub(needs.hubs, request)
  switch (path) {
    case '/healthz':
      return json(200, { alive: true })
    case '/readyz':
      await sql`select 1`.execute(needs.db)
      return json(200, { ready: true })
    case '/metrics':
      return { status: 200, type: 'text/plain; version=0.0.4', body: await renderMetrics(needs.db) }
    default:
      return json(404, { error: 'not found' })
  }
}

/** Prometheus text format. https://prometheus.io/docs/instrumenting/exposition_formats/ */
async function renderMetrics(db: Db): Promise<string> {
  const [sources, deliveries, digests, summaries] = [
    await countSources(db),
    await countDeliveries(db),
    await countDigests(db),
    await countSummaries(db),
  ]
  const lines = [
    '# TYPE gazette_sources gauge',
    `gazette_sources{state="total"} ${sources.total}`,
    `gazette_sources{state="followed"} ${sources.followed}`,
    `gazette_sources{state="failing"} ${sources.failing}`,
    '# TYPE gazette_deliveries gauge',
    ...deliveries.map(({ state, count }) => `gazette_deliveries{state="${state}"} ${count}`),
    '# TYPE gazette_digests gauge',
    ...digests.map(({ state, count }) => `gazette_digests{state="${state}"} ${count}`),
    '# TYPE gazette_summaries gauge',
    ...summaries.map(({ model, count }) => `gazette_summaries{model=${JSON.stringify(model)}} ${count}`),
    '# TYPE process_resident_memory_bytes gauge',
    `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
  ]
  return `${lines.join('\n')}\n`
}
