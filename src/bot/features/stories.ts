/** The buttons of a digest that look at single stories: a grid of numbers, and for each a card to rate, save, follow or mute. */
import { type Block, type Inline, paragraph } from '../../core/blocks.ts'
import { UserError } from '../../core/errors.ts'
import type { Filter } from '../../db/database.ts'
import { deleteFeedback, listOwnTopicsOf, recordFeedback } from '../../db/feedback.ts'
import { deleteFiltersOn, listFilters, upsertFilter } from '../../db/filters.ts'
import { type CardArticle, findCardArticle, type StoredEntry } from '../../db/past-digests.ts'
import { isBookmarked, listRatings, setBookmark, toggleRating } from '../../db/ratings.ts'
import { ratingKinds } from '../../db/reading-tables.ts'
import { formatMoment } from '../../locales/format.ts'
import { topicName } from '../../locales/locales.ts'
import { judgeError } from '../../telegram/errors.ts'
import type { BotContext, Feature } from '../context.ts'
import { cleanLine } from '../label.ts'
import { postPayload } from '../post-link.ts'
import { button, inRows, marked, type Screen, send, show } from '../screen.ts'
import { entriesOf, hideGrid, showGrid } from './story-grid.ts'

/** A story that is muted until it moves is forgotten after so long. */
const storyMs = 30 * 86_400_000

function hasFilter(filters: readonly Filter[], kind: Filter['kind'], id: number | null): boolean {
  return id !== null && filters.some((each) => each.kind === kind && each.target_id === id)
}

/** Says when the article's source changed it, as a sentence of its own. */
function editedNote(
  { locale, subscriber, needs }: BotContext,
  { edited_at: at }: CardArticle,
): string | null {
  if (at === null) return null
  const words = locale.digests.edited(formatMoment(locale.tag, at, needs.now(), subscriber.time_zone))
  return words.replace(/^\p{L}/u, (letter) => letter.toLocaleUpperCase(locale.tag))
}

/** A headline that opens its article. */
export function titleBlock(title: string, url: string | null): Block {
  const line = { text: cleanLine(title, 250), bold: true, ...(url === null ? {} : { url }) }
  return { type: 'lines', lines: [[line]] }
}

/** Who tells a story, by name, below a title. */
export function linesOfPublishers(title: string, publishers: StoredEntry['publishers']): Block {
  const lines = publishers.map(({ name, url }): Inline[] => [
    { text: '• ' },
    { text: cleanLine(name, 60), isolate: true, ...(url === null ? {} : { url }) },
  ])
  return { type: 'lines', lines: [[{ text: title }], ...lines] }
}

/** How a digest told a story, and where in it. */
interface ToldStory {
  digestId: number
  place: number
  entry: StoredEntry
}

/** The story at a place of a digest of this chat. */
async function toldAt(ctx: BotContext, digestId: number, place: number): Promise<ToldStory> {
  const entry = (await entriesOf(ctx, digestId)).entries[place - 1]
  if (!entry) throw new UserError('gone')
  return { digestId, place, entry }
}

/** What can be said of one story; `told` is how the digest told it, null below cards of old. */
async function cardScreen(
  ctx: BotContext,
  article: CardArticle,
  told: ToldStory | null,
  note: string | null,
): Promise<Screen> {
  const { db, now } = ctx.needs
  const { story } = ctx.locale.reading
  const ratings = await listRatings(db, ctx.subscriber.id, article.id)
  const saved = await isBookmarked(db, ctx.subscriber.id, article.id)
  const filters = await listFilters(db, ctx.subscriber.id, now())
  const own = await listOwnTopicsOf(db, ctx.subscriber.id, article.id)
  const [source] = article.sources
  const where = told === null ? [] : [told.digestId, told.place]
  const act = (label: string, what: string, isOn = false, topicId = 0) =>
    button(marked(ctx, isOn, label), 'card', article.id, what, topicId, ...where)
  const publishers = (told?.entry.publishers ?? []).slice(0, 12)
  const edited = editedNote(ctx, article)
  return {
    body: [],
    blocks: [
      titleBlock(told?.entry.headline ?? article.title, article.url),
      ...(note === null ? [] : [paragraph(note)]),
      ...(publishers.length === 0 ? [] : [linesOfPublishers(story.sources, publishers)]),
      ...(edited === null ? [] : [paragraph(edited)]),
    ],
    buttons: [
      [act(story.like, 'up', ratings.includes('up')), act(story.dislike, 'down', ratings.includes('down'))],
      [act(story.more, 'more', ratings.includes('more')), act(story.less, 'less', ratings.includes('less'))],
      ...own.map(({ id, names, turnedAway }) => [
        act(story.notTopic(topicName(names, ctx.locale.tag)), 'not', turnedAway, id),
      ]),
      ...inRows(
        [
          act(story.save, 'save', saved),
          ...(article.story_id === null
            ? []
            : [
                act(story.follow, 'follow', hasFilter(filters, 'follow-story', article.story_id)),
                act(story.mute, 'mute', hasFilter(filters, 'mute-story', article.story_id)),
              ]),
          ...(source ? [act(story.muteSource, 'source', hasFilter(filters, 'mute-source', source.id))] : []),
        ],
        2,
      ),
      [button(story.close, 'card-close')],
    ],
  }
}

async function openStory(ctx: BotContext, [id, place]: string[]): Promise<void> {
  const told = await toldAt(ctx, Number(id), Number(place))
  await send(ctx, await cardScreen(ctx, await articleOf(ctx, told.entry.articleId), told, null))
}

async function articleOf(ctx: BotContext, id: number): Promise<CardArticle> {
  const article = await findCardArticle(ctx.needs.db, ctx.subscriber.id, id)
  if (!article) throw new UserError('gone')
  return article
}

async function act(ctx: BotContext, [id, what = '', topicId, digestId, place]: string[]): Promise<void> {
  const article = await articleOf(ctx, Number(id))
  const told = digestId === undefined ? null : await toldAt(ctx, Number(digestId), Number(place))
  if (told && told.entry.articleId !== article.id) throw new UserError('gone')
  const note =
    what === 'not' ? await turnAway(ctx, article.id, Number(topicId)) : await perform(ctx, article, what)
  await show(ctx, await cardScreen(ctx, article, told, note))
}

/** Takes an article out of a topic of the reader's own, which learns from it; a second press puts it back. */
async function turnAway(ctx: BotContext, articleId: number, topicId: number): Promise<string> {
  const { db, now, stages } = ctx.needs
  const { story } = ctx.locale.reading
  const { id: subscriberId, reader_id: readerId } = ctx.subscriber
  const topic = (await listOwnTopicsOf(db, subscriberId, articleId)).find(({ id }) => id === topicId)
  if (!topic) throw new UserError('gone')
  const opinion = { subscriberId, readerId, articleId, topicId }
  if (!topic.turnedAway) {
    await recordFeedback(db, { ...opinion, kind: 'not_topic' }, now())
    return story.turnedAway(topicName(topic.names, ctx.locale.tag))
  }
  await deleteFeedback(db, opinion)
  await stages.tagInterest(topicId)
  return story.undone
}

/** Does, or takes back, what a button of the card says; returns the sentence that tells it. */
async function perform(ctx: BotContext, article: CardArticle, what: string): Promise<string> {
  const { db, now } = ctx.needs
  const { story } = ctx.locale.reading
  const { id: subscriberId, reader_id: readerId } = ctx.subscriber
  const kind = ratingKinds.find((each) => each === what)
  if (kind) {
    const stands = await toggleRating(db, { subscriberId, readerId, articleId: article.id, kind }, now())
    if (!stands) return story.undone
    return kind === 'up' || kind === 'more' ? story.liked : story.disliked
  }
  if (what === 'save') {
    const saved = await isBookmarked(db, subscriberId, article.id)
    await setBookmark(db, subscriberId, article.id, !saved, now())
    return saved ? story.undone : story.saved
  }
  const filters = await listFilters(db, subscriberId, now())
  const [source] = article.sources
  const choice = (
    {
      follow: { kind: 'follow-story', id: article.story_id, said: story.following },
      mute: { kind: 'mute-story', id: article.story_id, said: story.muted },
      source: { kind: 'mute-source', id: source?.id ?? null, said: story.sourceMuted },
    } as const
  )[what]
  if (!choice || choice.id === null) throw new UserError('gone')
  const isOn = hasFilter(filters, choice.kind, choice.id)
  const others =
    choice.kind === 'mute-source' ? (['mute-source'] as const) : (['follow-story', 'mute-story'] as const)
  await deleteFiltersOn(db, subscriberId, others, choice.id)
  if (isOn) return story.undone
  const until = choice.kind === 'mute-source' ? null : new Date(now().getTime() + storyMs)
  await upsertFilter(db, subscriberId, { kind: choice.kind, targetId: choice.id, until }, now())
  return choice.said
}

async function close(ctx: BotContext): Promise<void> {
  try {
    await ctx.deleteMessage()
  } catch (error) {
    // Older than Telegram lets a bot delete: it stays, without harm.
    if (judgeError(error).kind !== 'done') await show(ctx, { body: [ctx.locale.bot.buttons.done] })
  }
}

export const stories: Feature = {
  presses: {
    stories: { run: showGrid, inChannel: (ctx, [id]) => postPayload(ctx, 'stories', id) },
    'stories-back': { run: hideGrid },
    story: { run: openStory },
    card: { run: act },
    'card-close': { run: close },
  },
}
