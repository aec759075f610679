/** Taps every button that can be reached from every command, in both languages: no error, no dead end, nothing unanswered or too long. */
import type { Message } from '@grammyjs/types'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { splitGraphemes } from '../../src/core/text.ts'
import { getLocale } from '../../src/locales/locales.ts'
import { ids } from '../../src/playground/people.ts'
import { type Chat, control, openChat, textOf } from '../support/chat.ts'
import { startTestGazette, type TestGazette } from '../support/gazette.ts'
import { rss, startWebServer, type WebServer } from '../support/web-server.ts'

const commands = [
  'start',
  'topics',
  'list',
  'settings',
  'schedule',
  'filters',
  'saved',
  'history',
  'pause 2031-05-04',
  'help',
  'status',
  'digest',
  'digest ai',
  'subscribe',
  'unsubscribe',
  'summary',
  'pause',
  'resume',
  'stop',
  'delete',
]
/** What a press would not come back from comes last; another language has a crawl of its own. */
const left = /delete-all|^v1:(?:speak|language):/u

describe.each([
  { who: 'alex', name: 'a reader in English' },
  { who: 'mei', name: 'a reader in Chinese' },
] as const)('$name', ({ who }) => {
  let web: WebServer
  let gazette: TestGazette
  let chat: Chat
  beforeAll(async () => {
    web = await startWebServer()
    const items = ['Mill', 'Weir', 'Lock'].map((name, index) => ({
      title: `${name} keeper retires 退休`,
      url: `${web.url}/post/${name}`,
      text: `The keeper of the ${name} retires after ${30 + index} years. A robot with artificial intelligence takes over the ${name}.`,
      at: new Date(Date.now() - (index + 1) * 3_600_000),
    }))
    web.pages.set('/feed.xml', rss('Canal News', items))
    gazette = await startTestGazette({
      allow: [web.host],
      feeds: [
        { url: `${web.url}/feed.xml`, site: web.url, title: 'Canal News', language: 'en', topic: 'ai' },
      ],
    })
    chat = await openChat(gazette.api.url, { user: ids[who] })
  })
  afterAll(async () => {
    chat.close()
    await gazette.close()
    await web.close()
  })

  const buttonsOf = (message: Message) => message.reply_markup?.inline_keyboard.flat() ?? []
  /** The kind of a button: its verb on this screen, whatever it is about. */
  const kindOf = (message: Message, data: string) =>
    `${textOf(message)
      .split('\n')[0]
      ?.replace(/[\d:]+/gu, '#')}|${data.replace(/[\d-]+/gu, '#')}`

  async function settle(): Promise<void> {
    await gazette.running.idle()
  }

  function check(message: Message): void {
    const text = textOf(message)
    expect(text.trim()).not.toBe('')
    expect(text).not.toMatch(/undefined|\[object|NaN|\$\{/u)
    expect(text.length).toBeLessThanOrEqual(4096)
    for (const button of buttonsOf(message))
      expect([...splitGraphemes(button.text)].length, button.text).toBeLessThanOrEqual(30)
  }

  test('finds no error and no dead end', async () => {
    const tapped = new Set<string>()
    let taps = 0
    for (const command of commands) {
      const sent = await chat.send(`/${command}`)
      await chat.see((message) => message.message_id > sent)
      for (;;) {
        await settle()
        const shown = await chat.messages()
        for (const message of shown) check(message)
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
        tapped.add(kindOf(next.message, next.button.callback_data))
        const { id } = await control<{ id: string }>(gazette.api.url, 'press', {
          chat: ids[who],
          from: ids[who],
          message: next.message.message_id,
          data: next.button.callback_data,
        })
        await chat.answered(id)
        taps += 1
        expect(taps, 'the screens go on for ever').toBeLessThan(600)
      }
    }
    expect(taps).toBeGreaterThan(40)
    const failed = gazette.api.world.calls.filter(
      (call) => !call.ok && !/not modified/u.test(call.description),
    )
    expect(failed.map(({ method, description, params }) => ({ method, description, params }))).toEqual([])
    expect(await chat.view()).toMatchObject({ keyboard: null })
  })

  test('deletes everything at the end, and begins anew', async () => {
    const { deleteAll } = getLocale(who === 'alex' ? 'en' : 'zh-Hans').bot.buttons
    const asked = await chat.send('/delete')
    await chat.see((message) => message.message_id > asked)
    await chat.tap(deleteAll)
    await settle()
    for (const table of [
      'subscribers',
      'subscriptions',
      'schedules',
      'digests',
      'deliveries',
      'readers',
    ] as const)
      expect(await gazette.database.db.selectFrom(table).selectAll().execute(), table).toEqual([])
    const sent = await chat.send('/start')
    await chat.see((message) => message.message_id > sent)
  })
})
