/** Row shapes of what a reader wants of the next digests: filters, leanings, saved and carried articles; joined with the others in database.ts. */
import type { ColumnType, Generated } from 'kysely'

type Time = ColumnType<Date, Date, Date>

/** What a filter does: mutes hold articles back, 'watch' always lets them in, 'follow' tells every turn of a story. */
export const filterKinds = [
  'mute-word',
  'mute-source',
  'mute-topic',
  'mute-story',
  'watch',
  'follow-story',
  'less-topic',
  'more-topic',
] as const
export type FilterKind = (typeof filterKinds)[number]

export interface FilterTable {
  id: Generated<number>
  subscriber_id: number
  kind: FilterKind
  /** The word of a 'mute-word' or 'watch'; '' for the others. */
  word: string
  /** Id of the source, topic or story; 0 for words. */
  target_id: number
  /** null: for good. */
  until: Date | null
  created_at: Time
}

export interface BookmarkTable {
  id: Generated<number>
  subscriber_id: number
  article_id: ColumnType<number | null, number | null | undefined, never>
  /** Of a link that is no article. */
  url: ColumnType<string | null, string | null | undefined, never>
  title: ColumnType<string | null, string | null | undefined, never>
  created_at: Time
}

/** An article that was left out and is wanted in the schedule's next digest. */
export interface CarriedTable {
  schedule_id: number
  article_id: number
  created_at: Time
}

/** 👍 and 👎 are feedback on the article; 'more' and 'less' of its kind are leanings. */
export const ratingKinds = ['up', 'down', 'more', 'less'] as const
export type RatingKind = (typeof ratingKinds)[number]

export interface LeaningTable {
  subscriber_id: number
  article_id: number
  kind: 'more' | 'less'
  created_at: Time
}
