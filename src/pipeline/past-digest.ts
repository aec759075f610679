/** A digest that was told, rendered again as it was; the bot's /history shows it. */
import { type Part, renderBlocks } from '../core/render.ts'
import { countMerged } from '../db/compositions.ts'
import type { Db } from '../db/database.ts'
import { findTold } from '../db/digests.ts'
import { getLocale } from '../locales/locales.ts'
import type { EditionContent } from './edition.ts'
import { digestBlocks } from './render-digest.ts'

/** The parts of a composed digest; none where it is gone or told nothing. */
export async function renderPast(db: Db, digestId: number): Promise<Part[]> {
  const told = await findTold(db, digestId)
  if (!told) return []
  const locale = getLocale(told.locale)
  const blocks = digestBlocks(
    told.content as EditionContent,
    {
      number: told.number,
      kind: told.kind,
      dueAt: told.due_at,
      late: told.late,
      cause: told.cause,
      merged: (await countMerged(db, [digestId])).get(digestId) ?? 0,
      stillReading: false,
    },
    told,
    locale,
  )
  return renderBlocks(blocks)
}
