/** Puts planned digests that will say the same together: one edition is written for each group; compose and prepare call it. */
import { createHash } from 'node:crypto'
import { type Followed, listSubscriptionsOf, narrow } from '../db/candidates.ts'
import {
  type EditionKey,
  listPlannedDigests,
  listToldEditions,
  type PlannedDigest,
} from '../db/compositions.ts'
import { listCarried } from '../db/carried.ts'
import { listTastes, type Taste } from '../db/filters.ts'
import { getLocale } from '../locales/locales.ts'
import type { Pipeline } from './context.ts'
import { noTaste, type Reading, toldMs } from './gather.ts'

export interface Group {
  key: EditionKey
  followed: Followed
  toldIn: number[]
  carried: number[]
  reading: Reading
  first: boolean
  digests: PlannedDigest[]
}

/** The groups of those of `digestIds` that are still planned. */
export async function groupDigests(
  pipeline: Pick<Pipeline, 'db' | 'now'>,
  digestIds: readonly number[],
): Promise<Group[]> {
  return groupPlanned(pipeline, await listPlannedDigests(pipeline.db, digestIds))
}

/** The same for digests at hand, planned or only foreseen. */
export async function groupPlanned(
  { db, now }: Pick<Pipeline, 'db' | 'now'>,
  planned: readonly PlannedDigest[],
): Promise<Group[]> {
  if (planned.length === 0) return []
  const subscriberIds = [...new Set(planned.map(({ subscriber }) => subscriber.id))]
  const scheduleIds = [...new Set(planned.map(({ schedule }) => schedule.id))]
  const earliest = Math.min(...planned.map(({ digest }) => digest.window_from.getTime()))
  const subscriptions = await listSubscriptionsOf(db, subscriberIds)
  const told = Map.groupBy(
    await listToldEditions(db, scheduleIds, new Date(earliest - toldMs)),
    (row) => row.schedule_id,
  )
  const tastes = await listTastes(db, subscriberIds, now())
  const carried = await listCarried(db, scheduleIds)
  const groups = new Map<string, Group>()
  for (const each of planned) {
    const { digest, schedule, subscriber } = each
    const followed = narrow(subscriptions.get(subscriber.id) ?? [], schedule.selection)
    const since = digest.window_from.getTime() - toldMs
    const toldIn = (told.get(schedule.id) ?? [])
      .filter((row) => row.window_to.getTime() > since)
      .map((row) => row.edition_id)
    const group = createGroup(each, {
      followed,
      toldIn,
      carried: carried.get(schedule.id) ?? [],
      taste: tastes.get(subscriber.id) ?? noTaste,
    })
    const name = JSON.stringify(group.key)
    const known = groups.get(name)
    if (known) known.digests.push(each)
    else groups.set(name, group)
  }
  return [...groups.values()]
}

function createGroup(
  each: PlannedDigest,
  wants: { followed: Followed; toldIn: number[]; carried: number[]; taste: Taste },
): Group {
  const { digest, subscriber } = each
  const { followed, toldIn, carried, taste } = wants
  const locale = getLocale(subscriber.locale).tag
  const reading: Reading = {
    locale,
    summary_language: subscriber.summary_language,
    length: subscriber.length,
    most_entries: subscriber.most_entries,
    budget_minutes: subscriber.budget_minutes,
    taste,
  }
  const first = digest.kind === 'first'
  const says = [
    // The order of topics is the order of sections.
    followed.topicIds,
    followed.sourceIds.toSorted((a, b) => a - b),
    toldIn,
    carried,
    taste.filters.map(({ kind, word, target_id: id }) => [kind, word, id]),
    taste.ratings.map(({ articleId, kind }) => [articleId, kind]),
    [reading.summary_language, reading.most_entries, reading.budget_minutes, first],
  ]
  return {
    key: {
      selectionHash: createHash('sha256').update(JSON.stringify(says)).digest('hex'),
      windowFrom: digest.window_from,
      windowTo: digest.window_to,
      locale,
      layout: reading.length,
    },
    followed,
    toldIn,
    carried,
    reading,
    first,
    digests: [each],
  }
}
