/** The words behind a button: a versioned text within Telegram's 64 bytes, readable by any process and after a deploy. */

const version = 'v1'
/** https://core.telegram.org/bots/api#inlinekeyboardbutton: callback_data, 1-64 bytes. */
const maxBytes = 64

export interface Callback {
  verb: string
  args: string[]
}

/** Writes 'v1:verb:a:b'. Throws RangeError where that is over 64 bytes or a word holds a colon: a bug of the caller's. */
export function encodeCallback(verb: string, ...args: (string | number)[]): string {
  const words = [verb, ...args.map(String)]
  const text = [version, ...words].join(':')
  if (words.some((word) => word.includes(':')))
    throw new RangeError(`a colon inside a callback word: ${text}`)
  if (new TextEncoder().encode(text).length > maxBytes)
    throw new RangeError(`callback over 64 bytes: ${text}`)
  return text
}

/** Whether `encodeCallback` could write these. */
export function fitsCallback(verb: string, ...args: (string | number)[]): boolean {
  return new TextEncoder().encode([version, verb, ...args].join(':')).length <= maxBytes
}

/** Reads what `encodeCallback` wrote; null for anything else, also for a version this code does not know. */
export function parseCallback(text: string): Callback | null {
  const [tag, verb, ...args] = text.split(':')
  if (tag !== version || verb === undefined || verb === '') return null
  return { verb, args }
}
