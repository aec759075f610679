/** Every locale the bot speaks, found by tag; the compiler refuses one that lacks a sentence. */
import type { UserError } from '../core/errors.ts'
import { admin as englishAdmin } from './en/admin.ts'
import { bot as englishBot } from './en/bot.ts'
import { digests as englishDigests } from './en/digests.ts'
import { errors as englishErrors } from './en/errors.ts'
import { notices as englishNotices } from './en/notices.ts'
import { pages as englishPages } from './en/pages.ts'
import { reading as englishReading } from './en/reading.ts'
import { screens as englishScreens } from './en/screens.ts'
import { admin as chineseAdmin } from './zh-hans/admin.ts'
import { bot as chineseBot } from './zh-hans/bot.ts'
import { digests as chineseDigests } from './zh-hans/digests.ts'
import { errors as chineseErrors } from './zh-hans/errors.ts'
import { notices as chineseNotices } from './zh-hans/notices.ts'
import { pages as chinesePages } from './zh-hans/pages.ts'
import { reading as chineseReading } from './zh-hans/reading.ts'
import { screens as chineseScreens } from './zh-hans/screens.ts'

export type LocaleTag = 'en' | 'zh-Hans'

export interface Locale {
  tag: LocaleTag
  bot: typeof englishBot
  screens: typeof englishScreens
  admin: typeof englishAdmin
  digests: typeof englishDigests
  notices: typeof englishNotices
  pages: typeof englishPages
  reading: typeof englishReading
  errors: typeof englishErrors
}

export const locales: Readonly<Record<LocaleTag, Locale>> = {
  en: {
    tag: 'en',
    bot: englishBot,
    screens: englishScreens,
    admin: englishAdmin,
    digests: englishDigests,
    notices: englishNotices,
    pages: englishPages,
    reading: englishReading,
    errors: englishErrors,
  },
  'zh-Hans': {
    tag: 'zh-Hans',
    bot: chineseBot,
    screens: chineseScreens,
    admin: chineseAdmin,
    digests: chineseDigests,
    notices: chineseNotices,
    pages: chinesePages,
    reading: chineseReading,
    errors: chineseErrors,
  },
}

/** Each locale's name in its own language, for buttons. */
export const localeNames: Readonly<Record<LocaleTag, string>> = { en: 'English', 'zh-Hans': '简体中文' }

/** The locale nearest to a BCP-47 tag or a Telegram language_code; English where there is none. */
export function getLocale(tag: string | null | undefined): Locale {
  // Traditional Chinese readers are better served by Simplified Chinese than by English.
  return /^zh\b/iu.test((tag ?? '').replace('_', '-')) ? locales['zh-Hans'] : locales.en
}

/** The sentence for an error that the reader can do something about; an unknown key gets the general apology. */
export function errorText(locale: Locale, error: UserError): string {
  const known = Object.entries(locale.errors).find(([key]) => key === error.key)
  return (known?.[1] ?? locale.errors.internal)(error.args)
}

/** A topic's name in `tag`, from names by locale; the nearest there is, at worst the first. */
export function topicName(names: Readonly<Record<string, string>>, tag: string): string {
  const primary = tag.split('-')[0] ?? tag
  return names[tag] ?? names[primary] ?? names['en'] ?? Object.values(names)[0] ?? ''
}

/** A time zone's everyday name: the city where we have one, else the last word of its IANA name, or 'UTC+08:00'. */
export function zoneName(locale: Locale, zone: string): string {
  if (/^[+-]/u.test(zone)) return `UTC${zone}`
  return locale.bot.zones[zone] ?? zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone
}
