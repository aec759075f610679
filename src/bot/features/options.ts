/** More settings of a chat's digests: sound, picture, quiet weeks, and how much a digest may hold. */
import { UserError } from '../../core/errors.ts'
import { type SubscriberSettings, updateSubscriber } from '../../db/subscribers.ts'
import { formatField } from '../../locales/format.ts'
import type { BotContext, Feature } from '../context.ts'
import { button, inRows, marked, type Screen, show } from '../screen.ts'

const entryChoices = [3, 5, 10, 20, 40]
const minuteChoices = [2, 3, 5, 10, 15]

function optionsScreen(ctx: BotContext): Screen {
  const { bot, reading } = ctx.locale
  const { options } = reading
  const chat = ctx.subscriber
  const field = (name: string, value: string) => formatField(ctx.locale.tag, name, value)
  const toggle = (label: string, name: string, isOn: boolean) =>
    button(marked(ctx, isOn, label), 'option', name, isOn ? 0 : 1)
  const entries = chat.most_entries === null ? options.byLength : options.stories(chat.most_entries)
  const minutes = chat.budget_minutes === null ? options.anyLength : options.minuteCount(chat.budget_minutes)
  return {
    title: options.title,
    body: [
      `${field(options.entries, entries)}\n${field(options.minutes, minutes)}`,
      options.what,
      chat.layout === 'rich' ? options.richNote : null,
    ],
    buttons: [
      [toggle(options.loud, 'loud', chat.loud)],
      [toggle(options.leadImage, 'image', chat.lead_image)],
      [toggle(options.weeklyWord, 'word', chat.weekly_word)],
      [button(options.entries, 'opt-entries'), button(options.minutes, 'opt-minutes')],
      [button(bot.buttons.back, 'settings')],
    ],
  }
}

function choiceScreen(ctx: BotContext, of: 'entries' | 'minutes'): Screen {
  const { bot, reading } = ctx.locale
  const { options } = reading
  const isEntries = of === 'entries'
  const chosen = isEntries ? ctx.subscriber.most_entries : ctx.subscriber.budget_minutes
  const none = isEntries ? options.byLength : options.anyLength
  const label = isEntries ? options.stories : options.minuteCount
  return {
    title: isEntries ? options.entries : options.minutes,
    body: [isEntries ? options.entriesTitle : options.minutesTitle],
    buttons: [
      [button(marked(ctx, chosen === null, none), 'opt-most', of, 0)],
      ...inRows(
        (isEntries ? entryChoices : minuteChoices).map((n) =>
          button(marked(ctx, chosen === n, label(n)), 'opt-most', of, n),
        ),
        2,
      ),
      [button(bot.buttons.back, 'options')],
    ],
  }
}

async function change(ctx: BotContext, settings: SubscriberSettings): Promise<void> {
  ctx.subscriber = await updateSubscriber(ctx.needs.db, ctx.subscriber.id, settings, ctx.needs.now())
}

const toggles: Readonly<Record<string, (isOn: boolean) => SubscriberSettings>> = {
  loud: (loud) => ({ loud }),
  image: (leadImage) => ({ lead_image: leadImage }),
  word: (weeklyWord) => ({ weekly_word: weeklyWord }),
}

export const options: Feature = {
  presses: {
    options: { run: (ctx) => show(ctx, optionsScreen(ctx)) },
    option: {
      run: async (ctx, [name = '', on]) => {
        const settings = toggles[name]?.(on === '1')
        if (!settings) throw new UserError('gone')
        await change(ctx, settings)
        await show(ctx, optionsScreen(ctx))
      },
    },
    'opt-entries': { run: (ctx) => show(ctx, choiceScreen(ctx, 'entries')) },
    'opt-minutes': { run: (ctx) => show(ctx, choiceScreen(ctx, 'minutes')) },
    'opt-most': {
      run: async (ctx, [of, digits]) => {
        const n = Math.min(60, Math.max(0, Math.trunc(Number(digits) || 0)))
        const value = n === 0 ? null : n
        await change(ctx, of === 'entries' ? { most_entries: value } : { budget_minutes: value })
        await show(ctx, optionsScreen(ctx))
      },
    },
  },
}
