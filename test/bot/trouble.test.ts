/** A reader of the sample site, in English and Chinese over HTTP: its broken, slow, moved and dead feeds, and what is offered for each. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ids } from '../../src/playground/people.ts'
import { type Site, startSite } from '../../src/playground/site/site.ts'
import { type Chat, labelsOf, openChat, textOf } from '../support/chat.ts'
import { startTestGazette, type TestGazette } from '../support/gazette.ts'
import { noon } from '../support/rows.ts'

const minute = 60_000
const hour = 60 * minute

describe.each([
  {
    who: 'alex',
    says: {
      followed: 'You now follow',
      missing: 'says that this page does not exist',
      ended: 'The Closing Page no longer exists',
      moved: 'The Wanderer has moved to',
      retry: 'Try again',
      retrying: /I read The Closing Page again/u,
      find: 'Find its new address',
      none: 'I could not find articles to follow there',
      remove: 'Stop following',
      again: 'Follow this source',
    },
  },
  {
    who: 'mei',
    says: {
      followed: '已关注',
      missing: '不存在',
      ended: '“The Closing Page”已经不存在',
      moved: '“The Wanderer”已搬到',
      retry: '再试一次',
      retrying: /我现在重新读取“The Closing Page”/u,
      find: '找它的新地址',
      none: '没有在那里找到可以订阅的文章',
      remove: '取消关注',
      again: '关注这个来源',
    },
  },
] as const)('$who follows what is in trouble', ({ who, says }) => {
  let site: Site
  let gazette: TestGazette
  let chat: Chat
  let now = () => noon
  beforeAll(async () => {
    site = await startSite({ start: noon, now: () => now(), slowMs: 50 })
    gazette = await startTestGazette({ allow: [new URL(site.url).host] })
    now = gazette.clock.now
    chat = await openChat(gazette.api.url, { user: ids[who] })
    await chat.send('/start')
  })
  afterAll(async () => {
    chat.close()
    await gazette.close()
    await site.close()
  })

  test.each([
    ['a feed that breaks off', '/loose-wire/software/feed.xml', 'Loose Wire'],
    ['a slow one', '/slow-kettle/design/feed.xml', 'Slow Kettle'],
    ['one that moved, where it is now', '/moved/feed.xml', 'Fernwick Review'],
    ['one that will end', '/closing/feed.xml', 'The Closing Page'],
    ['one that will go elsewhere', '/wandering/feed.xml', 'The Wanderer'],
  ])('%s is followed', async (_what, path, title) => {
    await chat.send(`/subscribe ${site.url}${path}`)
    const answer = await chat.see((message) => textOf(message).includes(title))
    expect(textOf(answer)).toContain(says.followed)
  })

  test('one that is gone is said to be gone, not that something went wrong here', async () => {
    await chat.send(`/subscribe ${site.url}/gone/feed.xml`)
    const answer = await chat.see(says.missing)
    expect(textOf(answer)).toContain('127.0.0.1')
  })

  test('one that ended is told of once, with ways on', async () => {
    await gazette.running.advance(new Date(now().getTime() + 26 * hour))
    await gazette.running.advance(new Date(now().getTime() + 50 * hour))
    const notice = await chat.see(says.ended)
    expect(labelsOf(notice)).toEqual([says.retry, says.find, says.remove])
    const told = (await chat.messages()).filter((message) => textOf(message).includes(says.ended))
    expect(told).toHaveLength(1)
    // Another that fails at every second look may have a notice of its own by now.
    await chat.tap(says.retry, says.ended)
    await chat.see(says.retrying)
    await chat.tap(says.find, says.ended)
    await gazette.running.advance(new Date(now().getTime() + minute))
    await chat.see(says.none)
  })

  test('one that went elsewhere is followed there, and can be left', async () => {
    const notice = await chat.see(says.moved)
    expect(labelsOf(notice)).toEqual([says.remove])
    const { db } = gazette.database
    const moved = await db.selectFrom('sources').select('url').where('url', 'like', '%/wandering/%').execute()
    expect(moved).toEqual([{ url: `${site.url}/wandering/new.xml` }])
    await chat.tap(says.remove)
    await chat.see((message) => textOf(message).includes(says.moved) && labelsOf(message)[0] === says.again)
  })
})
