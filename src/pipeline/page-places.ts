/** Room at each host for reading pages, shared by all workers of a database: a popular site sees two of us, not two of each. */
import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Tables } from '../db/database.ts'
import { hostOf, takePlace } from '../db/hosts.ts'
import { releaseLease } from '../db/leases.ts'
import type { Reader } from './read.ts'

/** Pages read at once of one host. */
const most = 2
/** A page that takes longer was being read by a worker that is gone: the fetcher gives up before. */
const longestMs = 60_000
/** Between two looks for a free place; not the same for any two, so that nobody is always too late. */
const lookMs = 100

/** The same reader, whose fetches of a host take one of its places first and wait for as long as there is none. */
export function withPlaces(
  reader: Reader,
  { db, now }: { db: Kysely<Tables>; now: () => Date },
  onFailure: (error: unknown) => void,
): Reader {
  async function take(host: string, holder: string): Promise<string> {
    for (;;) {
      const at = now()
      const expires = new Date(at.getTime() + longestMs)
      const place = await takePlace(db, { host, most, holder, expires }, at)
      if (place !== null) return place
      await new Promise((resolve) => setTimeout(resolve, lookMs * (1 + Math.random())))
    }
  }
  const { fetcher } = reader
  return {
    ...reader,
    fetcher: {
      ...fetcher,
      get: async (url, options) => {
        const holder = randomUUID()
        const place = await take(hostOf(url), holder)
        try {
          return await fetcher.get(url, options)
        } finally {
          // It runs out by itself.
          await releaseLease(db, place, holder).catch(onFailure)
        }
      },
    },
  }
}
