/** /search: stored articles that words find, a page at a time, narrowed by topic, source and age; all state is in the message. */
import type { InlineKeyboardButton } from 'grammy/types'
import type { Block } from '../../core/blocks.ts'
import { questionTerms } from '../../core/question.ts'
import { siteName } from '../../locales/site-name.ts'
import { type FoundArticle, listPublishers, searchArticles } from '../../db/search.ts'
import { findSource } from '../../db/sources.ts'
import { formatDay, formatMoment } from '../../locales/format.ts'
import { topicName } from '../../locales/locales.ts'
import type { BotContext, Feature } from '../context.ts'
import { nameOf } from '../describe.ts'
import { cleanLine } from '../label.ts'
import { turnPage } from '../paging.ts'
import { ask, closeQuestion } from '../questions.ts'
import { button, inRows, marked, type Screen, send, show } from '../screen.ts'
import { listOffered } from './topics.ts'

const perPage = 5
const mostTerms = 24
const maxWords = 100
const ages = [0, 1, 7, 30] as const
const dayMs = 86_400_000

/** What narrows a search: 0 for anything. */
interface Filters {
  page: number
  topic: number
  source: number
  days: number
}

const filtersOf = (words: readonly (string | undefined)[]): Filters => {
  const [page = 0, topic = 0, source = 0, days = 0] = words.map((word) =>
    Math.max(0, Math.trunc(Number(word)) || 0),
  )
  return { page, topic, source, days }
}
const argsOf = ({ page, topic, source, days }: Filters) => [page, topic, source, days]

/** The words searched for: the first line of the screen, so that any process and any later deploy can go on. */
function wordsOf(ctx: BotContext): string {
  const message = ctx.callbackQuery?.message
  const text = message && 'text' in message ? (message.text ?? '') : ''
  return (text.split('\n')[0] ?? '').replaceAll(/^“|”$/gu, '')
}

async function resultsScreen(ctx: BotContext, words: string, filters: Filters): Promise<Screen> {
  const { search: said, labels } = ctx.locale.screens
  const { db, now } = ctx.needs
  const found = await searchArticles(db, questionTerms(words, mostTerms), {
    subscriberId: ctx.subscriber.id,
    // One more than is shown tells whether there is another page.
    limit: perPage + 1,
    offset: filters.page * perPage,
    ...(filters.topic > 0 ? { topicId: filters.topic } : {}),
    ...(filters.source > 0 ? { sourceId: filters.source } : {}),
    ...(filters.days > 0 ? { since: new Date(now().getTime() - filters.days * dayMs) } : {}),
  })
  const shown = found.slice(0, perPage)
  const first = filters.page * perPage
  const isNarrowed = filters.topic + filters.source + filters.days > 0
  const to = (changes: Partial<Filters>) => argsOf({ ...filters, page: 0, ...changes })
  return {
    title: `“${words}”`,
    body: [
      await describeFilters(ctx, filters),
      shown.length === 0 ? (isNarrowed ? said.nothingNarrowed : said.nothing) : null,
    ],
    blocks: shown.map((article, index) => resultBlock(ctx, article, first + index + 1)),
    buttons: [
      turnPage(ctx, filters.page, filters.page + (found.length > perPage ? 2 : 1), 'find', (page) =>
        argsOf({ ...filters, page }),
      ),
      ages.map((days) => chosen(ctx, filters.days === days, said.ages[days], to({ days }))),
      [
        button(labels.byTopic, 'find-topic', ...argsOf(filters)),
        button(labels.bySource, 'find-source', ...argsOf(filters)),
      ],
      isNarrowed ? [button(labels.everything, 'find', 0, 0, 0, 0)] : [],
      [button(ctx.locale.bot.buttons.ask, 'find-answer')],
    ].filter((row) => row.length > 0),
  }
}

function chosen(ctx: BotContext, on: boolean, label: string, args: number[]): InlineKeyboardButton {
  return button(marked(ctx, on, label), 'find', ...args)
}

async function describeFilters(ctx: BotContext, filters: Filters): Promise<string | null> {
  const { search: said } = ctx.locale.screens
  const topic =
    filters.topic > 0 ? (await listOffered(ctx)).find(({ id }) => id === filters.topic) : undefined
  const source = filters.source > 0 ? await findSource(ctx.needs.db, filters.source) : undefined
  const parts = [
    topic ? said.inTopic(topicName(topic.names, ctx.locale.tag)) : null,
    source ? said.fromSource(nameOf(ctx.locale, source)) : null,
  ].filter((part) => part !== null)
  return parts.length > 0 ? parts.join('\n') : null
}

function resultBlock(ctx: BotContext, article: FoundArticle, number: number): Block {
  const url = article.url ?? article.original_url
  const { locale, subscriber, needs } = ctx
  const { tag } = locale
  const day = formatDay(tag, article.published_at ?? article.found_at, subscriber.time_zone, ctx.needs.now())
  const publisher = article.publisher === '' && url ? siteName(url) : cleanLine(article.publisher, 60)
  const { edited_at: at } = article
  const edited = at && locale.digests.edited(formatMoment(tag, at, needs.now(), subscriber.time_zone))
  return {
    type: 'lines',
    lines: [
      [
        { text: `${number}. ` },
        { text: article.title || (url ?? ''), bold: true, isolate: true, ...(url ? { url } : {}) },
      ],
      [{ text: [publisher, day, edited].filter(Boolean).join(' · '), italic: true }],
    ],
  }
}

async function search(ctx: BotContext, text: string): Promise<void> {
  const { search: said } = ctx.locale.screens
  const words = cleanLine(text, maxWords)
  if (words === '') {
    await ask(ctx, 'search-words')
    return send(ctx, { body: [said.ask] })
  }
  await send(ctx, await resultsScreen(ctx, words, filtersOf([])))
}

async function chooseTopic(ctx: BotContext, args: string[]): Promise<void> {
  const filters = filtersOf(args)
  const { search: said, labels } = ctx.locale.screens
  const topics = (await listOffered(ctx)).map((topic) =>
    chosen(ctx, topic.id === filters.topic, topicName(topic.names, ctx.locale.tag), [
      ...argsOf({ ...filters, page: 0, topic: topic.id }),
    ]),
  )
  await show(ctx, {
    title: `“${wordsOf(ctx)}”`,
    body: [said.chooseTopic],
    buttons: [...inRows(topics, 2), [button(labels.back, 'find', ...argsOf(filters))]],
  })
}

async function chooseSource(ctx: BotContext, args: string[]): Promise<void> {
  const filters = filtersOf(args)
  const { search: said, labels } = ctx.locale.screens
  const words = wordsOf(ctx)
  const found = await searchArticles(ctx.needs.db, questionTerms(words, mostTerms), {
    subscriberId: ctx.subscriber.id,
    limit: 100,
  })
  const sources = await listPublishers(
    ctx.needs.db,
    found.map(({ id }) => id),
    ctx.subscriber.id,
    20,
  )
  await show(ctx, {
    title: `“${words}”`,
    body: [said.chooseSource],
    buttons: [
      ...inRows(
        sources.map((source) =>
          chosen(ctx, source.id === filters.source, nameOf(ctx.locale, source), [
            ...argsOf({ ...filters, page: 0, source: source.id }),
          ]),
        ),
        2,
      ),
      [button(labels.back, 'find', ...argsOf(filters))],
    ],
  })
}

export const searching: Feature = {
  commands: { search: { run: search, open: true } },
  answers: {
    'search-words': async (ctx, text) => {
      await closeQuestion(ctx)
      await search(ctx, text)
    },
  },
  presses: {
    find: {
      open: true,
      run: async (ctx, args) => show(ctx, await resultsScreen(ctx, wordsOf(ctx), filtersOf(args))),
    },
    'find-topic': { open: true, run: chooseTopic },
    'find-source': { open: true, run: chooseSource },
  },
}
