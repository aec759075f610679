/** Reads Telegram's HTML formatting into text and entities; the bot itself sends entities, others may send this. */
import type { MessageEntity } from '@grammyjs/types'
import { badRequest } from './failure.ts'

const simple: Record<string, MessageEntity.CommonMessageEntity['type']> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  code: 'code',
}
/** The only named references that Telegram knows. https://core.telegram.org/bots/api#html-style */
const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' }

/** Throws 400 "can't parse entities" on a tag that Telegram does not have or that is not closed. */
export function parseHtml(source: string): { text: string; entities: MessageEntity[] } {
  const entities: MessageEntity[] = []
  const open: { tag: string; attributes: string; offset: number }[] = []
  let text = ''
  for (const token of source.matchAll(/<(\/?)([a-z][a-z0-9-]*)([^<>]*)>|<|[^<]+/giu)) {
    const [whole, slash, tagName, attributes = ''] = token
    if (tagName === undefined) {
      if (whole === '<') throw badRequest(`can't parse entities: unexpected "<" at offset ${token.index}`)
      text += decode(whole)
      continue
    }
    const tag = tagName.toLowerCase()
    if (!slash) {
      open.push({ tag, attributes, offset: text.length })
      continue
    }
    const start = open.pop()
    if (start?.tag !== tag)
      throw badRequest(`can't parse entities: unexpected end tag </${tag}> at offset ${token.index}`)
    const entity = entityOf(start, text.length - start.offset)
    if (entity.length > 0) entities.push(entity)
  }
  const unclosed = open.at(-1)
  if (unclosed)
    throw badRequest(`can't parse entities: can't find end tag corresponding to start tag ${unclosed.tag}`)
  return { text, entities: entities.toSorted((one, other) => one.offset - other.offset) }
}

function entityOf(
  { tag, attributes, offset }: { tag: string; attributes: string; offset: number },
  length: number,
): MessageEntity {
  const type = simple[tag]
  if (type) return { type, offset, length }
  if (tag === 'pre') return { type: 'pre', offset, length }
  if (tag === 'blockquote')
    return {
      type: /\bexpandable\b/iu.test(attributes) ? 'expandable_blockquote' : 'blockquote',
      offset,
      length,
    }
  const href = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/iu.exec(attributes)
  if (tag === 'a' && href) return { type: 'text_link', offset, length, url: decode(href[1] ?? href[2] ?? '') }
  throw badRequest(`can't parse entities: unsupported start tag "${tag}"`)
}

function decode(text: string): string {
  return text.replace(
    /&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/giu,
    (whole, decimal, hex, name: string | undefined) => {
      if (name !== undefined) return named[name] ?? whole
      const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
}
