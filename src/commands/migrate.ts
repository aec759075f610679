/** `gazette migrate`: brings the database to this version's schema and says what was done. */
import { inspectMigrations, migrate } from '../db/migrate.ts'
import { type Command, exitCodes } from './command.ts'

export const migrateCommand: Command = {
  name: 'migrate',
  usage: 'migrate',
  summary: 'bring the database to the schema of this version',
  most: 0,
  flags: {},
  examples: ['migrate'],
  run: async ({ connect, io }) => {
    const db = await connect()
    const applied = await migrate(db)
    const { applied: all } = await inspectMigrations(db)
    io.say(
      applied.length === 0
        ? `Nothing to do: the database has all ${all.length} migrations.`
        : `Applied: ${applied.join(', ')}`,
    )
    io.result({ applied, total: all.length })
    return exitCodes.done
  },
}
