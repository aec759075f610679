/** The database type that every query takes: table names to row shapes. */
import type { Kysely, Selectable, Transaction } from 'kysely'
import type {
  BroadcastTable,
  ChatAdminTable,
  ChatThreadTable,
  OperatorSettingTable,
  PackItemTable,
  PackTable,
  ShownTable,
  StoppedDraftTable,
  TextTable,
} from './bot-tables.ts'
import type * as models from './model-tables.ts'
import type { ClockTable, DeliveryTable, LaneTable, LeaseTable, PaceTable } from './delivery-tables.ts'
import type { HostTable, HubSubscriptionTable, ImportTable } from './polling-tables.ts'
import type * as reading from './reading-tables.ts'
import type { InboxTable, QuotaTable } from './operations-tables.ts'
import type * as search from './search-tables.ts'
import type * as tables from './tables.ts'

export interface Tables {
  topics: models.TopicTable
  sources: tables.SourceTable
  stories: tables.StoryTable
  articles: tables.ArticleTable
  article_sources: tables.ArticleSourceTable
  documents: search.DocumentTable
  segments: search.SegmentTable
  segment_blocks: search.SegmentBlockTable
  article_topics: tables.ArticleTopicTable
  hosts: HostTable
  hub_subscriptions: HubSubscriptionTable
  imports: ImportTable
  summaries: models.SummaryTable
  llm_usage: models.LlmUsageTable
  readers: tables.ReaderTable
  subscribers: tables.SubscriberTable
  subscriptions: tables.SubscriptionTable
  schedules: tables.ScheduleTable
  feedback: models.FeedbackTable
  pending_questions: tables.PendingQuestionTable
  updates: tables.UpdateTable
  editions: tables.EditionTable
  digests: tables.DigestTable
  edition_items: tables.EditionItemTable
  digest_items: tables.DigestItemTable
  filters: reading.FilterTable
  bookmarks: reading.BookmarkTable
  carried: reading.CarriedTable
  leanings: reading.LeaningTable
  deliveries: DeliveryTable
  leases: LeaseTable
  lanes: LaneTable
  paces: PaceTable
  clock: ClockTable
  packs: PackTable
  pack_items: PackItemTable
  chat_admins: ChatAdminTable
  chat_threads: ChatThreadTable
  operator_settings: OperatorSettingTable
  broadcasts: BroadcastTable
  stopped_drafts: StoppedDraftTable
  texts: TextTable
  shown: ShownTable
  inbox: InboxTable
  quotas: QuotaTable
}

/** A handle or an open transaction: query functions take either as their first argument. */
export type Db = Kysely<Tables> | Transaction<Tables>

export type Topic = Selectable<models.TopicTable>
export type Source = Selectable<tables.SourceTable>
export type Article = Selectable<tables.ArticleTable>
export type Summary = Selectable<models.SummaryTable>
export type Reader = Selectable<tables.ReaderTable>
export type Subscriber = Selectable<tables.SubscriberTable>
export type Schedule = Selectable<tables.ScheduleTable>
export type Digest = Selectable<tables.DigestTable>
export type Pack = Selectable<PackTable>
export type Broadcast = Selectable<BroadcastTable>
export type Delivery = Selectable<DeliveryTable>
export type Filter = Selectable<reading.FilterTable>
