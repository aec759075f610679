/** Makes a model's words safe to show: one line of plain text without links, markup or marks that steer the display. */
import { stripUnsafe, truncate } from '../core/text.ts'

const markdownLink = /!?\[([^\]]*)\]\((?:[^()\s]|\([^()]*\))*\)/gu
const tag = /<\/?[a-z!][^<>]*>/giu
const address =
  /(?:\b[a-z][a-z0-9+.-]{1,20}:\/\/|\bwww\.|\b(?:mailto|tg|javascript|data):)[^\s\p{Script=Han}，。；、！？）》」』”]*|\b(?:[\p{L}\p{N}-]{1,63}\.){1,4}\p{L}{2,24}(?::\d+)?\/[^\s\p{Script=Han}，。；、！？）》」』”]*|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu
const citation = /\s?[[【](?:\d{1,4}(?:\s*[,，、–-]\s*\d{1,4})*)[\]】]/gu
const emphasis = /(\*\*|__|~~|`+)(?=\S)(.+?)(?<=\S)\1/gu

/** `text` as one plain line of at most `maxUnits` UTF-16 units; '' where nothing is left. */
export function cleanModelText(text: string, maxUnits: number): string {
  const plain = stripUnsafe(text)
    .replace(markdownLink, '$1')
    .replace(tag, '')
    .replace(address, '')
    .replace(citation, '')
    .replace(emphasis, '$2')
    // What Telegram would make a mention, a command or a tag of somebody else's channel.
    .replace(/(?<![\p{L}\p{N}])[@/#](?=[a-z]\w{2,})/giu, '')
    .replace(/^\s*(?:#{1,6}|[-*•>])\s+/u, '')
    .replace(/[(（]\s*[)）]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
  return truncate(plain, maxUnits)
}
