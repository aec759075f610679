/** What a digest says, before it is rendered for one chat: entries with their summaries, as stored in editions. */
import type { DigestChoice, Entry } from '../core/digest.ts'
import { readingMinutes } from '../core/reading-time.ts'
import type { CandidateRow } from '../db/candidates.ts'
import type { Subscriber, Summary } from '../db/database.ts'
import { listTopicNames } from '../db/topic-samples.ts'
import { topicName } from '../locales/locales.ts'
import { publisherOf } from './choose.ts'
import type { Pipeline } from './context.ts'
import { ensureSummary, extractModel, type SummaryRequest } from './summarise.ts'
import { summariseTogether } from './summarise-together.ts'
import { cameOut } from './told.ts'

export interface EditionEntry {
  articleId: number
  headline: string
  url: string | null
  /** Who told it, the lead's publisher first, each with its article. */
  publishers: { name: string; url: string | null }[]
  /** ISO time. */
  publishedAt: string
  /** ISO time of its source's last change that matters; null: none. */
  editedAt: string | null
  sentences: string[]
  why: string | null
  /** True where the sentences are the article's own. */
  extract: boolean
  summaryId: number
  minutes: number
  /** The story was told before; the sentences are what is new. */
  update: boolean
  /** The watched word that brought it. */
  watch: string | null
  /** Title of the liked article that it is like. */
  because: string | null
  /** Left out of an earlier digest, and asked for. */
  carried: boolean
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
  /** Minutes that the entries take to read. */
  minutes: number
}

/** Summaries under way at once for one digest. */
const atOnce = 4
const sentencesByLength: Readonly<Record<Subscriber['length'], number>> = { short: 1, standard: 2, long: 3 }

/** For whom an edition is written. */
export interface EditionReader extends Omit<SummaryRequest, 'readerId' | 'watched'> {
  locale: string
  length: Subscriber['length']
}

/** Writes the entries of a choice. Throws RetryLater while another worker makes one of the summaries. */
export async function writeEdition(
  pipeline: Pipeline,
  choice: DigestChoice,
  rows: readonly CandidateRow[],
  reader: EditionReader,
): Promise<EditionContent> {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const topics = await listTopicNames(
    pipeline.db,
    choice.sections.flatMap(({ topicId }) => topicId ?? []),
  )
  const entries = choice.sections.flatMap((section) => section.entries)
  const request = { ...reader, readerId: null }
  await summariseTogether(
    pipeline,
    entries.map(({ leadId }) => byId.get(leadId)!),
    request,
  )
  const written = new Map<number, EditionEntry>()
  const waiting = [...entries]
  const work = async () => {
    for (let entry = waiting.shift(); entry; entry = waiting.shift())
      written.set(entry.leadId, await writeEntry(pipeline, entry, byId, request))
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
    minutes: Math.max(1, Math.round(entries.reduce((sum, entry) => sum + entry.minutes, 0))),
    leftOut: choice.leftOut.filter(({ reason }) => reason !== 'story' && reason !== 'duplicate').length,
  }
}

async function writeEntry(
  pipeline: Pipeline,
  entry: Entry,
  byId: ReadonlyMap<number, CandidateRow>,
  { length, ...request }: EditionReader & SummaryRequest,
): Promise<EditionEntry> {
  const lead = byId.get(entry.leadId)!
  const summary = await ensureSummary(pipeline, lead, request)
  return {
    articleId: lead.id,
    headline: summary.headline ?? (lead.title || (summary.bullets[0]?.text ?? publisherOf(lead))),
    url: linkOf(lead),
    publishers: publishersOf(entry, byId),
    publishedAt: cameOut(lead).toISOString(),
    editedAt: lead.edited_at?.toISOString() ?? null,
    sentences: sentencesOf(summary, entry, lead).slice(0, sentencesByLength[length]),
    why: summary.why,
    extract: summary.model === extractModel,
    summaryId: summary.id,
    minutes: Math.max(1, Math.round(readingMinutes(lead.text))),
    update: entry.note.update !== null,
    watch: entry.note.watch,
    because: entry.note.because,
    carried: entry.note.carried,
  }
}

const linkOf = (row: CandidateRow): string | null => row.url ?? row.original_url

function publishersOf(
  entry: Entry,
  byId: ReadonlyMap<number, CandidateRow>,
): { name: string; url: string | null }[] {
  const found = new Map<string, string | null>()
  for (const id of entry.articleIds) {
    const row = byId.get(id)!
    const name = publisherOf(row)
    if (!found.has(name)) found.set(name, linkOf(row))
  }
  return [...found].map(([name, url]) => ({ name, url }))
}

/** The summary's points; of an update, those that rest on what is new, else the new sentences themselves. */
function sentencesOf(summary: Summary, entry: Entry, lead: CandidateRow): string[] {
  const { update } = entry.note
  const all = summary.bullets.map((bullet) => bullet.text)
  if (update === null) return all
  const isNew = new Set(update)
  const fresh = summary.bullets.filter(({ evidence }) => evidence.some((sentence) => isNew.has(sentence)))
  if (fresh.length > 0) return fresh.map((bullet) => bullet.text)
  return summary.language === lead.language ? [...update] : all
}
