/** Every locale the bot speaks, found by tag. */
import type { ErrorArgs } from '../core/errors.ts'
import { arabic } from './ar/locale.ts'
import { english } from './en/locale.ts'
import { french } from './fr/locale.ts'
import { german } from './de/locale.ts'
import { hindi } from './hi/locale.ts'
import { indonesian } from './id/locale.ts'
import { japanese } from './ja/locale.ts'
import { portuguese } from './pt/locale.ts'
import { russian } from './ru/locale.ts'
import { simplifiedChinese } from './zh-hans/locale.ts'
import { spanish } from './es/locale.ts'
import { traditionalChinese } from './zh-hant/locale.ts'
import type { Locale, LocaleTag } from './locale.ts'

export type { Locale, LocaleTag } from './locale.ts'

/** In the order in which they are offered. */
export const locales: Readonly<Record<LocaleTag, Locale>> = {
  en: english,
  'zh-Hans': simplifiedChinese,
  'zh-Hant': traditionalChinese,
  es: spanish,
  ru: russian,
  ar: arabic,
  ja: japanese,
  de: german,
  fr: french,
  pt: portuguese,
  hi: hindi,
  id: indonesian,
}

/** Each locale's name in its own language, for buttons. */
export const localeNames: Readonly<Record<LocaleTag, string>> = {
  en: 'English',
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
  es: 'Español',
  ru: 'Русский',
  ar: 'العربية',
  ja: '日本語',
  de: 'Deutsch',
  fr: 'Français',
  pt: 'Português',
  hi: 'हिन्दी',
  id: 'Bahasa Indonesia',
}

/** The locale nearest to a BCP-47 tag or a Telegram language_code; English where there is none. */
export function getLocale(tag: string | null | undefined): Locale {
  const wanted = (tag ?? '').replaceAll('_', '-').toLowerCase()
  // Macau, Hong Kong and Taiwan write traditional characters, whatever else the tag says.
  if (/^zh-(?:.*-)?(?:hant|tw|hk|mo)\b/u.test(wanted)) return traditionalChinese
  const [primary] = wanted.split('-')
  return Object.values(locales).find((locale) => locale.tag.split('-')[0] === primary) ?? english
}

/**
 * The sentence for an error that the reader can do something about: a UserError, or what was stored of one. A key that
 * is none of ours gets the general apology.
 */
export function errorText(locale: Locale, { key, args = {} }: { key: string; args?: ErrorArgs }): string {
  const known = Object.entries(locale.errors).find(([name]) => name === key)
  return (known?.[1] ?? locale.errors.internal)(args)
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
