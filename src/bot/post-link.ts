/** The words by which a channel post's button opens its digest in the presser's private chat; signed, because digests are numbered. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { BotContext } from './context.ts'

export interface PostLink {
  what: 'stories' | 'more'
  digestId: number
}

/** 96 bits; all of it fits the 64 characters of a start link. */
const signatureLength = 16

const sign = (ctx: BotContext, words: string): string =>
  createHmac('sha256', ctx.api.token).update(`post ${words}`).digest('base64url').slice(0, signatureLength)

/** What /start gets for a digest of a channel. */
export function postPayload(ctx: BotContext, what: PostLink['what'], digestId: string | undefined): string {
  const words = `${what}_${Math.trunc(Number(digestId)) || 0}`
  return `post_${words}_${sign(ctx, words)}`
}

/** What such words name; null where they are none, or not ours. */
export function readPostPayload(ctx: BotContext, payload: string): PostLink | null {
  const [, what, id, given = ''] = /^post_(stories|more)_(\d{1,15})_([\w-]{16})$/u.exec(payload) ?? []
  if (what === undefined || id === undefined) return null
  const expected = sign(ctx, `${what}_${id}`)
  if (!timingSafeEqual(Buffer.from(given), Buffer.from(expected))) return null
  return { what: what as PostLink['what'], digestId: Number(id) }
}
