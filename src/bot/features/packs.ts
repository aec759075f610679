/** /packs: bundles of topics and sources that a reader makes from what they follow and shares by a link. */
import { randomInt } from 'node:crypto'
import type { InlineKeyboardButton } from 'grammy/types'
import { UserError } from '../../core/errors.ts'
import type { Pack } from '../../db/database.ts'
import {
  deletePack,
  findPack,
  insertPack,
  listPackItems,
  listPacks,
  maxPacks,
  renamePack,
  setPackItem,
} from '../../db/packs.ts'
import { countSubscriptions, isFollowing, listSubscriptions } from '../../db/subscriptions.ts'
import type { BotContext, Feature } from '../context.ts'
import { nameOf } from '../describe.ts'
import { typedName } from '../label.ts'
import { ownerOf } from '../owner.ts'
import { pageOf, turnPage } from '../paging.ts'
import { ask, closeQuestion, openQuestion } from '../questions.ts'
import { button, inRows, marked, type Screen, send, show } from '../screen.ts'
import { keyOf, targetOf } from '../targets.ts'

/** Without letters and digits that are taken for one another. */
const codeLetters = 'abcdefghjkmnpqrstuvwxyz23456789'
const codeLength = 10

const newCode = (): string =>
  Array.from({ length: codeLength }, () => codeLetters[randomInt(codeLetters.length)]).join('')

/** The address that opens a pack. https://core.telegram.org/bots/features#deep-linking */
const linkOf = (ctx: BotContext, { code }: Pack): string =>
  `https://t.me/${ctx.me.username}?start=pack_${code}`

/** A pack of this person's. Throws UserError 'gone'. */
async function ownPack(ctx: BotContext, code: string | undefined): Promise<Pack> {
  const pack = await findPack(ctx.needs.db, code ?? '')
  if (!pack || pack.owner_id !== (await ownerOf(ctx))) throw new UserError('gone')
  return pack
}

async function packsScreen(ctx: BotContext, note: string | null = null): Promise<Screen> {
  const { packs: words, labels } = ctx.locale.screens
  const packs = await listPacks(ctx.needs.db, await ownerOf(ctx))
  return {
    title: words.title,
    body: [note, words.what, packs.length === 0 ? words.none : null],
    buttons: [
      ...packs.map((pack) => [button(pack.name, 'pack', pack.code, 0)]),
      [button(labels.newPack, 'pack-new')],
      [button(ctx.locale.bot.buttons.myList, 'list', 0)],
    ],
  }
}

/** Everything that is in the pack or could be, as toggles. */
async function packScreen(ctx: BotContext, pack: Pack, wanted: number): Promise<Screen> {
  const { packs: words, labels } = ctx.locale.screens
  const { db } = ctx.needs
  const within = await listPackItems(db, pack.id, ctx.subscriber.id)
  const keys = new Set(within.map((item) => keyOf(item).join('')))
  const followed = await listSubscriptions(db, ctx.subscriber.id)
  const items = [...within, ...followed.filter((row) => !keys.has(keyOf(row).join('')))]
  const topics = within.filter((item) => item.topic_id !== null).length
  const { rows, page, pages } = pageOf(items, wanted)
  const toggles = rows.map((item) => {
    const isIn = keys.has(keyOf(item).join(''))
    const name = nameOf(ctx.locale, item)
    return button(marked(ctx, isIn, name), 'pack-in', pack.code, ...keyOf(item), isIn ? 0 : 1, page)
  })
  const link = linkOf(ctx, pack)
  const sharing: InlineKeyboardButton[] = [
    { text: labels.copyLink, copy_text: { text: link } },
    {
      text: labels.share,
      url: `https://t.me/share/url?${new URLSearchParams({ url: link, text: pack.name }).toString()}`,
    },
  ]
  return {
    title: pack.name,
    body: [
      `${words.contents(topics, within.length - topics)}\n${words.link(link)}`,
      words.everybody,
      words.choose,
    ],
    buttons: [
      ...inRows(toggles, 2),
      turnPage(ctx, page, pages, 'pack', (to) => [pack.code, to]),
      sharing,
      [button(labels.rename, 'pack-rename', pack.code), button(labels.deletePack, 'pack-ask', pack.code)],
      [button(labels.back, 'packs')],
    ],
  }
}

async function create(ctx: BotContext, text: string): Promise<void> {
  const { db, now } = ctx.needs
  const name = typedName(text)
  const wanted = { code: newCode(), ownerId: await ownerOf(ctx), name, subscriberId: ctx.subscriber.id }
  const pack = await db.transaction().execute((trx) => insertPack(trx, wanted, now()))
  await closeQuestion(ctx)
  await send(ctx, await packScreen(ctx, pack, 0))
}

async function askName(ctx: BotContext): Promise<void> {
  const { packs: words, labels } = ctx.locale.screens
  const { db } = ctx.needs
  if ((await countSubscriptions(db, ctx.subscriber.id)) === 0) throw new UserError('nothingFollowed')
  const packs = await listPacks(db, await ownerOf(ctx))
  if (packs.length >= maxPacks) {
    return show(ctx, await packsScreen(ctx, words.full(maxPacks)))
  }
  await ask(ctx, 'pack-name')
  await show(ctx, { title: labels.newPack, body: [words.askName], buttons: [[button(labels.back, 'packs')]] })
}

async function togglePart(ctx: BotContext, [code, kind, id, on, page]: string[]): Promise<void> {
  const { db } = ctx.needs
  const pack = await ownPack(ctx, code)
  const target = targetOf(kind, id)
  // Only what its owner follows: a number made up in a button must not publish another reader's source.
  if (on === '1' && !(await isFollowing(db, ctx.subscriber.id, target))) throw new UserError('notFollowing')
  await setPackItem(db, pack.id, target, on === '1')
  await show(ctx, await packScreen(ctx, pack, Number(page)))
}

export const packs: Feature = {
  commands: { packs: { run: async (ctx) => send(ctx, await packsScreen(ctx)) } },
  presses: {
    packs: { run: async (ctx) => show(ctx, await packsScreen(ctx)) },
    pack: {
      run: async (ctx, [code, page]) =>
        show(ctx, await packScreen(ctx, await ownPack(ctx, code), Number(page))),
    },
    'pack-new': { run: askName },
    'pack-in': { run: togglePart },
    'pack-rename': {
      run: async (ctx, [code]) => {
        const pack = await ownPack(ctx, code)
        const { packs: words, labels } = ctx.locale.screens
        await ask(ctx, 'pack-rename', { code: pack.code })
        await show(ctx, {
          title: pack.name,
          body: [words.askRename],
          buttons: [[button(labels.back, 'pack', pack.code, 0)]],
        })
      },
    },
    'pack-ask': {
      run: async (ctx, [code]) => {
        const pack = await ownPack(ctx, code)
        const { packs: words, labels } = ctx.locale.screens
        await show(ctx, {
          title: pack.name,
          body: [words.deleteWhat(pack.name)],
          buttons: [
            [button(labels.back, 'pack', pack.code, 0)],
            [button(labels.reallyDelete, 'pack-delete', pack.code)],
          ],
        })
      },
    },
    'pack-delete': {
      run: async (ctx, [code]) => {
        const pack = await ownPack(ctx, code)
        await deletePack(ctx.needs.db, pack.id)
        await show(ctx, await packsScreen(ctx, ctx.locale.screens.packs.deleted(pack.name)))
      },
    },
  },
  answers: {
    'pack-name': create,
    'pack-rename': async (ctx, text) => {
      const asked = await openQuestion(ctx)
      const pack = await ownPack(ctx, String(asked?.payload['code']))
      const name = typedName(text)
      await renamePack(ctx.needs.db, pack.id, name)
      await closeQuestion(ctx)
      await send(ctx, await packScreen(ctx, { ...pack, name }, 0))
    },
  },
}
