/** The row shapes of topics, of what the model makes and costs, and of what readers think of it; migrations/ is the truth. */
import type { ColumnType, Generated } from 'kysely'
import type { Interest } from '../core/interest.ts'

type Time = ColumnType<Date, Date, Date>
type Json<T> = ColumnType<T, string, string>
type Defaulted<T> = ColumnType<T, T | undefined, T>

export interface TopicTable {
  id: Generated<number>
  slug: string
  names: Json<Record<string, string>>
  description: Defaulted<string>
  keywords: Json<string[]>
  /** Names that the operator gave, by locale; they stand above the catalogue's. */
  renamed: ColumnType<Record<string, string>, string | undefined, string>
  /** The reader who made it; null for the catalogue's. */
  owner_id: number | null
  /** What a reader's own topic is recognised by; null for the catalogue's, which the topic model knows. */
  interest: ColumnType<Interest | null, string | null | undefined, string | null>
  created_at: Time
}

/** One bullet of a stored summary: its words and the source sentences behind it. */
export interface StoredBullet {
  text: string
  evidence: string[]
}

export interface SummaryTable {
  id: Generated<number>
  content_hash: string
  language: string
  prompt_version: string
  model: string
  state: 'making' | 'ready'
  /** The reader's own text that it sums up; null for an article. */
  text_id: ColumnType<number | null, number | null | undefined, never>
  claimed_until: Date | null
  headline: string | null
  bullets: ColumnType<StoredBullet[], string | undefined, string>
  why: string | null
  event: string | null
  importance: number | null
  /** Slugs of topics, and names, that the model found in the article. */
  topics: ColumnType<string[], string | undefined, string>
  entities: ColumnType<string[], string | undefined, string>
  /** Bullets that the model had to correct, and those that the article's own sentences replace. */
  repaired: Defaulted<number>
  replaced: Defaulted<number>
  created_at: Time
}

export interface LlmUsageTable {
  id: Generated<number>
  at: Time
  day: string
  purpose: string
  model: string
  reader_id: number | null
  article_id: number | null
  reserved_tokens: number
  input_tokens: number | null
  output_tokens: number | null
  settled: Defaulted<boolean>
}

/** What a reader thought of an article, by itself or under a topic. */
export interface FeedbackTable {
  id: Generated<number>
  subscriber_id: number
  reader_id: number | null
  article_id: number
  topic_id: number | null
  kind: 'up' | 'down' | 'not_topic'
  created_at: Time
}
