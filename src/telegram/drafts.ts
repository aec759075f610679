/** Shows an answer while it is being written, as a draft in a private chat: a courtesy that gives way to every real message. */
import type { Api } from 'grammy'
import type { MessageEntity } from 'grammy/types'
import type { Draft, DraftFate } from '../core/draft.ts'
import type { Db } from '../db/database.ts'
import { createLaneOpener, pauseLane, takeSends } from '../db/lanes.ts'
import { chatGapMs, takePace } from '../db/paces.ts'
import type { Log } from '../log.ts'
import { judgeError } from './errors.ts'

/** So far a draft may run ahead of the pace of its chat: the message that the reader waits for is never held up. */
const aheadMs = 2 * chatGapMs

/** Returns what shows the drafts of one bot. It never throws: what cannot be shown is shown later, or not. */
export function createDrafts(needs: {
  db: Db
  api: Api
  botId: number
  /** Sends a second. */
  rate: number
  now: () => Date
  log: Log
}): (draft: Draft) => Promise<DraftFate> {
  const { db, api, botId, now, log } = needs
  let isKnown = true
  const open = createLaneOpener(db, botId, needs.rate)
  return async (draft) => {
    if (!isKnown || draft.botId !== botId) return 'never'
    try {
      await open(now())
      if (!(await takePace(db, botId, draft.chatId, now(), aheadMs))) return 'later'
      const { granted } = await takeSends(db, { botId, count: 1, bulk: true }, now())
      if (granted === 0) return 'later'
      await api.raw.sendMessageDraft({
        chat_id: draft.chatId,
        draft_id: draft.id,
        text: draft.part.text,
        entities: draft.part.entities as MessageEntity[],
        can_stop: true,
        keep_on_stop: true,
        ...(draft.threadId === null ? {} : { message_thread_id: draft.threadId }),
      })
      return 'shown'
    } catch (error) {
      const verdict = judgeError(error)
      if (verdict.kind === 'pause') {
        const at = now()
        await pauseLane(db, botId, new Date(at.getTime() + verdict.retryAfterMs), at)
        return 'later'
      }
      if (verdict.kind === 'retry' || verdict.kind === 'ambiguous') return 'later'
      if (verdict.kind === 'noMethod') isKnown = false
      log.warn({ err: error }, 'an answer cannot be shown while it is being written')
      return 'never'
    }
  }
}
