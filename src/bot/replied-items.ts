/** Reads which articles a reply is about: the numbered items of the message replied to, one of them by number or by quotation. */
import type { Message, MessageEntity, RichBlock, RichText } from 'grammy/types'
import { parseChineseNumber } from '../core/number-words.ts'
import type { BotContext } from './context.ts'

/** A linked headline of a message of ours. */
export interface RepliedItem {
  /** The number before it; null where items have none. */
  number: number | null
  title: string
  url: string
  /** Where it begins and where the next begins, in UTF-16 units. */
  start: number
  end: number
}

const numbered = /(?:^|\n)[^\S\n]*(\d{1,3})\. $/u

/** The linked headlines in order, each link once. */
export function listItems(text: string, entities: readonly MessageEntity[]): RepliedItem[] {
  const links = entities
    .filter((entity) => entity.type === 'text_link')
    .toSorted((a, b) => a.offset - b.offset)
  const found: RepliedItem[] = []
  for (const { offset, length, url } of links) {
    if (!/^https?:/iu.test(url) || found.some((item) => item.url === url)) continue
    const before = numbered.exec(text.slice(0, offset))
    found.push({
      number: before ? Number(before[1]) : null,
      title: text.slice(offset, offset + length),
      url,
      start: offset,
      end: text.length,
    })
  }
  // A digest's items are those with numbers; its other links, to a site or an older telling, are none.
  const items = found.some((item) => item.number !== null)
    ? found.filter((item) => item.number !== null)
    : found
  return items.map((item, index) => ({ ...item, end: items[index + 1]?.start ?? text.length }))
}

/** The articles of a message of ours, classic or rich. */
export function itemsOf(message: Message): RepliedItem[] {
  const { rich_message: rich } = message
  return rich
    ? listRichItems(rich.blocks)
    : listItems(message.text ?? message.caption ?? '', message.entities ?? message.caption_entities ?? [])
}

/** The numbered headlines that unfold, each with the first link inside; nothing in a rich message can be quoted by place. */
function listRichItems(blocks: readonly RichBlock[]): RepliedItem[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'details') return []
    const [, digits, title = ''] = /^(\d{1,3})\. (.*)$/su.exec(wordsOf(block.summary)) ?? []
    const url = block.blocks.flatMap((each) => ('text' in each ? linksOf(each.text) : []))[0]
    if (digits === undefined || url === undefined) return []
    return [{ number: Number(digits), title, url, start: 0, end: 0 }]
  })
}

const partsOf = (text: RichText): RichText[] =>
  Array.isArray(text) ? text : typeof text === 'object' && 'text' in text ? [text.text] : []

const wordsOf = (text: RichText): string =>
  typeof text === 'string' ? text : partsOf(text).map(wordsOf).join('')

const linksOf = (text: RichText): string[] =>
  typeof text === 'object' && 'url' in text && typeof text.url === 'string'
    ? [text.url]
    : partsOf(text).flatMap(linksOf)

/** '3', '#3', 'no. 3: why?', '第3条 为什么', '3、…': the number at the start and what follows it. */
const byNumber =
  /^\s*(?:#|no\.?\s*|item\s+|第\s*)?(\d{1,3})(?!\d)(?:\s*[条篇则号])?\s*(?:[.:)\]、：）。,，]\s*|\s+|$)/iu

/** '第三条讲了什么', '那第二个呢', '最后一条': in figures or characters. */
const byHanNumber =
  /^(?:那|那么|那麼|把|请|請|帮我|幫我|再|详细|詳細|具体|具體)*(?:讲讲|講講|说说|說說|看看|展开|展開|总结|總結)?(?:一下)?(?:第\s*(\d{1,3}|[一二三四五六七八九十]{1,3})|(?:最后|最後)一?)\s*(?:[条條篇则則]|[个個](?=[\s\p{P}]*$|呢|吧|是|讲|講|说|說|怎|为|為|什|具体|具體|详细|詳細|展开|展開|多))\s*[:,，、。]?\s*/u
/** 'Tell me more about 1', 'summarize number 2', '讲讲2': a number that nothing follows. */
const byLead =
  /^(?:(?:please )?(?:(?:tell|show|give) me (?:more )?(?:about )?|more (?:about|on) |(?:summari[sz]e|expand|open|read|explain) |what about )(?:#|no\.? ?|number |item |story )?|(?:请|請|再|详细|詳細)*(?:讲讲|講講|说说|說說|看看|展开|展開|总结|總結)(?:一下)?第?)(\d{1,2})(?: please)?[\s.!?。！？]*$/iu
const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ')
/** 'What is the first one about?', 'and the last story?' */
const byOrdinal = new RegExp(`\\bthe (${ordinals.join('|')}|last) (?:one|item|story|article)\\b`, 'iu')
/** Whatever number it has. */
const last = -1

/** The number of an item that `question` names, and the question without it. */
function readNumber(question: string): { number: number; rest: string } | null {
  const [whole = '', digits] = byNumber.exec(question) ?? []
  if (digits !== undefined) return { number: Number(digits), rest: question.slice(whole.length).trim() }
  const [, led] = byLead.exec(question) ?? []
  if (led !== undefined) return { number: Number(led), rest: '' }
  const [prefix, numeral] = byHanNumber.exec(question) ?? []
  if (prefix !== undefined) {
    const number = numeral === undefined ? last : (parseChineseNumber(numeral) ?? 0)
    return { number, rest: question.slice(prefix.length) }
  }
  const [, ordinal] = byOrdinal.exec(question) ?? []
  if (ordinal === undefined) return null
  return {
    number: ordinals.indexOf(ordinal.toLowerCase()) + 1 || last,
    rest: question.replace(byOrdinal, 'this'),
  }
}

/** 'no. 2' and nothing else. */
const onlyNumber = /^(?:#|no\.?\s*|number\s+|item\s+)?\d{1,2}$/iu

/** Whether words that reply to nothing can only mean an item of what was sent: '2', '第二条讲了什么', 'the second one'. */
export function namesItem(words: string): boolean {
  const said = words.normalize('NFKC').trim()
  return onlyNumber.test(said) || byLead.test(said) || byHanNumber.test(said) || byOrdinal.test(said)
}

export interface Chosen {
  items: RepliedItem[]
  /** The question without the number; '' where only a number was written. */
  question: string
  /** Whether it names one of them by number. */
  isNamed: boolean
}

/** The items that a reply is about: the one it names by number, else the one it quotes, else all. */
export function chooseItems(
  items: readonly RepliedItem[],
  words: string,
  quote: { position: number } | null,
): Chosen {
  const question = words.normalize('NFC').trim()
  const read = readNumber(question.normalize('NFKC'))
  const named =
    read && (read.number === last ? items.at(-1) : items.find((item) => item.number === read.number))
  if (read && named) return { items: [named], question: read.rest, isNamed: true }
  const quoted = quote && items.findLast((item) => quote.position >= item.start && item.end > item.start)
  return { items: quoted ? [quoted] : [...items], question, isNamed: false }
}

/** Whether the bot wrote it, or the channel it speaks for. */
export const isOurs = (ctx: BotContext, message: Message): boolean =>
  message.from?.id === ctx.me.id ||
  (message.sender_chat !== undefined && message.sender_chat.id === ctx.chat?.id)
