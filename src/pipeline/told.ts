/** Whether a candidate tells anything new of a story that was told: an update, or a repetition; for choose.ts. */
import { hasMoved, newSentences } from '../core/update.ts'
import type { CandidateRow } from '../db/candidates.ts'

/** The texts by which each story was told, and when they came out. */
export type ToldTexts = ReadonlyMap<number, readonly { text: string; at: Date }[]>

export interface Turn {
  /** Sentences that were not told; null where the story was not told at all. */
  update: readonly string[] | null
  nothingNew: boolean
  /** Most of it is new. */
  moved: boolean
}

/** When an article came out; a date after we found it is a wrong clock. */
export const cameOut = (row: Pick<CandidateRow, 'published_at' | 'ready_at'>): Date =>
  row.published_at && row.published_at < row.ready_at ? row.published_at : row.ready_at

const untold: Turn = { update: null, nothingNew: false, moved: false }

/** Makes the judge for one reader's told stories. */
export function createUpdates(told: ToldTexts): (row: CandidateRow) => Turn {
  return (row) => {
    const texts = row.story_id === null ? undefined : told.get(row.story_id)
    if (!texts || texts.length === 0) return untold
    const came = cameOut(row)
    // What came out before the story was last told is no turn of it.
    const isLater = texts.every(({ at }) => at <= came)
    const fresh = isLater
      ? newSentences(
          row.text,
          texts.map(({ text }) => text),
        )
      : []
    if (fresh.length === 0) return { update: null, nothingNew: true, moved: false }
    return { update: fresh, nothingNew: false, moved: hasMoved(row.text, fresh) }
  }
}
