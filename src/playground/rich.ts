/** Checks a rich message beyond its types and keeps its blocks as they came. */
import type { ApiParams } from './methods/call.ts'
import { badRequest } from './failure.ts'

/** https://core.telegram.org/bots/api#sendrichmessage */
const maxRichLength = 32_768
const maxBlocks = 500
const maxDepth = 16

type RichInput = ApiParams['sendRichMessage']['rich_message']

/** Returns the message's `rich_message`; only `blocks` are understood here, html and markdown are refused by name. */
export function checkRich({ blocks, html, markdown, is_rtl: isRtl }: RichInput): object {
  if (html !== undefined || markdown !== undefined)
    throw badRequest('rich html and markdown are not supported by this local server: send blocks')
  if (!blocks || blocks.length === 0) throw badRequest('rich message is empty')
  const { length, count, depth } = measure(blocks)
  if (depth > maxDepth) throw badRequest('rich message has too many nested levels')
  if (count > maxBlocks) throw badRequest('rich message has too many blocks')
  if (length > maxRichLength) throw badRequest('rich message is too long')
  return { blocks, ...(isRtl ? { is_rtl: true } : {}) }
}

/** Fields that hold words; addresses, names and types are not counted. */
const wordFields = new Set(['text', 'summary', 'credit', 'caption', 'label'])

function measure(value: unknown, counts = { length: 0, count: 0, depth: 0 }, isWords = false, level = 0) {
  if (typeof value === 'string') {
    if (isWords) counts.length += [...value].length
  } else if (Array.isArray(value)) {
    for (const each of value) measure(each, counts, isWords, level)
  } else if (typeof value === 'object' && value !== null) {
    counts.depth = Math.max(counts.depth, level + 1)
    if ('type' in value && !isWords) counts.count++
    for (const [name, each] of Object.entries(value)) measure(each, counts, wordFields.has(name), level + 1)
  }
  return counts
}
