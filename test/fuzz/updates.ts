/** Posts mangled bodies to the webhook: each is answered, and what is an update is kept and handled. */
import { openDesk } from './bot-desk.ts'
import { updates } from './sample-updates.ts'
import { fuzzerOf, inBytes } from './subject.ts'

const tokens = [
  '{',
  '}',
  '[',
  ']',
  '"',
  ':',
  ',',
  'null',
  'true',
  '-1',
  '1e400',
  '9007199254740993',
  '\\u0000',
  '\\ud800',
  '\\',
  '\0',
  '👩‍👩‍👧',
  '"message":',
  '"chat":',
  '"from":',
  '"id":',
  '"text":',
  '"update_id":',
  '"entities":[',
  '"offset":-5',
  '"length":1e9',
  '"type":"private"',
  '"latitude":1e9',
  '[[[[[[[[',
  '"__proto__":{',
]
let serial = 10_000_000

async function readBody(bytes: Uint8Array): Promise<void> {
  const { route, check } = await openDesk()
  serial += 1
  // Each is a new one to the bot, where it is one at all.
  const body = Buffer.from(
    Buffer.from(bytes)
      .toString('latin1')
      .replace(/"update_id":\d+/u, `"update_id":${serial}`),
    'latin1',
  )
  const url = new URL('http://localhost/telegram/1')
  const { status } = await route.answer({ url, headers: {}, body })
  if (status !== 200) throw new Error(`answered ${status}`)
  // What has not the form of an update is regretted, but what was kept must be fit to be kept.
  check(({ code }) => /^(?:22021|22P05)$/u.test(String(code)))
}

export const { fuzz, fuzzCount } = fuzzerOf({
  name: 'updates',
  fixtures: inBytes(updates.map((update) => JSON.stringify(update))),
  tokens,
  prepare: openDesk,
  read: readBody,
})
