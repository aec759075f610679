/** A process with Gazette's worker on a database, as `gazette start` runs it; told over IPC when to look for due sources. */
import { readConfig } from '../../../src/config.ts'
import { openPostgres } from '../../../src/db/connect.ts'
import { silentLog } from '../../../src/log.ts'
import { startGazette } from '../../../src/main.ts'
import { pollDue } from '../../../src/pipeline/poll-due.ts'

// To be compiled is all that is wanted.
if (process.argv[2] === undefined) process.exit()
const database = openPostgres(process.argv[2]!)
const gazette = await startGazette({
  config: readConfig({ FETCH_ALLOW: '127.0.0.1' }),
  services: ['worker'],
  database,
  clock: { now: () => new Date(), offsetMs: () => 0, setOffset: () => undefined },
  log: silentLog,
  catalogue: { topics: [], feeds: [] },
  onFatal: (error) => {
    throw error
  },
})
process.on('message', () => void pollDue(gazette.pipeline))
process.send?.('ready')
