/** Presses made-up buttons with mangled words. */
import { presses } from '../../src/bot/features.ts'
import { openDesk } from './bot-desk.ts'
import { chat, reader } from './sample-updates.ts'
import { fuzzerOf, inBytes } from './subject.ts'

const words = [...presses.keys()].flatMap((verb) => [
  `v1:${verb}`,
  `v1:${verb}:1`,
  `v1:${verb}:1:1`,
  `v1:${verb}:s1:0:1`,
])
const tokens = [
  ':',
  'v1:',
  'v0:',
  '-1',
  '0',
  '1',
  '2',
  '9007199254740993',
  '1e9',
  'NaN',
  '__proto__',
  'constructor',
  "' or 1=1 --",
  '\0',
  '\u202E',
  '👩‍👩‍👧',
  '新',
  ' ',
  '\n',
  '0800',
  '2460',
  '+05',
  'Asia/Shanghai',
  's1',
  't1',
  'en',
  'zz',
]
/** https://core.telegram.org/bots/api#inlinekeyboardbutton: callback_data, 1-64 bytes. */
const mostBytes = 64
let serial = 0

async function readPress(bytes: Uint8Array): Promise<void> {
  const desk = await openDesk()
  const data = new TextDecoder().decode(bytes.subarray(0, mostBytes))
  serial += 1
  await desk.give({
    update_id: 1_000_000 + serial,
    callback_query: {
      id: `${serial}`,
      from: reader,
      chat_instance: '1',
      data,
      // Another message's button: its own words nobody but the bot writes.
      message: { message_id: 1, date: 1, chat, text: 'x' },
    },
  })
}

export const { fuzz, fuzzCount } = fuzzerOf({
  name: 'presses',
  fixtures: inBytes(words),
  tokens,
  prepare: openDesk,
  read: readPress,
})
