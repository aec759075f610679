/** Finds the links in what a reader sent: those Telegram marked, and those it did not. */
import type { MessageEntity } from 'grammy/types'

/** Stops at space, quotes and the punctuation that Chinese text sets against a link. */
const webAddress = /https?:\/\/[^\s<>"“”‘’（）【】《》「」，。；！？、]+/giu
const bareAddress = /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:[/?#]\S*)?$/u
const channelName = /^@([a-z]\w{3,31})$/iu

/** http and https addresses in order of appearance, each once. `words` alone may be a bare 'example.com' or '@channel'. */
export function extractLinks(words: string, entities: readonly MessageEntity[] = []): string[] {
  const found: { at: number; address: string }[] = []
  for (const entity of entities) {
    if (entity.type === 'text_link') found.push({ at: entity.offset, address: entity.url })
    if (entity.type === 'url')
      found.push({
        at: entity.offset,
        address: words.slice(entity.offset, entity.offset + entity.length),
      })
  }
  for (const match of words.matchAll(webAddress)) {
    const marked = found.some(({ at, address }) => match.index >= at && match.index < at + address.length)
    if (!marked) found.push({ at: match.index, address: trimEnd(match[0]) })
  }
  const alone = words.trim()
  if (found.length === 0 && bareAddress.test(alone)) found.push({ at: 0, address: alone })
  const channel = channelName.exec(alone)
  if (channel) found.push({ at: 0, address: `https://t.me/${channel[1]}` })
  const addresses = found
    .toSorted((a, b) => a.at - b.at)
    .flatMap(({ address }) => toWebAddress(address) ?? [])
  return [...new Set(addresses)]
}

/** The words beside the links. */
export function withoutLinks(words: string, entities: readonly MessageEntity[]): string {
  const marked = entities.filter(({ type }) => type === 'url').toSorted((a, b) => b.offset - a.offset)
  return marked
    .reduce((text, { offset, length }) => `${text.slice(0, offset)} ${text.slice(offset + length)}`, words)
    .replaceAll(webAddress, ' ')
    .trim()
}

/** Punctuation after a link belongs to the sentence; a closing bracket only if the link opened none. */
function trimEnd(address: string): string {
  let text = address.replace(/[.,;:!?'*_~]+$/u, '')
  if (text.endsWith(')') && !text.includes('(')) text = text.slice(0, -1)
  return text
}

/** Chinese set against an address without a space is a sentence: addresses are copied with such signs encoded. */
function withoutSentence(address: string): string {
  const signs = [...address.replace(/^\p{Script=Han}+(?=[a-z\d])/iu, '')]
  const end = signs.findLastIndex((sign) => !/\p{Script=Han}/u.test(sign)) + 1
  const isGlued = end < signs.length && /[a-z\d]/iu.test(signs[end - 1] ?? '') && !/[?#]/u.test(address)
  return (isGlued ? signs.slice(0, end) : signs).join('')
}

function toWebAddress(address: string): string | null {
  const bare = withoutSentence(address)
  const whole = /^[a-z][a-z\d+.-]*:\/\//iu.test(bare) ? bare : `https://${bare}`
  const url = URL.parse(whole)
  return url && ['http:', 'https:'].includes(url.protocol) ? whole : null
}
