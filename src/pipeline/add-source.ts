/** /subscribe ADDRESS: finds what can be followed there, follows it, and shows what it brings. */
import { type Block, type Inline, paragraph } from '../core/blocks.ts'
import { UserError } from '../core/errors.ts'
import type { JobPayloads, ReplyTo } from '../core/jobs.ts'
import { truncate, withoutSharedStart } from '../core/text.ts'
import { setCatalogueTopic } from '../db/catalogue.ts'
import type { Source } from '../db/database.ts'
import { replaceSource } from '../db/covered-things.ts'
import { ensureSchedule } from '../db/schedules.ts'
import { findSource, upsertSource } from '../db/sources.ts'
import { findSubscriberById } from '../db/subscribers.ts'
import { countSubscriptions, follow, isFollowing, maxSubscriptions } from '../db/subscriptions.ts'
import { getLocale, type Locale } from '../locales/locales.ts'
import type { Pipeline } from './context.ts'
import { button, type Keyboard } from './enqueue-delivery.ts'
import { findHits, type Found, type Hit, storeHit } from './find-source.ts'
import { publishingGap } from '../core/rhythm.ts'
import { siteName } from '../locales/site-name.ts'
import { nameLink, reply } from './reply.ts'

/** Headlines shown of each feed that a reader chooses among. */
const headlines = 2
const weekMs = 7 * 86_400_000
/** What a phone shows of a button's label. */
const longestLabel = 30

/** Follows the best feed behind the address. Throws what findHits throws, and UserError 'tooManySubscriptions'. */
export async function addSource(
  pipeline: Pipeline,
  { url, catalogueTopic, instead = 0, ...to }: JobPayloads['add-source'],
): Promise<void> {
  if (catalogueTopic !== undefined) return addToCatalogue(pipeline, to, url, catalogueTopic)
  const { db } = pipeline
  const subscriber = await findSubscriberById(db, to.subscriberId)
  if (!subscriber) return
  // Asked before anything is stored, so that a full list leaves nothing behind.
  if (instead === 0 && (await countSubscriptions(db, subscriber.id)) >= maxSubscriptions)
    throw new UserError('tooManySubscriptions', { limit: maxSubscriptions })
  const hits = await findHits(pipeline, url)
  if (hits.length > 1) {
    await offerChoice(pipeline, { ...to, instead }, hits)
    return
  }
  const found = await storeHit(pipeline, url, hits[0], false)
  const now = pipeline.now()
  const { id: sourceId } = found.source
  const isNew = await db.transaction().execute(async (trx) => {
    const known = await isFollowing(trx, subscriber.id, { sourceId })
    if (instead > 0) await replaceSource(trx, subscriber.id, { from: instead, to: sourceId })
    await follow(trx, subscriber.id, { sourceId }, now)
    await ensureSchedule(trx, subscriber, to.threadId, now)
    return !known
  })
  const locale = getLocale(to.locale)
  const before = await findSource(db, instead)
  await reply(pipeline, to, describe(found, isNew, before, locale), buttons(sourceId, isNew, instead, locale))
}

/** Puts the best feed behind the address into the catalogue, for all who follow the topic. */
async function addToCatalogue(pipeline: Pipeline, to: ReplyTo, url: string, topicId: number): Promise<void> {
  const [hit] = await findHits(pipeline, url)
  const { source } = await storeHit(pipeline, url, hit, true)
  if (!(await setCatalogueTopic(pipeline.db, source.id, topicId))) throw new UserError('gone')
  const { admin } = getLocale(to.locale)
  await reply(pipeline, to, [paragraph(admin.inCatalogue(nameOf(source)))], {
    inline_keyboard: [[button(admin.labels.back, 'adm-topic', topicId)]],
  })
}

/** A source's everyday name: its title, or the host of its address. */
export function sourceName(source: { title: string; url: string }): string {
  return source.title || siteName(source.url)
}

const nameOf = (source: Source): string => truncate(sourceName(source), 100)

function describe(found: Found, isNew: boolean, before: Source | undefined, { bot }: Locale): Block[] {
  const { followed, already } = bot.subscribe
  const name = nameOf(found.source)
  const isInstead = before !== undefined && before.id !== found.source.id
  const titles = found.titles.filter((title) => title !== '')
  return [
    {
      type: 'paragraph',
      text: [
        { text: isNew ? followed(name) : already(name), bold: true },
        ...(isInstead ? [{ text: `\n${bot.subscribe.inPlaceOf(nameOf(before))}` }] : []),
      ],
    },
    ...(found.lastWeek > 0 ? [paragraph(bot.subscribe.preview(found.lastWeek))] : []),
    ...(titles.length > 0
      ? [
          {
            type: 'lines' as const,
            lines: [
              [{ text: bot.subscribe.latest }],
              ...titles.map((title): Inline[] => [
                { text: '• ' },
                { text: truncate(title, 120), isolate: true },
              ]),
            ],
          },
        ]
      : []),
  ]
}

/** Shows what each feed of a site brings, with a button to follow it; none is followed yet. */
async function offerChoice(
  pipeline: Pipeline,
  { instead, ...to }: ReplyTo & { instead: number },
  hits: readonly Hit[],
): Promise<void> {
  const { bot } = getLocale(to.locale)
  const before = await findSource(pipeline.db, instead)
  const offers = []
  for (const hit of hits) {
    const source = await offerSource(pipeline, hit.reading.url, hit.reading.title)
    const isChosen = await isFollowing(pipeline.db, to.subscriberId, { sourceId: source.id })
    offers.push({ hit, source, isChosen })
  }
  const labels = withoutSharedStart(offers.map(({ source }) => sourceName(source)))
  await reply(
    pipeline,
    to,
    [
      ...nameLink(to),
      {
        type: 'paragraph',
        text: [
          { text: bot.subscribe.choose(hits.length), bold: true },
          ...(before ? [{ text: `\n${bot.subscribe.chooseInstead(nameOf(before))}` }] : []),
        ],
      },
      ...offers.map(
        ({ hit, source }): Block => ({
          type: 'lines',
          lines: [
            [{ text: nameOf(source), bold: true, isolate: true }],
            [{ text: bot.subscribe.perWeek(articlesPerWeek(hit)) }],
            ...hit.items
              .slice(0, headlines)
              .map(({ item }): Inline[] => [
                { text: '• ' },
                { text: truncate(item.title, 120), isolate: true },
              ]),
          ],
        }),
      ),
    ],
    {
      inline_keyboard: [
        ...offers.map(({ source, isChosen }, index) => {
          const name = truncate(labels[index] ?? '', longestLabel - 2)
          return [
            button(
              isChosen ? bot.buttons.chosen(name) : name,
              'pick-feed',
              source.id,
              isChosen ? 0 : 1,
              instead,
            ),
          ]
        }),
        [button(bot.buttons.myList, 'list', 0)],
      ],
    },
  )
}

/** By its rhythm where it shows one, else what came in its last seven days. */
function articlesPerWeek({ items }: Hit): number {
  const dates = items.flatMap(({ item }) => item.publishedAt ?? [])
  const gap = publishingGap(dates)
  if (gap) return Math.max(1, Math.round(weekMs / gap))
  const latest = Math.max(...dates.map((at) => at.getTime()))
  return dates.filter((at) => at.getTime() > latest - weekMs).length
}

function buttons(sourceId: number, isNew: boolean, instead: number, { bot }: Locale): Keyboard {
  return {
    inline_keyboard: [
      [
        ...(isNew ? [button(bot.buttons.undo, 'undo-follow', sourceId, instead)] : []),
        button(bot.buttons.myList, 'list', 0),
      ],
    ],
  }
}

/** A source that a button can name; nobody follows it yet, so it is not polled. */
export function offerSource(pipeline: Pipeline, url: string, title = '') {
  return upsertSource(
    pipeline.db,
    { url, kind: 'feed', title, siteUrl: null, language: null, catalogueTopic: null, shared: false },
    pipeline.now(),
    pipeline.settings.pollGapMs,
  )
}
