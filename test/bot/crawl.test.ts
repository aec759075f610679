/** Taps every button that can be reached from every command, in every role: no error, no dead end, nothing unanswered, untranslated or too long. */
import type { Message } from '@grammyjs/types'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { splitGraphemes } from '../../src/core/text.ts'
import { english } from '../../src/locales/en/locale.ts'
import { getLocale } from '../../src/locales/locales.ts'
import { simplifiedChinese } from '../../src/locales/zh-hans/locale.ts'
import { addPerson, ids } from '../../src/playground/people.ts'
import { type Chat, control, openChat, textOf } from '../support/chat.ts'
import { startTestGazette, type TestGazette } from '../support/gazette.ts'
import { addCanalNews, startWebServer, type WebServer } from '../support/web-server.ts'

const operator = 5_000_000_009
const forEverybody = [
  'start',
  'topics',
  'list',
  'schedule',
  'settings',
  'filters',
  'saved',
  'history',
  'help',
]
const commands = [
  ...forEverybody,
  'pause 2031-05-04',
  'status',
  'digest',
  'digest ai',
  'search robot',
  'packs',
  'subscribe',
  'unsubscribe',
  'summary',
  'chats',
  'export',
  'privacy',
  'pause',
  'resume',
  'stop',
  'delete',
]
/** What a press would not come back from comes last; another language has a crawl of its own. */
const left = /delete-all|^v1:(?:speak|language):/u

interface Role {
  name: string
  user: number
  chat: number
  locale: 'en' | 'zh-Hans'
  commands: readonly string[]
  leastTaps: number
}

const roles: readonly Role[] = [
  { name: 'a reader', user: ids.alex, chat: ids.alex, locale: 'en', commands, leastTaps: 80 },
  { name: 'a reader in Chinese', user: ids.mei, chat: ids.mei, locale: 'zh-Hans', commands, leastTaps: 80 },
  {
    name: 'an admin of a forum',
    user: ids.alex,
    chat: ids.forum,
    locale: 'en',
    commands: forEverybody,
    leastTaps: 40,
  },
  {
    name: 'the creator of a group, in Chinese',
    user: ids.mei,
    chat: ids.group,
    locale: 'zh-Hans',
    commands: forEverybody,
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
  await settle()
})
afterAll(async () => {
  for (const chat of opened) chat.close()
  await gazette.close()
  await web.close()
})

/** Resolves when every update was handled and every job that came of it is done. */
async function settle(): Promise<void> {
  const { updates } = gazette.api.world
  await vi.waitFor(() => expect(updates.waiting).toEqual([]), { timeout: 30_000, interval: 2 })
  // Nobody waits here for the pace at which a group may be written to.
  await gazette.database.db.deleteFrom('paces').execute()
  await gazette.running.idle()
}

const buttonsOf = (message: Message) => message.reply_markup?.inline_keyboard.flat() ?? []
/** The kind of a button: its verb on this screen, whatever it is about. */
const kindOf = (message: Message, data: string) =>
  `${textOf(message)
    .split('\n')[0]
    ?.replace(/[\d:]+/gu, '#')}|${data.replace(/[\d-]+/gu, '#')}`

function check(message: Message, locale: Role['locale']): void {
  const text = textOf(message)
  expect(text.trim() + (message.document ? 'a file' : '') + (message.photo ? 'a picture' : '')).not.toBe('')
  expect(text).not.toMatch(/undefined|\[object|NaN|\$\{/u)
  expect(text.length).toBeLessThanOrEqual(4096)
  expect(text).not.toContain(getLocale(locale).errors.internal({}))
  const words = [text, ...buttonsOf(message).map((button) => button.text)].join('\n')
  if (locale !== 'en') expect(onlyEnglish.filter((each) => words.includes(each))).toEqual([])
  for (const button of buttonsOf(message))
    expect([...splitGraphemes(button.text)].length, button.text).toBeLessThanOrEqual(30)
}

async function crawl({ user, chat: chatId, locale, commands: words }: Role): Promise<number> {
  const { world, url } = gazette.api
  const chat = await enter({ user, chat: chatId })
  const sinceStart = Math.max(0, ...world.chats.get(chatId)!.messages.keys())
  const fromBot = () =>
    [...world.chats.get(chatId)!.messages.values()].filter(
      (message) =>
        message.message_id > sinceStart && (message.from?.is_bot ?? message.sender_chat !== undefined),
    )
  const tapped = new Set<string>()
  let taps = 0
  for (const command of words) {
    const sent = await chat.send(`/${command}`)
    await chat.see((message) => message.message_id > sent)
    for (;;) {
      await settle()
      const shown = fromBot()
      for (const message of shown) check(message, locale)
      const next = shown
        .toReversed()
        .flatMap((message) => buttonsOf(message).map((button) => ({ message, button })))
        .find(
          ({ message, button }) =>
            'callback_data' in button &&
            !left.test(button.callback_data) &&
            !tapped.has(kindOf(message, button.callback_data)),
        )
      if (!next || !('callback_data' in next.button)) break
      const { callback_data: data } = next.button
      tapped.add(kindOf(next.message, data))
      const before = world.nextCallId
      const { id } = await control<{ id: string }>(url, 'press', {
        chat: chatId,
        from: user,
        message: next.message.message_id,
        data,
      })
      await chat.answered(id)
      await settle()
      const done = world.calls.filter(
        (call) => call.id >= before && call.method !== 'answerCallbackQuery' && call.method !== 'getUpdates',
      )
      // A channel's posts open in the presser's own chat.
      const { text, url: link } = world.callbacks.get(id)!.answer!
      expect(done.length + text.length + link.length, `nothing comes of ${data}`).toBeGreaterThan(0)
      taps += 1
      expect(taps, 'the screens go on for ever').toBeLessThan(600)
    }
  }
  return taps
}

test.each(roles)(
  '$name finds no error and no dead end',
  async (role) => {
    const { world } = gazette.api
    const before = world.nextCallId
    expect(await crawl(role)).toBeGreaterThan(role.leastTaps)
    const failed = world.calls.filter(
      (call) => call.id >= before && !call.ok && !/not modified/u.test(call.description),
    )
    expect(failed.map(({ method, description, params }) => ({ method, description, params }))).toEqual([])
    expect(world.chats.get(role.chat)!.keyboard).toBeNull()
    await gazette.database.db.deleteFrom('operator_settings').execute()
  },
  600_000,
)

test.each(['', 'robot', 'zxqv', 'https://canal.example/post'])('inline mode answers “%s”', async (query) => {
  const { id } = await control<{ id: string }>(gazette.api.url, 'inline', { from: ids.alex, query })
  await settle()
  expect(gazette.api.world.inlines.get(id)?.answer).toBeTruthy()
})

test.each([
  { who: 'alex', name: 'in English', tag: 'en' },
  { who: 'mei', name: 'in Chinese', tag: 'zh-Hans' },
] as const)('$name everything is deleted at the end, and begins anew', async ({ who, tag }) => {
  const chat = await enter({ user: ids[who], chat: ids[who] })
  const { db } = gazette.database
  const asked = await chat.send('/delete')
  await chat.see((message) => message.message_id > asked)
  await chat.tap(getLocale(tag).bot.buttons.deleteAll)
  await gazette.running.idle()
  const own = await db.selectFrom('subscribers').select('id').where('chat_id', '=', ids[who]).execute()
  const reader = await db.selectFrom('readers').select('id').where('user_id', '=', ids[who]).execute()
  expect([own, reader]).toEqual([[], []])
  const again = await chat.send('/start')
  await chat.see((message) => message.message_id > again)
})
