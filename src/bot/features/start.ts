/** /start: topics by tapping, the first digest at once, then the hour and the place on one screen. */
import { UserError } from '../../core/errors.ts'
import { joinSentences } from '../../core/text.ts'
import { parseZone } from '../../core/schedule-words.ts'
import { updateReaderLocale } from '../../db/readers.ts'
import type { Schedule } from '../../db/database.ts'
import { ensureSchedule, listSchedules, reschedule, updateSchedule } from '../../db/schedules.ts'
import { countSubscriptions, follow, listFollowedTopics } from '../../db/subscriptions.ts'
import { findSource } from '../../db/sources.ts'
import { updateSubscriber } from '../../db/subscribers.ts'
import { findPack } from '../../db/packs.ts'
import { formatClock, formatTime } from '../../locales/format.ts'
import { getLocale, localeNames, topicName, zoneName } from '../../locales/locales.ts'
import { type BotContext, type Feature, threadOf } from '../context.ts'
import { describeSchedule, nameOf } from '../describe.ts'
import { resumeDigests } from '../pausing.ts'
import { readPostPayload } from '../post-link.ts'
import { button, inRows, marked, type Screen, send, show, showProgress } from '../screen.ts'
import { timeOf } from '../time-rows.ts'
import { likelyZones } from '../zones.ts'
import { postScreen } from './channel-post.ts'
import { chatsScreen } from './chats.ts'
import { sharedPackScreen } from './shared-pack.ts'
import { readLinks, readPayload, takeLinks } from './summary.ts'
import { followTopic, listOffered, toggleTopic, topicButtons } from './topics.ts'

/** A button pressed again so soon was pressed twice by one wish. */
const doubleTapMs = 15_000
const offeredTimes = ['07:00', '08:00', '12:00', '18:00', '20:00']

/** The first screen; `note` tells what was just done or is missing, in place of what to do. */
export async function startScreen(ctx: BotContext, note: string | null = null): Promise<Screen> {
  const { bot } = ctx.locale
  const rows = await topicButtons(ctx, 'pick', await listFollowedTopics(ctx.needs.db, ctx.subscriber.id))
  return {
    title: bot.start.title,
    body: [
      bot.start.what,
      ctx.subscriber.kind === 'private' ? null : bot.start.group,
      note ?? (rows.length === 0 ? bot.topics.none : bot.start.choose),
    ],
    buttons: [
      ...rows,
      [button(bot.buttons.firstDigest, 'begin')],
      [button(bot.buttons.otherLanguage, 'languages'), button(bot.buttons.help, 'help')],
    ],
  }
}

/** Every language by its own name: whoever cannot read this screen finds theirs. */
function languagesScreen(ctx: BotContext): Screen {
  const { bot, tag } = ctx.locale
  const names = Object.entries(localeNames).map(([each, name]) =>
    button(marked(ctx, each === tag, name), 'speak', each),
  )
  return { title: bot.settings.language, body: [bot.settings.chooseLanguage], buttons: inRows(names, 2) }
}

/** Opens what a deep link names, topic_<slug>, src_<id> or pack_<code>: the screen to show. */
async function openPayload(ctx: BotContext, payload: string): Promise<Screen> {
  const [, kind, name = ''] = /^(topic|src|pack)_([\w-]+)$/u.exec(payload) ?? []
  const { deepLink, packs } = ctx.locale.screens
  if (payload === 'chats') return chatsScreen(ctx)
  const post = readPostPayload(ctx, payload)
  if (post) return postScreen(ctx, post)
  if (kind === 'pack') {
    const pack = await findPack(ctx.needs.db, name)
    return pack ? sharedPackScreen(ctx, pack) : startScreen(ctx, packs.noLonger)
  }
  if (kind === 'topic') {
    const topic = (await listOffered(ctx)).find((each) => each.slug === name)
    if (!topic) return startScreen(ctx, deepLink.gone)
    await followTopic(ctx, topic.id)
    return startScreen(ctx, deepLink.topic(topicName(topic.names, ctx.locale.tag)))
  }
  return kind === 'src' ? followLinked(ctx, name) : startScreen(ctx)
}

async function followLinked(ctx: BotContext, id: string): Promise<Screen> {
  const { db, now } = ctx.needs
  const { deepLink } = ctx.locale.screens
  const source = /^\d{1,15}$/u.test(id) ? await findSource(db, Number(id)) : undefined
  // Only what is public anyway: a number in a link must not open what another reader added.
  if (!source?.shared) return startScreen(ctx, deepLink.gone)
  await follow(db, ctx.subscriber.id, { sourceId: source.id }, now())
  await ensureSchedule(db, ctx.subscriber, threadOf(ctx), now())
  return startScreen(ctx, deepLink.source(nameOf(ctx.locale, source)))
}

async function start(ctx: BotContext, payload: string): Promise<void> {
  // The link that inline mode could not carry waits for this.
  if (payload === readPayload) return readLinks(ctx, await takeLinks(ctx))
  await resumeDigests(ctx)
  // Digests go to the forum topic where they were last asked for.
  for (const schedule of await listSchedules(ctx.needs.db, ctx.subscriber.id))
    if (schedule.thread_id !== threadOf(ctx))
      await updateSchedule(ctx.needs.db, schedule.id, { thread_id: threadOf(ctx) })
  await send(ctx, await openPayload(ctx, payload))
}

function whenScreen(ctx: BotContext, schedule: Schedule): Screen {
  const { bot } = ctx.locale
  const now = ctx.needs.now()
  const clock = (zone: string) => formatClock(ctx.locale.tag, now, zone)
  const times = offeredTimes.map((time) =>
    button(
      marked(
        ctx,
        schedule.times.length === 1 && schedule.times[0] === time,
        formatTime(ctx.locale.tag, time),
      ),
      'when',
      time.replace(':', ''),
    ),
  )
  const zones = likelyZones(ctx.locale.tag, schedule.time_zone).map((zone) =>
    button(
      marked(ctx, zone === schedule.time_zone, `${zoneName(ctx.locale, zone)} ${clock(zone)}`),
      'where',
      ...zone.split(':'),
    ),
  )
  return {
    title: bot.start.onItsWay,
    body: [
      joinSentences([
        describeSchedule(ctx.locale, schedule),
        bot.schedule.nowThere(clock(schedule.time_zone)),
      ]),
      bot.start.change,
    ],
    buttons: [
      ...inRows(times, 3),
      ...inRows(zones, 2),
      [button(bot.buttons.otherTime, 'ask-time', 'when'), button(bot.buttons.otherZone, 'ask-zone', 'when')],
      [button(bot.buttons.done, 'ready')],
    ],
  }
}

async function begin(ctx: BotContext): Promise<void> {
  const { db, enqueue, now, stages } = ctx.needs
  if ((await countSubscriptions(db, ctx.subscriber.id)) === 0) {
    return show(ctx, await startScreen(ctx, ctx.locale.bot.start.chooseFirst))
  }
  await resumeDigests(ctx)
  const schedule = await ensureSchedule(db, ctx.subscriber, threadOf(ctx), now())
  if (schedule.window_from === null || now().getTime() - schedule.window_from.getTime() < doubleTapMs) {
    if (schedule.window_from === null) await stages.startDigests(ctx.subscriber.id, now())
    return show(ctx, whenScreen(ctx, schedule))
  }
  // The first digest is long told: what is new since is shown instead, and marks nothing as told.
  const replyTo = await showProgress(ctx, ctx.locale.bot.digest.gathering)
  await enqueue(null, 'preview-digest', { ...replyTo, topicId: null })
}

async function change(
  ctx: BotContext,
  changes: Partial<Pick<Schedule, 'times' | 'time_zone'>>,
): Promise<void> {
  const { db, now } = ctx.needs
  if (changes.time_zone !== undefined)
    ctx.subscriber = await updateSubscriber(db, ctx.subscriber.id, { time_zone: changes.time_zone }, now())
  await reschedule(db, ctx.subscriber.id, changes, now())
  await showWhen(ctx)
}

async function showWhen(ctx: BotContext): Promise<void> {
  const [schedule] = await listSchedules(ctx.needs.db, ctx.subscriber.id)
  if (!schedule) throw new UserError('gone')
  await show(ctx, whenScreen(ctx, schedule))
}

async function ready(ctx: BotContext): Promise<void> {
  const { bot } = ctx.locale
  const [schedule] = await listSchedules(ctx.needs.db, ctx.subscriber.id)
  await show(ctx, {
    title: bot.start.ready,
    body: [schedule ? describeSchedule(ctx.locale, schedule) : bot.schedule.none, bot.start.whatNext],
    buttons: [[button(bot.buttons.myList, 'list', 0), button(bot.buttons.settings, 'settings')]],
  })
}

/** Changes the chat's language; in private it is the person's too. */
export async function speak(ctx: BotContext, tag: string): Promise<void> {
  const { db, now } = ctx.needs
  ctx.locale = getLocale(tag)
  ctx.subscriber = await updateSubscriber(db, ctx.subscriber.id, { locale: ctx.locale.tag }, now())
  if (ctx.subscriber.kind === 'private' && ctx.subscriber.reader_id !== null)
    await updateReaderLocale(db, ctx.subscriber.reader_id, ctx.locale.tag)
}

export const starting: Feature = {
  commands: { start: { run: start, answers: readPayload } },
  presses: {
    pick: {
      run: async (ctx, args) => {
        await toggleTopic(ctx, args)
        await show(ctx, await startScreen(ctx))
      },
    },
    begin: { run: begin },
    when: {
      run: (ctx, [digits]) =>
        digits === undefined ? showWhen(ctx) : change(ctx, { times: [timeOf(digits)] }),
    },
    where: { run: (ctx, words) => change(ctx, { time_zone: parseZone(words.join(':')) }) },
    ready: { run: ready },
    languages: { run: (ctx) => show(ctx, languagesScreen(ctx)) },
    speak: {
      run: async (ctx, [tag = '']) => {
        await speak(ctx, tag)
        await show(ctx, await startScreen(ctx))
      },
    },
  },
}
