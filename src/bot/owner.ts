/** Who owns what a person makes here, a topic or a pack: the person, in whichever chat they make it. */
import { UserError } from '../core/errors.ts'
import { upsertReader } from '../db/readers.ts'
import type { BotContext } from './context.ts'

/** The id of the person who speaks or presses. Throws UserError 'privateOnly' where nobody has a name, in a channel. */
export async function ownerOf(ctx: BotContext): Promise<number> {
  if (!ctx.from) throw new UserError('privateOnly')
  const { db, now } = ctx.needs
  return (await upsertReader(db, { userId: ctx.from.id, locale: ctx.locale.tag }, now())).id
}
