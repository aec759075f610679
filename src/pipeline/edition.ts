/** What a digest says, before it is rendered for one chat: entries with their summaries, as stored in editions. */
import type { DigestChoice, Entry } from '../core/digest.ts'
import { readingMinutes } from '../core/reading-time.ts'
import type { CandidateRow } from '../db/candidates.ts'
import type { Subscriber } from '../db/database.ts'
import { listTopics } from '../db/topic-samples.ts'
import { topicName } from '../locales/locales.ts'
import { publisherOf } from './choose.ts'
import type { Pipeline } from './context.ts'
import { ensureSummary, extractModel } from './summarise.ts'

export interface EditionEntry {
  articleId: number
  headline: string
  url: string | null
  publishers: string[]
  /** ISO time. */
  publishedAt: string
  sentences: string[]
  why: string | null
  /** True where the sentences are the article's own. */
  extract: boolean
  summaryId: number
  minutes: number
}

export interface EditionSection {
  topicId: number | null
  /** Topic's name in the edition's locale; '' for none. */
  name: string
  entries: EditionEntry[]
}

export interface EditionContent {
  sections: EditionSection[]
  shown: number
  publishers: number
  leftOut: number
}

/** Summaries under way at once for one digest. */
const atOnce = 4
const sentencesByLength: Readonly<Record<Subscriber['length'], number>> = { short: 1, standard: 2, long: 3 }

/** Writes the entries of a choice. Throws RetryLater while another worker makes one of the summaries. */
export async function writeEdition(
  pipeline: Pipeline,
  choice: DigestChoice,
  rows: readonly CandidateRow[],
  reader: { locale: string; language: string; length: Subscriber['length']; hurry?: boolean },
): Promise<EditionContent> {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const topics = new Map((await listTopics(pipeline.db)).map((topic) => [topic.id, topic.names]))
  const entries = choice.sections.flatMap((section) => section.entries)
  const written = new Map<number, EditionEntry>()
  const waiting = [...entries]
  const work = async () => {
    for (let entry = waiting.shift(); entry; entry = waiting.shift())
      written.set(entry.leadId, await writeEntry(pipeline, entry, byId, reader))
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, entries.length) }, work))
  return {
    sections: choice.sections.map((section) => ({
      topicId: section.topicId,
      name: section.topicId === null ? '' : topicName(topics.get(section.topicId) ?? {}, reader.locale),
      entries: section.entries.map((entry) => written.get(entry.leadId)!),
    })),
    shown: entries.length,
    publishers: new Set(entries.flatMap((entry) => entry.publishers)).size,
    leftOut: choice.leftOut.filter(({ reason }) => reason !== 'story' && reason !== 'duplicate').length,
  }
}

async function writeEntry(
  pipeline: Pipeline,
  entry: Entry,
  byId: ReadonlyMap<number, CandidateRow>,
  reader: { language: string; length: Subscriber['length']; hurry?: boolean },
): Promise<EditionEntry> {
  const lead = byId.get(entry.leadId)!
  const summary = await ensureSummary(pipeline, lead, {
    language: reader.language,
    readerId: null,
    ...(reader.hurry ? { hurry: true } : {}),
  })
  return {
    articleId: lead.id,
    headline: summary.headline ?? (lead.title || (summary.bullets[0]?.text ?? publisherOf(lead))),
    url: lead.url ?? lead.original_url,
    publishers: entry.publishers,
    publishedAt: (lead.published_at ?? lead.ready_at).toISOString(),
    sentences: summary.bullets.slice(0, sentencesByLength[reader.length]).map((bullet) => bullet.text),
    why: summary.why,
    extract: summary.model === extractModel,
    summaryId: summary.id,
    minutes: Math.max(1, Math.round(readingMinutes(lead.text))),
  }
}
