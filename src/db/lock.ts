/** The lock file of an embedded database directory: PGlite takes none, and a second process would lose writes. */
import { link, mkdir, readFile, rename, unlink, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { codeOf } from '../core/errors.ts'

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

/** Where the process that holds `directory` takes commands. */
export const socketOf = (directory: string): string => join(directory, 'gazette.sock')

interface Holder {
  pid: number
  since: string
  /** The start of the machine on which the number means something; empty where the system does not tell. */
  boot: string
}

const exists = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

const readBoot = async (): Promise<string> =>
  (await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')).trim()

/** Whether somebody listens at the socket of `directory`. */
function isAnswered(directory: string): Promise<boolean> {
  return new Promise((resolve) => {
    const call = connect(socketOf(directory))
    call.on('error', () => resolve(false))
    call.on('connect', () => {
      call.destroy()
      resolve(true)
    })
  })
}

/**
 * Takes the lock of `directory` (made if missing) for this process and returns the function that gives it back.
 * A lock whose process is gone is taken over. Throws `DataDirLocked` where the holder lives.
 */
export async function lockDataDir(directory: string, now: Date): Promise<() => Promise<void>> {
  await mkdir(directory, { recursive: true })
  const path = join(directory, 'gazette.lock')
  const mine = JSON.stringify({
    pid: process.pid,
    since: now.toISOString(),
    boot: await readBoot(),
  } satisfies Holder)
  const aside = `${path}.${process.pid}`
  for (;;) {
    // Written beside and linked, so that nobody ever finds it half written and takes it for a dead process's.
    await writeFile(aside, mine)
    const taken = await link(aside, path).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error
        return false
      },
    )
    await unlink(aside)
    if (taken)
      return async () => {
        if ((await readFile(path, 'utf8').catch(() => '')) === mine) await unlink(path)
      }
    const found = await readFile(path, 'utf8').catch(() => null)
    if (found === null) continue
    const holder = parseHolder(found)
    if (holder && (await isHolding(directory, holder)))
      throw new DataDirLocked(directory, holder.pid, holder.since)
    // Moving the stale file away is atomic, but another starter may have put its own there since we read it.
    await rename(path, aside).catch(() => undefined)
    if ((await readFile(aside, 'utf8').catch(() => found)) !== found)
      await link(aside, path).catch(() => undefined)
    await unlink(aside).catch(() => undefined)
  }
}

async function isHolding(directory: string, { pid, boot }: Holder): Promise<boolean> {
  // After a power cut the number may be another program's.
  if (boot !== '' && boot !== (await readBoot())) return false
  // Our own number was written by an earlier life of this container, or stands for a process of another one.
  return pid === process.pid ? isAnswered(directory) : exists(pid)
}

/** The process that holds `directory`, or null when nobody living does. */
export async function findLockHolder(directory: string): Promise<{ pid: number; since: string } | null> {
  const text = await readFile(join(directory, 'gazette.lock'), 'utf8').catch(() => null)
  const holder = text === null ? null : parseHolder(text)
  return holder && (await isHolding(directory, holder)) ? holder : null
}

function parseHolder(text: string): Holder | null {
  try {
    const value = JSON.parse(text) as { pid?: unknown; since?: unknown; boot?: unknown }
    if (typeof value.pid !== 'number') return null
    return {
      pid: value.pid,
      since: String(value.since),
      boot: typeof value.boot === 'string' ? value.boot : '',
    }
  } catch {
    return null
  }
}
