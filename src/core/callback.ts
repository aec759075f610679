/** The words behind a button: a versioned text within Telegram's 64 bytes, readable by any process and after a deploy. */

const version = 'v1'
/** https://core.telegram.org/bots/api#inlinekeyboardbutton: callback_data, 1-64 bytes. */
const maxBytes = 64

export interface Callback {
  verb: string
  args: string[]
}

/** Words as 'v1:verb:a:b', however long: those that stand behind a button are written by `encodeCallback`. */
export const joinCallback = (verb: string, ...args: (string | number)[]): string =>
  [version, verb, ...args].join(':')

/** Writes 'v1:verb:a:b'. Throws RangeError where that is over 64 bytes or a word holds a colon: a bug of the caller's. */
export function encodeCallback(verb: string, ...args: (string | number)[]): string {
  const text = joinCallback(verb, ...args)
  if ([verb, ...args].some((word) => String(word).includes(':')))
    throw new RangeError(`a colon inside a callback word: ${text}`)
  if (!fitsCallback(verb, ...args)) throw new RangeError(`callback over 64 bytes: ${text}`)
  return text
}

/** Whether a button can hold these words. */
export function fitsCallback(verb: string, ...args: (string | number)[]): boolean {
  return new TextEncoder().encode(joinCallback(verb, ...args)).length <= maxBytes
}

/** Reads what `encodeCallback` wrote; null for anything else, also for a version this code does not know. */
export function parseCallback(text: string): Callback | null {
  const [tag, verb, ...args] = text.split(':')
  if (tag !== version || verb === undefined || verb === '') return null
  return { verb, args }
}
