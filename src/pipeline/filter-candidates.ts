/** What a reader's filters say of a candidate: mutes, watched words, stories that are followed or muted; for choose.ts. */
import type { LeftOutReason } from '../core/digest.ts'
import { findPhrase, searchable } from '../core/filter.ts'
import type { CandidateRow } from '../db/candidates.ts'
import type { Filter } from '../db/database.ts'

export interface Verdict {
  mute: LeftOutReason | null
  watch: string | null
  /** The reader follows this story, or does not want it until it moves. */
  follows: boolean
  untilMoved: boolean
  /** Added to how much it is liked: the reader wants more (or, below nought, less) of its topic. */
  lean: number
}

const indifferent: Verdict = { mute: null, watch: null, follows: false, untilMoved: false, lean: 0 }
/** As much as a like of something much alike: of two stories it decides, a great one comes all the same. */
const leanOfTopic = 0.5
/** Characters of an article in which words are looked for. */
const searchedCharacters = 8000

/** Makes the judge for one reader's filters. */
export function createFilters(filters: readonly Filter[]): (row: CandidateRow) => Verdict {
  if (filters.length === 0) return () => indifferent
  const words = (kind: Filter['kind']) => filters.filter((each) => each.kind === kind).map(({ word }) => word)
  const targets = (kind: Filter['kind']) =>
    new Set(filters.filter((each) => each.kind === kind).map(({ target_id: id }) => id))
  const muted = words('mute-word')
  const watched = words('watch')
  const sources = targets('mute-source')
  const topics = targets('mute-topic')
  const less = targets('less-topic')
  const more = targets('more-topic')
  const mutedStories = targets('mute-story')
  const followedStories = targets('follow-story')
  const hasWords = muted.length + watched.length > 0

  return (row) => {
    const text = hasWords ? searchable(`${row.title}\n${row.text.slice(0, searchedCharacters)}`) : ''
    return {
      mute: muteOf(row, text),
      watch: findPhrase(text, watched),
      follows: row.story_id !== null && followedStories.has(row.story_id),
      untilMoved: row.story_id !== null && mutedStories.has(row.story_id),
      lean: leanOf(row),
    }
  }

  function leanOf({ topics: [best] }: CandidateRow): number {
    if (!best) return 0
    return less.has(best.id) ? -leanOfTopic : more.has(best.id) ? leanOfTopic : 0
  }

  function muteOf(row: CandidateRow, text: string): LeftOutReason | null {
    if (findPhrase(text, muted) !== null) return 'muted'
    // An article that another source brought as well is that source's too.
    if (row.sources.length > 0 && row.sources.every(({ id }) => sources.has(id))) return 'mutedSource'
    const [best] = row.topics
    return best && topics.has(best.id) ? 'mutedTopic' : null
  }
}
