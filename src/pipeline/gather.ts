/** Stage 6, first half: what a digest of one chat and window says, from candidates to written entries. */
import type { DigestChoice } from '../core/digest.ts'
import { type Followed, listCandidates } from '../db/candidates.ts'
import type { Subscriber } from '../db/database.ts'
import { choose } from './choose.ts'
import type { Pipeline } from './context.ts'
import { type EditionContent, writeEdition } from './edition.ts'

/** Articles looked at for one digest; a window holds far fewer. */
const mostCandidates = 5000
/** Windows overlap by this, so that what committed late is not lost; the anti-join keeps it from being told twice. */
const overlapMs = 24 * 3_600_000

export interface Window {
  /** Whose earlier digests are not repeated; null repeats. */
  scheduleId: number | null
  followed: Followed
  from: Date
  to: Date
  first: boolean
  /** A reader waits: a summary that another worker is making is not waited for. */
  hurry: boolean
}

export interface Gathered {
  choice: DigestChoice
  content: EditionContent
  /** Language of the summaries, or 'original'. */
  language: string
}

/** Chooses and writes. Throws RetryLater while another worker makes one of the summaries. */
export async function gather(
  pipeline: Pipeline,
  subscriber: Pick<Subscriber, 'locale' | 'summary_language' | 'length'>,
  window: Window,
): Promise<Gathered> {
  const { followed, first } = window
  const rows = await listCandidates(pipeline.db, {
    followed,
    scheduleId: window.scheduleId,
    from: new Date(window.from.getTime() - (first ? 0 : overlapMs)),
    to: window.to,
    limit: mostCandidates,
  })
  const language = subscriber.summary_language ?? subscriber.locale
  const choice = choose(rows, {
    followed,
    onlyLanguage: pipeline.model || language === 'original' ? null : language,
    length: subscriber.length,
    first,
    windowFrom: window.from,
    now: window.to,
  })
  const content = await writeEdition(pipeline, choice, rows, {
    locale: subscriber.locale,
    language,
    length: subscriber.length,
    hurry: window.hurry,
  })
  return { choice, content, language }
}
