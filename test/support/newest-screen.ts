/** The screen that came last in a chat, for scripts whose older screens say and offer the same. */
import type { Message } from '@grammyjs/types'
import { type Chat, labelsOf, textOf } from './chat.ts'

export interface NewestScreen {
  /** Says `text` and resolves with the bot's answer, which is the newest screen from then on. */
  answerTo(text: string): Promise<Message>
  /** Resolves once the newest screen says `said` or has a button that does. */
  shows(said: string): Promise<Message>
}

export function followNewest(chat: Chat): NewestScreen {
  let newest = 0
  return {
    answerTo: async (text) => {
      const sent = await chat.send(text)
      const answer = await chat.see((message) => message.message_id > sent)
      newest = answer.message_id
      return answer
    },
    shows: (said) =>
      chat.see(
        (message) =>
          message.message_id === newest &&
          (textOf(message).includes(said) || labelsOf(message).includes(said)),
      ),
  }
}
