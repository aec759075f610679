/** Tells a long text, which somebody pasted to have it summed up, from a question and from a list of links. */
import { splitSentences } from './sentences.ts'

const sentenceEnd = /[\p{Sentence_Terminal}…][\p{Pe}\p{Pf}"'」』]*$/u

/** Between the parts of a text that an app split, wherever a message was full. */
export const partMark = '\f'

/** The text as it was before it was split: a part that ends within a sentence goes on in the next. */
export const joinParts = (body: string): string =>
  body
    .split(partMark)
    .map((part) => part.trim())
    .reduce((text, part) => text + seam(text) + part)

const seam = (text: string): string =>
  sentenceEnd.test(text)
    ? '\n\n'
    : /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(text)
      ? ''
      : ' '

/** More than this is no question, however it is written. */
const longestQuestion = 1000
/** Letters of whole sentences that make a text of it; those of scripts without spaces say twice as much. */
const leastProse = 400
const leastSentences = 4

const link = /https?:\/\/\S+/giu
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu
const asks = /[?？؟][\p{Pe}\p{Pf}"'」』\s]*$/u

/** Whether `text` has several whole sentences, as an article has and a list of addresses has not. */
export function hasProse(text: string): boolean {
  const bare = text.replaceAll(link, ' ')
  if (bare.length * 2 < leastProse) return false
  const sentences = splitSentences(bare).filter((sentence) => sentenceEnd.test(sentence))
  const told = sentences.join('')
  return sentences.length >= leastSentences && told.length + (told.match(dense)?.length ?? 0) >= leastProse
}

/** Whether a message is a text to sum up, or a part of one: prose that does not end in a question, or too much for one. */
export function isLongText(text: string): boolean {
  if (text.length > longestQuestion && text.search(link) < 0) return true
  return !asks.test(text.trimEnd()) && hasProse(text)
}
