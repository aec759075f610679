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
}

/** Why an article is not shown by itself; names of these are in the locale catalogues. */
export type LeftOutReason = 'limit' | 'story' | 'duplicate' | 'old' | 'muted' | 'language' | 'empty'

export interface Entry {
  storyId: number
  /** The article that stands for the story. */
  leadId: number
  /** All its articles, the lead first. */
  articleIds: number[]
  publishers: string[]
  importance: number
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
  /** Articles published before this are left out as old; null: none are. */
  notBefore: Date | null
  /** Articles that a filter of the reader's holds back. */
  isMuted?: (candidate: Candidate) => boolean
  /** Articles in a language that the reader does not read and nobody translates. */
  isForeign?: (candidate: Candidate) => boolean
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
    const reason = refusal(candidate, options)
    if (reason) leftOut.push({ articleId: candidate.articleId, storyId: candidate.storyId, reason })
    return reason === null
  })
  const stories = [...Map.groupBy(kept, (candidate) => candidate.storyId).values()].map(toEntry)
  const ranked = diversify(stories)
  const shown = ranked.slice(0, options.maxEntries)
  for (const { members } of ranked.slice(options.maxEntries))
    for (const member of members)
      leftOut.push({ articleId: member.articleId, storyId: member.storyId, reason: 'limit' })
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

function refusal(candidate: Candidate, options: SelectOptions): LeftOutReason | null {
  if (candidate.title.trim() === '' && candidate.textLength === 0) return 'empty'
  if (options.isMuted?.(candidate)) return 'muted'
  if (options.isForeign?.(candidate)) return 'language'
  if (options.notBefore && candidate.publishedAt < options.notBefore) return 'old'
  return null
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
    },
  }
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
