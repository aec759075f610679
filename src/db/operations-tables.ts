/** Row shapes of what only operations need: kept updates and quotas; joined with the others in database.ts. */
import type { ColumnType, Generated } from 'kysely'

type Time = ColumnType<Date, Date, Date>

/** An update that a webhook took and that is not answered yet. */
export interface InboxTable {
  bot_id: number
  update_id: number
  payload: ColumnType<Record<string, unknown>, string, string>
  received_at: Time
  claimed_until: Time
}

/** How much one person may still ask for now; `kind` is what is counted. */
export interface QuotaTable {
  bot_id: number
  user_id: number
  kind: string
  tokens: number
  refilled_at: Time
  /** How often it was refused since it was last granted. */
  refusals: Generated<number>
}
