/** How much a story matters to one reader: orders a digest and says why, before anything is cut to length. */

/** What is known about one story and one reader. */
export interface RankInput {
  /** Distinct publishers that told the story. */
  publishers: number
  publishedAt: Date | null
  /** Best score, 0..1, among the topics that the reader follows; 0 for none. */
  topicMatch: number
  /** How much the reader (or the catalogue) trusts the source; 0 neutral, about -1 to 1. */
  sourceWeight: number
  /** Likeness to what the reader liked (positive) or disliked (negative), -1..1. */
  liked: number
  /** How much of this story the reader was told already: 0 nothing, 1 all of it. */
  told: number
  /** A model's opinion, 0..1, absent without one: it only breaks ties. */
  modelScore?: number
}

/** One addend of the score. */
export interface RankReason {
  kind: 'publishers' | 'recency' | 'topic' | 'source' | 'liked' | 'told' | 'model'
  points: number
}

/** Higher matters more; the reasons add up to the score, weightiest first, those without effect left out. */
export interface Rank {
  score: number
  reasons: RankReason[]
}

/** After this long a story's recency counts half: two digests a day then favour what is new since the last. */
const halfLifeHours = 12
/** Without a date a story counts as a day old: neither buried nor on top. */
const unknownAgeHours = 24
/** Small enough never to outweigh a real difference. */
const tieBreak = 0.001

const clamp = (value: number, least: number, most: number) =>
  Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : Math.max(least, 0)

/** The importance of a story for a reader at `now`; values out of range are brought into it. */
export function rank(input: RankInput, now: Date): Rank {
  const age =
    input.publishedAt === null ? unknownAgeHours : (now.getTime() - input.publishedAt.getTime()) / 3_600_000
  const reasons: RankReason[] = [
    { kind: 'publishers', points: Math.log(1 + clamp(input.publishers, 0, 1000)) },
    // A date in the future is a wrong clock, not fresher news.
    { kind: 'recency', points: 0.5 ** (clamp(age, 0, 24 * 365) / halfLifeHours) },
    { kind: 'topic', points: clamp(input.topicMatch, 0, 1) },
    { kind: 'source', points: clamp(input.sourceWeight, -1, 1) },
    { kind: 'liked', points: clamp(input.liked, -1, 1) },
    { kind: 'told', points: -clamp(input.told, 0, 1) },
    { kind: 'model', points: tieBreak * clamp(input.modelScore ?? 0, 0, 1) },
  ]
  return {
    score: reasons.reduce((sum, reason) => sum + reason.points, 0),
    reasons: reasons
      .filter((reason) => reason.points !== 0)
      .sort((a, b) => Math.abs(b.points) - Math.abs(a.points)),
  }
}
