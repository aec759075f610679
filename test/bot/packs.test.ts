/** Links that open something: a topic, a source, and packs that one reader makes and another follows. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { upsertSource } from '../../src/db/sources.ts'
import { ids } from '../../src/playground/people.ts'
import { type Chat, control, labelsOf, openChat, textOf } from '../support/chat.ts'
import { startTestGazette, type TestGazette } from '../support/gazette.ts'

let gazette: TestGazette
let alex: Chat
let mei: Chat
const newer = (chat: Chat, id: number) => chat.see((message) => message.message_id > id)
const followedBy = async (chatId: number) =>
  (
    await gazette.database.db
      .selectFrom('subscriptions')
      .innerJoin('subscribers', 'subscribers.id', 'subscriptions.subscriber_id')
      .select(['topic_id', 'source_id'])
      .where('chat_id', '=', chatId)
      .execute()
  ).length

async function addSource(title: string, shared: boolean): Promise<number> {
  const { db } = gazette.database
  const values = { kind: 'feed', siteUrl: null, language: null, catalogueTopic: null } as const
  const url = `https://${title.toLowerCase()}.example/feed.xml`
  return (await upsertSource(db, { url, title, shared, ...values }, gazette.clock.now(), 3_600_000)).id
}

beforeAll(async () => {
  gazette = await startTestGazette()
  alex = await openChat(gazette.api.url, { user: ids.alex })
  mei = await openChat(gazette.api.url, { user: ids.mei })
})
afterAll(async () => {
  alex.close()
  mei.close()
  await gazette.close()
})

test('a link follows a topic or a public source, and says where it leads nowhere', async () => {
  const open = await addSource('Openly', true)
  const hidden = await addSource('Hidden', false)
  let shown = await newer(alex, await alex.send('/start topic_ai'))
  expect(textOf(shown)).toContain('You now follow Artificial intelligence')
  expect(labelsOf(shown)).toContain('✓ Artificial intelligence')
  shown = await newer(alex, await alex.send(`/start src_${open}`))
  expect(textOf(shown)).toContain('You now follow Openly')
  for (const dead of ['topic_nothing', `src_${hidden}`, 'src_999', 'pack_nothing']) {
    shown = await newer(alex, await alex.send(`/start ${dead}`))
    expect(textOf(shown), dead).toMatch(/no longer there/u)
  }
  expect(await followedBy(ids.alex)).toBe(2)
})

test('a reader makes a pack, changes it, and another follows some of it, all of it, and takes that back', async () => {
  await newer(alex, await alex.send('/packs'))
  await alex.tap('Make a pack')
  await alex.see('What shall the pack be called?')
  const made = await newer(alex, await alex.send('Morning\nreading'))
  expect(textOf(made)).toMatch(/^Morning reading\n\n1 topic, 1 source\n/u)
  const code = /pack_(\w+)/u.exec(textOf(made))?.[1] ?? ''
  expect(JSON.stringify(made.reply_markup)).toContain('copy_text')
  await alex.tap('✓ Openly')
  await alex.see('1 topic, 0 sources')
  await alex.tap('Openly')
  await alex.see('1 topic, 1 source')
  await alex.tap('Rename')
  await alex.see('called now')
  expect(textOf(await newer(alex, await alex.send('Evening')))).toMatch(/^Evening\n/u)

  const offered = await newer(mei, await mei.send(`/start pack_${code}`))
  expect(textOf(offered)).toContain('Evening')
  expect(textOf(offered)).toContain('1 个主题，1 个来源')
  expect(await followedBy(ids.mei)).toBe(0)
  await mei.tap('人工智能')
  await mei.see((message) => labelsOf(message).includes('✓ 人工智能'))
  await mei.tap('全部关注')
  await mei.see('新关注了 1 项')
  expect(await followedBy(ids.mei)).toBe(2)
  await mei.tap('撤销')
  await mei.see('已撤销')
  expect(await followedBy(ids.mei)).toBe(1)

  // Neither a pack nor what is in it can be changed by anybody else.
  const pressed = await control<{ id: string }>(gazette.api.url, 'press', {
    chat: ids.mei,
    from: ids.mei,
    message: offered.message_id,
    data: `v1:pack-delete:${code}`,
  })
  await mei.answered(pressed.id)
  await mei.see('已经不在了')

  await alex.tap('Delete this pack')
  await alex.tap('Yes, delete it')
  await alex.see('The pack Evening is deleted')
  expect(textOf(await newer(mei, await mei.send(`/start pack_${code}`)))).toContain('这个合集已经不在了')
  expect(await followedBy(ids.mei)).toBe(1)
})

test('nothing to put into a pack and no name for it are told', async () => {
  await alex.send('/packs')
  await alex.tap('Make a pack')
  await alex.see('called?')
  expect(textOf(await newer(alex, await alex.send('x'.repeat(61))))).toContain('up to 60')
  await gazette.database.db.deleteFrom('subscriptions').execute()
  await alex.send('/packs')
  await alex.tap('Make a pack')
  await alex.see('You follow nothing yet')
})
