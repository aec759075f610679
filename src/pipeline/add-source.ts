/** /subscribe ADDRESS: finds what can be followed there, follows it, and shows what it brings. */
import type { Block, Inline } from '../core/blocks.ts'
import { encodeCallback } from '../core/callback.ts'
import { UserError } from '../core/errors.ts'
import type { JobPayloads } from '../core/jobs.ts'
import { truncate } from '../core/text.ts'
import { ensureSchedule } from '../db/schedules.ts'
import { upsertSource } from '../db/sources.ts'
import { findSubscriberById } from '../db/subscribers.ts'
import { countSubscriptions, follow, maxSubscriptions } from '../db/subscriptions.ts'
import { getLocale, type Locale } from '../locales/locales.ts'
import type { Pipeline } from './context.ts'
import type { Keyboard } from './enqueue-delivery.ts'
import { findSource, type Found } from './find-source.ts'
import { reply } from './reply.ts'

/** Other feeds of the same site offered as buttons. */
const mostOthers = 4
/** What a phone shows of a button's label. */
const longestLabel = 30

/** Follows the best feed behind the address. Throws what findSource throws, and UserError 'tooManySubscriptions'. */
export async function addSource(
  pipeline: Pipeline,
  { url, ...to }: JobPayloads['add-source'],
): Promise<void> {
  const { db } = pipeline
  const subscriber = await findSubscriberById(db, to.subscriberId)
  if (!subscriber) return
  // Asked before anything is stored, so that a full list leaves nothing behind.
  if ((await countSubscriptions(db, subscriber.id)) >= maxSubscriptions)
    throw new UserError('tooManySubscriptions', { limit: maxSubscriptions })
  const found = await findSource(pipeline, url, false)
  const now = pipeline.now()
  const isNew = await db.transaction().execute(async (trx) => {
    const followed = await follow(trx, subscriber.id, { sourceId: found.source.id }, now)
    await ensureSchedule(trx, subscriber, to.threadId, now)
    return followed
  })
  const locale = getLocale(to.locale)
  await reply(pipeline, to, describe(found, isNew, locale), await buttons(pipeline, found, isNew, locale))
}

/** A source's everyday name: its title, or the host of its address. */
export function sourceName(source: { title: string; url: string }): string {
  return source.title || (URL.parse(source.url)?.hostname.replace(/^www\./u, '') ?? source.url)
}

function describe(found: Found, isNew: boolean, { bot }: Locale): Block[] {
  const { followed, already } = bot.subscribe
  const name = truncate(sourceName(found.source), 100)
  const titles = found.titles.filter((title) => title !== '')
  return [
    { type: 'paragraph', text: [{ text: isNew ? followed(name) : already(name), bold: true }] },
    ...(found.lastWeek > 0
      ? [{ type: 'paragraph' as const, text: [{ text: bot.subscribe.preview(found.lastWeek) }] }]
      : []),
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

async function buttons(pipeline: Pipeline, found: Found, isNew: boolean, { bot }: Locale): Promise<Keyboard> {
  const others: Keyboard['inline_keyboard'] = []
  for (const address of found.others.slice(0, mostOthers)) {
    const other = await offerSource(pipeline, address)
    const text = truncate(bot.buttons.follow(other.title || shortAddress(address)), longestLabel)
    others.push([{ text, callback_data: encodeCallback('follow', other.id) }])
  }
  return {
    inline_keyboard: [
      [
        ...(isNew
          ? [{ text: bot.buttons.undo, callback_data: encodeCallback('undo-follow', found.source.id) }]
          : []),
        { text: bot.buttons.myList, callback_data: encodeCallback('list', 0) },
      ],
      ...others,
    ],
  }
}

/** A source that a button can name; nobody follows it yet, so it is not polled. */
export function offerSource(pipeline: Pipeline, url: string) {
  return upsertSource(
    pipeline.db,
    { url, kind: 'feed', title: '', siteUrl: null, language: null, catalogueTopic: null, shared: false },
    pipeline.now(),
    pipeline.settings.pollGapMs,
  )
}

function shortAddress(address: string): string {
  const url = URL.parse(address)
  return url ? `${url.hostname.replace(/^www\./u, '')}${url.pathname}` : address
}
