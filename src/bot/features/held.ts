/** The buttons under the question whether a part came: the reader's word settles what Telegram did not tell. */
import { resolveHeld } from '../../db/deliveries.ts'
import type { BotContext, Feature, Press } from '../context.ts'
import { show } from '../screen.ts'

function settle(arrived: boolean): Press {
  return {
    run: async (ctx: BotContext, [id]) => {
      const { notices } = ctx.locale
      const want = { id: Number(id), subscriberId: ctx.subscriber.id, arrived }
      const settled = await resolveHeld(ctx.needs.db, want, ctx.needs.now())
      const text = arrived ? notices.heldThanks : notices.heldSending
      await show(ctx, { body: [settled ? text : notices.heldSettled] })
    },
  }
}

export const held: Feature = { presses: { 'held-yes': settle(true), 'held-again': settle(false) } }
