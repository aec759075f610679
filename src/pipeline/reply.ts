/** How a worker answers a reader: the progress message is edited into the result through the outbox. */
import { type Block, paragraph } from '../core/blocks.ts'
import { PermanentError, RetryLater, UserError } from '../core/errors.ts'
import { type ReplyTo, textOfSubject } from '../core/jobs.ts'
import { renderBlocks } from '../core/render.ts'
import { insertDeliveries } from '../db/deliveries.ts'
import type { DeliveryPayload } from '../db/delivery-tables.ts'
import { replyKey } from '../db/reply-parts.ts'
import { saveUndo } from '../db/shown.ts'
import { findSubscriberById } from '../db/subscribers.ts'
import { errorText, getLocale } from '../locales/locales.ts'
import { linkName } from '../locales/site-name.ts'
import type { Pipeline } from './context.ts'
import { type Keyboard, messageParams } from './enqueue-delivery.ts'

/**
 * Puts an answer into the outbox: the first part edits the progress message, further ones follow it. After drafts
 * (`anew`) all are new messages, because only those end a draft, and the progress message goes. Repeating it changes
 * nothing.
 */
export async function reply(
  pipeline: Pipeline,
  to: ReplyTo,
  blocks: readonly Block[],
  keyboard: Keyboard | null = null,
  anew = false,
): Promise<void> {
  const subscriber = await findSubscriberById(pipeline.db, to.subscriberId)
  if (!subscriber) return
  const parts = renderBlocks(blocks)
  const payloads = parts.map((part, index): DeliveryPayload => {
    const message = messageParams(part, to.threadId, index === parts.length - 1 ? keyboard : null)
    return index === 0 && !anew
      ? { method: 'editMessageText', params: { ...message, message_id: to.messageId } }
      : { method: 'sendMessage', params: message }
  })
  if (anew) payloads.push({ method: 'deleteMessage', params: { message_id: to.messageId } })
  await insertDeliveries(
    pipeline.db,
    payloads.map((payload, index) => ({
      botId: subscriber.bot_id,
      subscriberId: subscriber.id,
      digestId: null,
      part: index,
      kind: 'reply' as const,
      payload,
      key: replyKey(subscriber.id, to.messageId, to.turn, index),
    })),
    pipeline.now(),
  )
  const { buttons } = getLocale(to.locale).bot
  const undo = keyboard?.inline_keyboard
    .flat()
    .find(({ text }) => text === buttons.undo || text === buttons.undoImport)
  // In a group a job does not know who asked.
  if (undo && 'callback_data' in undo && subscriber.kind === 'private') {
    const who = { subscriberId: subscriber.id, userId: subscriber.chat_id }
    await saveUndo(pipeline.db, who, undo.callback_data, pipeline.now())
  }
}

/** Edits the progress message on the way to the answer; `step` tells one from the other. Repeating it changes nothing. */
export async function replyProgress(
  pipeline: Pipeline,
  to: ReplyTo,
  text: string,
  step: number,
): Promise<void> {
  const subscriber = await findSubscriberById(pipeline.db, to.subscriberId)
  if (!subscriber) return
  await insertDeliveries(
    pipeline.db,
    [
      {
        botId: subscriber.bot_id,
        subscriberId: subscriber.id,
        digestId: null,
        part: 0,
        kind: 'reply',
        payload: {
          method: 'editMessageText',
          params: { text, entities: [], message_id: to.messageId },
        },
        key: `progress:${subscriber.id}:${to.messageId}:${step}`,
      },
    ],
    pipeline.now(),
  )
}

/** Which link an answer is about, where its own words may not say so. */
export function nameLink({ about }: ReplyTo): Block[] {
  if (about === undefined || textOfSubject(about) !== null) return []
  return [paragraph(linkName(about), { url: about, isolate: true })]
}

/**
 * Tells the reader what went wrong, if it is known or this was the last try. Returns whether it was told;
 * where it was not, the job is to be tried again.
 */
export async function apologise(
  pipeline: Pipeline,
  to: ReplyTo,
  thrown: unknown,
  lastTry: boolean,
): Promise<boolean> {
  // What is gone for good, or asks for time, may say it in words for the reader.
  const hasWords = thrown instanceof PermanentError || thrown instanceof RetryLater
  const error = hasWords && thrown.cause instanceof UserError ? thrown.cause : thrown
  // What we wait for ourselves comes in a moment.
  if (error instanceof RetryLater) return false
  const known = error instanceof UserError
  if (!known && !lastTry) return false
  if (!known) pipeline.log.error({ err: error }, 'a request failed')
  const text = errorText(getLocale(to.locale), known ? error : new UserError('internal'))
  await reply(pipeline, to, [...nameLink(to), paragraph(text)])
  return true
}
