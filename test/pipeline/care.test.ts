/** Silence is never silent: who follows a source that fails, is gone, moved or fell quiet hears of it once, with a way on. */
import { expect, test } from 'vitest'
import { findSource, findSourceByUrl } from '../../src/db/sources.ts'
import { follow } from '../../src/db/subscriptions.ts'
import { care } from '../../src/pipeline/care.ts'
import { poll } from '../../src/pipeline/poll.ts'
import { describeDatabases } from '../support/databases.ts'
import { useWorld } from '../support/pipeline.ts'
import { addSource, addSubscriber, noon } from '../support/rows.ts'
import { rss } from '../support/web-server.ts'

const hour = 3_600_000
const at = (hours: number) => new Date(noon.getTime() + hours * hour)

describeDatabases('care', (open) => {
  const world = useWorld(open)

  const item = (n: number, when: Date) => ({
    title: `Letter ${n}`,
    url: `${world.server.url}/letter/${n}`,
    text: 'A letter from the coast about nets and weather. '.repeat(10),
    at: when,
  })
  async function followed(path: string, locale = 'en') {
    const source = await addSource(world.database.db, { url: `${world.server.url}${path}` })
    const subscriber = await addSubscriber(world.database.db, { locale })
    await follow(world.database.db, subscriber.id, { sourceId: source.id }, noon)
    return { source, subscriber }
  }
  const notices = async (subscriberId: number) =>
    (
      await world.database.db
        .selectFrom('deliveries')
        .select('payload')
        .where('subscriber_id', '=', subscriberId)
        .where('kind', '=', 'notice')
        .orderBy('id')
        .execute()
    ).map(({ payload }) => ({
      text: String(payload.params['text']),
      keyboard: JSON.stringify(payload.params['reply_markup']),
    }))

  test('a source that fails for over a day is told of once, in the reader’s language', async () => {
    world.test.setTime(noon)
    world.server.pages.set('/failing.xml', { status: 500 })
    const { source, subscriber } = await followed('/failing.xml', 'zh-Hans')
    await poll(world.test.pipeline, [source.id])
    world.test.setTime(at(20))
    await care(world.test.pipeline)
    expect(await notices(subscriber.id)).toEqual([])
    world.test.setTime(at(50))
    await poll(world.test.pipeline, [source.id])
    await care(world.test.pipeline)
    await care(world.test.pipeline)
    const [notice, ...more] = await notices(subscriber.id)
    expect(more).toEqual([])
    expect(notice?.text).toContain('2 天')
    for (const verb of ['retry', 'find-feed', 'unfollow'])
      expect(notice?.keyboard).toContain(`v1:${verb}:${source.id}`)
    world.server.pages.set('/failing.xml', rss('Back', [item(1, at(49))]))
    await poll(world.test.pipeline, [source.id])
    expect(await findSource(world.database.db, source.id)).toMatchObject({
      trouble_told_at: null,
      failures: 0,
    })
    await world.test.drain()
  })

  test('a dead feed is found again on its site, and its readers go along', async () => {
    world.test.setTime(noon)
    world.server.pages.set('/old.xml', { status: 410 })
    world.server.pages.set('/', {
      body: '<html><head><link rel="alternate" type="application/rss+xml" href="/new.xml"></head><body>Hi</body></html>',
    })
    world.server.pages.set('/new.xml', rss('Harbour Letters', [item(2, at(-1))]))
    const { source, subscriber } = await followed('/old.xml')
    await poll(world.test.pipeline, [source.id])
    await care(world.test.pipeline)
    expect((await notices(subscriber.id))[0]?.text).toContain('has moved to 127.0.0.1')
    const moved = await findSourceByUrl(world.database.db, `${world.server.url}/new.xml`)
    expect(moved).toMatchObject({ state: 'active', failing_since: null })
    expect(await poll(world.test.pipeline, [moved!.id])).toMatchObject({ inserted: 1 })
    world.server.pages.delete('/')
    await world.test.drain()
  })

  test('what the old address still answers after a move says nothing of the new one', async () => {
    world.test.setTime(noon)
    world.server.pages.set('/wandering.xml', { status: 404 })
    world.server.pages.set('/', {
      body: '<html><head><link rel="alternate" type="application/rss+xml" href="/arrived.xml"></head><body>Hi</body></html>',
    })
    world.server.pages.set('/arrived.xml', rss('Wandering Letters', [item(3, at(-1))]))
    const { source, subscriber } = await followed('/wandering.xml')
    await poll(world.test.pipeline, [source.id])
    world.test.setTime(at(26))
    world.server.hold('/wandering.xml')
    const slow = poll(world.test.pipeline, [source.id])
    await care(world.test.pipeline)
    expect((await notices(subscriber.id))[0]?.text).toContain('has moved to 127.0.0.1')
    world.server.release()
    expect(await slow).toMatchObject({ failed: 1 })
    expect(await findSource(world.database.db, source.id)).toMatchObject({
      url: `${world.server.url}/arrived.xml`,
      failures: 0,
      failing_since: null,
      error: null,
      next_poll_at: at(26),
    })
    world.server.pages.delete('/')
  })

  test('a dead feed whose site offers several leaves the choice to its readers', async () => {
    world.test.setTime(noon)
    const link = (path: string) => `<link rel="alternate" type="application/rss+xml" href="${path}">`
    world.server.pages.set('/dead.xml', { status: 410 })
    world.server.pages.set('/', {
      body: `<html><head>${['/north.xml', '/north-copy.xml', '/south.xml', '/comments.xml'].map(link).join('')}</head><body>Hi</body></html>`,
    })
    world.server.pages.set('/north.xml', rss('North', [item(20, at(-1))]))
    world.server.pages.set('/north-copy.xml', rss('North again', [item(20, at(-1))]))
    world.server.pages.set('/south.xml', rss('South', [item(21, at(-1))]))
    world.server.pages.set('/comments.xml', rss('Comments', [item(22, at(-1))]))
    const { source, subscriber } = await followed('/dead.xml')
    await poll(world.test.pipeline, [source.id])
    await care(world.test.pipeline)
    const [notice, ...more] = await notices(subscriber.id)
    expect(more).toEqual([])
    expect(notice?.text).toMatch(/no longer exists.*several feeds/u)
    expect(notice?.keyboard).toContain(`v1:find-feed:${source.id}`)
    expect(await findSource(world.database.db, source.id)).toMatchObject({
      url: `${world.server.url}/dead.xml`,
    })
    // With the other away it is plain where the readers go; answers to what is read are no choice.
    world.server.pages.delete('/south.xml')
    const second = await followed('/dead-too.xml')
    world.server.pages.set('/dead-too.xml', { status: 410 })
    await poll(world.test.pipeline, [second.source.id])
    await care(world.test.pipeline)
    expect((await notices(second.subscriber.id))[0]?.text).toContain('has moved to')
    world.server.pages.delete('/')
    await world.test.drain()
  })

  test('a gone feed without a successor is said to be gone', async () => {
    world.test.setTime(noon)
    world.server.pages.set('/gone.xml', { status: 410 })
    const { source, subscriber } = await followed('/gone.xml')
    await poll(world.test.pipeline, [source.id])
    await care(world.test.pipeline)
    expect((await notices(subscriber.id))[0]?.text).toContain('no longer exists')
  })

  test('silence is told of when it is unusual for that source', async () => {
    world.test.setTime(noon)
    const daily = Array.from({ length: 8 }, (_, index) => item(10 + index, at(-24 * index - 1)))
    world.server.pages.set('/daily.xml', rss('Daily', daily))
    const { source, subscriber } = await followed('/daily.xml')
    await poll(world.test.pipeline, [source.id])
    await world.test.drain()
    world.test.setTime(at(24 * 10))
    await care(world.test.pipeline)
    expect(await notices(subscriber.id)).toEqual([])
    world.test.setTime(at(24 * 16))
    await care(world.test.pipeline)
    await care(world.test.pipeline)
    const told = await notices(subscriber.id)
    expect(told).toHaveLength(1)
    expect(told[0]?.text).toContain('nothing for 16 days')
  })
})
