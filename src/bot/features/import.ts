/** A reader's file: an article is summed up, a list of feeds (OPML, or any other that feed-list.ts reads) is followed by a job and can be taken back; and one is written for /export. */
import type { Document, Message } from 'grammy/types'
import { UserError } from '../../core/errors.ts'
import { hasProse } from '../../core/long-text.ts'
import { findImport, insertImport, undoImport } from '../../db/imports.ts'
import { listSubscriptions } from '../../db/subscriptions.ts'
import { judgeError } from '../../telegram/errors.ts'
import { longestText } from '../../db/texts.ts'
import type { BotContext, Feature } from '../context.ts'
import { button, send, show, showProgress } from '../screen.ts'
import { readText } from './long-text.ts'

/** A list of feeds beyond this is no list a person keeps. */
const maxBytes = 2_000_000

/** A message with a file; a GIF is one to old bots only. */
export const isFile = (msg: Message): msg is Message & { document: Document } =>
  msg.document !== undefined && msg.animation === undefined

const kindOf = (document: Document): string => `${document.mime_type ?? ''} ${document.file_name ?? ''}`

/** Whether it may be a list of feeds or an article. */
export const isReadable = (document: Document): boolean =>
  /xml|opml|^text\/|json|\.(?:txt|md|markdown|csv|tsv|html?)$| urls$/iu.test(kindOf(document))

/** Takes a document. Throws UserError 'notOpml', 'noFeeds', 'tooLarge' or 'fileLost'. */
export async function takeDocument(ctx: BotContext, document: Document): Promise<void> {
  if (!isReadable(document)) throw new UserError('notOpml')
  const tooLarge = new UserError('tooLarge', { megabytes: maxBytes / 1_000_000 })
  if ((document.file_size ?? 0) > maxBytes) throw tooLarge
  const bytes = await ctx.needs.download(await findPath(ctx, document.file_id))
  if (bytes.length > maxBytes) throw tooLarge
  const text = /\.(?:txt|md|markdown)$/iu.test(kindOf(document))
    ? ctx.needs.stages.readText(bytes).trim()
    : ''
  if (hasProse(text)) await readText(ctx, text.slice(0, longestText))
  else await importFeeds(ctx, bytes)
}

async function findPath(ctx: BotContext, fileId: string): Promise<string> {
  const lost = new UserError('fileLost')
  try {
    const { file_path: path } = await ctx.api.getFile(fileId)
    if (path === undefined) throw lost
    return path
  } catch (error) {
    // It refuses what it gave out itself, while or after a file is moved.
    throw judgeError(error).kind === 'refused' ? lost : error
  }
}

async function importFeeds(ctx: BotContext, bytes: Uint8Array): Promise<void> {
  const { db, now, stages } = ctx.needs
  const feeds = new Map(
    stages
      .readOpml(bytes)
      .map(({ url, title, site, folders }) => [url, { url, title, site, folder: folders.join('/') || null }]),
  )
  if (feeds.size === 0) throw new UserError('noFeeds')
  const id = await insertImport(db, ctx.subscriber.id, [...feeds.values()], now())
  await start(ctx, id, feeds.size)
}

async function start(ctx: BotContext, importId: number, total: number): Promise<void> {
  const replyTo = await showProgress(ctx, ctx.locale.bot.subscribe.importing(0, total))
  await ctx.needs.enqueue(null, 'import-feeds', { ...replyTo, importId })
}

/** The list a button names, if this chat sent it. */
async function importOf(ctx: BotContext, id: string | undefined) {
  const list = await findImport(ctx.needs.db, Number(id) || 0, ctx.subscriber.id)
  if (!list) throw new UserError('gone')
  return list
}

export const importing: Feature = {
  presses: {
    'undo-import': {
      run: async (ctx, [id]) => {
        const { bot } = ctx.locale
        const list = await importOf(ctx, id)
        const removed = await undoImport(ctx.needs.db, list.id)
        await show(ctx, {
          body: [bot.subscribe.importUndone(removed)],
          buttons: [
            [button(bot.buttons.importAgain, 'redo-import', list.id)],
            [button(bot.buttons.myList, 'list', 0)],
          ],
        })
      },
    },
    'redo-import': {
      run: async (ctx, [id]) => {
        const list = await importOf(ctx, id)
        await start(ctx, list.id, list.feeds.length)
      },
    },
    'drop-failed': {
      run: async (ctx, [id]) => {
        const { bot } = ctx.locale
        const list = await importOf(ctx, id)
        const removed = await undoImport(ctx.needs.db, list.id, 'failing')
        await send(ctx, {
          body: [bot.subscribe.importUndone(removed)],
          buttons: [[button(bot.buttons.myList, 'list', 0)]],
        })
      },
    },
  },
}

/** What this chat follows as a list that any feed reader takes; null where it follows no source. */
export async function writeFeeds(ctx: BotContext): Promise<string | null> {
  const rows = (await listSubscriptions(ctx.needs.db, ctx.subscriber.id)).filter((row) => row.url !== null)
  if (rows.length === 0) return null
  return ctx.needs.stages.writeOpml(
    rows.map((row) => ({
      title: row.name ?? row.title ?? '',
      url: row.url!,
      site: row.site_url,
      folders: row.folder?.split('/') ?? [],
    })),
  )
}
