/** Whether this process lives (/healthz), and whether it is able to work, with the reasons where it is not (/readyz). */
import { sql } from 'kysely'
import { messageOf } from '../core/errors.ts'
import type { Db } from '../db/database.ts'
import { findLeaseHolder } from '../db/leases.ts'
import { json, type Route } from './server.ts'
import { within } from './within.ts'

export interface HealthNeeds {
  db: Db
  now: () => Date
  /** Names of migrations that the database lacks, and of newer ones that this version cannot work with. */
  inspectSchema: () => Promise<{ missing: string[]; breaking: string[] }>
  /** Leases that some process must hold for this one's services to be any use: 'sender:<bot id>'. */
  leases: readonly string[]
}

interface Reason {
  name: string
  reason: string
}

/** A database that takes longer than this, in milliseconds, is as good as away. */
const patienceMs = 3000

/** GET /healthz and GET /readyz. */
export function healthRoutes(needs: HealthNeeds): Route[] {
  return [
    { method: 'GET', path: '/healthz', answer: async () => json(200, { alive: true }) },
    {
      method: 'GET',
      path: '/readyz',
      answer: async () => {
        const reasons = await listReasons(needs)
        return json(reasons.length === 0 ? 200 : 503, { ready: reasons.length === 0, reasons })
      },
    },
  ]
}

async function listReasons(needs: HealthNeeds): Promise<Reason[]> {
  try {
    return await within(patienceMs, lookAtDatabase(needs))
  } catch (error) {
    return [{ name: 'database', reason: messageOf(error) }]
  }
}

async function lookAtDatabase({ db, now, inspectSchema, leases }: HealthNeeds): Promise<Reason[]> {
  await sql`select 1`.execute(db)
  const { missing, breaking } = await inspectSchema()
  const reasons: Reason[] = []
  if (missing.length > 0) reasons.push({ name: 'schema', reason: `lacks ${missing.join(', ')}` })
  if (breaking.length > 0)
    reasons.push({ name: 'schema', reason: `has ${breaking.join(', ')}, for newer versions only` })
  for (const lease of leases)
    if ((await findLeaseHolder(db, lease, now())) === null)
      reasons.push({ name: lease, reason: 'no process holds it' })
  return reasons
}
