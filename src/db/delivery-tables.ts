/** Row shapes of what leaves for Telegram and of the locks around it; joined with the others in database.ts. */
import type { ColumnType, Generated } from 'kysely'

type Time = ColumnType<Date, Date, Date>
type Defaulted<T> = ColumnType<T, T | undefined, T>

/** One Bot API call to make: the method and its parameters, chat_id left out (the subscriber's row has it). */
export interface DeliveryPayload {
  method: 'sendMessage' | 'editMessageText' | 'sendRichMessage' | 'deleteMessage'
  params: Record<string, unknown>
  /** The messages that say the same where the server does not know the method. */
  classic?: readonly DeliveryPayload[]
}

export type DeliveryState = 'queued' | 'sending' | 'ambiguous' | 'sent' | 'failed' | 'unknown' | 'held'

export interface DeliveryTable {
  id: Generated<number>
  bot_id: number
  subscriber_id: number
  digest_id: number | null
  part: number
  kind: 'digest' | 'reply' | 'notice' | 'broadcast'
  payload: ColumnType<DeliveryPayload, string, string>
  state: Defaulted<DeliveryState>
  attempts: Defaulted<number>
  /** How many times it was sent again after an answer that told nothing. */
  copies: Defaulted<number>
  not_before: Time
  first_sent_at: Date | null
  sent_at: Date | null
  message_id: number | null
  error: string | null
  /** Makes an enqueue idempotent where there is no digest, e.g. 'reply:<update id>'. */
  key: string | null
  /** The sender that reserved it last. */
  holder: Defaulted<string | null>
  /** Parts with the same one leave in the order of `part`; made by the database. */
  series: ColumnType<string | null, never, never>
  created_at: Time
}

export interface LeaseTable {
  name: string
  holder: string
  expires_at: Time
}

export interface LaneTable {
  bot_id: number
  /** Sends a second at `rated_at`; Telegram's refusals lower it, time raises it again up to `max_rate`. */
  rate: number
  max_rate: number
  rated_at: Time
  /** When the sends of the last second were answered, as [milliseconds, how many], oldest first. */
  spent: ColumnType<[number, number][], string | undefined, string>
  /** Sends without an answer yet, by when they were granted: Telegram may count them at any moment. */
  flying: ColumnType<[number, number][], string | undefined, string>
  /** Answers 429 so far. */
  floods: Defaulted<number>
  flooded_at: Date | null
  pause_until: Date | null
  /** While in the future, a reply waits: bulk takes nothing. */
  waiting_until: Date | null
  /** Counts the changes: who writes names the one it read. */
  version: Defaulted<number>
}

/** When a chat may be written to again: one message a second, one in four in a group. */
export interface PaceTable {
  bot_id: number
  chat_id: number
  free_at: Time
}

export interface ClockTable {
  id: number
  offset_ms: number
}
