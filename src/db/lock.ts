/** The lock file of an embedded database directory: PGlite takes none, and a second process would lose writes. */
import { link, mkdir, open, readFile, rename, unlink } from 'node:fs/promises'
import { join } from 'node:path'

/** Thrown when another living process holds the directory. */
export class DataDirLocked extends Error {
  override readonly name = 'DataDirLocked'
  readonly pid: number
  constructor(directory: string, pid: number, since: string) {
    super(
      `The embedded database in ${directory} is in use by process ${pid} (since ${since}). ` +
        'Stop that process, choose another DATA_DIR, or use a Postgres server through DATABASE_URL.',
    )
    this.pid = pid
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Takes the lock of `directory` (made if missing) for this process and returns the function that gives it back.
 * A lock whose process is gone is taken over. Throws `DataDirLocked` where the holder lives.
 */
export async function lockDataDir(directory: string, now: Date): Promise<() => Promise<void>> {
  await mkdir(directory, { recursive: true })
  const path = join(directory, 'gazette.lock')
  const mine = JSON.stringify({ pid: process.pid, since: now.toISOString() })
  for (;;) {
    try {
      const file = await open(path, 'wx')
      await file.writeFile(mine)
      await file.close()
      return async () => {
        if ((await readFile(path, 'utf8').catch(() => '')) === mine) await unlink(path)
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const found = await readFile(path, 'utf8').catch(() => null)
    if (found === null) continue
    const holder = parseHolder(found)
    // Our own number in the file means an earlier life of this container or machine wrote it.
    if (holder && holder.pid !== process.pid && isAlive(holder.pid))
      throw new DataDirLocked(directory, holder.pid, holder.since)
    // Moving the stale file away is atomic, but another starter may have put its own there since we read it.
    const aside = `${path}.${process.pid}`
    await rename(path, aside).catch(() => undefined)
    if ((await readFile(aside, 'utf8').catch(() => found)) !== found)
      await link(aside, path).catch(() => undefined)
    await unlink(aside).catch(() => undefined)
  }
}

/** The process that holds `directory`, or null when nobody living does. */
export async function findLockHolder(directory: string): Promise<{ pid: number; since: string } | null> {
  const text = await readFile(join(directory, 'gazette.lock'), 'utf8').catch(() => null)
  const holder = text === null ? null : parseHolder(text)
  return holder && isAlive(holder.pid) ? holder : null
}

function parseHolder(text: string): { pid: number; since: string } | null {
  try {
    const value = JSON.parse(text) as { pid?: unknown; since?: unknown }
    return typeof value.pid === 'number' ? { pid: value.pid, since: String(value.since) } : null
  } catch {
    return null
  }
}
