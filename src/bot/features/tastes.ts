/** Wishes for less, more or none of something, for a while or for good: 'less sports', 'mute crypto for a week'. */
import { cleanPhrase } from '../../core/filter.ts'
import { UserError } from '../../core/errors.ts'
import { dayStart, localTime } from '../../core/schedule.ts'
import { splitLasting } from '../../core/lasting.ts'
import { deleteFiltersOn, listFilters } from '../../db/filters.ts'
import type { FilterKind } from '../../db/reading-tables.ts'
import { isFollowing, listSubscriptions } from '../../db/subscriptions.ts'
import { longestWish, readWishes, type Wish } from '../../locales/wishes.ts'
import type { BotContext } from '../context.ts'
import { requireRight } from '../rights.ts'
import { button, send } from '../screen.ts'
import { dropFilter, howLongScreen, setScreen } from './filter-screens.ts'
import { setFilter, typed } from './filters.ts'
import { goesBy } from './list.ts'
import { holidayScreen } from './pause.ts'
import { subscribe } from './subscribe.ts'
import { topicFor } from './topics.ts'

/** Mutes a topic that all are offered, or else a word, and asks for how long. Throws UserError 'badWord'. */
export async function muteNamed(ctx: BotContext, words: string): Promise<void> {
  const topic = await topicFor(ctx, words, false)
  if (!topic) return typed(ctx, 'mute-word', words)
  const id = await setFilter(ctx, { kind: 'mute-topic', targetId: topic.id, days: 0 })
  await send(ctx, await howLongScreen(ctx, id))
}

/** What a name stands for among what can be muted: a topic, a source that is followed, or a word. Throws UserError 'badWord'. */
async function muteOf(
  ctx: BotContext,
  name: string,
): Promise<{ kind: FilterKind; targetId?: number; word?: string }> {
  const topic = await topicFor(ctx, name, false)
  if (topic) return { kind: 'mute-topic', targetId: topic.id }
  const followed = await listSubscriptions(ctx.needs.db, ctx.subscriber.id)
  const row = followed.find((each) => goesBy(each, name))
  if (row?.topic_id != null) return { kind: 'mute-topic', targetId: row.topic_id }
  if (row?.source_id != null) return { kind: 'mute-source', targetId: row.source_id }
  const word = cleanPhrase(name)
  if (word === '') throw new UserError('badWord')
  return { kind: 'mute-word', word }
}

/** What one of these wishes does not want: whatever it names, or for 'stop sports', which may be anything, a topic. */
async function unwanted(ctx: BotContext, wishes: readonly Wish[]): Promise<string | null> {
  for (const { kind, about } of wishes)
    if (about !== null && (kind === 'drop' || (kind === 'leave' && (await topicFor(ctx, about, false)))))
      return about
  return null
}

/** Mutes what a wish names for as long as it says, and pauses where it names nothing; false where `text` is no such wish. */
export async function takeLasting(ctx: BotContext, text: string): Promise<boolean> {
  if (text.length > longestWish) return false
  const zone = ctx.subscriber.time_zone
  const { date: today } = localTime(ctx.needs.now(), zone)
  const lasting = splitLasting(text, today, ctx.locale.tag)
  if (lasting === null) return false
  const { rest, until } = lasting
  const isDay = until !== null && until !== 'ever'
  if (isDay && until <= today) return false
  const wishes = readWishes(ctx.locale.tag, rest)
  if (wishes[0]?.kind === 'silence' && isDay) {
    await requireRight(ctx)
    await send(ctx, await holidayScreen(ctx, until))
    return true
  }
  const about = await unwanted(ctx, wishes)
  if (about === null) return false
  await requireRight(ctx)
  if (until === null) await muteNamed(ctx, about)
  else {
    const end = isDay ? { until: dayStart(until, zone) } : {}
    const id = await setFilter(ctx, { ...(await muteOf(ctx, about)), days: 0, ...end })
    await send(ctx, await setScreen(ctx, id))
  }
  return true
}

/** Brings less or more of a topic from now on; false where `about` is none. What is not followed yet is followed for more. */
export async function leanTo(
  ctx: BotContext,
  about: string,
  kind: 'less-topic' | 'more-topic',
): Promise<boolean> {
  const topic = await topicFor(ctx, about, false)
  if (!topic) return false
  await requireRight(ctx)
  const { db } = ctx.needs
  const isMore = kind === 'more-topic'
  if (isMore && !(await isFollowing(db, ctx.subscriber.id, { topicId: topic.id }))) {
    await subscribe(ctx, about)
    return true
  }
  const others = isMore ? (['less-topic', 'mute-topic'] as const) : (['more-topic'] as const)
  await deleteFiltersOn(db, ctx.subscriber.id, others, topic.id)
  const id = await setFilter(ctx, { kind, targetId: topic.id, days: 0 })
  const { filters, story } = ctx.locale.reading
  const more = isMore ? [] : [[button(filters.none, 'flt-mute', 't', topic.id)]]
  await send(ctx, await setScreen(ctx, id, { note: isMore ? story.liked : story.disliked, more }))
  return true
}

const mutes: ReadonlySet<FilterKind> = new Set(['mute-word', 'mute-source', 'mute-topic', 'less-topic'])

/** Takes off the mute that goes by this name; where none does, shows what is muted. */
export async function unmuteNamed(ctx: BotContext, name: string): Promise<boolean> {
  await requireRight(ctx)
  const topic = await topicFor(ctx, name, false)
  const word = cleanPhrase(name)
  const all = await listFilters(ctx.needs.db, ctx.subscriber.id, ctx.needs.now())
  const found = all.find(
    (filter) =>
      mutes.has(filter.kind) &&
      (filter.word === ''
        ? (topic !== null && filter.kind !== 'mute-source' && filter.target_id === topic.id) ||
          cleanPhrase(filter.title ?? '') === word
        : filter.word === word),
  )
  await send(ctx, await dropFilter(ctx, found))
  return true
}
