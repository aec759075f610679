/** Taps every kind of button that can be reached from some commands in one chat: for the test that checks each screen and for pictures of them. */
import type { Message } from '@grammyjs/types'
import type { Database } from '../../src/db/connect.ts'
import type { Running } from '../../src/main.ts'
import type { BotApi } from '../../src/playground/server.ts'
import { type Chat, control, textOf } from './chat.ts'

/** The service in this process that is crawled. */
export interface Crawlable {
  api: BotApi
  running: Running
  database: Database
}

export interface Crawled {
  user: number
  chat: number
  commands: readonly string[]
}

/** Commands that lead to every screen that a chat of any kind has, and to those of a private one. */
export const sharedCommands = [
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
export const privateCommands = [
  ...sharedCommands,
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
/** Screens that go on longer than this go on for ever. */
const mostTaps = 600

/** Resolves when every update was handled and every job that came of it is done. */
export async function settle({ api, running, database }: Crawlable): Promise<void> {
  while (api.world.updates.waiting.length > 0) await new Promise((resolve) => setTimeout(resolve, 2))
  // Nobody waits here for the pace at which a group may be written to.
  await database.db.deleteFrom('paces').execute()
  await running.idle()
}

const buttonsOf = (message: Message) => message.reply_markup?.inline_keyboard.flat() ?? []
/** The kind of a button: its verb on this screen, whatever it is about. */
const kindOf = (message: Message, data: string) =>
  `${textOf(message)
    .split('\n')[0]
    ?.replace(/[\d:]+/gu, '#')}|${data.replace(/[\d-]+/gu, '#')}`

/**
 * Sends the commands and taps, telling `look` after each which messages of the bot there are now. Resolves with the
 * number of taps; rejects where nothing comes of one.
 */
export async function crawl(
  service: Crawlable,
  chat: Chat,
  { user, chat: chatId, commands }: Crawled,
  look: (shown: Message[], act: string) => Promise<void>,
): Promise<number> {
  const { world, url } = service.api
  const sinceStart = Math.max(0, ...world.chats.get(chatId)!.messages.keys())
  const fromBot = () =>
    [...world.chats.get(chatId)!.messages.values()].filter(
      (message) =>
        message.message_id > sinceStart && (message.from?.is_bot ?? message.sender_chat !== undefined),
    )
  const tapped = new Set<string>()
  let taps = 0
  for (const command of commands) {
    const sent = await chat.send(`/${command}`)
    await chat.see((message) => message.message_id > sent)
    for (let act = `/${command}`; ; ) {
      await settle(service)
      const shown = fromBot()
      await look(shown, act)
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
      act = next.button.text
      tapped.add(kindOf(next.message, data))
      const before = world.nextCallId
      const { id } = await control<{ id: string }>(url, 'press', {
        chat: chatId,
        from: user,
        message: next.message.message_id,
        data,
      })
      await chat.answered(id)
      await settle(service)
      const done = world.calls.some(
        (call) => call.id >= before && call.method !== 'answerCallbackQuery' && call.method !== 'getUpdates',
      )
      // A channel's posts open in the presser's own chat.
      const { text, url: link } = world.callbacks.get(id)!.answer!
      if (!done && text === '' && link === '') throw new Error(`nothing comes of ${data}`)
      taps += 1
      if (taps > mostTaps) throw new Error('the screens go on for ever')
    }
  }
  return taps
}
