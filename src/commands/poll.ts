/** `gazette poll`: reads the sources that are due, once or again and again, in this process, without workers. */
import { setTimeout } from 'node:timers/promises'
import { listUnready } from '../db/articles.ts'
import { claimDueSources } from '../db/sources.ts'
import { enrich } from '../pipeline/enrich.ts'
import { addCounts, poll, type PollCounts } from '../pipeline/poll.ts'
import type { Pipeline } from '../pipeline/context.ts'
import { type Command, exitCodes, type Io } from './command.ts'

const batch = 50

/** How long to rest between two looks, in milliseconds. */
const restMs = 15_000

export const pollCommand: Command = {
  name: 'poll',
  usage: 'poll [--once]',
  summary: 'read the sources that are due, store and sort what they bring; every 15 seconds until stopped',
  most: 0,
  flags: { once: { type: 'boolean', about: 'end when no source is due' } },
  examples: ['poll --once'],
  run: async ({ open, io, now }, { flags }) => {
    const pipeline = await open()
    const totals = { sources: 0, failed: 0, inserted: 0, changed: 0 }
    for (;;) {
      const before = totals.sources
      await pollWhatIsDue(pipeline, totals, now, io)
      if (totals.sources > before)
        io.say(`${totals.sources} sources read, ${totals.failed} failed, ${totals.inserted} new articles`)
      else if (flags['once']) io.say('No source is due.')
      if (flags['once']) break
      await setTimeout(restMs, undefined, { signal: io.signal }).catch(() => undefined)
      if (io.signal.aborted) break
    }
    io.result(totals)
    return exitCodes.done
  },
}

async function pollWhatIsDue(pipeline: Pipeline, totals: PollCounts, now: () => Date, io: Io): Promise<void> {
  while (!io.signal.aborted) {
    io.progress(`${totals.sources} sources read, ${totals.failed} failed, ${totals.inserted} new articles`)
    const due = await claimDueSources(pipeline.db, now(), batch, 15 * 60_000)
    const ids = due.map(({ id }) => id)
    if (ids.length === 0) break
    addCounts(totals, await poll(pipeline, ids))
  }
  for (let sorted = 0; !io.signal.aborted; ) {
    const waiting = await listUnready(pipeline.db, new Date(now().getTime() + 1), batch)
    if (waiting.length === 0 || io.signal.aborted) break
    io.progress(`${sorted} articles sorted`)
    await enrich(pipeline, waiting)
    sorted += waiting.length
  }
}
