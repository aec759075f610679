/** The row shapes of the search index, for Kysely; migrations/ is the truth they follow. */
import type { Generated } from 'kysely'

export interface DocumentTable {
  number: Generated<number>
  article_id: number
}

export interface SegmentTable {
  id: Generated<number>
  /** One that is in the making is not searched. */
  state: 'making' | 'live'
  /** How many bits of a term's hash number the blocks. */
  bits: number
  /** How many it speaks of. */
  documents: number
  first_document: number
  last_document: number
}

export interface SegmentBlockTable {
  segment_id: number
  number: number
  /** As core/segment.ts packs them. */
  terms: Uint8Array
}
