/** Taps every button that can be reached from every command, in every role: no error, no dead end, nothing unanswered, untranslated or too long. */
import type { Message } from '@grammyjs/types'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { splitGraphemes } from '../../src/core/text.ts'
import { english } from '../../src/locales/en/locale.ts'
import { getLocale } from '../../src/locales/locales.ts'
import { simplifiedChinese } from '../../src/locales/zh-hans/locale.ts'
import { addPerson, ids } from '../../src/playground/people.ts'
import { type Chat, control, openChat, textOf } from '../support/chat.ts'
import { crawl, type Crawled, privateCommands, settle, sharedCommands } from '../support/crawler.ts'
import { startTestGazette, type TestGazette } from '../support/gazette.ts'
import { askInline, titlesOf } from '../support/inline.ts'
import { addCanalNews, startWebServer, type WebServer } from '../support/web-server.ts'

const operator = 5_000_000_009
interface Role extends Crawled {
  name: string
  locale: 'en' | 'zh-Hans'
  leastTaps: number
}

const roles: readonly Role[] = [
  {
    name: 'a reader',
    user: ids.alex,
    chat: ids.alex,
    locale: 'en',
    commands: privateCommands,
    leastTaps: 80,
  },
  {
    name: 'a reader in Chinese',
    user: ids.mei,
    chat: ids.mei,
    locale: 'zh-Hans',
    commands: privateCommands,
    leastTaps: 80,
  },
  {
    name: 'an admin of a forum',
    user: ids.alex,
    chat: ids.forum,
    locale: 'en',
    commands: sharedCommands,
    leastTaps: 40,
  },
  {
    name: 'the creator of a group, in Chinese',
    user: ids.mei,
    chat: ids.group,
    locale: 'zh-Hans',
    commands: sharedCommands,
    leastTaps: 40,
  },
  {
    name: 'the owner of a channel, in Chinese',
    user: ids.mei,
    chat: ids.channel,
    locale: 'zh-Hans',
    commands: ['start', 'list', 'schedule', 'settings', 'history'],
    leastTaps: 30,
  },
  { name: 'an operator', user: operator, chat: operator, locale: 'en', commands: ['admin'], leastTaps: 15 },
]

const sentencesOf = (part: unknown): string[] =>
  typeof part === 'string'
    ? [part]
    : typeof part === 'object' && part !== null
      ? Object.values(part).flatMap(sentencesOf)
      : []
const inChinese = new Set(sentencesOf(simplifiedChinese))
const onlyEnglish = sentencesOf(english).filter((text) => /[a-z]{3}.* /iu.test(text) && !inChinese.has(text))

let web: WebServer
let gazette: TestGazette
const opened: Chat[] = []
const enter = async ({ user, chat }: Pick<Role, 'user' | 'chat'>) => {
  opened.push(await openChat(gazette.api.url, { user, chat }))
  return opened.at(-1)!
}

beforeAll(async () => {
  web = await startWebServer()
  gazette = await startTestGazette({
    allow: [web.host],
    feeds: [addCanalNews(web)],
    environment: { ADMIN_IDS: String(operator) },
  })
  addPerson(gazette.api.world, { id: operator, is_bot: false, first_name: 'Olga', language_code: 'en' })
  gazette.api.world.chats.get(ids.forum)!.members.set(ids.alex, 'administrator')
  for (const chat of [ids.group, ids.forum, ids.channel])
    await control(gazette.api.url, 'member', {
      chat,
      from: chat === ids.forum ? ids.alex : ids.mei,
      status: 'administrator',
    })
  await settle(gazette)
})
afterAll(async () => {
  for (const chat of opened) chat.close()
  await gazette.close()
  await web.close()
})

const buttonsOf = (message: Message) => message.reply_markup?.inline_keyboard.flat() ?? []

function check(message: Message, locale: Role['locale']): void {
  const text = textOf(message)
  expect(text.trim() + (message.document ? 'a file' : '') + (message.photo ? 'a picture' : '')).not.toBe('')
  expect(text).not.toMatch(/undefined|\[object|NaN|\$\{/u)
  expect(text.length).toBeLessThanOrEqual(4096)
  expect(text).not.toContain(getLocale(locale).errors.internal({}))
  const words = [text, ...buttonsOf(message).map((button) => button.text)].join('\n')
  const untranslated = locale === 'en' ? [] : onlyEnglish.filter((each) => words.includes(each))
  expect(untranslated).toEqual([])
  const labels = buttonsOf(message).map((button) => button.text)
  expect(labels, 'one label, two buttons').toEqual([...new Set(labels)])
  for (const button of buttonsOf(message))
    expect([...splitGraphemes(button.text)].length, button.text).toBeLessThanOrEqual(30)
}

test.each(roles)(
  '$name finds no error and no dead end',
  async (role) => {
    const { world } = gazette.api
    const before = world.nextCallId
    const chat = await enter(role)
    const taps = await crawl(gazette, chat, role, async (shown) => {
      for (const message of shown) check(message, role.locale)
    })
    expect(taps).toBeGreaterThan(role.leastTaps)
    const failed = world.calls.filter(
      (call) => call.id >= before && !call.ok && !/not modified/u.test(call.description),
    )
    expect(failed.map(({ method, description, params }) => ({ method, description, params }))).toEqual([])
    expect(world.chats.get(role.chat)!.keyboard).toBeNull()
    await gazette.database.db.deleteFrom('operator_settings').execute()
  },
  600_000,
)

describe.each([
  { name: 'in English', user: ids.alex, tag: 'en', found: 'robot keeper' },
  { name: 'in Chinese', user: ids.mei, tag: 'zh-Hans', found: '退休' },
] as const)('inline mode $name', ({ user, tag, found }) => {
  const { inline } = getLocale(tag).screens
  const names = ['Lock', 'Mill', 'Weir'].map((name) => `${name} keeper retires 退休`)
  test.each([
    { query: '', titles: [], says: inline.open },
    { query: found, titles: names, says: inline.open },
    { query: 'zxqv', titles: [], says: inline.nothing },
    { query: 'https://canal.example/post', titles: [], says: inline.readIt },
  ])('finds for “$query” what is there', async ({ query, titles, says }) => {
    const answer = await askInline(gazette, { from: user, query })
    expect(titlesOf(answer).toSorted()).toEqual(titles)
    expect(answer.button?.text).toBe(says)
  })
})

test.each([
  { who: 'alex', name: 'in English', tag: 'en' },
  { who: 'mei', name: 'in Chinese', tag: 'zh-Hans' },
] as const)('$name everything is deleted at the end, and begins anew', async ({ who, tag }) => {
  const chat = await enter({ user: ids[who], chat: ids[who] })
  const { db } = gazette.database
  await chat.send('/delete')
  await chat.tap(getLocale(tag).bot.buttons.deleteAll)
  await gazette.running.idle()
  const own = await db.selectFrom('subscribers').select('id').where('chat_id', '=', ids[who]).execute()
  const reader = await db.selectFrom('readers').select('id').where('user_id', '=', ids[who]).execute()
  expect([own, reader]).toEqual([[], []])
  const again = await chat.send('/start')
  await chat.see((message) => message.message_id > again)
})
