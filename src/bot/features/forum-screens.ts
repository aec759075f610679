/** Where in a forum a chat's digests go: the topic threads we know, and the screen that chooses one. */
import { listThreads } from '../../db/chats.ts'
import type { Schedule, Subscriber } from '../../db/database.ts'
import { listSchedules } from '../../db/schedules.ts'
import { formatField } from '../../locales/format.ts'
import type { BotContext } from '../context.ts'
import { button, inRows, marked, type Screen } from '../screen.ts'

/** What the threads of a forum are called. */
export async function placesOf(ctx: BotContext, chat: Subscriber): Promise<Map<number, string>> {
  const threads = await listThreads(ctx.needs.db, chat.id)
  return new Map(threads.map(({ id, name }) => [id, name === '' ? `#${id}` : name]))
}

export const placeOf = (
  ctx: BotContext,
  places: ReadonlyMap<number, string>,
  { thread_id: thread }: Schedule,
): string => (thread === null ? ctx.locale.screens.chats.general : (places.get(thread) ?? `#${thread}`))

/** The threads for one schedule; 0 for the chat's only one, or to choose a schedule first. */
export async function whereScreen(ctx: BotContext, chat: Subscriber, scheduleId: number): Promise<Screen> {
  const { bot, screens, reading } = ctx.locale
  const all = await listSchedules(ctx.needs.db, chat.id)
  const chosen = all.find(({ id }) => id === scheduleId) ?? (all.length === 1 ? all[0] : undefined)
  const places = await placesOf(ctx, chat)
  const back = [button(bot.buttons.back, 'at', chat.id)]
  if (!chosen)
    return {
      title: screens.chats.where,
      body: all.map((schedule, at) =>
        formatField(ctx.locale.tag, reading.schedules.one(at + 1), placeOf(ctx, places, schedule)),
      ),
      buttons: [
        ...inRows(
          all.map(({ id }, at) => button(reading.schedules.one(at + 1), 'at-where', chat.id, id)),
          2,
        ),
        back,
      ],
    }
  const threads = [[0, screens.chats.general] as const, ...places]
  return {
    title: screens.chats.where,
    body: [screens.chats.chooseThread],
    buttons: [
      ...threads.map(([thread, name]) => [
        button(
          marked(ctx, (chosen.thread_id ?? 0) === thread, name),
          'at-thread',
          chat.id,
          chosen.id,
          thread,
        ),
      ]),
      back,
    ],
  }
}
