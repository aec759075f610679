/** /filters: words, sources and topics that are muted, words that are watched; each for a while or for good, each undone by a tap. */
import { cleanPhrase } from '../../core/filter.ts'
import { UserError } from '../../core/errors.ts'
import type { Filter } from '../../db/database.ts'
import { deleteFilter, deleteFiltersOn, listFilters, mayFilter, upsertFilter } from '../../db/filters.ts'
import type { FilterKind } from '../../db/reading-tables.ts'
import { listSubscriptions } from '../../db/subscriptions.ts'
import { formatDay } from '../../locales/format.ts'
import { topicName } from '../../locales/locales.ts'
import type { BotContext, Feature } from '../context.ts'
import { nameOf } from '../describe.ts'
import { cleanLine } from '../label.ts'
import { ask, closeQuestion } from '../questions.ts'
import { button, inRows, type Screen, send, show } from '../screen.ts'

const mostFilters = 100
const shown = 30
const dayMs = 86_400_000

type Named = Awaited<ReturnType<typeof listFilters>>[number]

function lineOf(ctx: BotContext, filter: Named): string {
  const { filters } = ctx.locale.reading
  const name =
    filter.word !== ''
      ? filter.word
      : filter.names
        ? topicName(filter.names, ctx.locale.tag)
        : cleanLine(filter.title ?? '', 60)
  const line = filters.kinds[filter.kind](name)
  const isOfStory = filter.kind === 'mute-story' || filter.kind === 'follow-story'
  if (filter.until === null || isOfStory) return line
  return filters.until(
    line,
    formatDay(ctx.locale.tag, filter.until, ctx.subscriber.time_zone, ctx.needs.now()),
  )
}

async function filtersScreen(
  ctx: BotContext,
  done: { note: string; undo?: Filter } | null = null,
): Promise<Screen> {
  const { bot, reading } = ctx.locale
  const { filters: words } = reading
  const all = await listFilters(ctx.needs.db, ctx.subscriber.id, ctx.needs.now())
  const few = all.slice(0, shown)
  return {
    title: words.title,
    body: [
      done?.note ?? null,
      all.length === 0 ? words.empty : few.map((each, at) => `${at + 1}. ${lineOf(ctx, each)}`).join('\n'),
      all.length === 0 ? null : words.tap,
      all.length > few.length ? ctx.locale.digests.andMore(all.length - few.length) : null,
    ],
    buttons: [
      ...(done?.undo ? [[undoButton(ctx, done.undo)]] : []),
      ...inRows(
        few.map((each, at) => button(`✕ ${at + 1}`, 'flt-drop', each.id)),
        5,
      ),
      [button(words.muteWord, 'flt-word', 'mute-word'), button(words.watch, 'flt-word', 'watch')],
      [button(words.muteSource, 'flt-pick', 's', 0), button(words.muteTopic, 'flt-pick', 't', 0)],
      [button(bot.buttons.settings, 'settings')],
    ],
  }
}

/** The word goes back into the button where it fits, so that undoing needs no memory; else the removal cannot be undone by a tap. */
function undoButton(ctx: BotContext, { kind, word, target_id: id, until }: Filter) {
  const days =
    until === null ? 0 : Math.max(1, Math.round((until.getTime() - ctx.needs.now().getTime()) / dayMs))
  const packed = Buffer.from(word, 'utf8').toString('base64url')
  const fits = packed.length <= 30
  return fits
    ? button(ctx.locale.bot.buttons.undo, 'flt-set', kind, id, days, packed)
    : button(ctx.locale.bot.buttons.undo, 'flt-word', kind)
}

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

/** What was just set, as it stands; `more` are the rows of buttons above those that take it back and lead on. */
export async function setScreen(
  ctx: BotContext,
  id: number,
  { note = null, more = [] }: { note?: string | null; more?: NonNullable<Screen['buttons']> } = {},
): Promise<Screen> {
  const { bot, reading } = ctx.locale
  const filter = (await listFilters(ctx.needs.db, ctx.subscriber.id, ctx.needs.now())).find(
    (each) => each.id === id,
  )
  return {
    body: [filter ? lineOf(ctx, filter) : null, note],
    buttons: [...more, [button(bot.buttons.undo, 'flt-drop', id), button(reading.filters.title, 'filters')]],
  }
}

export async function howLongScreen(ctx: BotContext, id: number): Promise<Screen> {
  const { filters: words } = ctx.locale.reading
  const all = await listFilters(ctx.needs.db, ctx.subscriber.id, ctx.needs.now())
  const filter = all.find((each) => each.id === id)
  if (!filter) return filtersScreen(ctx)
  const choice = (label: string, days: number) => button(label, 'flt-until', id, days)
  return {
    title: words.title,
    body: [words.howLong(lineOf(ctx, { ...filter, until: null }))],
    buttons: [
      [choice(words.day, 1), choice(words.week, 7), choice(words.month, 30)],
      [choice(words.forGood, 0)],
      [button(ctx.locale.bot.buttons.undo, 'flt-drop', id)],
    ],
  }
}

async function pick(ctx: BotContext, [kind, page]: string[]): Promise<void> {
  const { bot, reading } = ctx.locale
  const rows = (await listSubscriptions(ctx.needs.db, ctx.subscriber.id)).filter((row) =>
    kind === 't' ? row.topic_id !== null : row.topic_id === null,
  )
  const at = Math.max(0, Number(page) || 0) * shown
  const choices = rows
    .slice(at, at + shown)
    .map((row) =>
      button(nameOf(ctx.locale, row), 'flt-mute', kind ?? 's', row.topic_id ?? row.source_id ?? 0),
    )
  await show(ctx, {
    title: reading.filters.title,
    body: [
      choices.length === 0
        ? reading.filters.nothingToMute
        : kind === 't'
          ? reading.filters.chooseTopic
          : reading.filters.chooseSource,
    ],
    buttons: [
      ...inRows(choices, 2),
      [
        ...(at > 0 ? [button(bot.buttons.previous, 'flt-pick', kind ?? 's', Number(page) - 1)] : []),
        ...(rows.length > at + shown
          ? [button(bot.buttons.next, 'flt-pick', kind ?? 's', Number(page) + 1)]
          : []),
      ],
      [button(bot.buttons.back, 'filters')],
    ].filter((row) => row.length > 0),
  })
}

/** Mutes or watches a word, and asks for how long. Throws UserError 'badWord'. */
export async function typed(ctx: BotContext, kind: 'mute-word' | 'watch', text: string): Promise<void> {
  const word = cleanPhrase(text)
  if (word === '') throw new UserError('badWord')
  const id = await setFilter(ctx, { kind, word, days: 0 })
  await closeQuestion(ctx)
  await send(ctx, await howLongScreen(ctx, id))
}

const kinds: readonly string[] = [
  'mute-word',
  'mute-source',
  'mute-topic',
  'mute-story',
  'watch',
  'follow-story',
  'less-topic',
  'more-topic',
] satisfies FilterKind[]

export const filtering: Feature = {
  commands: { filters: { run: async (ctx) => void (await send(ctx, await filtersScreen(ctx))) } },
  presses: {
    filters: { run: async (ctx) => void (await show(ctx, await filtersScreen(ctx))) },
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
        const all = await listFilters(ctx.needs.db, ctx.subscriber.id, ctx.needs.now())
        const filter = all.find((each) => each.id === Number(id))
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
      run: async (ctx, [id]) => {
        const all = await listFilters(ctx.needs.db, ctx.subscriber.id, ctx.needs.now())
        const filter = all.find((each) => each.id === Number(id))
        await deleteFilter(ctx.needs.db, ctx.subscriber.id, Number(id))
        const note = filter ? ctx.locale.reading.filters.removed(lineOf(ctx, filter)) : null
        await show(ctx, await filtersScreen(ctx, filter && note !== null ? { note, undo: filter } : null))
      },
    },
    'flt-set': {
      offered: true,
      run: async (ctx, [kind = '', id, days, packed = '']) => {
        if (!kinds.includes(kind)) throw new UserError('gone')
        const word = Buffer.from(packed, 'base64url').toString('utf8')
        await setFilter(ctx, { kind: kind as FilterKind, word, targetId: Number(id), days: Number(days) })
        await show(ctx, await filtersScreen(ctx, { note: ctx.locale.reading.schedules.restored }))
      },
    },
  },
  answers: {
    'mute-word': (ctx, text) => typed(ctx, 'mute-word', text),
    watch: (ctx, text) => typed(ctx, 'watch', text),
  },
}
