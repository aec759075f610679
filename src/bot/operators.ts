/** Who runs this installation, and the door that everybody else's updates go through. */
import { UserError } from '../core/errors.ts'
import { findReader } from '../db/readers.ts'
import type { BotContext, Feature } from './context.ts'

/** Whether the update comes from one of ADMIN_IDS. */
export function isOperator(ctx: BotContext): boolean {
  return ctx.from !== undefined && ctx.needs.config.adminIds.includes(ctx.from.id)
}

/**
 * Lets an update in. Throws UserError 'maintenance', 'turnedAway', or 'inviteOnly' for who was not let in;
 * operators always pass.
 */
export async function requireEntry(ctx: BotContext): Promise<void> {
  const { config, db } = ctx.needs
  const userId = ctx.from?.id
  if (userId === undefined || isOperator(ctx)) return
  const { standing } = ctx.arrival
  if (standing.blocked) throw new UserError('turnedAway')
  if (standing.maintenance) throw new UserError('maintenance')
  if (!(standing.inviteOnly ?? config.inviteOnly)) return
  if (!(await findReader(db, userId))) throw new UserError('inviteOnly', { user: userId })
}

/** Buttons and answers for operators only; a number made up in a button opens nothing to others. */
export function forOperators(feature: Feature): Feature {
  const guard =
    <Args extends unknown[]>(run: (ctx: BotContext, ...args: Args) => Promise<void>) =>
    async (ctx: BotContext, ...args: Args): Promise<void> => {
      if (!isOperator(ctx)) throw new UserError('gone')
      await run(ctx, ...args)
    }
  return {
    presses: Object.fromEntries(
      Object.entries(feature.presses ?? {}).map(([verb, press]) => [
        verb,
        { ...press, run: guard(press.run) },
      ]),
    ),
    answers: Object.fromEntries(
      Object.entries(feature.answers ?? {}).map(([kind, answer]) => [kind, guard(answer)]),
    ),
  }
}
