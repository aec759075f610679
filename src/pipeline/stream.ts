/** Shows a private chat an answer while the model writes it, and ends the work when the reader presses Stop. */
import { type Block, paragraph } from '../core/blocks.ts'
import type { ReplyTo } from '../core/jobs.ts'
import { type Part, renderBlocks } from '../core/render.ts'
import type { Subscriber } from '../db/database.ts'
import { isDraftStopped } from '../db/stopped-drafts.ts'
import { isStop } from '../llm/model.ts'
import type { Locale } from '../locales/locales.ts'
import { createPause } from '../pause.ts'
import type { Pipeline } from './context.ts'

/** What the work is given where somebody watches. */
export interface Stream {
  signal: AbortSignal
  /** Shows what is written so far, soon. */
  show(blocks: readonly Block[]): void
}

export interface Streamed<Result> {
  /** null where the reader stopped it. */
  result: Result | null
  stopped: boolean
  /** Drafts were shown: only a new message ends them. */
  shown: boolean
}

/** An unchanged draft is shown again before Telegram takes it away. https://core.telegram.org/bots/api#sendmessagedraft */
const renewMs = 20_000

/** Shown until there is a word: Telegram makes "Thinking…" of it. */
const nothing: Part = { text: '', entities: [] }

/**
 * Runs `work`, which shows its progress where this answer may be a new message in a private chat, and does without
 * elsewhere. Rejects as `work` does, but for the reader's Stop.
 */
export async function whileStreaming<Result>(
  pipeline: Pipeline,
  to: ReplyTo,
  subscriber: Subscriber,
  work: (stream: Stream | null) => Promise<Result>,
): Promise<Streamed<Result>> {
  if (!pipeline.model || !pipeline.showDraft || !to.passing || subscriber.kind !== 'private')
    return { result: await work(null), stopped: false, shown: false }
  const stop = new AbortController()
  const written = { part: nothing }
  const drafts = startDrafts(pipeline, to, subscriber, written, stop)
  const show: Stream['show'] = (blocks) => {
    written.part = renderBlocks(blocks)[0] ?? nothing
  }
  try {
    return { result: await work({ signal: stop.signal, show }), stopped: false, shown: await drafts.end() }
  } catch (error) {
    const shown = await drafts.end()
    if (stop.signal.aborted && isStop(error)) return { result: null, stopped: true, shown }
    throw error
  }
}

/** Marks an answer that the reader stopped; `hasWords`: some of it was written by then. */
export function stoppedLine(hasWords: boolean, { bot }: Locale): Block {
  return paragraph(hasWords ? bot.answer.stopped : bot.answer.stoppedEmpty, { italic: true })
}

/** Shows what is written, one draft at a time, and looks for the Stop. `end` resolves with whether any was shown. */
function startDrafts(
  { db, log, now, showDraft, draftGapMs }: Pipeline,
  to: ReplyTo,
  subscriber: Subscriber,
  written: { part: Part },
  stop: AbortController,
): { end(): Promise<boolean> } {
  let running = true
  let shown: Part | null = null
  let shownAt = 0
  let possible = true
  const pause = createPause()
  const draft = {
    botId: subscriber.bot_id,
    chatId: subscriber.chat_id,
    threadId: to.threadId,
    id: to.messageId,
  }

  async function look(): Promise<void> {
    if (await isDraftStopped(db, subscriber.id, draft.id)) return stop.abort()
    const { part } = written
    const isNews = part !== shown || now().getTime() - shownAt >= renewMs
    if (!possible || !isNews || !running) return
    const fate = await showDraft!({ ...draft, part })
    possible = fate !== 'never'
    if (fate !== 'shown') return
    shown = part
    shownAt = now().getTime()
  }

  const loop = (async () => {
    const goesOn = () => running && !stop.signal.aborted
    while (goesOn()) {
      // What is there within the first moment needs no draft: the sign of work becomes the answer.
      await pause.rest(draftGapMs)
      if (!goesOn()) return
      try {
        await look()
      } catch (error) {
        log.warn({ err: error }, 'an answer in the making could not be shown')
      }
    }
  })()
  return {
    end: async () => {
      running = false
      pause.wake()
      await loop
      return shown !== null
    },
  }
}
