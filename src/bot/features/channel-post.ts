/** A channel's digest opened in private: its stories, or what it left out, to save and to ask about; each reader by themselves. */
import { UserError } from '../../core/errors.ts'
import type { Block, Inline } from '../../core/blocks.ts'
import { listLeftOut } from '../../db/digest-items.ts'
import { findChatOfDigest, findEntries, findPast } from '../../db/past-digests.ts'
import { dropLink, saveLink } from '../../db/ratings.ts'
import { formatDay } from '../../locales/format.ts'
import type { BotContext, Feature } from '../context.ts'
import { cleanLine } from '../label.ts'
import type { PostLink } from '../post-link.ts'
import { listItems } from '../replied-items.ts'
import { button, inRows, type Screen, swapButton } from '../screen.ts'

/** As many as one message holds with their sources. */
const mostShown = 20

interface Line {
  title: string
  url: string | null
  about: string
}

async function linesOf(ctx: BotContext, chatId: number, { what, digestId }: PostLink): Promise<Line[]> {
  const { db } = ctx.needs
  if (what === 'stories')
    return ((await findEntries(db, chatId, digestId))?.entries ?? []).map(
      ({ headline, url, publishers }) => ({
        title: headline,
        url,
        about: publishers.map(({ name }) => name).join(' · '),
      }),
    )
  const { digests } = ctx.locale
  const { items } = await listLeftOut(db, chatId, digestId, mostShown)
  return items.map(({ title, url, reason }) => ({
    title,
    url,
    about: digests.reasons[reason ?? ''] ?? digests.otherReason,
  }))
}

function blockOf({ title, url, about }: Line, index: number): Block {
  const headline: Inline[] = [
    { text: `${index + 1}. ` },
    { text: cleanLine(title, 120), bold: true, isolate: true, ...(url === null ? {} : { url }) },
  ]
  return {
    type: 'lines',
    lines: about === '' ? [headline] : [headline, [{ text: cleanLine(about, 80), italic: true }]],
  }
}

/** The digest that a signed link names. Throws UserError 'gone' where it is no channel's any more. */
export async function postScreen(ctx: BotContext, link: PostLink): Promise<Screen> {
  const { db } = ctx.needs
  const { bot, digests, reading, screens, tag } = ctx.locale
  const chat = await findChatOfDigest(db, link.digestId)
  const past = chat && (await findPast(db, chat.id, link.digestId))
  if (chat?.kind !== 'channel' || chat.bot_id !== ctx.me.id || !past) throw new UserError('gone')
  const lines = (await linesOf(ctx, chat.id, link)).slice(0, mostShown)
  const linked = lines.flatMap(({ url }, index) => (url === null ? [] : [index + 1]))
  return {
    title: cleanLine(chat.title, 100),
    body: [
      reading.history.line(
        past.number,
        formatDay(tag, past.due_at, ctx.subscriber.time_zone, ctx.needs.now()),
      ),
      link.what === 'more' ? digests.leftOutTitle : null,
      lines.length === 0 ? digests.nothingLeftOut : screens.chats.openPost,
    ],
    blocks: lines.map(blockOf),
    buttons: [
      ...inRows(
        linked.map((number) => button(String(number), 'post-keep', number, 1)),
        5,
      ),
      [button(bot.buttons.myList, 'list', 0), button(bot.buttons.help, 'help')],
    ],
  }
}

async function keep(ctx: BotContext, [number, on]: string[]): Promise<void> {
  const { db, now } = ctx.needs
  const message = ctx.callbackQuery?.message
  // Telegram's own copy of our message, so nobody made the link up.
  const items = message && 'text' in message ? listItems(message.text ?? '', message.entities ?? []) : []
  const item = items.find((each) => each.number === Number(number))
  if (!item) throw new UserError('gone')
  if (on === '1') await saveLink(db, ctx.subscriber.id, { url: item.url, title: item.title }, now())
  else await dropLink(db, ctx.subscriber.id, { url: item.url })
  const label = String(item.number)
  await swapButton(
    ctx,
    on === '1'
      ? button(ctx.locale.bot.buttons.chosen(label), 'post-keep', label, 0)
      : button(label, 'post-keep', label, 1),
  )
}

export const channelPosts: Feature = { presses: { 'post-keep': { run: keep } } }
