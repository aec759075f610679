/** A process with the local Bot API server and a crowd of readers; told over IPC what goes wrong, asked what arrived. */
import { press, sendMessage } from '../../../src/playground/control/acts.ts'
import { addCrowd } from '../../../src/playground/people.ts'
import type { Chances, Limits } from '../../../src/playground/faults.ts'
import { startBotApi } from '../../../src/playground/server.ts'
import { hashOf } from './message-hash.ts'

export type Order =
  | { do: 'limits'; limits: Partial<Limits> }
  | { do: 'chances'; chances: Chances }
  | { do: 'reachable'; reachable: boolean }
  | { do: 'flood'; times: number }
  | { do: 'say'; chat: number; text: string }
  | { do: 'tap'; chat: number; words: string }
  | { do: 'load'; chats: number; perSecond: number; says: string[]; taps: string[]; rounds: number }
  | { do: 'report' }

/** What arrived so far. */
export interface Report {
  /** Each message of the bot in each chat: the chat, its last line, which says so where it is a copy, and a hash of all. */
  messages: [chat: number, last: string, hash: string][]
  /** Calls by answer code; 0 where the connection ended before acting. */
  codes: Record<number, number>
  /** Sends that arrived and whose answers were dropped, by chat. */
  unanswered: number[]
  /** When the last message arrived, milliseconds since 1970. */
  lastAt: number
  /** Updates that the bot has not confirmed. */
  updatesWaiting: number
  /** Callbacks that the bot has not answered. */
  unansweredPresses: number
}

const [token = '', readers = '0'] = process.argv.slice(2)
const api = await startBotApi({ token, now: () => new Date() })
const chats = addCrowd(api.world, Number(readers))
const codes: Record<number, number> = {}
const unanswered: number[] = []
let lastAt = 0
api.world.listeners.add((happening) => {
  if (happening.kind !== 'call') return
  const { call } = happening
  codes[call.code] = (codes[call.code] ?? 0) + 1
  if (call.code === 200 && call.method === 'sendMessage') lastAt = Date.now()
  if (call.dropped === 'after') unanswered.push(Number(call.params['chat_id']))
})

function report(): Report {
  const messages = chats.flatMap((chat) =>
    [...api.world.chats.get(chat)!.messages.values()]
      .filter(({ from }) => from?.is_bot)
      .map(({ text = '' }): Report['messages'][number] => [
        chat,
        text.slice(text.lastIndexOf('\n') + 1),
        hashOf(text),
      ]),
  )
  const unansweredPresses = [...api.world.callbacks.values()].filter(({ answer }) => !answer).length
  return {
    messages,
    codes,
    unanswered,
    lastAt,
    updatesWaiting: api.world.updates.waiting.length,
    unansweredPresses,
  }
}

async function obey(order: Order): Promise<unknown> {
  switch (order.do) {
    case 'limits':
      return Object.assign(api.faults.limits, order.limits)
    case 'chances':
      return (api.faults.chances = order.chances)
    case 'reachable':
      return api.setReachable(order.reachable)
    case 'flood':
      return api.faults.order({
        kind: 'error',
        code: 429,
        method: 'sendMessage',
        times: order.times,
        parameters: { retry_after: 1 },
      })
    case 'say':
      sendMessage(api.world, { chat: order.chat, from: order.chat, text: order.text })
      return null
    case 'tap':
      return tap(order.chat, order.words)
    case 'load':
      return load(order)
    case 'report':
      return report()
  }
}

/** Presses the newest button whose words begin so; returns those of the callback's words. */
function tap(chat: number, words: string): string {
  for (const message of [...api.world.chats.get(chat)!.messages.values()].toReversed())
    for (const button of message.reply_markup?.inline_keyboard.flat() ?? [])
      if ('callback_data' in button && button.callback_data.startsWith(words)) {
        const { callback_data: data } = button
        press(api.world, { chat, from: chat, message: message.message_id, data })
        return data
      }
  throw new Error(`no button ${words} in chat ${chat}`)
}

/** In each round every chat says or taps one of these in turn, `perSecond` of them all; resolves with how many said something. */
async function load(order: Extract<Order, { do: 'load' }>): Promise<number> {
  const { says, taps, perSecond, rounds } = order
  const acts = Array.from({ length: order.chats * rounds }, (_, at) => {
    const kind = ((at % order.chats) + Math.floor(at / order.chats)) % (says.length + taps.length)
    const chat = chats[at % order.chats]!
    const say = says[kind]
    return say === undefined
      ? { says: false, run: () => void tap(chat, taps[kind - says.length]!) }
      : { says: true, run: () => void sendMessage(api.world, { chat, from: chat, text: say }) }
  })
  const begun = performance.now()
  for (let done = 0; done < acts.length; ) {
    const due = Math.min(acts.length, Math.ceil(((performance.now() - begun) * perSecond) / 1000))
    for (; done < due; done += 1) acts[done]!.run()
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return acts.filter((act) => act.says).length
}

process.on('message', (order: Order) => {
  obey(order).then(
    (result) => process.send?.({ result: result ?? null }),
    (error: unknown) => process.send?.({ error: String(error) }),
  )
})
process.on('disconnect', () => process.exit())
process.send?.({ url: api.url })
