/** What has not the form of an update is passed over at the edge; what Telegram sends never is. */
import type { Update } from 'grammy/types'
import { expect, test } from 'vitest'
import { readUpdate } from '../../src/bot/update-form.ts'
import { updates } from '../fuzz/sample-updates.ts'

const read = (update: unknown) => readUpdate(update as Update)
const user = { id: 7001, is_bot: false, first_name: 'Eve' }
const chat = { id: 7001, type: 'private', first_name: 'Eve' }
const message = { message_id: 5, date: 1, chat, from: user }

test.each(updates)('an update as Telegram gives it is read: $update_id', (update) => {
  expect(read(update)).toEqual(update)
})

test.each([
  ['a document without a file', { message: { ...message, document: { file_name: 'a.opml' } } }],
  ['a place off the globe', { message: { ...message, location: { latitude: 91, longitude: 0 } } }],
  ['half a place', { message: { ...message, location: { latitude: 31 } } }],
  ['a message without a chat', { message: { message_id: 5, date: 1, text: 'x' } }],
  ['a chat of an unknown kind', { message: { ...message, chat: { id: 1, type: 'planet' } } }],
  ['a chat whose number is text', { message: { ...message, chat: { ...chat, id: '7001' } } }],
  ['a text that is a number', { message: { ...message, text: 5 } }],
  ['styles that are no list', { message: { ...message, text: 'x', entities: {} } }],
  [
    'a link to nowhere',
    { message: { ...message, text: 'x', entities: [{ type: 'text_link', offset: 0, length: 1 }] } },
  ],
  ['a reply to nothing', { message: { ...message, text: 'x', reply_to_message: 5 } }],
  ['a forward from no channel', { message: { ...message, forward_origin: { type: 'channel' } } }],
  ['a press of nobody', { callback_query: { id: '1', data: 'v1:list' } }],
  ['a query without words', { inline_query: { id: '1', from: user, offset: '' } }],
  ['a change without a change', { my_chat_member: { chat, from: user } }],
  ['a stop of no draft', { stopped_message_generation: { chat } }],
  ['a sort that is nothing', { message: null }],
])('%s is passed over', (_what, rest) => {
  expect(read({ update_id: 1, ...rest })).toBeNull()
})

test('what is nested deeper than the stack is passed over', () => {
  let text: unknown = 'x'
  for (let depth = 0; depth < 200_000; depth++) text = [text]
  const reply = { ...message, rich_message: { blocks: [{ type: 'paragraph', text }] } }
  expect(read({ update_id: 1, message: { ...message, reply_to_message: reply } })).toBeNull()
})

test('sorts that we never asked for are taken away', () => {
  const update = { update_id: 1, message: { ...message, text: 'x' } }
  expect(read({ ...update, message_reaction: { chat: 5 }, poll: 7 })).toEqual(update)
})
