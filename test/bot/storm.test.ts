/** Telegram refuses every message for minutes: what readers asked meanwhile is answered after that. */
import { expect, test } from 'vitest'
import { ids } from '../../src/playground/people.ts'
import { openChat, textOf } from '../support/chat.ts'
import { startTestGazette } from '../support/gazette.ts'

const storm = (seconds: number) =>
  ({
    kind: 'error',
    method: 'sendMessage',
    code: 429,
    description: `Too Many Requests: retry after ${seconds}`,
    parameters: { retry_after: seconds },
  }) as const

test('commands in a storm of refusals are answered after it, each once', async () => {
  const gazette = await startTestGazette()
  const chat = await openChat(gazette.api.url, { user: ids.alex })
  const other = await openChat(gazette.api.url, { user: ids.mei })
  const { clock, running, api, database } = gazette
  const keptCount = async () => (await database.db.selectFrom('inbox').select('update_id').execute()).length
  try {
    await chat.send('/start')
    await chat.see(/Gazette/u)
    const begun = clock.now().getTime()
    api.faults.order(storm(300))
    const asked = await chat.send('/help')
    await expect.poll(keptCount).toBe(1)
    // What comes in the storm is not even tried: the refusal was for everybody.
    const sends = () => api.world.calls.filter(({ method }) => method === 'sendMessage').length
    const before = sends()
    const other1 = await other.send('/start')
    await expect.poll(keptCount).toBe(2)
    expect(sends()).toBe(before)

    // A second refusal when it is over puts them off once more.
    api.faults.order(storm(60))
    await running.advance(new Date(begun + 301_000))
    expect(await keptCount()).toBeGreaterThan(0)
    await running.advance(new Date(begun + 400_000))
    const answer = await chat.see((message) => message.message_id > asked)
    expect(textOf(answer)).toContain('/')
    await other.see((message) => message.message_id > other1)
    expect(await keptCount()).toBe(0)
    const after = sends()
    await running.advance(new Date(begun + 1_000_000))
    expect(sends()).toBe(after)
  } finally {
    chat.close()
    other.close()
    await gazette.close()
  }
})
