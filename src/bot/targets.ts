/** Names a topic or a source in the words of a button: 't' or 's' and its id. */
import type { Target } from '../db/subscriptions.ts'

export const targetOf = (kind: string | undefined, id: string | number | undefined): Target =>
  kind === 't' ? { topicId: Number(id) } : { sourceId: Number(id) }

export const keyOf = (row: { topic_id: number | null; source_id: number | null }): [string, number] =>
  row.topic_id === null ? ['s', row.source_id ?? 0] : ['t', row.topic_id]
