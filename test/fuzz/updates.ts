/** Posts mangled bodies to the webhook: each is answered, and what is an update is kept and handled. */
import { chat, openDesk, reader } from './bot-desk.ts'
import { fuzzerOf, inBytes } from './subject.ts'

const group = { id: -1001, type: 'supergroup', title: 'Port', is_forum: true }
const channel = { id: -1002, type: 'channel', title: 'News' }
const text = {
  message_id: 5,
  date: 1,
  chat,
  from: reader,
  text: 'hello',
  entities: [{ type: 'url', offset: 0, length: 5 }],
}
const updates = [
  { update_id: 1, message: text },
  { update_id: 2, message: { ...text, chat: group, message_thread_id: 7, text: '/list@gazette_bot' } },
  {
    update_id: 3,
    channel_post: { message_id: 1, date: 1, chat: channel, sender_chat: channel, text: '/start' },
  },
  {
    update_id: 4,
    callback_query: { id: '1', from: reader, chat_instance: '1', data: 'v1:list:0', message: text },
  },
  { update_id: 5, inline_query: { id: '1', from: reader, query: 'ferry', offset: '' } },
  {
    update_id: 6,
    my_chat_member: {
      chat: group,
      from: reader,
      date: 1,
      old_chat_member: { status: 'left', user: reader },
      new_chat_member: { status: 'member', user: reader },
    },
  },
  {
    update_id: 7,
    message: { ...text, document: { file_id: 'x', file_unique_id: 'x', file_name: 'a.opml', file_size: 10 } },
  },
  { update_id: 8, message: { ...text, location: { latitude: 31.2, longitude: 121.4 } } },
  {
    update_id: 9,
    message: { ...text, forward_origin: { type: 'channel', chat: channel, date: 1, message_id: 3 } },
  },
  {
    update_id: 10,
    message: {
      ...text,
      reply_to_message: { ...text, text: 'Digest no. 1' },
      quote: { text: 'x', position: 0 },
    },
  },
]
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
  read: readBody,
})
