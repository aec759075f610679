/** /export and /privacy: everything we keep about a chat as files, and what is kept for how long and who sees it. */
import { InputFile } from 'grammy'
import { UserError } from '../../core/errors.ts'
import { findReader } from '../../db/readers.ts'
import { collectOwnData } from '../../db/own-data.ts'
import { listSubscriptions } from '../../db/subscriptions.ts'
import { errorText } from '../../locales/locales.ts'
import type { BotContext, Feature } from '../context.ts'
import { writeFeeds } from './import.ts'
import { button, type Screen, send, show } from '../screen.ts'

async function exportAll(ctx: BotContext): Promise<void> {
  const { data: words } = ctx.locale.screens
  const { db, now } = ctx.needs
  const { subscriber } = ctx
  const rows = await listSubscriptions(db, subscriber.id)
  const isPrivate = subscriber.kind === 'private'
  const reader = isPrivate && ctx.from ? await findReader(db, ctx.from.id) : undefined
  const everything = {
    exportedAt: now().toISOString(),
    chat: subscriber,
    reader: reader ?? null,
    follows: rows.map(({ total: _total, ...row }) => row),
    ...(await collectOwnData(db, { subscriberId: subscriber.id, readerId: reader?.id ?? null })),
  }
  const day = now().toISOString().slice(0, 10)
  const file = (text: string, extension: string) =>
    new InputFile(Buffer.from(text), `gazette-${day}.${extension}`)
  await ctx.replyWithDocument(file(JSON.stringify(everything, null, 2), 'json'), {
    caption: words.everything,
  })
  const opml = await writeFeeds(ctx)
  if (opml === null) await ctx.reply(errorText(ctx.locale, new UserError('nothingFollowed')))
  else await ctx.replyWithDocument(new InputFile(Buffer.from(opml), 'gazette.opml'), { caption: words.opml })
}

/** What is kept, for how long, and who sees it. */
export function privacyScreen(ctx: BotContext): Screen {
  const { data: words, labels } = ctx.locale.screens
  const { retainDays, model } = ctx.needs.config
  return {
    title: words.privacyTitle,
    body: [
      words.kept.map((line) => `• ${line}`).join('\n'),
      words.howLong(retainDays),
      model === null ? words.noModel : words.model(model.name, model.host),
      words.rights,
    ],
    buttons: [
      [button(labels.export, 'export'), button(labels.deleteMine, 'delete')],
      [button(ctx.locale.bot.buttons.help, 'help')],
    ],
  }
}

export const ownData: Feature = {
  commands: {
    export: { run: exportAll },
    privacy: { run: (ctx) => send(ctx, privacyScreen(ctx)), open: true },
  },
  presses: {
    export: { run: exportAll },
    privacy: { run: (ctx) => show(ctx, privacyScreen(ctx)), open: true },
  },
}
