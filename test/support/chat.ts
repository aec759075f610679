/** A person in a chat of the local Bot API server, for conversation tests: writes, taps, and looks once the bot has done what it was told. */
import type { Message } from '@grammyjs/types'
import type { ChatView } from '../../src/playground/control/shapes.ts'
import type { Happening } from '../../src/playground/world.ts'

export interface Chat {
  /** Sends words or a command; resolves at once, with the id of the sent message. */
  send(text: string, more?: Record<string, unknown>): Promise<number>
  sendFile(name: string, bytes: Uint8Array | string): Promise<number>
  /** Taps the newest inline button that says `label` (or matches), below a message that passes; resolves as `answered` does. */
  tap(label: string | RegExp, below?: string | RegExp): Promise<{ text: string; alert: boolean }>
  /**
   * Resolves with the first message, newest first, that passes once the bot has done with every update; waits until
   * there is one. What a job adds after that is to be asked for in the test.
   */
  see(test: string | RegExp | ((message: Message) => boolean)): Promise<Message>
  /** Resolves with the bot's answer to a callback, once what the button does is done: the answer comes before that. */
  answered(id: string): Promise<{ text: string; alert: boolean }>
  /** Messages of the bot, oldest first, once it has done with every update. */
  messages(): Promise<Message[]>
  /** The chat as it is now, whatever the bot is doing. */
  view(): Promise<ChatView>
  /** Says what is still waited for, if anything is. */
  close(): void
}

export const textOf = (message: Message): string => message.text ?? message.caption ?? ''
export const labelsOf = (message: Message): string[] =>
  message.reply_markup?.inline_keyboard.flat().map((button) => button.text) ?? []

/** Calls a control route; rejects with the server's words. */
export async function control<Result>(url: string, path: string, body?: object): Promise<Result> {
  const call = body ? { method: 'POST', body: JSON.stringify(body) } : {}
  const response = await fetch(`${url}/control/${path}`, call)
  const result = (await response.json()) as Result & { description?: string }
  if (!response.ok) throw new Error(`${path}: ${result.description}`)
  return result
}

/** Opens a person's view of a chat. */
export async function openChat(
  url: string,
  who: {
    user: number
    chat?: number
    /** What happens before each act, in place of the seconds that a person takes. */
    pause?: () => Promise<unknown>
  },
): Promise<Chat> {
  const chat = who.chat ?? who.user
  const where = { chat, from: who.user }
  /** Those who look after every happening, and for what. */
  const waiting = new Map<() => void, string>()
  const answers = new Map<string, { text: string; alert: boolean }>()
  const stop = await listen(url, (happening) => {
    if (happening.kind === 'callback' && happening.callback.answer)
      answers.set(happening.callback.id, happening.callback.answer)
    for (const look of waiting.keys()) look()
  })
  const view = () => control<ChatView>(url, `chats/${chat}?user=${who.user}`)
  let seen: Message[] = []

  /** Looks now and after every happening, until there is something; before the bot has done with every update nothing counts. */
  const until = <Found>(what: string, find: () => Found | undefined): Promise<Found> =>
    new Promise((resolve, reject) => {
      let again: Promise<void> = Promise.resolve()
      let asked = false
      const look = async () => {
        asked = false
        const { messages, waiting: updates } = await view()
        seen = messages.filter((message) => message.from?.is_bot ?? message.sender_chat !== undefined)
        const found = updates === 0 ? find() : undefined
        if (found === undefined) return
        waiting.delete(check)
        resolve(found)
      }
      // What happens before a look begins is seen by it: a chat of hundreds of messages is not read for each.
      const check = () => {
        if (asked) return
        asked = true
        again = again.then(look).catch((error: unknown) => {
          waiting.delete(check)
          reject(error as Error)
        })
      }
      waiting.set(check, what)
      check()
    })

  const answered = (id: string) => until(`the answer to callback ${id}`, () => answers.get(id))
  const see: Chat['see'] = (test) =>
    until(`a message: ${String(test)}`, () => seen.findLast((message) => passes(message, test)))
  return {
    send: async (text, more = {}) => {
      await who.pause?.()
      return (await control<{ message_id: number }>(url, 'message', { ...where, text, ...more })).message_id
    },
    sendFile: async (name, bytes) => {
      const base64 = Buffer.from(bytes).toString('base64')
      return (await control<{ message_id: number }>(url, 'document', { ...where, name, base64 })).message_id
    },
    tap: async (label, below = '') => {
      const isIt = (text: string) => (typeof label === 'string' ? text === label : label.test(text))
      const message = await see((each) => labelsOf(each).some(isIt) && passes(each, below))
      await who.pause?.()
      const button = labelsOf(message).find(isIt)
      const { id } = await control<{ id: string }>(url, 'press', {
        ...where,
        message: message.message_id,
        button,
      })
      return answered(id)
    },
    answered,
    see,
    messages: () => until('the bot to be done', () => seen),
    view,
    close: () => {
      stop()
      for (const what of waiting.values())
        process.stderr.write(`still waited for ${what}\nin a chat that ended with ${said(seen)}\n`)
    },
  }
}

/** What stands in the newest messages. */
const said = (messages: readonly Message[]): string =>
  messages
    .slice(-3)
    .map((message) => JSON.stringify([message.message_id, textOf(message), labelsOf(message)]))
    .join('\n')

function passes(message: Message, test: Parameters<Chat['see']>[0]): boolean {
  if (typeof test === 'function') return test(message)
  return typeof test === 'string' ? textOf(message).includes(test) : test.test(textOf(message))
}

/** Follows the event stream until the returned function is called. */
async function listen(url: string, told: (happening: Happening) => void): Promise<() => void> {
  const stop = new AbortController()
  const response = await fetch(`${url}/control/events`, { signal: stop.signal })
  const read = async () => {
    let text = ''
    const decoder = new TextDecoder()
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      text += decoder.decode(chunk, { stream: true })
      const events = text.split('\n\n')
      text = events.pop() ?? ''
      for (const event of events)
        if (event.startsWith('data: ')) told(JSON.parse(event.slice(6)) as Happening)
    }
  }
  // Ends with the abort, or with the server.
  read().catch(() => undefined)
  return () => stop.abort()
}
