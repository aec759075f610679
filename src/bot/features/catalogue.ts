/** The operator's catalogue: topics and their sources, added, renamed, stopped and read again. */
import { UserError } from '../../core/errors.ts'
import { siteName } from '../../locales/site-name.ts'
import { insertTopic, renameSource, renameTopic } from '../../db/catalogue.ts'
import type { Source, Topic } from '../../db/database.ts'
import { listCatalogue, setSourceState } from '../../db/operator.ts'
import { findSource } from '../../db/sources.ts'
import { listTopics } from '../../db/topic-samples.ts'
import { topicName } from '../../locales/locales.ts'
import type { BotContext } from '../context.ts'
import { nameOf } from '../describe.ts'
import { cleanLine, typedName } from '../label.ts'
import { extractLinks } from '../links.ts'
import { forOperators } from '../operators.ts'
import { ask, closeQuestion, openQuestion } from '../questions.ts'
import { button, inRows, marked, type Screen, send, sendProgress, show } from '../screen.ts'
import { listOffered } from './topics.ts'

const longestKeyword = 60
const mostKeywords = 40

async function catalogueScreen(ctx: BotContext): Promise<Screen> {
  const { admin: words, tag } = ctx.locale
  const topics = await listOffered(ctx)
  return {
    title: words.labels.catalogue,
    body: [words.catalogue],
    buttons: [
      ...inRows(
        topics.map((topic) => button(topicName(topic.names, tag), 'adm-topic', topic.id)),
        2,
      ),
      [button(words.labels.addTopic, 'cat-topic')],
      [button(words.labels.back, 'admin')],
    ],
  }
}

/** The offered topic that a button or a question names. Throws UserError 'gone'. */
async function topicOf(ctx: BotContext, id: unknown): Promise<Topic> {
  const topic = (await listTopics(ctx.needs.db)).find((each) => each.id === Number(id))
  if (!topic) throw new UserError('gone')
  return topic
}

async function topicScreen(ctx: BotContext, topic: Topic, note: string | null = null): Promise<Screen> {
  const { admin: words, tag } = ctx.locale
  const sources = await listCatalogue(ctx.needs.db, topic.slug)
  return {
    title: topicName(topic.names, tag),
    body: [note, sources.length === 0 ? words.noCatalogue : words.tapSource],
    buttons: [
      ...inRows(
        sources.map((source) => {
          const name = nameOf(ctx.locale, source, 26)
          return button(marked(ctx, source.state === 'active', name), 'cat-source', source.id, topic.id)
        }),
        2,
      ),
      [button(words.labels.addSource, 'cat-add', topic.id)],
      [button(words.labels.renameTopic, 'cat-name', 't', topic.id, topic.id)],
      [button(words.labels.back, 'adm-catalogue')],
    ],
  }
}

/** A source of the catalogue. Throws UserError 'gone' for one that a reader added. */
async function sourceOf(ctx: BotContext, id: unknown): Promise<Source> {
  const source = await findSource(ctx.needs.db, Number(id))
  if (!source?.shared) throw new UserError('gone')
  return source
}

function sourceScreen(ctx: BotContext, source: Source, topicId: number, note: string | null = null): Screen {
  const { admin: words } = ctx.locale
  const isRead = source.state === 'active'
  return {
    title: nameOf(ctx.locale, source),
    body: [note, `${cleanLine(source.url, 300)}\n${isRead ? words.isRead : words.isNotRead}`],
    buttons: [
      [
        button(
          isRead ? words.labels.stopReading : words.labels.readAgain,
          'adm-source',
          source.id,
          isRead ? 0 : 1,
          topicId,
        ),
        button(ctx.locale.screens.labels.rename, 'cat-name', 's', source.id, topicId),
      ],
      [button(words.labels.back, 'adm-topic', topicId)],
    ],
  }
}

/** Asks for words on a screen that leads back to the topic, or to the catalogue. */
async function askFor(
  ctx: BotContext,
  question: { kind: string; payload: Record<string, unknown> },
  text: string,
  topicId: number | null,
): Promise<void> {
  const { labels } = ctx.locale.admin
  await ask(ctx, question.kind, question.payload)
  await show(ctx, {
    title: labels.catalogue,
    body: [text],
    buttons: [
      [topicId === null ? button(labels.back, 'adm-catalogue') : button(labels.back, 'adm-topic', topicId)],
    ],
  })
}

async function askName(ctx: BotContext, [kind = '', id, topic]: string[]): Promise<void> {
  const known =
    kind === 't'
      ? topicName((await topicOf(ctx, id)).names, ctx.locale.tag)
      : nameOf(ctx.locale, await sourceOf(ctx, id))
  const payload = { kind, id: Number(id), topic: Number(topic) }
  await askFor(ctx, { kind: 'cat-name', payload }, ctx.locale.bot.interests.askName(known), Number(topic))
}

async function takeName(ctx: BotContext, text: string): Promise<void> {
  const { db } = ctx.needs
  const { kind, id, topic } = (await openQuestion(ctx))?.payload ?? {}
  const name = typedName(text)
  const { saved } = ctx.locale.bot.settings
  if (kind === 't') {
    await renameTopic(db, (await topicOf(ctx, id)).id, ctx.locale.tag, name)
    await closeQuestion(ctx)
    return send(ctx, await topicScreen(ctx, await topicOf(ctx, id), saved))
  }
  await renameSource(db, (await sourceOf(ctx, id)).id, name)
  await closeQuestion(ctx)
  await send(ctx, sourceScreen(ctx, await sourceOf(ctx, id), Number(topic), saved))
}

/** 'Rowing: regatta, oar': the name, and the words by which its articles are known; the name alone is one. */
async function takeTopic(ctx: BotContext, text: string): Promise<void> {
  const { db, now } = ctx.needs
  const [first = '', ...rest] = text.split(/[:：]/u)
  const name = typedName(first)
  const words = rest
    .join(' ')
    .split(/[,，、،;；؛\n]/u)
    .map((word) => cleanLine(word, longestKeyword).toLowerCase())
    .filter((word) => word !== '')
  const keywords = [...new Set([name.toLowerCase(), ...words])].slice(0, mostKeywords)
  const id = await insertTopic(db, { name, tag: ctx.locale.tag, keywords }, now())
  await closeQuestion(ctx)
  await send(ctx, await topicScreen(ctx, await topicOf(ctx, id), ctx.locale.admin.inCatalogue(name)))
}

async function takeSource(ctx: BotContext, text: string): Promise<void> {
  const topic = await topicOf(ctx, (await openQuestion(ctx))?.payload['topic'])
  const [url] = extractLinks(text)
  if (url === undefined) throw new UserError('badUrl', { url: cleanLine(text, 100) })
  await closeQuestion(ctx)
  const replyTo = await sendProgress(ctx, ctx.locale.bot.subscribe.looking(siteName(url)))
  await ctx.needs.enqueue(null, 'add-source', { ...replyTo, url, catalogueTopic: topic.id })
}

export const cataloguing = forOperators({
  presses: {
    'adm-catalogue': { run: async (ctx) => show(ctx, await catalogueScreen(ctx)) },
    'adm-topic': {
      run: async (ctx, [id]) => show(ctx, await topicScreen(ctx, await topicOf(ctx, id))),
    },
    'adm-source': {
      run: async (ctx, [id, on, topic]) => {
        const { db, now } = ctx.needs
        const source = await sourceOf(ctx, id)
        const state = on === '1' ? 'active' : 'stopped'
        await setSourceState(db, source.id, state, now())
        await show(ctx, sourceScreen(ctx, { ...source, state }, Number(topic)))
      },
    },
    'cat-source': {
      run: async (ctx, [id, topic]) => show(ctx, sourceScreen(ctx, await sourceOf(ctx, id), Number(topic))),
    },
    'cat-name': { run: askName },
    'cat-topic': {
      run: (ctx) => askFor(ctx, { kind: 'cat-topic', payload: {} }, ctx.locale.admin.askTopic, null),
    },
    'cat-add': {
      run: async (ctx, [id]) => {
        const { id: topic } = await topicOf(ctx, id)
        await askFor(ctx, { kind: 'cat-add', payload: { topic } }, ctx.locale.admin.askSource, topic)
      },
    },
  },
  answers: { 'cat-name': takeName, 'cat-topic': takeTopic, 'cat-add': takeSource },
})
