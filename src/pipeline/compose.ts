/** Stage 6: fills planned digests from their windows, each edition once for all who share it, and puts the parts into the outbox. */
import type { Followed } from '../db/candidates.ts'
import { listFeedingSources } from '../db/candidates.ts'
import { claimEdition, type PlannedDigest, renewEditionClaim, saveEdition } from '../db/compositions.ts'
import { RetryLater } from '../core/errors.ts'
import type { DigestChoice } from '../core/digest.ts'
import type { Pipeline } from './context.ts'
import { deliverEdition } from './deliver-edition.ts'
import type { EditionContent } from './edition.ts'
import { awaitFirstReads } from './first-read.ts'
import { gather, type Gathered, type Window } from './gather.ts'
import { groupDigests, type Group } from './group-digests.ts'

/** A worker's claim to write an edition; renewed while it is at it, so that a dead worker's is soon free. */
const claimMs = 30_000
/** Somebody else is writing it: look again after this. */
const othersMs = 500

/**
 * Composes planned digests; those composed already stay as they are. One that cannot be composed does not keep the
 * others from it. Throws RetryLater while something is awaited, or the first failure.
 */
export async function compose(pipeline: Pipeline, digestIds: readonly number[]): Promise<void> {
  const failures: unknown[] = []
  for (const group of await groupDigests(pipeline, digestIds))
    try {
      await composeGroup(pipeline, group)
    } catch (error) {
      failures.push(error)
    }
  // Waiting is no failure; the job comes again for both.
  const failure = failures.find((error) => !(error instanceof RetryLater)) ?? failures[0]
  if (failure !== undefined) throw failure
}

async function composeGroup(pipeline: Pipeline, group: Group): Promise<void> {
  const { db } = pipeline
  const stillReading = await firstReads(pipeline, group.digests, group.followed)
  const now = pipeline.now()
  const edition = await claimEdition(db, group.key, now, new Date(now.getTime() + claimMs))
  if (edition === null) throw new RetryLater('another worker writes this edition', othersMs)
  const content = (edition.content as EditionContent | null) ?? (await write(pipeline, group, edition.id))
  await deliverEdition(pipeline, group, { id: edition.id, content, stillReading })
}

async function firstReads(
  pipeline: Pipeline,
  digests: readonly PlannedDigest[],
  followed: Followed,
): Promise<boolean> {
  const isFirst = digests.some(({ digest }) => digest.kind === 'first')
  return isFirst && (await awaitFirstReads(pipeline, await listFeedingSources(pipeline.db, followed)))
}

/** Writes the edition under the claim; gives that back where it cannot be written now. */
async function write(pipeline: Pipeline, group: Group, editionId: number): Promise<EditionContent> {
  const { db, log } = pipeline
  const renewal = setInterval(() => {
    const until = new Date(pipeline.now().getTime() + claimMs)
    renewEditionClaim(db, editionId, until).catch((error: unknown) =>
      log.warn({ err: error }, 'a claim could not be renewed'),
    )
  }, claimMs / 3)
  try {
    const { choice, content } = await gatherFor(pipeline, group)
    await db.transaction().execute((trx) => saveEdition(trx, editionId, content, fates(choice)))
    return content
  } catch (error) {
    await renewEditionClaim(db, editionId, null)
    throw error
  } finally {
    clearInterval(renewal)
  }
}

/** What the digests of a group say, written now; `onOutage` is told when the model cannot be had for a summary. */
export async function gatherFor(
  pipeline: Pipeline,
  group: Group,
  onOutage?: (waitMs: number) => void,
): Promise<Gathered> {
  const window: Window = {
    followed: group.followed,
    toldIn: group.toldIn,
    carried: group.carried,
    from: group.key.windowFrom,
    // What the sources brought while the reader waited belongs to the first digest.
    to: group.first ? pipeline.now() : group.key.windowTo,
    first: group.first,
    hurry: group.first,
    ...(onOutage ? { onOutage } : {}),
  }
  return gather(pipeline, group.reading, window)
}

function fates({ sections, leftOut }: DigestChoice) {
  const shown = sections.flatMap(({ entries }) =>
    entries.map(({ leadId, storyId }) => ({ articleId: leadId, storyId, shown: true, reason: null })),
  )
  const rest = leftOut.map(({ articleId, storyId, reason }) => ({
    articleId,
    storyId,
    shown: false,
    reason,
  }))
  // An article without a story stands under its own negative number while it is chosen.
  return [...shown, ...rest].map((fate) => ({ ...fate, storyId: fate.storyId > 0 ? fate.storyId : null }))
}
