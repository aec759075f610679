/** The one look into the database that every update begins with: each question on its own would be a round trip. */
import { sql } from 'kysely'
import type { Db, Subscriber } from './database.ts'
import { type Standing, switchesOf, type SwitchValues, switchValues } from './operator.ts'

export interface Arriving {
  botId: number
  updateId: number
  /** Who stands behind the update, and the chat it came from, where it has them. */
  userId: number | undefined
  chatId: number | undefined
}

/** What is known of an update when it arrives. */
export interface Arrival {
  /** Telegram brought it before, and it was done. */
  wasAnswered: boolean
  standing: Standing
  /** The chat's row, if it has one. */
  subscriber: Subscriber | undefined
  /** A question of ours to this person in this chat may still be open. */
  isAsked: boolean
  /** What this person was shown last in this chat, of whatever age. */
  shown: { payload: unknown; at: Date } | undefined
}

/** Reads in one query all that an arriving update is judged by. */
export async function readArrival(db: Db, arriving: Arriving): Promise<Arrival> {
  const { botId, updateId, userId, chatId } = arriving
  type Found = SwitchValues & {
    wasAnswered: boolean
    blocked: boolean | null
    isAsked: boolean
    shown: { payload: unknown; at: string } | null
  }
  const { rows } = await sql<Found & (Subscriber | { id: null })>`
    select exists (select from updates where bot_id = ${botId} and update_id = ${updateId}) as "wasAnswered",
      ${switchValues},
      (select blocked from readers where user_id = ${userId ?? null}) as blocked,
      exists (
        select from pending_questions where subscriber_id = subscribers.id and user_id = ${userId ?? 0}
      ) as "isAsked",
      (
        select jsonb_build_object('payload', payload, 'at', shown_at)
        from shown where subscriber_id = subscribers.id and user_id = ${userId ?? 0}
      ) as shown,
      subscribers.*
    from (select) as one
      left join subscribers on subscribers.bot_id = ${botId} and subscribers.chat_id = ${chatId ?? null}`.execute(
    db,
  )
  const { wasAnswered, maintenance, inviteOnly, blocked, isAsked, shown, ...subscriber } = rows[0]!
  return {
    wasAnswered,
    standing: { ...switchesOf({ maintenance, inviteOnly }), blocked: blocked === true },
    subscriber: subscriber.id === null ? undefined : subscriber,
    isAsked,
    shown: shown ? { payload: shown.payload, at: new Date(shown.at) } : undefined,
  }
}
