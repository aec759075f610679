/** What plain words mean in a language, as the tests of wishes and of what is said in passing ask. */
import { parseWhen } from '../../src/core/when.ts'
import type { LocaleTag } from '../../src/locales/locales.ts'
import { readWishes, whenWords } from '../../src/locales/wishes.ts'

/** What the topic of sports is called in the example. */
export const sport: Readonly<Record<LocaleTag, string>> = {
  en: 'sports',
  'zh-Hans': '体育',
  'zh-Hant': '體育',
  es: 'deportes',
  ru: 'спорт',
  ar: 'الرياضة',
  ja: 'スポーツ',
  de: 'sport',
  fr: 'sport',
  pt: 'esportes',
  hi: 'खेल',
  id: 'olahraga',
}
export const whenOf = (tag: LocaleTag, text: string) =>
  whenWords(tag)
    .map((words) => parseWhen(text, tag, words))
    .find((when) => when !== null) ?? null
export const wishesOf = (tag: LocaleTag, text: string) =>
  readWishes(tag, text).map(({ kind, about }) => [kind, about])
