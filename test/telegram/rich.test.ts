/** Rich messages through the lane: sent as they are, labelled as copies, and in classic form where the server does not take them. */
import { describe, expect, test } from 'vitest'
import { renderRich } from '../../src/core/rich.ts'
import { ids } from '../../src/playground/people.ts'
import { openAnswerDesk } from '../support/answer-desk.ts'

const rich = renderRich([{ type: 'paragraph', text: [{ text: 'Rich' }] }])!
const classic = ['One', 'Two'].map((text) => ({ method: 'sendMessage', params: { text } }))
const payload = { method: 'sendRichMessage', params: { rich_message: rich }, classic }

describe('a rich message', () => {
  const { desk, now, queue, drain, texts, states } = openAnswerDesk()
  const queueRich = () =>
    queue({ text: undefined, rich_message: rich }, { method: 'sendRichMessage', more: { classic } })
  const queueAnother = async () => {
    const { db } = desk.database
    const { subscriber_id: subscriberId, bot_id: botId } = await db
      .selectFrom('deliveries')
      .selectAll()
      .executeTakeFirstOrThrow()
    await db
      .insertInto('deliveries')
      .values({
        bot_id: botId,
        subscriber_id: subscriberId,
        digest_id: null,
        part: 0,
        kind: 'digest',
        payload: JSON.stringify(payload),
        key: 'another',
        not_before: new Date(0),
        created_at: now(),
      } as never)
      .execute()
  }
  const told = () => [...desk.api.world.chats.get(ids.alex)!.messages.values()]
  const tried = () => desk.api.world.calls.filter(({ method }) => method === 'sendRichMessage').length

  test('is sent whole', async () => {
    await queueRich()
    await drain()
    expect(told()).toMatchObject([{ rich_message: { blocks: rich.blocks } }])
    expect(await states()).toEqual(['sent'])
  })

  test('whose answer was lost comes again with a line that says so', async () => {
    await queueRich()
    desk.api.faults.order({ kind: 'drop-after', method: 'sendRichMessage', times: 1 })
    await drain()
    const copies = told().map((message) => message.rich_message!.blocks.at(-1))
    expect(copies).toEqual([
      { type: 'paragraph', text: ['Rich'] },
      { type: 'paragraph', text: '(again)' },
    ])
  })

  test('404 method not found: it goes in its classic form, and the server is not asked again', async () => {
    await queueRich()
    desk.api.faults.order({
      kind: 'error',
      code: 404,
      description: 'Not Found: method not found',
      method: 'sendRichMessage',
      times: 1,
    })
    await drain()
    expect(texts(ids.alex)).toEqual(['One', 'Two'])
    expect(desk.reports).toEqual([])
    await queueAnother()
    await drain()
    expect(texts(ids.alex)).toEqual(['One', 'Two', 'One', 'Two'])
    expect(tried()).toBe(1)
  })

  test.each(['RICH_MESSAGE_INVALID', 'rich message is too long', "can't parse entities in it"])(
    '400 %s: the classic form takes its place, with a report, and the next one is tried',
    async (description) => {
      await queueRich()
      const method = 'sendRichMessage'
      desk.api.faults.order({
        kind: 'error',
        code: 400,
        description: `Bad Request: ${description}`,
        method,
        times: 1,
      })
      await drain()
      expect(texts(ids.alex)).toEqual(['One', 'Two'])
      expect(desk.reports).toHaveLength(1)
      await queueAnother()
      await drain()
      expect(tried()).toBe(2)
      expect(told().at(-1)?.rich_message).toBeDefined()
    },
  )
})
