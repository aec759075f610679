/** What the lane itself tells people: a part that may have come, a topic that is closed, a right that is gone. */
import type { Db } from '../db/database.ts'
import { insertDeliveries } from '../db/deliveries.ts'
import { findOwnerChat, listUnaskedHeld, releaseThread } from '../db/owners.ts'
import { getLocale, type Locale } from '../locales/locales.ts'
import { encodeCallback } from '../core/callback.ts'

/** Asks the readers of held parts whether they came; each part once for every try. */
export async function askAboutHeld(db: Db, botId: number, now: Date): Promise<void> {
  for (const held of await listUnaskedHeld(db, botId)) {
    const { notices } = getLocale(held.locale)
    const button = (text: string, verb: string) => ({ text, callback_data: encodeCallback(verb, held.id) })
    await insertDeliveries(
      db,
      [
        {
          botId,
          subscriberId: held.subscriber_id,
          digestId: null,
          part: 0,
          kind: 'notice',
          payload: {
            method: 'sendMessage',
            params: {
              text: notices.heldAsk(held.number, held.part + 1),
              ...(held.thread_id === null ? {} : { message_thread_id: held.thread_id }),
              reply_markup: {
                inline_keyboard: [
                  [button(notices.heldArrived, 'held-yes'), button(notices.heldAgain, 'held-again')],
                ],
              },
            },
          },
          key: `held:${held.id}:${held.copies}:0`,
        },
      ],
      now,
    )
  }
}

/** Tells whoever set the chat up, in private, once for `key`; where no private chat is known, nobody. */
async function tellOwner(
  db: Db,
  chat: { id: number; title: string },
  write: (locale: Locale, title: string) => string,
  key: string,
  now: Date,
): Promise<void> {
  const owner = await findOwnerChat(db, chat.id)
  if (!owner) return
  await insertDeliveries(
    db,
    [
      {
        botId: owner.bot_id,
        subscriberId: owner.id,
        digestId: null,
        part: 0,
        kind: 'notice',
        payload: { method: 'sendMessage', params: { text: write(getLocale(owner.locale), chat.title) } },
        key,
      },
    ],
    now,
  )
}

/** The bot may not write there any more. */
export const tellNoRights = (db: Db, chat: { id: number; title: string }, now: Date): Promise<void> =>
  tellOwner(
    db,
    chat,
    ({ notices }, title) => notices.noRights(title),
    `no-rights:${chat.id}:${now.getTime()}:0`,
    now,
  )

/** The chat's digests go to the general topic from now on; its owner hears of it once. */
export async function leaveThread(
  db: Db,
  chat: { id: number; title: string },
  threadId: number,
  now: Date,
): Promise<void> {
  if (!(await releaseThread(db, chat.id, threadId))) return
  await tellOwner(
    db,
    chat,
    ({ notices }, title) => notices.threadClosed(title),
    `no-thread:${chat.id}:${threadId}:${now.getTime()}:0`,
    now,
  )
}
