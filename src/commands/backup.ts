/** `gazette backup` and `gazette restore`: everything in one file, from either kind of database into either. */
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { RestoreRefused, restoreDump } from '../db/restore.ts'
import { NotABackup, writeDump } from '../db/dump.ts'
import { type Command, exitCodes, type Io, UsageError } from './command.ts'

const tell = (io: Io, verb: string) => (table: string, rows: number) =>
  io.progress(`${verb} ${table}: ${rows} rows`)
const totalOf = (rows: Record<string, number>) => Object.values(rows).reduce((sum, count) => sum + count, 0)

export const backup: Command = {
  name: 'backup',
  usage: 'backup FILE',
  summary: 'write everything that is stored into one file, as of one moment, while Gazette runs on',
  most: 1,
  flags: {},
  examples: ['backup gazette-2026-03-02.jsonl.gz'],
  run: async ({ connect, io, now }, { words }) => {
    const [file] = words
    if (file === undefined) throw new UsageError('backup needs the name of the file to write.')
    const path = io.pathOf(file)
    if (!(await stat(dirname(path)).catch(() => null)))
      throw new UsageError(`There is no folder ${dirname(file)}.`)
    const rows = await writeDump(await connect(), path, now(), tell(io, 'writing'))
    const { size } = await stat(path)
    io.say(
      `${path}: ${totalOf(rows)} rows, ${(size / 1e6).toFixed(1)} MB. It holds what readers chose: keep it safe.`,
    )
    io.result({ file: path, bytes: size, rows })
    return exitCodes.done
  },
}

export const restore: Command = {
  name: 'restore',
  usage: 'restore FILE [--replace]',
  summary: 'fill a new database from a backup; from embedded to PostgreSQL and back too',
  most: 1,
  flags: { replace: { type: 'boolean', about: 'empty the database first: what is in it is lost' } },
  examples: ['restore gazette-2026-03-02.jsonl.gz', 'restore gazette-2026-03-02.jsonl.gz --replace'],
  run: async ({ connect, io, now }, { words, flags }) => {
    const [file] = words
    if (file === undefined) throw new UsageError('restore needs the file of a backup.')
    const path = io.pathOf(file)
    if (!(await stat(path).catch(() => null))) throw new UsageError(`There is no file ${file}.`)
    try {
      const rows = await restoreDump(await connect(), path, {
        replace: flags['replace'] === true,
        now: now(),
        progress: tell(io, 'restoring'),
      })
      io.say(`${totalOf(rows)} rows restored. Start Gazette: it goes on where the backup ends.`)
      io.result({ rows })
      return exitCodes.done
    } catch (error) {
      if (error instanceof RestoreRefused || error instanceof NotABackup) {
        io.say(error.message)
        io.result({ error: error.message })
        return exitCodes.failed
      }
      throw error
    }
  },
}
