/** Both languages that every conversation script runs in: who reads it, who reads the other, and the catalogue of its words. */
import { getLocale } from '../../src/locales/locales.ts'
import { ids } from '../../src/playground/people.ts'

export const languages = [
  { name: 'in English', tag: 'en', user: ids.alex, other: ids.mei, words: getLocale('en') },
  { name: 'in Chinese', tag: 'zh-Hans', user: ids.mei, other: ids.alex, words: getLocale('zh-Hans') },
] as const

export type Language = (typeof languages)[number]

/** What is said in this language, of a script that has both side by side. */
export const say =
  ({ tag }: Pick<Language, 'tag'>) =>
  <T>(english: T, chinese: T): T =>
    tag === 'en' ? english : chinese
