/** Stage 6, second half: numbers the digests of one edition, renders them for their chats, and fills the outbox. */
import { type Block, paragraph } from '../core/blocks.ts'
import { renderBlocks } from '../core/render.ts'
import { renderRich } from '../core/rich.ts'
import { deleteCarried } from '../db/carried.ts'
import { countMerged, finishDigests, listSilent, type PlannedDigest } from '../db/compositions.ts'
import { getLocale, type Locale } from '../locales/locales.ts'
import type { Pipeline } from './context.ts'
import type { EditionContent } from './edition.ts'
import { button, enqueueDigests, type Keyboard, type OutgoingDigest } from './enqueue-delivery.ts'
import type { Group } from './group-digests.ts'
import { digestBlocks, type DigestHead } from './render-digest.ts'

/** A chat that asked for it hears once in so long that there is nothing new. */
const weeklyMs = 7 * 24 * 3_600_000 - 3_600_000

interface Ready {
  id: number
  content: EditionContent
  stillReading: boolean
}

/** One transaction: states and numbers of all the group's digests, and their parts in the outbox. */
export async function deliverEdition(pipeline: Pipeline, group: Group, ready: Ready): Promise<void> {
  const { content } = ready
  const locale = getLocale(group.reading.locale)
  const now = pipeline.now()
  await pipeline.db.transaction().execute(async (trx) => {
    const ids = group.digests.map(({ digest }) => digest.id)
    const ended = await finishDigests(trx, ids, { id: ready.id, shown: content.shown > 0 })
    const merged = await countMerged(trx, ids)
    const open = group.digests.filter(({ digest }) => ended.has(digest.id))
    const wordWanted = open.filter(({ subscriber }) => subscriber.weekly_word && content.shown === 0)
    const silent =
      wordWanted.length === 0
        ? new Set<number>()
        : await listSilent(
            trx,
            wordWanted.map(({ digest }) => digest.id),
            new Date(group.key.windowTo.getTime() - weeklyMs),
          )
    const render = createRenderer(content, locale)
    const outgoing = open.map((planned): OutgoingDigest => {
      const { digest, schedule, subscriber } = planned
      const head: DigestHead = {
        number: ended.get(digest.id) ?? null,
        kind: digest.kind,
        dueAt: digest.due_at,
        late: digest.late,
        cause: digest.cause,
        merged: merged.get(digest.id) ?? 0,
        stillReading: ready.stillReading,
      }
      const isEmpty = content.shown === 0
      const nothing = nothingBlocks(head, silent.has(digest.id), locale)
      return {
        id: digest.id,
        subscriber,
        threadId: schedule.thread_id,
        ...(isEmpty ? { parts: renderBlocks(nothing), rich: null } : render(head, planned)),
        keyboard: isEmpty ? null : digestKeyboard(digest.id, content, locale),
        picture: subscriber.lead_image && !isEmpty ? pictureOf(content) : null,
      }
    })
    await enqueueDigests(trx, outgoing, now)
    await deleteCarried(
      trx,
      open.map(({ schedule }) => schedule.id),
      group.carried,
    )
  })
}

/** Renders once what reads the same: readers who share an edition mostly share its number, place and layout too. */
function createRenderer(content: EditionContent, locale: Locale) {
  const known = new Map<string, Pick<OutgoingDigest, 'parts' | 'rich'>>()
  return (head: DigestHead, { subscriber }: PlannedDigest) => {
    const name = JSON.stringify([head, subscriber.layout, subscriber.time_zone])
    const before = known.get(name)
    if (before) return before
    const blocks = digestBlocks(content, head, subscriber, locale)
    const rightToLeft = locale.tag === 'ar'
    const rendered = {
      parts: renderBlocks(blocks, { label: locale.digests.part }),
      rich: subscriber.layout === 'rich' ? renderRich(blocks, { rightToLeft }) : null,
    }
    known.set(name, rendered)
    return rendered
  }
}

/** Who follows quiet sources is left in peace; who waits for a first digest is told, and who asked for a word a week. */
function nothingBlocks({ kind, stillReading }: DigestHead, silent: boolean, { digests }: Locale): Block[] {
  const text = kind === 'first' ? (stillReading ? digests.stillReading : digests.empty) : digests.quietWeek
  return kind === 'first' || silent ? [paragraph(text)] : []
}

/** Below a digest: its stories by number, what was left out, and the digests around it. */
function digestKeyboard(digestId: number, content: EditionContent, { digests }: Locale): Keyboard {
  return {
    inline_keyboard: [
      [
        button(digests.tools, 'stories', digestId),
        ...(content.leftOut > 0 ? [button(digests.leftOutButton(content.leftOut), 'more', digestId)] : []),
      ],
    ],
  }
}

/** The address whose picture stands for the digest: its first story's. */
function pictureOf(content: EditionContent): string | null {
  return content.sections[0]?.entries[0]?.url ?? null
}
