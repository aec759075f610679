/** /admin: how the installation does in numbers and a chart, what fails, and the switches; for operators. */
import { InputFile } from 'grammy'
import { parsePrices, priceOf } from '../../core/budget.ts'
import { countSources } from '../../db/sources.ts'
import { countSubscribers } from '../../db/subscribers.ts'
import { type Day, getSwitches, listDays, listFailingSources, saveSetting } from '../../db/operator.ts'
import { retrySource } from '../../db/troubled-sources.ts'
import { sumUsage, sumUsageByDay } from '../../db/usage.ts'
import { formatDay, formatNumber } from '../../locales/format.ts'
import { drawChart } from '../chart.ts'
import type { BotContext, Feature } from '../context.ts'
import { nameOf } from '../describe.ts'
import { forOperators, isOperator } from '../operators.ts'
import { clampPage, pageSize, turnPage } from '../paging.ts'
import { button, inRows, type Screen, send, show } from '../screen.ts'
import { takeWords } from './intent.ts'

const chartDays = 30

async function adminScreen(ctx: BotContext, note: string | null = null): Promise<Screen> {
  const { admin: words } = ctx.locale
  const { db, now, config } = ctx.needs
  const [today] = (await listDays(db, now(), 1)).slice(-1)
  const states = await countSubscribers(db)
  const count = (state: string) => states.find((each) => each.state === state)?.count ?? 0
  const sources = await countSources(db)
  const switches = await getSwitches(db)
  const inviteOnly = switches.inviteOnly ?? config.inviteOnly
  return {
    title: words.title,
    body: [
      note,
      [
        words.chats(count('active'), count('paused'), count('blocked') + count('gone')),
        words.today(today?.digests ?? 0, today?.failures ?? 0),
        words.sources(sources.total, sources.followed, sources.failing),
        words.budget(today?.tokens ?? 0, config.dailyTokens),
        await costLine(ctx),
      ].join('\n'),
      [
        inviteOnly ? words.inviteOnlyOn : words.inviteOnlyOff,
        switches.maintenance ? words.maintenanceOn : words.maintenanceOff,
      ].join('\n'),
    ],
    buttons: [
      [button(words.labels.chart, 'adm-chart'), button(words.labels.failing, 'adm-failing', 0)],
      [button(words.labels.broadcast, 'adm-broadcast'), button(words.labels.readers, 'adm-readers')],
      [button(words.labels.catalogue, 'adm-catalogue')],
      [
        button(
          inviteOnly ? words.labels.openToAll : words.labels.byInvitation,
          'adm-switch',
          'inviteOnly',
          inviteOnly ? 0 : 1,
        ),
        button(
          switches.maintenance ? words.labels.endMaintenance : words.labels.beginMaintenance,
          'adm-switch',
          'maintenance',
          switches.maintenance ? 0 : 1,
        ),
      ],
      [button(words.labels.refresh, 'admin')],
    ],
  }
}

async function costLine(ctx: BotContext): Promise<string> {
  const { db, now, config } = ctx.needs
  const since = new Date(now().getTime() - chartDays * 86_400_000).toISOString().slice(0, 10)
  const prices = parsePrices(config.prices)
  const usage = await sumUsage(db, since)
  const costs = usage.map((row) => priceOf(prices, row.model, row))
  const known = costs.every((cost) => cost !== null)
  return known
    ? ctx.locale.admin.cost(costs.reduce<number>((all, cost) => all + (cost ?? 0), 0))
    : ctx.locale.admin.noPrice
}

/** What the model cost on each of these days in USD; null where one that was used has no price. */
async function costsOf(ctx: BotContext, days: readonly Day[]): Promise<number[] | null> {
  const { db, config } = ctx.needs
  const prices = parsePrices(config.prices)
  const costs = new Map<string, number>(days.map(({ day }) => [day, 0]))
  for (const { day, model, ...tokens } of await sumUsageByDay(db, days[0]?.day ?? '')) {
    const cost = priceOf(prices, model, tokens)
    if (cost === null) return null
    costs.set(day, (costs.get(day) ?? 0) + cost)
  }
  return days.map(({ day }) => costs.get(day) ?? 0)
}

async function chart(ctx: BotContext): Promise<void> {
  const { admin: words, tag } = ctx.locale
  const days = await listDays(ctx.needs.db, ctx.needs.now(), chartDays)
  const costs = await costsOf(ctx, days)
  const whole = (n: number) => formatNumber(tag, n)
  const cents = (usd: number) => usd.toFixed(2)
  const rows = [
    { name: words.chart.subscribers, values: days.map((day) => day.subscribers), write: whole },
    { name: words.chart.digests, values: days.map((day) => day.digests), write: whole },
    { name: words.chart.failures, values: days.map((day) => day.failures), write: whole },
    { name: words.chart.tokens, values: days.map((day) => day.tokens), write: whole },
    ...(costs ? [{ name: words.chart.cost, values: costs, write: cents }] : []),
  ]
  const lines = [
    ...rows.map(({ name, values, write }) =>
      words.chart.line(name, write(values.at(-1) ?? 0), write(Math.max(...values))),
    ),
    ...(costs ? [] : [words.noPrice]),
  ]
  await ctx.replyWithPhoto(new InputFile(drawChart(rows.map(({ values }) => values)), 'gazette.png'), {
    caption: [words.chart.title(chartDays), ...lines].join('\n'),
    reply_markup: { inline_keyboard: [[button(words.labels.back, 'admin-new')]] },
  })
}

async function failingScreen(ctx: BotContext, wanted: number, note: string | null = null): Promise<Screen> {
  const { admin: words, tag } = ctx.locale
  const at = Math.max(0, Math.trunc(wanted) || 0)
  const { rows, total } = await listFailingSources(ctx.needs.db, { offset: at * pageSize, limit: pageSize })
  const { page, pages } = clampPage(at, total)
  const lines = rows.map((row) =>
    words.failingLine(
      nameOf(ctx.locale, row),
      row.failing_since ? formatDay(tag, row.failing_since, 'UTC') : '?',
      row.followers,
      row.error ?? '?',
    ),
  )
  return {
    title: words.labels.failing,
    body: [note, lines.length === 0 ? words.noneFailing : lines.join('\n')],
    buttons: [
      ...inRows(
        rows.map((row) => button(nameOf(ctx.locale, row), 'adm-retry', row.id, page)),
        2,
      ),
      turnPage(ctx, page, pages, 'adm-failing', (to) => [to]),
      [button(words.labels.back, 'admin')],
    ].filter((row) => row.length > 0),
  }
}

const operatorOnly = forOperators({
  presses: {
    admin: { run: async (ctx) => show(ctx, await adminScreen(ctx)) },
    'admin-new': { run: async (ctx) => send(ctx, await adminScreen(ctx)) },
    'adm-chart': { run: chart },
    'adm-failing': {
      run: async (ctx, [page]) => show(ctx, await failingScreen(ctx, Number(page))),
    },
    'adm-retry': {
      run: async (ctx, [id, page]) => {
        await retrySource(ctx.needs.db, Number(id), ctx.needs.now())
        await show(ctx, await failingScreen(ctx, Number(page), ctx.locale.admin.retried))
      },
    },
    'adm-switch': {
      run: async (ctx, [key, on]) => {
        if (key === 'maintenance' || key === 'inviteOnly') await saveSetting(ctx.needs.db, key, on === '1')
        await show(ctx, await adminScreen(ctx, ctx.locale.bot.settings.saved))
      },
    },
  },
})

export const administration: Feature = {
  ...operatorOnly,
  commands: {
    admin: {
      open: true,
      // To anybody else this command does not exist: it is words like any other.
      run: async (ctx, text) =>
        isOperator(ctx) ? send(ctx, await adminScreen(ctx)) : takeWords(ctx, `admin ${text}`),
    },
  },
}
