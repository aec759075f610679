/** Times 1, 2 and 4 workers, each in a network namespace of its own, over one PostgreSQL against slow feeds and a slow model. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Row } from '../quality/row.ts'

/**
 * A network and a process namespace: what listens in it is reached from nowhere else, and the kernel ends every process
 * and forgets every network of it as soon as the first one ends, however that comes about.
 */
const apart = ['--net', '--pid', '--fork', '--kill-child', '--mount-proc']

/** Rates, and multiples of one worker's. Rejects where namespaces cannot be had. */
export async function measure(): Promise<Row[]> {
  const tried = spawnSync('unshare', [...apart, 'ip', 'link', 'set', 'lo', 'up'], { encoding: 'utf8' })
  if (tried.status !== 0) {
    const reason = tried.error?.message ?? tried.stderr.trim()
    throw new Error(`not measured: network namespaces need Linux, root, unshare and ip (${reason})`)
  }
  const hub = spawn(
    'unshare',
    [...apart, process.execPath, join(import.meta.dirname, 'programs/scale-hub.ts')],
    {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  )
  const ended = once(hub, 'exit')
  const said = once(hub, 'message') as Promise<[{ rows: Row[] } | { error: string }]>
  const answer = await Promise.race([said, ended.then(() => null)])
  await ended
  if (!answer) throw new Error('the hub of the scale bench ended without a word')
  const [result] = answer
  if ('error' in result) throw new Error(result.error)
  return result.rows
}
