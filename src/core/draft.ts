/** What passes between the stage that writes an answer and what shows it in the making. */
import type { Part } from './render.ts'

/** An answer as far as it is written, for a private chat. */
export interface Draft {
  botId: number
  chatId: number
  threadId: number | null
  /** Tells it from other answers in this chat; not 0. */
  id: number
  part: Part
}

/** What became of a draft: 'later' where there is no room for it now, 'never' where such a chat shows none. */
export type DraftFate = 'shown' | 'later' | 'never'
