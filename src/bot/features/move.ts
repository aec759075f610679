/** Moves one followed thing to another of the chat's digests, by a tap, by its number, or by an hour that a new one gets. */
import { UserError } from '../../core/errors.ts'
import { covers } from '../../core/selection.ts'
import { parseTimes, withDigits } from '../../core/schedule-words.ts'
import { moveThing } from '../../db/covered-things.ts'
import { listSchedules } from '../../db/schedules.ts'
import { type BotContext, type Feature, threadOf } from '../context.ts'
import { nameOf } from '../describe.ts'
import { ask, closeQuestion } from '../questions.ts'
import { button, inRows, marked, type Screen, send, show } from '../screen.ts'
import { askedAbout, itemScreen, rowOf, type Words } from './item.ts'
import { shortWhen } from './schedule-screens.ts'
import { addSchedule } from './schedules.ts'

/** The hour of a digest that is made by a tap. */
const usualTimes = ['20:00']

async function choose(ctx: BotContext, words: string[]): Promise<void> {
  const { item: said, labels } = ctx.locale.screens
  const { schedules } = ctx.locale.reading
  const row = await rowOf(ctx, words)
  const all = await listSchedules(ctx.needs.db, ctx.subscriber.id)
  await ask(ctx, 'item-digest', { words })
  await show(ctx, {
    title: nameOf(ctx.locale, row),
    body: [said.askDigest],
    buttons: [
      ...inRows(
        all.map((schedule, at) =>
          button(
            marked(
              ctx,
              covers(schedule.selection, row),
              `${schedules.one(at + 1)} · ${shortWhen(ctx, schedule)}`,
            ),
            'it-into-digest',
            ...words.slice(0, 4),
            schedule.id,
          ),
        ),
        1,
      ),
      [button(labels.ownDigest, 'it-into-digest', ...words.slice(0, 4), 'new')],
      [button(labels.back, 'item', ...words.slice(0, 4))],
    ],
  })
}

/** The thing's screen after it went to the schedule of that id. Throws UserError 'gone' for another chat's. */
async function moveTo(ctx: BotContext, words: Words, scheduleId: number): Promise<Screen> {
  const { db } = ctx.needs
  const row = await rowOf(ctx, words)
  const isMoved = await db.transaction().execute((trx) => moveThing(trx, ctx.subscriber.id, row, scheduleId))
  if (!isMoved) throw new UserError('gone')
  await closeQuestion(ctx)
  const all = await listSchedules(db, ctx.subscriber.id)
  const number = all.findIndex(({ id }) => id === scheduleId) + 1
  return itemScreen(ctx, words, ctx.locale.screens.item.moved(String(number)))
}

async function moveToNew(ctx: BotContext, words: Words, times: string[]): Promise<Screen> {
  const selection = { topics: [], sources: [] }
  const { id } = await addSchedule(ctx, { times, selection, threadId: threadOf(ctx) })
  return moveTo(ctx, words, id)
}

/** A number of a digest, or hours: the digest that has them, or a new one. */
async function moveByWords(ctx: BotContext, words: Words, text: string): Promise<Screen> {
  const all = await listSchedules(ctx.needs.db, ctx.subscriber.id)
  const typed = withDigits(text.normalize('NFKC').trim())
  const numbered = /^\d{1,2}$/u.test(typed) ? all[Number(typed) - 1] : undefined
  if (numbered) return moveTo(ctx, words, numbered.id)
  const times = parseTimes(typed)
  const same = all.find((each) => each.mode === 'timed' && each.times.join() === times.join())
  return same ? moveTo(ctx, words, same.id) : moveToNew(ctx, words, times)
}

export const moving: Feature = {
  presses: {
    'it-digest': { run: choose },
    'it-into-digest': {
      run: async (ctx, words) => {
        const id = words[4]
        await show(
          ctx,
          id === 'new' ? await moveToNew(ctx, words, usualTimes) : await moveTo(ctx, words, Number(id)),
        )
      },
    },
  },
  answers: {
    'item-digest': async (ctx, text) => send(ctx, await moveByWords(ctx, await askedAbout(ctx), text)),
  },
}
