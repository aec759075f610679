/** Chooses what a digest shows: one entry per story, by topic, most important first; everything else gets a reason. */

/** An article that a digest could show. `importance` comes from rank.ts; `topics` are followed ones, best first. */
export interface Candidate {
  articleId: number
  storyId: number
  contentHash: string
  title: string
  /** Publisher as the reader would call it. */
  publisher: string
  publishedAt: Date
  importance: number
  topics: readonly { id: number; score: number }[]
  /** Characters of text there are to summarise. */
  textLength: number
  /** Minutes that its entry takes to read. */
  minutes: number
  /** Shown whatever there is besides: a watched word, or one that the reader asked for. */
  isKept: boolean
  note: EntryNote
}

/** Why an entry is there, beside its importance. */
export interface EntryNote {
  /** What is new since the story was told; null: it was not told. */
  update: readonly string[] | null
  /** The watched word it holds. */
  watch: string | null
  /** Title of the liked article that it is like. */
  because: string | null
  /** Left out before, and asked for. */
  carried: boolean
}

/** Why an article is not shown by itself; names of these are in the locale catalogues. */
export type LeftOutReason =
  | 'limit'
  | 'length'
  | 'story'
  | 'duplicate'
  | 'told'
  | 'old'
  | 'disliked'
  | 'muted'
  | 'mutedSource'
  | 'mutedTopic'
  | 'mutedStory'
  | 'language'
  | 'empty'

export interface Entry {
  storyId: number
  /** The article that stands for the story. */
  leadId: number
  /** All its articles, the lead first. */
  articleIds: number[]
  publishers: string[]
  importance: number
  note: EntryNote
  minutes: number
  isKept: boolean
}

export interface Section {
  /** null: articles of followed sources that are about no followed topic. */
  topicId: number | null
  entries: Entry[]
}

export interface LeftOut {
  articleId: number
  storyId: number
  reason: LeftOutReason
}

export interface DigestChoice {
  sections: Section[]
  leftOut: LeftOut[]
}

export interface SelectOptions {
  /** Entries at most. */
  maxEntries: number
  /** Minutes of reading at most; null: no matter. One entry is shown even so. */
  maxMinutes?: number | null
  /** Why an article is held back, whatever its importance; null for none. */
  refuse?: (candidate: Candidate) => LeftOutReason | null
  /** Articles that the reader asked for less of. */
  isDisliked?: (candidate: Candidate) => boolean
  /** Topics in the order of sections; others follow by importance. */
  topicOrder?: readonly number[]
}

/** Entries of one publisher before others come first: one busy feed must not fill a digest. */
const samePublisherCost = 0.12

/**
 * Every candidate ends in exactly one place: an entry's lead, an entry's further articles (reason 'story' or
 * 'duplicate' in `leftOut` as well, so that the list of reasons is complete), or `leftOut` alone.
 */
export function selectDigest(candidates: readonly Candidate[], options: SelectOptions): DigestChoice {
  const leftOut: LeftOut[] = []
  const kept = candidates.filter((candidate) => {
    const reason =
      candidate.title.trim() === '' && candidate.textLength === 0
        ? 'empty'
        : (options.refuse?.(candidate) ?? null)
    if (reason) leftOut.push({ articleId: candidate.articleId, storyId: candidate.storyId, reason })
    return reason === null
  })
  const stories = [...Map.groupBy(kept, (candidate) => candidate.storyId).values()].map(toEntry)
  const { shown, rest } = fill(diversify(stories), options)
  for (const { story, reason } of rest)
    for (const member of story.members)
      leftOut.push({
        articleId: member.articleId,
        storyId: member.storyId,
        reason: options.isDisliked?.(member) ? 'disliked' : reason,
      })
  for (const { members } of shown) {
    const [lead, ...others] = members
    for (const other of others)
      leftOut.push({
        articleId: other.articleId,
        storyId: other.storyId,
        reason: other.contentHash === lead!.contentHash ? 'duplicate' : 'story',
      })
  }
  return { sections: toSections(shown, options.topicOrder ?? []), leftOut }
}

/** Takes kept stories first, then the most important that fit; the order of `ranked` stays. */
function fill(ranked: readonly Story[], { maxEntries, maxMinutes }: SelectOptions) {
  let entries = 0
  let minutes = 0
  const reasons = new Map<Story, LeftOutReason>()
  const kept = ranked.filter(({ entry }) => entry.isKept)
  for (const story of [...kept, ...ranked.filter(({ entry }) => !entry.isKept)]) {
    const { entry } = story
    const isTooLong = maxMinutes != null && entries > 0 && minutes + entry.minutes > maxMinutes
    if (!entry.isKept && entries >= maxEntries) reasons.set(story, 'limit')
    else if (!entry.isKept && isTooLong) reasons.set(story, 'length')
    else {
      entries += 1
      minutes += entry.minutes
    }
  }
  return {
    shown: ranked.filter((story) => !reasons.has(story)),
    rest: ranked.flatMap((story) => {
      const reason = reasons.get(story)
      return reason ? [{ story, reason }] : []
    }),
  }
}

interface Story {
  entry: Entry
  members: Candidate[]
}

/** The lead is the article with most to say among the important ones; ties go to the earlier, then to the lower id. */
function toEntry(members: readonly Candidate[]): Story {
  const value = (candidate: Candidate) => candidate.importance + Math.min(candidate.textLength, 3000) / 3000
  const sorted = members.toSorted(
    (a, b) =>
      value(b) - value(a) || a.publishedAt.getTime() - b.publishedAt.getTime() || a.articleId - b.articleId,
  )
  const lead = sorted[0]!
  return {
    members: sorted,
    entry: {
      storyId: lead.storyId,
      leadId: lead.articleId,
      articleIds: sorted.map((candidate) => candidate.articleId),
      publishers: [...new Set(sorted.map((candidate) => candidate.publisher))],
      importance: Math.max(...sorted.map((candidate) => candidate.importance)),
      note: {
        update: lead.note.update,
        watch: firstOf(sorted, ({ note }) => note.watch),
        because: firstOf(sorted, ({ note }) => note.because),
        carried: sorted.some(({ note }) => note.carried),
      },
      minutes: lead.minutes,
      isKept: sorted.some(({ isKept }) => isKept),
    },
  }
}

function firstOf<T>(candidates: readonly Candidate[], pick: (candidate: Candidate) => T | null): T | null {
  for (const candidate of candidates) {
    const found = pick(candidate)
    if (found !== null) return found
  }
  return null
}

/** Most important first, each further entry of one publisher a little later. */
function diversify(stories: readonly Story[]): Story[] {
  const seen = new Map<string, number>()
  const costed = stories
    .toSorted((a, b) => b.entry.importance - a.entry.importance || a.entry.leadId - b.entry.leadId)
    .map((story) => {
      const publisher = story.entry.publishers[0] ?? ''
      const before = seen.get(publisher) ?? 0
      seen.set(publisher, before + 1)
      return { story, value: story.entry.importance - samePublisherCost * before }
    })
  return costed
    .toSorted((a, b) => b.value - a.value || a.story.entry.leadId - b.story.entry.leadId)
    .map(({ story }) => story)
}

function toSections(shown: readonly Story[], topicOrder: readonly number[]): Section[] {
  const sections = new Map<number | null, Entry[]>()
  for (const { entry, members } of shown) {
    const scores = new Map<number, number>()
    for (const { topics } of members)
      for (const { id, score } of topics) scores.set(id, Math.max(scores.get(id) ?? 0, score))
    const best = [...scores].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0]
    const topicId = best?.[0] ?? null
    sections.set(topicId, [...(sections.get(topicId) ?? []), entry])
  }
  const place = (topicId: number | null) => {
    if (topicId === null) return Number.POSITIVE_INFINITY
    const at = topicOrder.indexOf(topicId)
    return at < 0 ? topicOrder.length : at
  }
  const sorted = [...sections].toSorted(([a], [b]) => place(a) - place(b))
  return sorted.map(([topicId, entries]) => ({ topicId, entries }))
}
