/** Row shapes of what leaves for Telegram and of the locks around it; joined with the others in database.ts. */
import type { ColumnType, Generated } from 'kysely'

type Time = ColumnType<Date, Date, Date>
type Defaulted<T> = ColumnType<T, T | undefined, T>

/** One Bot API call to make: the method and its parameters, chat_id left out (the subscriber's row has it). */
export interface DeliveryPayload {
  method: 'sendMessage' | 'editMessageText'
  params: Record<string, unknown>
}

export type DeliveryState = 'queued' | 'sending' | 'ambiguous' | 'sent' | 'failed' | 'unknown' | 'held'

export interface DeliveryTable {
  id: Generated<number>
  bot_id: number
  subscriber_id: number
  digest_id: number | null
  part: number
  kind: 'digest' | 'reply' | 'notice'
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
  created_at: Time
}

export interface LeaseTable {
  name: string
  holder: string
  expires_at: Time
}

export interface LaneTable {
  bot_id: number
  tokens: number
  /** Sends a second. */
  rate: number
  refilled_at: Time
  pause_until: Date | null
  /** While in the future, a reply waits: bulk leaves the reserve alone. */
  waiting_until: Date | null
}

export interface ClockTable {
  id: number
  offset_ms: number
}
