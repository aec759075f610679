/** Finds the entities that Telegram marks by itself in a message: links, commands, mentions, hashtags, addresses. */
import type { MessageEntity } from '@grammyjs/types'

const patterns: { type: MessageEntity.CommonMessageEntity['type']; pattern: RegExp }[] = [
  // Only the characters that an address may hold; a Chinese comma or bracket ends it.
  {
    type: 'url',
    pattern:
      /(?<![\p{L}\p{N}@])https?:\/\/[^\s<>"，。！？；：、（）《》「」“”‘’]*[^\s<>"，。！？；：、（）《》「」“”‘’.,!?;:)\]}]/giu,
  },
  { type: 'email', pattern: /(?<![\p{L}\p{N}.@/])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu },
  {
    type: 'bot_command',
    pattern: /(?<![\p{L}\p{N}_/<>])\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\p{L}\p{N}_/<>])/gu,
  },
  { type: 'mention', pattern: /(?<![\p{L}\p{N}@/.])@[A-Za-z][A-Za-z0-9_]{3,31}(?![\w@])/gu },
  { type: 'hashtag', pattern: /(?<![\p{L}\p{N}#/])#[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*/gu },
]

/** Entities found in `text`, but for those that overlap one of `given`; in order, offsets in UTF-16 units. */
export function detectEntities(text: string, given: readonly MessageEntity[]): MessageEntity[] {
  const found: MessageEntity[] = []
  const overlaps = (offset: number, length: number) =>
    [...found, ...given.filter((each) => !isWrapping(each))].some(
      (each) => each.offset < offset + length && offset < each.offset + each.length,
    )
  for (const { type, pattern } of patterns)
    for (const match of text.matchAll(pattern))
      if (!overlaps(match.index, match[0].length))
        found.push({ type, offset: match.index, length: match[0].length })
  return found.toSorted((one, other) => one.offset - other.offset)
}

/** Quotes and emphasis may hold a link; code and links may not. */
function isWrapping({ type }: MessageEntity): boolean {
  return [
    'bold',
    'italic',
    'underline',
    'strikethrough',
    'spoiler',
    'blockquote',
    'expandable_blockquote',
  ].includes(type)
}
