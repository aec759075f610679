/** `gazette poll`: reads the sources that are due now, in this process, without workers. */
import { listUnready } from '../db/articles.ts'
import { claimDueSources } from '../db/sources.ts'
import { enrich } from '../pipeline/enrich.ts'
import { poll } from '../pipeline/poll.ts'
import type { Command } from './command.ts'

const batch = 50

export const pollCommand: Command = {
  name: 'poll',
  usage: 'poll [--once]',
  summary: 'read the sources that are due, store and sort what they bring',
  flags: { once: { type: 'boolean' } },
  run: async ({ open, io, now }) => {
    const pipeline = await open()
    const totals = { sources: 0, failed: 0, inserted: 0, changed: 0 }
    for (;;) {
      const due = await claimDueSources(pipeline.db, now(), batch, 15 * 60_000)
      const ids = due.map(({ id }) => id)
      if (ids.length === 0) break
      const counts = await poll(pipeline, ids)
      totals.sources += counts.sources
      totals.failed += counts.failed
      totals.inserted += counts.inserted
      totals.changed += counts.changed
      io.say(`${totals.sources} sources read, ${totals.failed} failed, ${totals.inserted} new articles`)
    }
    for (;;) {
      const waiting = await listUnready(pipeline.db, new Date(now().getTime() + 1), batch)
      if (waiting.length === 0) break
      await enrich(pipeline, waiting)
    }
    if (totals.sources === 0) io.say('No source is due.')
    io.result(totals)
    return 0
  },
}
