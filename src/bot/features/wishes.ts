/** Wishes in plain words: other hours, no more of something, what is new, never mind; each is done at once and can be undone. */
import { parseFutureDay } from '../../core/day-words.ts'
import { UserError } from '../../core/errors.ts'
import { localTime } from '../../core/schedule.ts'
import { parseZone } from '../../core/schedule-words.ts'
import { parseWhen, splitWhen } from '../../core/when.ts'
import { countSubscriptions } from '../../db/subscriptions.ts'
import { listTopics } from '../../db/topic-samples.ts'
import { readWishes, type WishKind, whenWords } from '../../locales/wishes.ts'
import type { BotContext, Feature } from '../context.ts'
import { closeQuestion } from '../questions.ts'
import { button, send } from '../screen.ts'
import { requireRight } from '../rights.ts'
import { recall, subjectOf } from '../shown.ts'
import { doTogether } from '../together.ts'
import { matchTopics } from '../topic-match.ts'
import { goesOn } from './asking.ts'
import { privacyScreen } from './data.ts'
import { preview } from './digest.ts'
import { wayOn } from './help.ts'
import { historyScreen } from './history.ts'
import { dropNamed } from './list.ts'
import { holidayScreen, pauseScreen } from './pause.ts'
import { schedulesScreen } from './schedule-screens.ts'
import { applySchedule } from './settings.ts'
import { scheduleOf } from './settings-screens.ts'
import { startScreen } from './start.ts'
import { subscribe } from './subscribe.ts'
import { changeSummaries, stepLength } from './reading-wishes.ts'
import { namesListed, splitWishes } from './several.ts'
import { leanTo, muteNamed, takeLasting, unmuteNamed } from './tastes.ts'
import { topicFor } from './topics.ts'
import { changeWhen, whenScreen } from './wished-hours.ts'

/** Does what `text` asks for; false where it asks for nothing that is done without a command. */
export async function takeWish(ctx: BotContext, text: string): Promise<boolean> {
  const wishes = await splitWishes(ctx, text)
  return wishes.length > 1 ? takeAll(ctx, wishes) : takeOne(ctx, wishes[0] ?? text)
}

async function takeAll(ctx: BotContext, wishes: readonly string[]): Promise<true> {
  await doTogether(
    ctx,
    wishes.map((wish) => async () => {
      if (!(await takeOne(ctx, wish))) throw new UserError('noTopic')
    }),
  )
  return true
}

async function takeOne(ctx: BotContext, text: string): Promise<boolean> {
  const { tag } = ctx.locale
  for (const words of whenWords(tag)) {
    const when = parseWhen(text, tag, words)
    if (when === null) continue
    await changeWhen(ctx, when)
    return true
  }
  if (await takeSubjectAndHour(ctx, text)) return true
  if (await takeLasting(ctx, text)) return true
  for (const wish of readWishes(tag, text)) {
    const names = await namesListed(ctx, wish)
    if (names.length > 0) {
      await doTogether(
        ctx,
        names.map((name) => () => grant[wish.kind](ctx, name)),
      )
      return true
    }
    if (await grant[wish.kind](ctx, wish.about ?? '')) return true
  }
  return false
}

/** 'AI news every day at 8:30': follows the one and sets the other; false where it is not both. */
async function takeSubjectAndHour(ctx: BotContext, text: string): Promise<boolean> {
  const { tag } = ctx.locale
  for (const words of whenWords(tag)) {
    const split = splitWhen(text, tag, words)
    if (split === null) continue
    const named = readWishes(tag, split.rest).find(({ kind, about }) => subjects.has(kind) && about !== null)
    const subject = named?.about ?? split.rest
    if (!named && matchTopics(await listTopics(ctx.needs.db), subject).exact.length === 0) continue
    await doTogether(ctx, [() => grant.follow(ctx, subject), () => changeWhen(ctx, split.when)])
    return true
  }
  return false
}

/** Wishes that name what is to be read. */
const subjects: ReadonlySet<WishKind> = new Set(['news', 'follow'])

const asides: ReadonlySet<WishKind> = new Set([
  'hello',
  'thanks',
  'sorry',
  'silence',
  'less',
  'drop',
  'leave',
])

/** Takes what is written under a message of ours and asks nothing about it: thanks, no more messages, less of a topic, several wishes; else false. */
export async function takeAside(ctx: BotContext, text: string): Promise<boolean> {
  const wishes = await splitWishes(ctx, text)
  if (wishes.length > 1) return takeAll(ctx, wishes)
  for (const { kind, about } of readWishes(ctx.locale.tag, text))
    if (asides.has(kind) && (await grant[kind](ctx, about ?? ''))) return true
  return false
}

/** Ends what was asked, if `text` says so: 'never mind' is no hour, no name and no word to mute. */
export async function takeCancel(ctx: BotContext, text: string): Promise<boolean> {
  if (!readWishes(ctx.locale.tag, text).some(({ kind }) => kind === 'cancel' || kind === 'undo')) return false
  await cancel(ctx)
  return true
}

async function cancel(ctx: BotContext): Promise<void> {
  const { talk } = ctx.locale.bot
  await closeQuestion(ctx)
  await send(ctx, {
    body: [ctx.arrival.isAsked ? talk.cancelled : talk.nothingToCancel],
    buttons: wayOn(ctx),
  })
}

/** The zone of a place, or null where it names none. */
function findZone(place: string): string | null {
  try {
    return parseZone(place)
  } catch (error) {
    if (error instanceof UserError) return null
    throw error
  }
}

/** What is done for each kind; false where these words cannot be meant so. */
const grant: Readonly<Record<WishKind, (ctx: BotContext, about: string) => Promise<boolean>>> = {
  cancel: async (ctx) => {
    await cancel(ctx)
    return true
  },
  undo: (ctx) => grant.cancel(ctx, ''),
  hello: async (ctx) => {
    const { bot } = ctx.locale
    const isNew = (await countSubscriptions(ctx.needs.db, ctx.subscriber.id)) === 0
    await send(
      ctx,
      isNew ? await startScreen(ctx) : { body: [bot.talk.hello, bot.start.whatNext], buttons: wayOn(ctx) },
    )
    return true
  },
  thanks: async (ctx) => {
    await send(ctx, { body: [ctx.locale.bot.talk.anyTime] })
    return true
  },
  missed: async (ctx) => {
    await send(ctx, await historyScreen(ctx, 0, true))
    return true
  },
  sorry: async (ctx) => {
    await send(ctx, { body: [ctx.locale.bot.talk.sorry], buttons: wayOn(ctx) })
    return true
  },
  about: async (ctx) => {
    // After an article 'is it free?' asks about what that tells of.
    if (goesOn(ctx, ctx.msg?.text ?? '') && subjectOf(recall(ctx)) !== null) return false
    await send(ctx, {
      body: [ctx.locale.bot.talk.about],
      buttons: [
        [button(ctx.locale.bot.buttons.help, 'help'), button(ctx.locale.screens.labels.privacy, 'privacy')],
      ],
    })
    return true
  },
  stored: async (ctx) => {
    await send(ctx, privacyScreen(ctx))
    return true
  },
  rhythm: async (ctx) => {
    await requireRight(ctx)
    await send(ctx, await schedulesScreen(ctx))
    return true
  },
  leave: async (ctx, about) => {
    if (await dropNamed(ctx, about)) return true
    // What is no topic may be anything: 'stop the war'.
    if (await topicFor(ctx, about, false)) throw new UserError('notFollowing')
    return false
  },
  silence: async (ctx) => {
    await requireRight(ctx)
    await send(ctx, await pauseScreen(ctx))
    return true
  },
  news: async (ctx, about) => {
    // One word near a topic means it; of several, each may mean something else.
    const topic = about === '' ? null : await topicFor(ctx, about, !/\s/u.test(about))
    if (about !== '' && topic === null) return false
    await preview(ctx, topic?.id ?? null)
    return true
  },
  pause: async (ctx, about) => {
    const { date: today } = localTime(ctx.needs.now(), ctx.subscriber.time_zone)
    const date = parseFutureDay(about, today, ctx.locale.tag)
    const isDay = date !== null && date > today
    if (!isDay && !/^(?:一下|一会儿?|一會兒?|for now|now)$/u.test(about)) return false
    await requireRight(ctx)
    await send(ctx, isDay ? await holidayScreen(ctx, date) : await pauseScreen(ctx))
    return true
  },
  zone: async (ctx, about) => {
    const zone = findZone(about)
    if (zone === null) return false
    await requireRight(ctx)
    const { time_zone: before } = await scheduleOf(ctx)
    const note = await applySchedule(ctx, { time_zone: zone })
    const undo = button(ctx.locale.bot.buttons.undo, 'zone', ...before.split(':'))
    await send(ctx, await whenScreen(ctx, note, [undo]))
    return true
  },
  shorter: (ctx) => stepLength(ctx, -1),
  longer: (ctx) => stepLength(ctx, 1),
  summaries: changeSummaries,
  unmute: unmuteNamed,
  less: (ctx, about) => leanTo(ctx, about, 'less-topic'),
  more: (ctx, about) => leanTo(ctx, about, 'more-topic'),
  drop: async (ctx, about) => {
    await requireRight(ctx)
    if (!(await dropNamed(ctx, about))) await muteNamed(ctx, about)
    return true
  },
  follow: async (ctx, about) => {
    await requireRight(ctx)
    await subscribe(ctx, about)
    return true
  },
}

export const wishing: Feature = {
  commands: { cancel: { run: cancel } },
}
