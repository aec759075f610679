/** The care tick: a source that fails for a day, is gone or fell silent is looked for anew, and its readers hear of it once. */
import { paragraph } from '../core/blocks.ts'
import { renderBlocks } from '../core/render.ts'
import { isSilent } from '../core/rhythm.ts'
import { joinSentences } from '../core/text.ts'
import { siteName } from '../locales/site-name.ts'
import type { Db, Source } from '../db/database.ts'
import { insertDeliveries } from '../db/deliveries.ts'
import { moveAndWake } from '../db/move-source.ts'
import { wakeFollowed } from '../db/sources.ts'
import { listFollowers, listTroubled, markTold } from '../db/troubled-sources.ts'
import { getLocale, type Locale } from '../locales/locales.ts'
import { discoverFeeds, isOfComments } from '../sources/discover.ts'
import { sourceName } from './add-source.ts'
import type { Pipeline } from './context.ts'
import { button, type Keyboard, messageParams } from './enqueue-delivery.ts'
import { mostChoices, readOffered } from './find-source.ts'
import { readUrl } from './read.ts'

const dayMs = 86_400_000
/** A shorter failure is the site's own affair. */
const failingMs = dayMs
/** No silence is worth a word before this. */
const quietMs = 14 * dayMs
const batch = 200

/** Looks after every source that is in trouble. Returns how many of them were. */
export async function care(pipeline: Pipeline): Promise<number> {
  const now = pipeline.now()
  await wakeFollowed(pipeline.db)
  const troubled = await listTroubled(pipeline.db, {
    failingBefore: new Date(now.getTime() - failingMs),
    quietBefore: new Date(now.getTime() - quietMs),
    limit: batch,
  })
  const inTrouble = troubled.filter((source) => kindOf(source, now) !== null)
  for (const source of inTrouble) await careFor(pipeline, source, now)
  return inTrouble.length
}

type Trouble = 'gone' | 'failing' | 'quiet'

function kindOf(source: Source, now: Date): Trouble | null {
  if (source.state === 'stopped') return 'gone'
  if (source.failing_since !== null) return 'failing'
  const { last_item_at: latest, rhythm_ms: rhythm } = source
  return latest !== null && rhythm !== null && isSilent(latest, rhythm, now) ? 'quiet' : null
}

async function careFor(pipeline: Pipeline, source: Source, now: Date): Promise<void> {
  const trouble = kindOf(source, now)
  const offered = trouble === 'quiet' ? [] : await findNewAddresses(pipeline, source)
  // Of several feeds nobody knows which a reader wants: each chooses for itself.
  const movedTo = offered.length === 1 ? offered[0]! : null
  await pipeline.db.transaction().execute(async (trx) => {
    if (!(await markTold(trx, source.id, now))) return
    // The buttons name the source that is followed now, which may be another that was at the new address already.
    const id = movedTo === null ? source.id : await moveAndWake(trx, source.id, movedTo, now)
    await tellFollowers(pipeline, trx, id, (locale) =>
      movedTo === null
        ? {
            text: joinSentences([
              describeTrouble(source, trouble, now, locale),
              ...(offered.length > 1 ? [locale.notices.severalFeeds] : []),
            ]),
            keyboard: waysOn(id, locale),
          }
        : {
            text: locale.notices.sourceMoved(sourceName(source), siteName(movedTo)),
            // It is read again already: nothing is left to be tried or looked for.
            keyboard: { inline_keyboard: [[unfollowButton(id, locale)]] },
          },
    )
  })
}

/** The working feeds that the source's site offers now, other than the one that fails, each with articles of its own. */
async function findNewAddresses(pipeline: Pipeline, source: Source): Promise<string[]> {
  if (source.kind !== 'feed') return []
  const site = source.site_url ?? URL.parse(source.url)?.origin
  if (site === undefined) return []
  try {
    const page = await readUrl(pipeline, site)
    if (page.kind !== 'page') return []
    const others = discoverFeeds(page.html, page.url).filter(
      (address) => address !== source.url && !isOfComments(address),
    )
    const hits = await readOffered(pipeline, others.slice(0, mostChoices))
    return hits.flatMap(({ reading, items }) => (items.length > 0 ? [reading.url] : []))
  } catch (error) {
    pipeline.log.debug({ err: error, source: source.id }, 'no new address found')
    return []
  }
}

function describeTrouble(source: Source, trouble: Trouble | null, now: Date, { notices }: Locale): string {
  const name = sourceName(source)
  const since = trouble === 'quiet' ? source.last_item_at : source.failing_since
  const days = Math.max(1, Math.round((now.getTime() - (since ?? now).getTime()) / dayMs))
  if (trouble === 'gone') return notices.sourceStopped(name)
  return trouble === 'quiet' ? notices.sourceQuiet(name, days) : notices.sourceFailing(name, days)
}

/** One silent message to each chat that follows the source, with what can be done about it. */
async function tellFollowers(
  pipeline: Pipeline,
  trx: Db,
  sourceId: number,
  write: (locale: Locale) => { text: string; keyboard: Keyboard },
): Promise<void> {
  const now = pipeline.now()
  for (const subscriber of await listFollowers(trx, sourceId)) {
    const locale = getLocale(subscriber.locale)
    const { text, keyboard } = write(locale)
    const [part] = renderBlocks([paragraph(text, { isolate: true })])
    if (!part) continue
    await insertDeliveries(
      trx,
      [
        {
          botId: subscriber.bot_id,
          subscriberId: subscriber.id,
          digestId: null,
          part: 0,
          kind: 'notice',
          payload: {
            method: 'sendMessage',
            params: { ...messageParams(part, null, keyboard), disable_notification: true },
          },
          key: `source:${sourceId}:${subscriber.id}:${now.getTime()}:0`,
        },
      ],
      now,
    )
  }
}

function waysOn(sourceId: number, locale: Locale): Keyboard {
  const { buttons } = locale.bot
  return {
    inline_keyboard: [
      [button(buttons.retry, 'retry', sourceId), button(buttons.findFeed, 'find-feed', sourceId)],
      [unfollowButton(sourceId, locale)],
    ],
  }
}

function unfollowButton(sourceId: number, { bot }: Locale): Keyboard['inline_keyboard'][number][number] {
  return button(bot.buttons.unfollowSource, 'unfollow', sourceId)
}
