/** What a locale holds: English is the pattern, and the compiler refuses another that lacks one of its sentences. */
import type { admin } from './en/admin.ts'
import type { bot } from './en/bot.ts'
import type { digests } from './en/digests.ts'
import type { errors } from './en/errors.ts'
import type { notices } from './en/notices.ts'
import type { pages } from './en/pages.ts'
import type { reading } from './en/reading.ts'
import type { screens } from './en/screens.ts'

export type LocaleTag =
  | 'en'
  | 'zh-Hans'
  | 'zh-Hant'
  | 'es'
  | 'ru'
  | 'ar'
  | 'ja'
  | 'de'
  | 'fr'
  | 'pt'
  | 'hi'
  | 'id'

export interface Locale {
  tag: LocaleTag
  admin: typeof admin
  bot: typeof bot
  digests: typeof digests
  errors: typeof errors
  notices: typeof notices
  pages: typeof pages
  reading: typeof reading
  screens: typeof screens
}
