/** Sends one digest to 1,000 readers through kills of the sender and faults of the network and the database, and counts what was lost or came twice. */
import { type Row, rowsOf } from '../quality/row.ts'
import { breakDown, killSenders, type Damage } from '../support/send-through.ts'
import { startPostgres } from '../support/postgres-server.ts'

const make = rowsOf('one digest of eight stories at 30/s on PostgreSQL')

/** Counts. Rejects where no PostgreSQL server is installed. Without --long a fifth of the readers and the kills. */
export async function measure({ long }: { long: boolean }): Promise<Row[]> {
  const readers = long ? 1000 : 200
  const rows: Row[] = []
  const scenarios: [
    string,
    (server: NonNullable<Awaited<ReturnType<typeof startPostgres>>>) => Promise<Damage>,
  ][] = [
    [
      `sender killed at ${long ? 20 : 4} random moments`,
      ({ url }) => killSenders(url, { readers, kills: long ? 20 : 4, perSecond: 30 }),
    ],
    [
      'answers dropped 1 %, 500s 1 %, 429 storms, a kill, an outage, database restarts',
      (server) => breakDown(server, { readers, perSecond: 30, outageMs: long ? 60_000 : 5000 }),
    ],
  ]
  for (const [name, run] of scenarios) {
    const server = await startPostgres()
    if (!server) throw new Error('no PostgreSQL server is installed: the fault bench did not run')
    try {
      const { lost, duplicated, labelled, unexplained, possible } = await run(server)
      const row = (measure: string, figure: string) => make(`${name}: ${measure}`, figure, readers)
      rows.push(
        row('lost / unlabelled copies', `${lost} / ${duplicated}`),
        row('labelled copies, of parts in flight or unanswered', `${labelled} of ${possible}`),
        row('copies of anything else', `${unexplained}`),
      )
    } finally {
      server.stop()
    }
  }
  return rows
}
