/** /filters: words, sources and topics that are muted, words that are watched; each for a while or for good, each undone by a tap. */
import { cleanPhrase } from '../../core/filter.ts'
import { UserError } from '../../core/errors.ts'
import { deleteFiltersOn, listFilters, mayFilter, upsertFilter } from '../../db/filters.ts'
import { type FilterKind, filterKinds } from '../../db/reading-tables.ts'
import type { BotContext, Feature } from '../context.ts'
import { ask, closeQuestion } from '../questions.ts'
import { button, send, show } from '../screen.ts'
import { dropFilter, filterOf, filtersScreen, howLongScreen, pick } from './filter-screens.ts'

const mostFilters = 100
const dayMs = 86_400_000

/** Sets a filter for so many days, 0 for good, or until an instant; returns its id. Throws UserError 'gone', 'tooManyFilters'. */
export async function setFilter(
  ctx: BotContext,
  filter: { kind: FilterKind; word?: string; targetId?: number; days: number } & { until?: Date },
): Promise<number> {
  const { db, now } = ctx.needs
  const at = now()
  // A made-up number must not show what another chat reads.
  if (!(await mayFilter(db, ctx.subscriber.id, filter.kind, filter.targetId ?? 0)))
    throw new UserError('gone')
  const all = await listFilters(db, ctx.subscriber.id, at)
  if (all.length >= mostFilters) throw new UserError('tooManyFilters', { limit: mostFilters })
  const { days, ...rest } = filter
  const until = filter.until ?? (days > 0 ? new Date(at.getTime() + days * dayMs) : null)
  return upsertFilter(db, ctx.subscriber.id, { ...rest, until }, at)
}

/** Mutes or watches a word, and asks for how long. Throws UserError 'badWord'. */
export async function typed(ctx: BotContext, kind: 'mute-word' | 'watch', text: string): Promise<void> {
  const word = cleanPhrase(text)
  if (word === '') throw new UserError('badWord')
  const id = await setFilter(ctx, { kind, word, days: 0 })
  await closeQuestion(ctx)
  await send(ctx, await howLongScreen(ctx, id))
}

export const filtering: Feature = {
  commands: { filters: { run: async (ctx) => send(ctx, await filtersScreen(ctx)) } },
  presses: {
    filters: { run: async (ctx) => show(ctx, await filtersScreen(ctx)) },
    'flt-word': {
      run: async (ctx, [kind]) => {
        const { bot, reading } = ctx.locale
        await ask(ctx, kind === 'watch' ? 'watch' : 'mute-word')
        await show(ctx, {
          title: reading.filters.title,
          body: [kind === 'watch' ? reading.filters.typeWatch : reading.filters.typeMute],
          buttons: [[button(bot.buttons.back, 'filters')]],
        })
      },
    },
    'flt-pick': { run: pick },
    'flt-mute': {
      offered: true,
      run: async (ctx, [kind, id]) => {
        if (kind === 't')
          await deleteFiltersOn(ctx.needs.db, ctx.subscriber.id, ['less-topic', 'more-topic'], Number(id))
        const filter = await setFilter(ctx, {
          kind: kind === 't' ? 'mute-topic' : 'mute-source',
          targetId: Number(id),
          days: 0,
        })
        await show(ctx, await howLongScreen(ctx, filter))
      },
    },
    'flt-until': {
      run: async (ctx, [id, days]) => {
        const filter = await filterOf(ctx, Number(id))
        if (!filter) throw new UserError('gone')
        await setFilter(ctx, {
          kind: filter.kind,
          word: filter.word,
          targetId: filter.target_id,
          days: Number(days),
        })
        await show(ctx, await filtersScreen(ctx, { note: ctx.locale.bot.settings.saved }))
      },
    },
    'flt-drop': {
      run: async (ctx, [id]) => show(ctx, await dropFilter(ctx, await filterOf(ctx, Number(id)))),
    },
    'flt-set': {
      offered: true,
      run: async (ctx, [named, id, days, packed = '']) => {
        const kind = filterKinds.find((each) => each === named)
        if (!kind) throw new UserError('gone')
        const word = Buffer.from(packed, 'base64url').toString('utf8')
        await setFilter(ctx, { kind, word, targetId: Number(id), days: Number(days) })
        await show(ctx, await filtersScreen(ctx, { note: ctx.locale.reading.schedules.restored }))
      },
    },
  },
  answers: {
    'mute-word': (ctx, text) => typed(ctx, 'mute-word', text),
    watch: (ctx, text) => typed(ctx, 'watch', text),
  },
}
