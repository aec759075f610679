/** Takes a text and its entities as Telegram takes them: parsed, trimmed, checked against its limits. */
import type { MessageEntity, ParseMode } from '@grammyjs/types'
import { detectEntities } from './detect-entities.ts'
import { badRequest } from './failure.ts'
import { parseHtml } from './parse-html.ts'

export interface FormattedText {
  text: string
  entities: MessageEntity[]
}

/** Code points after entity parsing. https://core.telegram.org/bots/api#sendmessage */
const maxTextLength = 4096
/** https://core.telegram.org/bots/api#senddocument */
export const maxCaptionLength = 1024
/** What the server takes before it even parses (TDLib refuses longer strings). */
const maxTextBytes = 32_768
/** Telegram drops the entities beyond these. */
const maxEntities = 100

/**
 * Returns what is stored: text trimmed at both ends, entities moved with it and joined by those detected.
 * Throws 400 for a text that is empty (where `least` is 1), too long, or whose entities do not fit it.
 */
export function checkText(
  raw: string,
  {
    parseMode,
    entities = [],
    most = maxTextLength,
    least = 1,
  }: {
    parseMode?: ParseMode | undefined
    entities?: readonly MessageEntity[] | undefined
    most?: number
    least?: number
  },
): FormattedText {
  if (Buffer.byteLength(raw) > maxTextBytes) throw badRequest('message is too long')
  const parsed = parse(raw, parseMode, entities)
  for (const entity of parsed.entities) checkEntity(parsed.text, entity)
  const trimmed = trim(parsed)
  const length = [...trimmed.text].length
  if (length < least)
    throw badRequest(most === maxTextLength ? 'message text is empty' : 'message caption is empty')
  if (length > most)
    throw badRequest(most === maxTextLength ? 'message is too long' : 'message caption is too long')
  const kept = trimmed.entities.slice(0, maxEntities)
  return {
    text: trimmed.text,
    entities: [...kept, ...detectEntities(trimmed.text, kept)].toSorted(
      (one, other) => one.offset - other.offset || other.length - one.length,
    ),
  }
}

function parse(raw: string, mode: ParseMode | undefined, entities: readonly MessageEntity[]): FormattedText {
  const text = raw.replaceAll('\r\n', '\n')
  if (!mode) return { text, entities: [...entities] }
  if (mode === 'HTML') return parseHtml(text)
  throw badRequest(`parse_mode ${mode} is not supported by this local server: send entities or HTML`)
}

function checkEntity(text: string, { offset, length, type }: MessageEntity): void {
  if (!Number.isInteger(offset) || !Number.isInteger(length) || offset < 0 || length < 0)
    throw badRequest(`ENTITY_BOUNDS_INVALID: ${type} at ${offset}`)
  if (offset + length > text.length)
    throw badRequest(
      `ENTITY_BOUNDS_INVALID: ${type} ends at ${offset + length} of ${text.length} UTF-16 units`,
    )
  for (const [edge, word] of [
    [offset, 'begins'],
    [offset + length, 'ends'],
  ] as const)
    if (isInsidePair(text, edge)) throw badRequest(`entity ${word} in a middle of a UTF-16 symbol at ${edge}`)
}

function isInsidePair(text: string, index: number): boolean {
  return /[\uD800-\uDBFF]/.test(text.charAt(index - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(index))
}

/** Entities are cut to the trimmed text; those with nothing left go, as they do in Telegram. */
function trim({ text, entities }: FormattedText): FormattedText {
  const end = text.trimEnd().length
  const start = text.length - text.trimStart().length
  if (start >= end) return { text: '', entities: [] }
  const kept = entities.flatMap((entity) => {
    const from = Math.max(entity.offset, start)
    const to = Math.min(entity.offset + entity.length, end)
    return to > from ? [{ ...entity, offset: from - start, length: to - from }] : []
  })
  return { text: text.slice(start, end), entities: kept }
}
