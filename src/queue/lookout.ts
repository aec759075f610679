/** One look a second for all workers of a process: wakes those whose job is due, and has jobs taken over whose worker is gone; queue.ts starts it. */
import type { PgBoss } from 'pg-boss'
import type { JobName } from '../core/jobs.ts'

/** Whoever adds a job announces it; so late may be one whose time comes afterwards, or that was announced in vain. */
const gapMs = 1000

interface Seen {
  name: JobName
  due: boolean
  lost: boolean
}

const question = `
  select names.name,
    exists (
      select from pgboss.job where job.name = names.name and state < 'active' and not blocked and start_after <= now()
    ) as due,
    exists (
      select from pgboss.job where job.name = names.name and state = 'active'
        and heartbeat_on + heartbeat_seconds * interval '1 second' < now()
    ) as lost
  from unnest($1::text[]) as names (name)`

/**
 * Looks after the jobs of `workers`, the ids of each name's, which may still grow. Returns how to end that; then nothing is
 * asked any more.
 */
export function startLookout(
  boss: PgBoss,
  workers: ReadonlyMap<JobName, readonly string[]>,
  onError: (error: unknown) => void,
): () => Promise<void> {
  let ended = false
  const look = async () => {
    const { rows } = (await boss.getDb().executeSql(question, [[...workers.keys()]])) as { rows: Seen[] }
    for (const { name } of rows.filter(({ due }) => due))
      for (const id of workers.get(name) ?? []) boss.notifyWorker(id)
    if (rows.some(({ lost }) => lost)) await boss.supervise()
  }
  let looking: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout
  const later = () => {
    timer = setTimeout(() => {
      looking = look()
        .catch(onError)
        .finally(() => !ended && later())
    }, gapMs)
  }
  later()
  return async () => {
    ended = true
    clearTimeout(timer)
    await looking
  }
}
