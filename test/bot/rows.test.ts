/** Updates are handled side by side, those of one chat in order; a handler that fails or waits holds up its own chat alone. */
import type { Update } from 'grammy/types'
import { expect, test } from 'vitest'
import { openRows } from '../../src/bot/rows.ts'

const say = (id: number, chat: number) => ({ update_id: id, message: { chat: { id: chat } } }) as Update

test('a slow chat holds up itself only, and one that fails goes on', async () => {
  const done: number[] = []
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const rows = openRows(async ({ update_id: id }) => {
    if (id === 1) await held
    if (id === 3) throw new Error('broken')
    done.push(id)
  })
  const slow = [rows.take(say(1, 10)), rows.take(say(2, 10))]
  await expect(rows.take(say(3, 20))).rejects.toThrow('broken')
  await rows.take(say(4, 20))
  expect(done).toEqual([4])
  release()
  await Promise.all(slow)
  await rows.idle()
  expect(done).toEqual([4, 1, 2])
})

test('no more than eight are handled at once, and all are in the end', async () => {
  let busy = 0
  let most = 0
  const rows = openRows(async () => {
    busy += 1
    most = Math.max(most, busy)
    await new Promise((resolve) => setImmediate(resolve))
    busy -= 1
  })
  await Promise.all(Array.from({ length: 50 }, (_, id) => rows.take(say(id, id))))
  expect([most, busy]).toEqual([8, 0])
})

test.each(['message', 'callback_query', 'inline_query', 'my_chat_member'])(
  'a %s that has not the form of one is handled like any other',
  async (kind) => {
    const done: number[] = []
    const rows = openRows(async ({ update_id: id }) => void done.push(id))
    await rows.take({ update_id: 7, [kind]: {} } as unknown as Update)
    expect(done).toEqual([7])
  },
)
