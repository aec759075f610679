/** Takes messages and channel posts: a command, the answer to a question, a file, a place, or words and links. */
import type { Message } from 'grammy/types'
import { isLongText } from '../core/long-text.ts'
import { noteThread } from '../db/chats.ts'
import type { Subscriber } from '../db/database.ts'
import { createChat, findChat } from './chat.ts'
import { type ParsedCommand, parseCommand } from './commands.ts'
import { type BotContext, threadOf } from './context.ts'
import { answers, commands } from './features.ts'
import { wayOn } from './features/help.ts'
import { isFile, isReadable, takeDocument } from './features/import.ts'
import { takeForward, takeShared } from './features/forwarded.ts'
import { takeWords } from './features/intent.ts'
import { awaitsPart, takeLongText, takePart } from './features/long-text.ts'
import { takeReply } from './features/reply-question.ts'
import { takeRetelling } from './features/retelling.ts'
import { takeAside, takeCancel, takeWish } from './features/wishes.ts'
import { takeLocation } from './features/typed-settings.ts'
import { cleanLine } from './label.ts'
import { isFirstOfAlbum, mayTakeTurn } from './limits.ts'
import { extractLinks } from './links.ts'
import { takeMigration } from './membership.ts'
import { requireEntry } from './operators.ts'
import { closeQuestion, openQuestion } from './questions.ts'
import { requireRight } from './rights.ts'
import { send } from './screen.ts'
import { takeUndo } from './undo.ts'
import { getLocale } from '../locales/locales.ts'
import { plainCommand } from '../locales/plain-words.ts'

/** Questions that a link answers. */
const takeLinks: ReadonlySet<string> = new Set(['subscribe', 'summary', 'cat-add'])

/** Commands in words that ask nothing about the message they reply to. */
const asides: ReadonlySet<string> = new Set(['stop', 'pause', 'list', 'status'])

/** Questions that may have a long text for an answer. */
const takeTexts: ReadonlySet<string> = new Set(['broadcast'])

/** Takes one message or channel post. */
export async function takeMessage(ctx: BotContext): Promise<void> {
  const { msg } = ctx
  if (!msg || !ctx.chat) return
  if (msg.migrate_to_chat_id !== undefined) return takeMigration(ctx, msg.chat.id, msg.migrate_to_chat_id)
  if (msg.migrate_from_chat_id !== undefined) return takeMigration(ctx, msg.migrate_from_chat_id, msg.chat.id)
  if (msg.forum_topic_created ?? msg.forum_topic_edited) return takeThread(ctx, await findChat(ctx))
  if (isService(msg)) return
  const words = msg.text ?? msg.caption ?? ''
  const command = parseCommand(words, ctx.me.username)
  if (command && !command.isForMe) return
  const isPrivate = ctx.chat.type === 'private'
  const isAddressed = command !== null || isPrivate || isForMe(ctx, msg)
  if (!isAddressed && !awaitsPart(ctx, msg)) return
  if (!(await mayTakeTurn(ctx))) return
  await requireEntry(ctx)
  const known = await findChat(ctx)
  ctx.subscriber = known ?? (await createChat(ctx, ctx.chat))
  ctx.locale = getLocale(ctx.subscriber.locale)
  if (threadOf(ctx) !== null) await takeThread(ctx, ctx.subscriber)
  if (command) return takeCommand(ctx, command)
  if (!isAddressed) return void (words.trim() !== '' && (await takePart(ctx, msg, words)))
  await takeContent(ctx, msg, words)
}

/** How long after it was sent a message may be corrected to be taken anew. */
const patienceSeconds = 3600

/** A message whose words were changed soon after it was sent: what it says now is done, as if it had been sent so. */
export async function takeEdit(ctx: BotContext, msg: Message): Promise<void> {
  const isSoon = (msg.edit_date ?? 0) - msg.date <= patienceSeconds
  // A location that is shared live is edited with every step.
  if (isSoon && (msg.text ?? msg.caption ?? '') !== '') await takeMessage(ctx)
}

/** What Telegram writes by itself in a private chat: nobody waits for an answer to it. */
const isService = (msg: Message): boolean =>
  [
    msg.pinned_message,
    msg.message_auto_delete_timer_changed,
    msg.chat_background_set,
    msg.write_access_allowed,
  ].some((each) => each !== undefined)

/** Remembers the forum topic of a message, so that it can be chosen in private. */
async function takeThread(ctx: BotContext, known: Subscriber | undefined): Promise<void> {
  const { msg } = ctx
  if (!msg || !known || msg.message_thread_id === undefined) return
  const made = msg.forum_topic_created ?? msg.forum_topic_edited ?? msg.reply_to_message?.forum_topic_created
  await noteThread(ctx.needs.db, known.id, msg.message_thread_id, cleanLine(made?.name ?? '', 128))
}

/** In a group, only what answers the bot or names it, and the parts of a long text that go on from that; a channel's own posts never. */
function isForMe(ctx: BotContext, msg: Message): boolean {
  if (ctx.channelPost || msg.new_chat_members || msg.left_chat_member) return false
  const named = (msg.text ?? msg.caption ?? '').toLowerCase().includes(`@${ctx.me.username.toLowerCase()}`)
  return named || msg.reply_to_message?.from?.id === ctx.me.id
}

async function takeCommand(
  ctx: BotContext,
  { name, text }: Pick<ParsedCommand, 'name' | 'text'>,
): Promise<void> {
  const command = commands.get(name)
  if (!command) {
    const said = name.replaceAll('_', ' ')
    // '/language' is what 'language' is.
    const plain = plainCommand(ctx.locale.tag, said) ?? plainCommand('en', said)
    return plain ? takeCommand(ctx, { name: plain, text: '' }) : takeWords(ctx, `${said} ${text}`.trim())
  }
  if (command.open !== true) await requireRight(ctx)
  // A command is a new beginning: an older question no longer waits.
  if (ctx.arrival.isAsked && (text === '' || text !== command.answers)) await closeQuestion(ctx)
  await command.run(ctx, text)
}

async function takeContent(ctx: BotContext, msg: Message, words: string): Promise<void> {
  if (msg.location) {
    await requireRight(ctx)
    return takeLocation(ctx, msg.location.latitude, msg.location.longitude)
  }
  if (msg.chat_shared) return takeShared(ctx, msg.chat_shared)
  const isPrivate = ctx.chat?.type === 'private'
  const mayAnswer = isPrivate && (await isFirstOfAlbum(ctx, msg))
  const entities = msg.entities ?? msg.caption_entities ?? []
  const isLink = extractLinks(words, entities).length > 0
  const isArticle = isLink || isLongText(words.trim()) || msg.forward_origin !== undefined
  // A few words below a file are about the file.
  if (isFile(msg) && (isReadable(msg.document) || !isArticle)) {
    await requireRight(ctx)
    return takeDocument(ctx, msg.document)
  }
  const plain = words.replaceAll(new RegExp(`@${ctx.me.username}\\b`, 'giu'), '').trim()
  if (plain === '') {
    // In a group a sticker is no question to the bot, its name is; an album is one message to whoever sends it.
    if (mayAnswer || words !== '') await send(ctx, { body: [ctx.locale.bot.unreadable], buttons: wayOn(ctx) })
    return
  }
  const question = await openQuestion(ctx)
  // Whoever was asked something since is answering.
  if (!question && (await takePart(ctx, msg, plain))) return
  if (await takeForward(ctx, msg)) return
  const answer = question ? answers.get(question.kind) : undefined
  // What only remembers what was searched for waits for no answer.
  if (!answer && (await takeUndo(ctx, plain))) return
  if ((question !== undefined || isPrivate) && (await takeCancel(ctx, plain))) return
  const isLong = isLongText(plain)
  // A link or an article sent while we wait for an hour or a place is no answer; it is read.
  const isAnswer = isLong ? takeTexts : isLink ? takeLinks : null
  if (question && answer && (isAnswer?.has(question.kind) ?? true)) {
    await requireRight(ctx)
    return answer(ctx, plain)
  }
  if (isLong) {
    // Its next part would be taken for the answer.
    if (question) await closeQuestion(ctx)
    return takeLongText(ctx, msg, plain)
  }
  if (!isLink && (await takeRetelling(ctx, msg, plain))) return
  const command = plainCommand(ctx.locale.tag, plain)
  // "Stop", "why do I get this?" and "thanks" ask nothing about what they answer.
  const isAside = command !== null && asides.has(command)
  if (!isLink && !isAside && msg.reply_to_message && (await takeAside(ctx, plain))) return
  if (!isLink && !isAside && (await takeReply(ctx, msg, plain))) return
  if (command) return takeCommand(ctx, { name: command, text: '' })
  if (!isLink && (await takeWish(ctx, plain))) return
  await (plain === words.trim() ? takeWords(ctx, words, entities) : takeWords(ctx, plain))
}
