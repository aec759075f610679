/** What is followed and how it is kept in order: links that open something, packs, and the list with 500 things in it. */
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

/** People take seconds between taps, which nobody waits for here. */
const pause = async () => {
  await gazette.database.db.deleteFrom('quotas').execute()
}

beforeAll(async () => {
  gazette = await startTestGazette()
  alex = await openChat(gazette.api.url, { user: ids.alex, pause })
  mei = await openChat(gazette.api.url, { user: ids.mei, pause })
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

test('500 things are found in groups and by words, renamed, filed away, muted, dropped and taken back', async () => {
  const { db } = gazette.database
  const { id } = await db
    .selectFrom('subscribers')
    .select('id')
    .where('chat_id', '=', ids.alex)
    .executeTakeFirstOrThrow()
  await alex.send('/start topic_ai')
  await alex.see((message) => labelsOf(message).includes('✓ Artificial intelligence'))
  const sources = await db
    .insertInto('sources')
    .values(
      Array.from({ length: 499 }, (_, at) => ({
        url: `https://many.example/${at}`,
        kind: 'feed' as const,
        title: `Paper ${at}`,
        next_poll_at: new Date('2100-01-01'),
        poll_gap_ms: 3_600_000,
        created_at: gazette.clock.now(),
        ...(at === 7 ? { failing_since: new Date('2026-11-02'), error: 'timedOut', failures: 3 } : {}),
      })),
    )
    .returning(['id'])
    .execute()
  await db
    .insertInto('subscriptions')
    .values(
      sources.map((source) => ({
        subscriber_id: id,
        source_id: source.id,
        created_at: gazette.clock.now(),
      })),
    )
    .execute()

  const first = await newer(alex, await alex.send('/list'))
  expect(textOf(first)).toContain('1 topic, 499 sources')
  expect(labelsOf(first)).toEqual(
    expect.arrayContaining(['Topics · 1', 'Sources · 499', 'Cannot be read · 1']),
  )
  const inPlace = (words: string | RegExp) =>
    alex.see((message) => message.message_id === first.message_id && textOf(message).search(words) >= 0)
  await alex.tap('Sources · 499')
  await inPlace('Page 1 of 63')
  await alex.tap('Later ›')
  await inPlace('Page 2 of 63')
  await alex.tap('‹ Back')
  await alex.tap('Cannot be read · 1')
  await inPlace('Paper 7: cannot be read')
  await alex.tap('Paper 7')
  await inPlace(/Cannot be read since .*November/u)
  await alex.tap('Rename')
  await inPlace('What do you want to call it?')
  const named = await newer(alex, await alex.send('ورقة الصباح 📰'))
  expect(textOf(named)).toContain('ورقة الصباح 📰\n\nSaved.')
  await alex.tap('Folder')
  await alex.see('Which folder?')
  const filed = await newer(alex, await alex.send('早报'))
  expect(textOf(filed)).toContain('In the folder 早报.')
  await alex.tap('Mute')
  await alex.see('no digest tells of it')

  const found = await newer(alex, await alex.send('/list الصباح'))
  expect(textOf(found)).toContain('“الصباح”: 1 found.')
  await alex.tap('ورقة الصباح 📰')
  await alex.tap('Stop following')
  const dropped = await alex.see('You no longer follow ورقة الصباح')
  expect(dropped.message_id).toBe(found.message_id)
  await alex.tap('Undo')
  await alex.see('You follow ورقة الصباح 📰 again')
  const after = await newer(alex, await alex.send('/list'))
  expect(labelsOf(after)).toEqual(expect.arrayContaining(['早报 · 1', 'Other sources · 498', 'Muted · 1']))

  await alex.tap('Search the list')
  await alex.see('What are you looking for?')
  const many = await newer(alex, await alex.send('paper 10'))
  expect(textOf(many)).toContain('“paper 10”: 11 found.')
  await alex.tap('Later ›')
  await alex.see('Page 2 of 2')
})

test('/status and /settings say until when digests are paused, and end it', async () => {
  const paused = textOf(await newer(mei, await mei.send('/pause 2031-05-04')))
  expect(paused).toContain('已暂停到')
  for (const command of ['/status', '/settings']) {
    const shown = await newer(mei, await mei.send(command))
    expect(textOf(shown), command).toContain(paused)
    expect(labelsOf(shown), command).toContain('恢复推送')
  }
  await mei.tap('恢复推送')
  expect(textOf(await newer(mei, await mei.send('/status')))).not.toContain(paused)

  // "As it happens" has no hour to name.
  await gazette.database.db.updateTable('schedules').set({ mode: 'instant' }).execute()
  const status = textOf(await newer(mei, await mei.send('/status')))
  expect(status).toContain('随时推送')
  expect(status).not.toMatch(/08:00|下一期/u)
})
