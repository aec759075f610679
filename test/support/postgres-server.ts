/** A private PostgreSQL cluster for one test run: made in a temporary folder, on a free port, stopped by its own id. */
import { execFileSync, spawnSync } from 'node:child_process'
import { appendFileSync, chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface PostgresServer {
  url: string
  restart(): void
  /** Starts it where it has ended by itself, as it does on a full disk. */
  ensureRunning(): void
  stop(): void
}

/** The folder of initdb and pg_ctl, or null where no server is installed. */
export function findPostgresBinaries(): string | null {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : []
  const fromPath = (process.env['PATH'] ?? '').split(':')
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...fromPath]
  return (
    folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl'))) ?? null
  )
}

/** A port of 127.0.0.1 that nobody listens on, below those that a system hands out by itself: no connection takes it meanwhile. */
export async function freePort(): Promise<number> {
  const port = 20_000 + Math.floor(Math.random() * 10_000)
  const isFree = await new Promise<boolean>((resolve) => {
    const probe = createServer()
    probe.on('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
  return isFree ? port : freePort()
}

export interface PostgresOptions {
  /** Where it listens besides 127.0.0.1, and whom it lets in there. */
  also?: { address: string; network: string }
  /** Settings of the server, as postgresql.conf takes them. */
  settings?: Readonly<Record<string, string>>
}

/**
 * Starts a cluster below `parent` (the system's temporary folder), as the `postgres` account where we are root (the
 * server refuses root). Null: no server installed.
 */
export async function startPostgres(
  parent = tmpdir(),
  { also, settings = {} }: PostgresOptions = {},
): Promise<PostgresServer | null> {
  const binaries = findPostgresBinaries()
  if (binaries === null) return null
  const folder = mkdtempSync(join(parent, 'gazette-postgres-'))
  const isRoot = process.getuid?.() === 0
  if (isRoot) {
    const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
    chownSync(folder, idOf('-u'), idOf('-g'))
  }
  chmodSync(folder, 0o700)
  const port = await freePort()
  const run = (command: string, ...args: string[]) => {
    const words = [join(binaries, command), ...args]
    const result = isRoot
      ? spawnSync('runuser', ['-u', 'postgres', '--', ...words], {
          encoding: 'utf8',
          cwd: '/',
          stdio: ['ignore', 'ignore', 'pipe'],
        })
      : spawnSync(words[0]!, words.slice(1), {
          encoding: 'utf8',
          cwd: '/',
          stdio: ['ignore', 'ignore', 'pipe'],
        })
    if (result.status !== 0) throw new Error(`${command} failed: ${result.stderr || String(result.error)}`)
  }
  const cluster = join(folder, 'data')
  run('initdb', '-D', cluster, '-U', 'gazette', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync')
  if (also) appendFileSync(join(cluster, 'pg_hba.conf'), `host all all ${also.network} trust\n`)
  const listens = ['127.0.0.1', ...(also ? [also.address] : [])].join()
  const more = Object.entries(settings).map(([name, value]) => ` -c ${name}=${value}`)
  const options = `-p ${port} -c listen_addresses=${listens} -k ${folder} -c fsync=off -c max_connections=200 -c full_page_writes=off${more.join('')}`
  const start = () => run('pg_ctl', '-D', cluster, '-l', join(folder, 'log'), '-w', '-o', options, 'start')
  start()
  return {
    url: `postgres://gazette@127.0.0.1:${port}/postgres`,
    restart: () => {
      run('pg_ctl', '-D', cluster, '-m', 'fast', '-w', 'stop')
      start()
    },
    ensureRunning: () => {
      try {
        run('pg_ctl', '-D', cluster, 'status')
      } catch {
        start()
      }
    },
    stop: () => {
      run('pg_ctl', '-D', cluster, '-m', 'immediate', '-w', 'stop')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
