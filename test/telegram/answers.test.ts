/** Every row of the table of Telegram's answers, through the lane and the local Bot API server: what is done about it. */
import { describe, expect, test } from 'vitest'
import type { Fault } from '../../src/playground/faults.ts'
import { ids } from '../../src/playground/people.ts'
import { openAnswerDesk } from '../support/answer-desk.ts'

const refusal = (code: number, description: string, more: Partial<Fault> = {}): Fault => ({
  kind: 'error',
  code,
  description,
  method: 'sendMessage',
  ...more,
})

describe('the table of answers', () => {
  const { desk, openLane, now, queue, drain, texts, states, chatState } = openAnswerDesk()

  test('429: everything waits as long as it says, no attempt counts', async () => {
    await queue()
    desk.api.faults.order({
      kind: 'error',
      code: 429,
      method: 'sendMessage',
      parameters: { retry_after: 60 },
    })
    desk.lane.start()
    await desk.lane.idle()
    expect(texts(ids.alex)).toEqual([])
    const part = await desk.database.db.selectFrom('deliveries').selectAll().executeTakeFirstOrThrow()
    expect(part).toMatchObject({ state: 'queued', attempts: 0, error: 'flood' })
    expect(part.not_before.getTime()).toBeGreaterThan(now().getTime() + 50_000)
    await drain()
    expect(texts(ids.alex)).toEqual(['First. Second. Third.'])
  })

  test.each([
    [403, 'Forbidden: bot was blocked by the user', 'blocked'],
    [403, 'Forbidden: user is deactivated', 'deactivated'],
    [403, 'Forbidden: bot was kicked from the supergroup chat', 'kicked'],
    [403, 'Forbidden: bot is not a member of the channel chat', 'notMember'],
    [403, 'Forbidden: the group chat was deleted', 'chatDeleted'],
    [400, 'Bad Request: chat not found', 'chatNotFound'],
    [400, 'Bad Request: PEER_ID_INVALID', 'chatNotFound'],
    [400, 'Bad Request: USER_IS_BLOCKED', 'blocked'],
  ])('%i %s: the chat is marked, its digests stop', async (code, description, reason) => {
    const { id } = await queue()
    desk.api.faults.order(refusal(code, description))
    await drain()
    expect(await chatState(id)).toEqual({ state: 'blocked', reason })
    expect(await states()).toEqual(['failed'])
    const schedule = await desk.database.db.selectFrom('schedules').select('state').executeTakeFirstOrThrow()
    expect(schedule.state).toBe('paused')
  })

  test('400 upgraded to a supergroup: the chat gets its new id, the part goes there', async () => {
    const { id } = await queue({}, { chat: -4_000_000_009 })
    const to = ids.forum
    desk.api.faults.order(
      refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
        parameters: { migrate_to_chat_id: to },
      }),
    )
    await drain()
    expect(texts(to)).toEqual(['First. Second. Third.'])
    const chat = await desk.database.db
      .selectFrom('subscribers')
      .select('chat_id')
      .where('id', '=', id)
      .executeTakeFirst()
    expect(chat?.chat_id).toBe(to)
  })

  test("400 can't parse entities: once as plain text, and a report", async () => {
    await queue({ entities: [{ type: 'bold', offset: 0, length: 5 }] })
    desk.api.faults.order(refusal(400, "Bad Request: can't parse entities: unsupported"))
    await drain()
    expect(texts(ids.alex)).toEqual(['First. Second. Third.'])
    expect(desk.reports).toHaveLength(1)
  })

  test.each(['message is too long', 'text is too long', 'MESSAGE_TOO_LONG'])(
    '400 %s: cut again, every piece arrives in order, and a report',
    async (description) => {
      await queue({ reply_markup: { inline_keyboard: [[{ text: 'Go', url: 'https://standard.example' }]] } })
      desk.api.faults.order(refusal(400, `Bad Request: ${description}`))
      await drain()
      expect(texts(ids.alex).join(' ')).toBe('First. Second. Third.')
      expect(texts(ids.alex).length).toBeGreaterThan(1)
      const last = [...desk.api.world.chats.get(ids.alex)!.messages.values()].at(-1)
      expect(last).toHaveProperty('reply_markup')
      expect(desk.reports).toHaveLength(1)
    },
  )

  test('400 text is empty: given up, and a report', async () => {
    await queue()
    desk.api.faults.order(refusal(400, 'Bad Request: message text is empty'))
    await drain()
    expect(await states()).toEqual(['failed'])
    expect(desk.reports).toHaveLength(1)
  })

  test('400 message is not modified: as good as sent', async () => {
    await queue({ message_id: 1 }, { method: 'editMessageText' })
    desk.api.faults.order(refusal(400, 'Bad Request: message is not modified', { method: 'editMessageText' }))
    await drain()
    expect(await states()).toEqual(['sent'])
  })

  test('400 message to edit not found: sent anew', async () => {
    await queue({ message_id: 77 }, { method: 'editMessageText' })
    await drain()
    expect(texts(ids.alex)).toEqual(['First. Second. Third.'])
  })

  test.each(['BUTTON_DATA_INVALID', 'reply markup is too long'])(
    '400 %s: without its keyboard, and a report',
    async (description) => {
      await queue({ reply_markup: { inline_keyboard: [[{ text: 'Go', url: 'https://standard.example' }]] } })
      desk.api.faults.order(refusal(400, `Bad Request: ${description}`))
      await drain()
      expect(texts(ids.alex)).toEqual(['First. Second. Third.'])
      expect(desk.reports).toHaveLength(1)
    },
  )

  test.each(['TOPIC_CLOSED', 'message thread not found'])(
    '400 %s: to the general topic, for good, and its owner is told once',
    async (description) => {
      await queue({ message_thread_id: 2 }, { chat: ids.forum })
      desk.api.faults.order(refusal(400, `Bad Request: ${description}`))
      await drain()
      expect(texts(ids.forum)).toEqual(['First. Second. Third.'])
      expect(texts(ids.mei)).toEqual([expect.stringContaining('the general topic')])
      const schedule = await desk.database.db
        .selectFrom('schedules')
        .select('thread_id')
        .executeTakeFirstOrThrow()
      expect(schedule.thread_id).toBeNull()
    },
  )

  test.each(['CHAT_WRITE_FORBIDDEN', 'not enough rights to send text messages to the chat'])(
    '400 %s: the destination pauses, its owner is told in private',
    async (description) => {
      const { id } = await queue({}, { chat: ids.channel })
      desk.api.faults.order(refusal(400, `Bad Request: ${description}`))
      await drain()
      expect(await chatState(id)).toEqual({ state: 'paused', reason: 'noRights' })
      expect(texts(ids.mei)).toEqual([expect.stringContaining('The chat')])
    },
  )

  test('409: certainly not done, tried again', async () => {
    await queue()
    desk.api.faults.order(refusal(409, 'Conflict: terminated by other getUpdates request'))
    await drain()
    expect(texts(ids.alex)).toEqual(['First. Second. Third.'])
  })

  test('connection refused: nothing was sent, so the next try is no copy', async () => {
    await queue()
    await desk.api.setReachable(false)
    desk.lane.start()
    const errors = () => desk.database.db.selectFrom('deliveries').select('error').execute()
    await expect.poll(errors).not.toEqual([{ error: null }])
    await desk.api.setReachable(true)
    await drain()
    expect(texts(ids.alex)).toEqual(['First. Second. Third.'])
  })

  test('an answer never comes, with AMBIGUOUS_SEND=hold: the reader is asked, and their word is done', async () => {
    await desk.lane.stop()
    desk.lane = openLane('hold')
    await queue()
    desk.api.faults.order({ kind: 'drop-after', method: 'sendMessage' })
    desk.lane.start()
    while (texts(ids.alex).length < 2) {
      desk.ahead += 4000
      await desk.lane.idle()
    }
    expect(await states()).toEqual(['held'])
    expect(texts(ids.alex)[1]).toContain('Telegram did not tell me')
    desk.ahead += 25 * 3_600_000
    while ((await states())[0] === 'held') await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await states()).toEqual(['unknown'])
    expect(texts(ids.alex)).toHaveLength(2)
  })
})
