/** WebSub: asks the hubs of followed sources to push, answers their checks, and stores what they push. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { UserError } from '../core/errors.ts'
import type { Db, Source } from '../db/database.ts'
import {
  activateHub,
  claimDueHubs,
  findHubByToken,
  type HubSubscription,
  recordPush,
  refuseHub,
  upsertHub,
} from '../db/hubs.ts'
import { findSource } from '../db/sources.ts'
import type { Hub } from '../sources/hub.ts'
import type { Pipeline } from './context.ts'
import { ingest } from './ingest.ts'
import { readBytes, type SourceItem } from './read.ts'

const dayMs = 86_400_000
/** What we ask for; hubs may give less. */
const leaseMs = 10 * dayMs
/** A hub that has not verified by then is asked again. */
const askAgainMs = dayMs
const refusedMs = 7 * dayMs
const batch = 100

/** The path under the public address that hubs call, before the token. */
const hubPath = '/hubs/'

/** Remembers the hub of a source where hubs can reach us; the next tick asks it. */
export async function offerHub(pipeline: Pipeline, trx: Db, sourceId: number, hub: Hub): Promise<void> {
  if (pipeline.settings.publicUrl === undefined) return
  const [token, secret] = [randomBytes(16).toString('hex'), randomBytes(32).toString('hex')]
  await upsertHub(trx, { sourceId, ...hub, token, secret }, pipeline.now())
}

/** The hub tick: asks for every subscription that is new or runs out. Returns how many hubs took it. */
export async function renewHubs(pipeline: Pipeline): Promise<number> {
  const { publicUrl } = pipeline.settings
  if (publicUrl === undefined) return 0
  const now = pipeline.now()
  const due = await claimDueHubs(pipeline.db, now, new Date(now.getTime() + askAgainMs), batch)
  const taken = await Promise.all(due.map((each) => askHub(pipeline, each, publicUrl)))
  return taken.filter(Boolean).length
}

/** https://www.w3.org/TR/websub/#subscriber-sends-subscription-request */
async function askHub(pipeline: Pipeline, asked: HubSubscription, publicUrl: string): Promise<boolean> {
  try {
    const status = await pipeline.politeness.run(asked.hub, () =>
      pipeline.fetcher.post(asked.hub, {
        'hub.callback': `${publicUrl}${hubPath}${asked.token}`,
        'hub.mode': 'subscribe',
        'hub.topic': asked.topic,
        'hub.secret': asked.secret,
        'hub.lease_seconds': String(leaseMs / 1000),
      }),
    )
    return status >= 200 && status <= 299
  } catch (error) {
    pipeline.log.info(
      { source: asked.source_id, reason: error instanceof UserError ? error.key : String(error) },
      'a hub could not be asked',
    )
    return false
  }
}

/**
 * Answers a hub's check of what we asked for: the challenge to send back, or null where we asked for no such thing.
 * https://www.w3.org/TR/websub/#hub-verifies-intent
 */
export async function verifyHub(
  pipeline: Pipeline,
  token: string,
  query: URLSearchParams,
): Promise<string | null> {
  const asked = await findHubByToken(pipeline.db, token)
  if (!asked || query.get('hub.topic') !== asked.topic) return null
  const now = pipeline.now().getTime()
  const mode = query.get('hub.mode')
  if (mode === 'denied') {
    await refuseHub(pipeline.db, asked.source_id, new Date(now + refusedMs))
    return ''
  }
  if (mode !== 'subscribe') return null
  const seconds = Number(query.get('hub.lease_seconds'))
  const lease = seconds > 0 ? Math.min(seconds * 1000, 365 * dayMs) : leaseMs
  await activateHub(pipeline.db, asked.source_id, new Date(now + lease), new Date(now + lease * 0.8))
  return query.get('hub.challenge') ?? ''
}

/**
 * Stores the items that a hub pushes. What is not signed with our secret is dropped without a word, as WebSub asks;
 * returns false only where nobody waits for pushes at this token; that alone is answered without a push. https://www.w3.org/TR/websub/#authenticated-content-distribution
 */
export async function acceptPush(
  pipeline: Pipeline,
  token: string,
  push: { body: Uint8Array; contentType: string | null; signature: string | null } | null,
): Promise<boolean> {
  const asked = await findHubByToken(pipeline.db, token)
  const source = asked && (await findSource(pipeline.db, asked.source_id))
  if (!asked || !source) return false
  if (push === null) return true
  if (!isSigned(push.body, push.signature, asked.secret)) {
    pipeline.log.warn({ source: source.id }, 'a push without our signature was dropped')
    return true
  }
  const items = itemsOfPush(pipeline, push, source)
  if (items === null) return true
  await pipeline.db.transaction().execute(async (trx) => {
    await ingest(pipeline, trx, [{ sourceId: source.id, items }])
    await recordPush(trx, source.id, pipeline.now())
  })
  return true
}

/** Null where it brings none. What is broken is no cause to be pushed again: the next poll reads the feed itself. */
function itemsOfPush(
  pipeline: Pipeline,
  { body, contentType }: { body: Uint8Array; contentType: string | null },
  source: Source,
): SourceItem[] | null {
  try {
    const read = readBytes(body, {
      contentType,
      url: source.url,
      timeZone: pipeline.settings.siteTimeZone,
      now: pipeline.now(),
    })
    return read.kind === 'page' ? null : read.items
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    pipeline.log.info({ source: source.id, reason: error.key }, 'a push could not be read')
    return null
  }
}

function isSigned(body: Uint8Array, signature: string | null, secret: string): boolean {
  const [, method, written] = /^(sha1|sha256|sha384|sha512)=([0-9a-f]+)$/iu.exec(signature ?? '') ?? []
  if (method === undefined || written === undefined) return false
  const expected = createHmac(method.toLowerCase(), secret).update(body).digest()
  const given = Buffer.from(written, 'hex')
  return given.length === expected.length && timingSafeEqual(given, expected)
}
