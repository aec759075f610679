/** Times one digest to 1,000 readers at Telegram's free rate, to 10,000 with --long, and to 10,000 at the paid one by two senders, beside the ideal. */
import { type Row, rowsOf } from '../quality/row.ts'
import { judge, openFanOut } from '../support/fan-out.ts'
import { startPostgres } from '../support/postgres-server.ts'

interface Run {
  readers: number
  perSecond: number
  senders: number
}

/** Long enough for the processes to be up and at rest. */
const headStartMs = 8000
const row = rowsOf(
  'one digest of eight stories; the local Bot API server enforces the rate and 1/s in a chat; PostgreSQL',
)

async function fanOut(url: string, { readers, perSecond, senders }: Run): Promise<Row[]> {
  const fan = await openFanOut(url, readers)
  try {
    await fan.tell({ do: 'limits', limits: { perSecond, perChatSecond: 1, perGroupMinute: 20 } })
    await Promise.all(
      Array.from({ length: senders }, () =>
        fan.startSender({
          SEND_PER_SECOND: `${perSecond}`,
          PAID_BROADCAST: `${perSecond > 30}`,
        }),
      ),
    )
    const due = new Date(Date.now() + headStartMs)
    await fan.fill(due)
    await fan.done()
    const report = await fan.report()
    const { lost, labelled, duplicated } = judge(report, readers)
    const seconds = (report.lastAt - due.getTime()) / 1000
    const ideal = readers / perSecond
    const refused = report.codes[429] ?? 0
    const named = `fan-out: ${readers.toLocaleString('en')} readers at ${perSecond.toLocaleString('en')}/s, ${senders} sender${senders > 1 ? 's' : ''}`
    return [
      row(`${named}, as a multiple of the ideal time`, (seconds / ideal).toFixed(3), readers, {
        ceiling: {
          value: Math.round((readers / seconds) * 10) / 10,
          most: perSecond,
          unit: 'messages/s',
          what: "the server's limit",
          better: 'more',
        },
      }),
      row(`${named}: lost / duplicated`, `${lost} / ${duplicated + labelled}`, readers),
      row(`${named}: answers 429`, `${refused} (${((100 * refused) / readers).toFixed(2)} %)`, readers),
    ]
  } finally {
    await fan.close()
  }
}

/** Multiples of the ideal time, counts and shares. Rejects where no PostgreSQL server is installed. */
export async function measure({ long }: { long: boolean }): Promise<Row[]> {
  const runs: Run[] = [
    { readers: 1000, perSecond: 30, senders: 1 },
    ...(long ? [{ readers: 10_000, perSecond: 30, senders: 1 }] : []),
    { readers: 10_000, perSecond: 1000, senders: 2 },
  ]
  const rows: Row[] = []
  for (const run of runs) {
    const server = await startPostgres()
    if (!server) throw new Error('no PostgreSQL server is installed: the fan-out bench did not run')
    try {
      rows.push(...(await fanOut(server.url, run)))
    } finally {
      server.stop()
    }
  }
  return rows
}
