/** A process with the local Bot API server and a crowd of readers; told over IPC what goes wrong, asked what arrived. */
import { sendMessage } from '../../../src/playground/control/acts.ts'
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
  return { messages, codes, unanswered, lastAt, updatesWaiting: api.world.updates.waiting.length }
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
    case 'report':
      return report()
  }
}

process.on('message', (order: Order) => {
  obey(order).then(
    (result) => process.send?.({ result: result ?? null }),
    (error: unknown) => process.send?.({ error: String(error) }),
  )
})
process.on('disconnect', () => process.exit())
process.send?.({ url: api.url })
