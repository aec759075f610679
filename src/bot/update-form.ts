/** The form of an update as Telegram gives it: the first thing asked of each, so that handlers read only what is there. */
import type { Update } from 'grammy/types'
import { z } from 'zod'

/** Telegram's numbers have at most 52 significant bits: https://core.telegram.org/bots/api#chat */
const whole = z.int()
const text = z.string()

const user = z.object({
  id: whole,
  is_bot: z.boolean(),
  first_name: text,
  last_name: text.optional(),
  username: text.optional(),
  language_code: text.optional(),
})

const chat = z.object({
  id: whole,
  type: z.enum(['private', 'group', 'supergroup', 'channel']),
  title: text.optional(),
  username: text.optional(),
  first_name: text.optional(),
  last_name: text.optional(),
})

const place = { offset: whole, length: whole }
const entity = z.union([
  z.object({ ...place, type: z.literal('text_link'), url: text }),
  z.object({ ...place, type: text.refine((type) => type !== 'text_link') }),
])

const origin = z.union([
  z.object({
    type: z.literal('channel'),
    chat: z.object({ title: text, username: text.optional() }),
  }),
  z.object({ type: text.refine((type) => type !== 'channel') }),
])

const keyboard = z.object({
  inline_keyboard: z.array(
    z.array(
      z.object({
        text,
        callback_data: text.optional(),
        url: text.optional(),
        copy_text: z.object({ text }).optional(),
      }),
    ),
  ),
})

const richText: z.ZodType = z.lazy(() =>
  z.union([text, z.array(richText), z.object({ text: richText.optional(), url: text.optional() })]),
)
const richBlock: z.ZodType = z.lazy(() =>
  z.union([
    z.object({ type: z.literal('details'), summary: richText, blocks: z.array(richBlock) }),
    z.object({ type: text.refine((type) => type !== 'details'), text: richText.optional() }),
  ]),
)

const message = z.object({
  message_id: whole,
  chat,
  from: user.optional(),
  sender_chat: chat.optional(),
  is_topic_message: z.boolean().optional(),
  message_thread_id: whole.optional(),
  text: text.optional(),
  caption: text.optional(),
  entities: z.array(entity).optional(),
  caption_entities: z.array(entity).optional(),
  quote: z.object({ text, position: whole }).optional(),
  rich_message: z.object({ blocks: z.array(richBlock) }).optional(),
  reply_markup: keyboard.optional(),
  forward_origin: origin.optional(),
  location: z
    .object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .optional(),
  document: z
    .object({
      file_id: text,
      file_name: text.optional(),
      mime_type: text.optional(),
      file_size: whole.optional(),
    })
    .optional(),
  chat_shared: z
    .object({ request_id: whole, chat_id: whole, title: text.optional(), username: text.optional() })
    .optional(),
  forum_topic_created: z.object({ name: text }).optional(),
  forum_topic_edited: z.object({ name: text.optional() }).optional(),
  migrate_to_chat_id: whole.optional(),
  migrate_from_chat_id: whole.optional(),
})
const withReply = message.extend({ reply_to_message: message.optional() })

const member = z.object({
  status: text,
  can_send_messages: z.boolean().optional(),
  can_post_messages: z.boolean().optional(),
})

/** The sorts of update that are asked for (poller.ts), each with what handlers read of it. */
const form = z.object({
  update_id: whole,
  message: withReply.optional(),
  edited_message: withReply.optional(),
  channel_post: withReply.optional(),
  callback_query: z
    .object({ id: text, from: user, data: text.optional(), message: withReply.optional() })
    .optional(),
  inline_query: z.object({ id: text, from: user, query: text, offset: text }).optional(),
  my_chat_member: z.object({ chat, from: user, old_chat_member: member, new_chat_member: member }).optional(),
  stopped_message_generation: z.object({ chat, draft_id: whole }).optional(),
})

/**
 * The update with the sorts that we asked for and no others, or null where it has not their form.
 * Whoever knows the webhook's secret may send anything; what Telegram's own types allow always has the form, as the compiler checks.
 */
export function readUpdate(update: Update): Update | null {
  const given: z.input<typeof form> = update
  try {
    if (!form.safeParse(given).success) return null
  } catch {
    // Nested deeper than the stack.
    return null
  }
  return Object.fromEntries(
    Object.entries(update).filter(([sort]) => sort in form.shape),
  ) as unknown as Update
}
