/** What people see before they write: the command menu and the bot's description, in each language. */
import type { Api } from 'grammy'
import type { LanguageCode } from 'grammy/types'
import { getLocale, type Locale, locales } from '../locales/locales.ts'

/** Telegram's two-letter codes; the first is what everybody else sees. Of Chinese it knows one, the simplified. */
const languages: readonly (LanguageCode | undefined)[] = [
  undefined,
  ...new Set(
    Object.values(locales).flatMap(({ tag }) => (tag === 'en' ? [] : [tag.split('-')[0] as LanguageCode])),
  ),
]

/** Commands that only the admins of a group are offered. */
const adminCommands = new Set([
  'start',
  'chats',
  'subscribe',
  'unsubscribe',
  'list',
  'topics',
  'settings',
  'pause',
  'resume',
  'stop',
  'delete',
])

/** The command menu of a locale; `admins` false leaves out what only a chat's admins may use. */
function menuOf(locale: Locale, admins: boolean): { command: string; description: string }[] {
  return Object.entries(locale.bot.commands)
    .filter(([command]) => admins || !adminCommands.has(command))
    .map(([command, description]) => ({ command, description }))
}

/** Sets menu, description and short description for every language. */
export async function publishProfile(api: Api): Promise<void> {
  for (const code of languages) {
    const locale = getLocale(code)
    const language = code === undefined ? {} : { language_code: code }
    await api.setMyCommands(menuOf(locale, true), language)
    await api.setMyCommands(menuOf(locale, false), { ...language, scope: { type: 'all_group_chats' } })
    await api.setMyCommands(menuOf(locale, true), {
      ...language,
      scope: { type: 'all_chat_administrators' },
    })
    await api.setMyDescription(locale.bot.profile.long, language)
    await api.setMyShortDescription(locale.bot.profile.short, language)
  }
}
