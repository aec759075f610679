/** The catalogues: no sentence empty, none forgotten in another locale, labels short enough for a phone. */
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { UserError } from '../../src/core/errors.ts'
import { errorText, getLocale, locales, localeNames, topicName, zoneName } from '../../src/locales/locales.ts'
import {
  formatAge,
  formatAside,
  formatDay,
  formatField,
  formatList,
  plural,
  weekdayName,
} from '../../src/locales/format.ts'

/** Arguments that any sentence can be filled with. */
const samples = [3, 4, 5, 6] as const

/** A sentence takes numbers or words, and some words are cut or capitalised on the way. */
function filled(sentence: Function): unknown {
  try {
    return sentence(...samples)
  } catch {
    return sentence(...samples.map(String))
  }
}

/** Every sentence of a catalogue by its path, functions filled in. */
function sentencesOf(part: unknown, path = ''): [string, string][] {
  if (typeof part === 'string') return [[path, part]]
  if (typeof part === 'function') {
    const sentence: unknown = path.startsWith('errors') ? part({}) : filled(part)
    return [[path, String(sentence)]]
  }
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([key, value]) =>
    sentencesOf(value, path === '' ? key : `${path}.${key}`),
  )
}

/** Texts that are meant to read the same everywhere. */
const sameEverywhere =
  /^(?:tag|pages\.title|bot\.buttons\.chosen|screens\.list\.group|admin\.limit|bot\.zones\.UTC)$/u

/** The commands that Telegram marks in `text`: no letter, figure or bar may touch them. */
function commandsIn(text: string, names: string): string[] {
  return (
    text.match(new RegExp(String.raw`(?<![\p{L}\p{N}_/<>])/(?:${names})(?![\p{L}\p{N}_/<>])`, 'gu')) ?? []
  )
}

test('has no sentence that nobody says', () => {
  const files = globSync('src/**/*.ts').filter((file) => !/locales\/[a-z-]+\//u.test(file))
  const code = files
    .map((file) => readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, ''))
    .join('\n')
  const names = new Set(sentencesOf(getLocale('en')).map(([path]) => path.replace(/^.*\./u, '')))
  const isSaid = (name: string) =>
    new RegExp(`\\.${name}\\b|['"\`]${name}['"\`]|\\b${name}\\b(?=\\s*[,:}=])`, 'u').test(code)
  expect([...names].filter((name) => !isSaid(name))).toEqual([])
})

describe.each(Object.values(locales))('$tag', (locale) => {
  const sentences = sentencesOf(locale)

  test('says something everywhere, and nothing undefined', () => {
    expect(sentences.length).toBeGreaterThan(150)
    const bad = sentences.filter(([, text]) => text.trim() === '' || /undefined|NaN|\[object/u.test(text))
    expect(bad).toEqual([])
  })

  test('has labels of at most 30 characters', () => {
    const labels = sentences.filter(([path]) =>
      /^screens\.labels|^admin\.labels|^admin\.sendTo|^bot\.(?:buttons|settings\.(?:lengths|layouts|time|zone|days|language|summaryLanguage|length|layout|everyDay|weekdays|weekend|same|original|locationButton)\b)/u.test(
        path,
      ),
    )
    expect(labels.length).toBeGreaterThan(30)
    expect(labels.filter(([, text]) => text.length > 30)).toEqual([])
  })

  test('keeps within what Telegram takes for menu and profile', () => {
    const { commands, profile } = locale.bot
    expect(Object.keys(commands).filter((name) => !/^[a-z0-9_]{1,32}$/u.test(name))).toEqual([])
    expect(Object.values(commands).filter((text) => text.length > 256)).toEqual([])
    expect(profile.short.length).toBeLessThanOrEqual(120)
    expect(profile.long.length).toBeLessThanOrEqual(512)
    expect(locale.notices.copyLabel.length).toBeLessThanOrEqual(60)
  })

  test('sets every command apart from the words around it, or Telegram makes no link of it', () => {
    const names = [...Object.keys(locale.bot.commands), 'admin', 'invite'].join('|')
    const command = new RegExp(String.raw`(?<![\w/.])/(?:${names})(?!\w)`, 'gu')
    const glued = sentences.filter(
      ([, text]) => [...text.matchAll(command)].length !== commandsIn(text, names).length,
    )
    expect(glued).toEqual([])
    expect(sentences.filter(([, text]) => commandsIn(text, names).length > 0).length).toBeGreaterThan(20)
  })

  test('quotes buttons as they are labelled', () => {
    const { bot, digests, errors, notices, reading, screens } = locale
    expect(notices.severalFeeds).toContain(bot.buttons.findFeed)
    expect(errors.noTopicRights({})).toContain(screens.chats.bySubject)
    expect(reading.saved.empty).toContain(digests.tools)
  })

  test('names every reason for leaving out, and every locale', () => {
    expect(Object.keys(locale.digests.reasons)).toEqual(Object.keys(locales.en.digests.reasons))
    expect(Object.keys(locale.bot.zones)).toEqual(Object.keys(locales.en.bot.zones))
    expect(Object.keys(localeNames)).toContain(locale.tag)
  })
})

/** Texts with a word in them that stand in a catalogue as they do in English. */
function leftInEnglish(tag: keyof typeof locales): string[] {
  const english = new Map(sentencesOf(locales.en))
  return sentencesOf(locales[tag])
    .filter(([path, text]) => english.get(path) === text && !sameEverywhere.test(path))
    .filter(([path, text]) => /\p{L}{3}/u.test(text) && !path.includes('.zones.'))
    .map(([, text]) => text)
}

/** Scripts in which no English sentence can be left by chance. */
test.each(['zh-Hans', 'zh-Hant', 'ja', 'ru', 'ar', 'hi'] as const)(
  'no sentence of %s is left in English',
  (tag) => {
    expect(leftInEnglish(tag)).toEqual([])
  },
)

/** Words that languages of one script share, such as “Standard” or “Software”, are few and short. */
test.each(['es', 'de', 'fr', 'pt', 'id'] as const)('hardly a word of %s is left in English', (tag) => {
  const left = leftInEnglish(tag)
  expect(left.filter((text) => text.split(' ').length > 3)).toEqual([])
  expect(left.length).toBeLessThan(25)
})

/** What no sentence of a language may hold: another language's marks and spaces. */
const foreignMarks = {
  'zh-Hant': /\p{Script=Han}[,;?!:"]|["(]\p{Script=Han}|[“”]/u,
  ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][,;?!"]|[“”]/u,
  ar: /\p{Script=Arabic}[,;?"]|[“”]/u,
  fr: / [;:!?»]|« |["“”]|\p{L}[;!?]/u,
  es: /["“”]|(?<!¿[^?]*)\?|(?<!¡[^!]*)!/u,
  de: /["”«»]|(?<!„[^“]*)“/u,
  ru: /["“”]/u,
  pt: /["«»]/u,
} as const

test.each(Object.entries(foreignMarks))('%s keeps its own marks', (tag, marks) => {
  const wrong = sentencesOf(locales[tag as keyof typeof foreignMarks])
    // The value of what is not known is a bare question mark.
    .map(([path, text]) => [path, path.startsWith('errors') ? text.replaceAll('?', '') : text] as const)
    .filter(([, text]) => marks.test(text.replaceAll(/https?:\/\/\S+/gu, '')))
  expect(wrong).toEqual([])
})

test.each([
  ['zh-hans', 'zh-Hans'],
  ['zh-CN', 'zh-Hans'],
  ['zh', 'zh-Hans'],
  ['zh-TW', 'zh-Hant'],
  ['zh_HK', 'zh-Hant'],
  ['zh-Hant-HK', 'zh-Hant'],
  ['en-GB', 'en'],
  ['fr', 'fr'],
  ['pt-br', 'pt'],
  ['sv', 'en'],
  ['zhx', 'en'],
  ['', 'en'],
  [undefined, 'en'],
])('%s is served in %s', (tag, expected) => {
  expect(getLocale(tag).tag).toBe(expected)
})

test('an error finds its sentence, and an unknown key an apology', () => {
  const missing = new UserError('httpStatus', { status: 404, host: 'example.com' })
  expect(errorText(locales.en, missing)).toContain('example.com says that this page does not exist')
  expect(errorText(locales['zh-Hans'], missing)).toContain('example.com')
  for (const key of ['somethingElse', 'constructor', '__proto__'])
    expect(errorText(locales.en, { key })).toBe(locales.en.errors.internal({}))
})

test('plurals, lists and days follow the language', () => {
  expect(plural('en', 1, { one: 'digest', other: 'digests' })).toBe('digest')
  expect(plural('zh-Hans', 1, { one: 'digest', other: 'digests' })).toBe('digests')
  expect(formatList('en', ['08:00', '12:00', '18:30'])).toBe('08:00, 12:00 and 18:30')
  expect(formatList('zh-Hans', ['08:00', '18:30'])).toBe('08:00 和 18:30')
  expect(formatList('zh-Hans', ['周一', '周五'])).toBe('周一和周五')
  expect(formatList('zh-Hans', ['Fernwick', '前哨'])).toBe('Fernwick和前哨')
  expect(weekdayName('en', 1)).toBe('Monday')
  for (const tag of ['zh-Hans', 'zh-Hant']) expect(formatAge(tag, 3 * 86_400_000)).toBe('3 天前')
  expect(formatAside('zh-Hans', '东京', '08:00')).toBe('东京（08:00）')
  expect(formatAside('en', 'Tokyo', '08:00')).toBe('Tokyo (08:00)')
  expect(weekdayName('zh-Hans', 7)).toBe('星期日')
  expect(locales.en.bot.topics.following(1)).toBe('You follow 1 topic.')
  expect(locales.en.bot.topics.following(1200)).toBe('You follow 1,200 topics.')
})

test('topics and zones have names in the nearest language', () => {
  expect(topicName({ en: 'Space', 'zh-Hans': '航天' }, 'zh-Hans')).toBe('航天')
  expect(topicName({ en: 'Space' }, 'zh-Hans')).toBe('Space')
  expect(topicName({ ja: '宇宙' }, 'en')).toBe('宇宙')
  expect(topicName({}, 'en')).toBe('')
  expect(zoneName(locales['zh-Hans'], 'Asia/Tokyo')).toBe('东京')
  expect(zoneName(locales.en, 'America/Argentina/Buenos_Aires')).toBe('Buenos Aires')
  expect(zoneName(locales.en, '+05:30')).toBe('UTC+05:30')
})

test('a day of another year is told with the year, a field with the colon of its language', () => {
  const now = new Date('2026-11-20T12:00:00Z')
  const day = (at: string, tag = 'en') => formatDay(tag, new Date(at), 'Asia/Shanghai', now)
  expect(day('2026-12-31T15:00:00Z')).toBe('Thursday 31 December')
  expect(day('2026-12-31T17:00:00Z')).toBe('Friday, 1 January 2027')
  expect(day('2031-05-04T12:00:00Z', 'zh-Hans')).toBe('2031年5月4日星期日')
  expect(formatField('en', 'Place', 'Rome')).toBe('Place: Rome')
  expect(formatField('zh-Hans', '地区', '罗马')).toBe('地区：罗马')
  expect(formatField('fr', 'Lieu', 'Rome')).toBe('Lieu\u00a0: Rome')
})

test('every sentence is said somewhere', () => {
  const files = globSync('src/**/*.ts').filter((file) => !/locales\/[^/]+\//u.test(file))
  const code = files.map((file) => readFileSync(file, 'utf8')).join('\n')
  const named = new Set(code.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu))
  // Other names, of zones and kinds and ages, are put together where they are looked up.
  const silent = sentencesOf(getLocale('en'))
    .map(([path]) => path)
    .filter((path) => {
      const name = path.split('.').at(-1)!
      return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name) && !named.has(name)
    })
  expect(silent).toEqual([])
})
