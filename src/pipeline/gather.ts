/** Stage 6, first half: what a digest of one chat and window says, from candidates to written entries. */
import type { DigestChoice } from '../core/digest.ts'
import { type Followed, listCandidates, listToldTexts } from '../db/candidates.ts'
import type { Subscriber } from '../db/database.ts'
import type { Taste } from '../db/filters.ts'
import { choose, staleMs } from './choose.ts'
import type { Pipeline } from './context.ts'
import { type EditionContent, writeEdition } from './edition.ts'
import { mergeByEvents } from './judge-stories.ts'

/** Articles looked at for one digest; a window holds far fewer. */
const mostCandidates = 5000
/** Windows overlap by this, so that what committed late is not lost; the anti-join keeps it from being told twice. */
const overlapMs = 24 * 3_600_000
/**
 * Digests whose windows ended this long before a window began, or later, hold all that could be told again in it: what
 * they told of earlier is older than news may be, so it is not shown whatever brings it back.
 */
export const toldMs = overlapMs + staleMs

export interface Window {
  followed: Followed
  /** Editions whose articles are not told again, and whose stories only with what is new. */
  toldIn: readonly number[]
  /** Articles that were left out and are wanted now. */
  carried: readonly number[]
  from: Date
  to: Date
  first: boolean
  /** A reader waits: a summary that another worker is making is not waited for. */
  hurry: boolean
  /** Told when the model cannot be had for a summary now, and in how many milliseconds it may be. */
  onOutage?: (waitMs: number) => void
}

/** How somebody reads, as far as it decides what a digest says. */
export interface Reading extends Pick<Subscriber, 'locale' | 'summary_language' | 'length'> {
  most_entries: number | null
  budget_minutes: number | null
  taste: Taste
}

export const noTaste: Taste = { filters: [], ratings: [] }

export interface Gathered {
  choice: DigestChoice
  content: EditionContent
}

/** Chooses and writes. Throws RetryLater while another worker makes one of the summaries. */
export async function gather(pipeline: Pipeline, reading: Reading, window: Window): Promise<Gathered> {
  const gathered = await gatherOnce(pipeline, reading, window)
  const told = gathered.content.sections.flatMap(({ entries }) => entries.map(({ articleId }) => articleId))
  // Only the summaries say in one language what happened in two: where that joins stories, they are told once.
  if (!(await mergeByEvents(pipeline, told, window.to))) return gathered
  return gatherOnce(pipeline, reading, window)
}

async function gatherOnce(pipeline: Pipeline, reading: Reading, window: Window): Promise<Gathered> {
  const { followed, first, toldIn } = window
  const rows = await listCandidates(pipeline.db, {
    followed,
    toldIn,
    carried: window.carried,
    from: new Date(window.from.getTime() - (first ? 0 : overlapMs)),
    to: window.to,
    limit: mostCandidates,
  })
  const language = reading.summary_language ?? reading.locale
  const stories = [...new Set(rows.flatMap((row) => row.story_id ?? []))]
  const choice = choose(rows, {
    followed,
    onlyLanguage: pipeline.model || language === 'original' ? null : language,
    length: reading.length,
    mostEntries: reading.most_entries,
    budgetMinutes: reading.budget_minutes,
    first,
    windowFrom: window.from,
    now: window.to,
    taste: reading.taste,
    carried: window.carried,
    told: await listToldTexts(pipeline.db, toldIn, stories),
  })
  const content = await writeEdition(pipeline, choice, rows, {
    locale: reading.locale,
    language,
    length: reading.length,
    hurry: window.hurry,
    onOutage: window.onOutage,
  })
  return { choice, content }
}
