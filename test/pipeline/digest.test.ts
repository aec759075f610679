/** From feeds to numbered digests: windows that lose nothing, one entry a story, each told once, late ones merged. */
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { reschedule } from '../../src/db/schedules.ts'
import { follow } from '../../src/db/subscriptions.ts'
import { getLocale } from '../../src/locales/locales.ts'
import { plan, startDigests } from '../../src/pipeline/plan.ts'
import { pollDue } from '../../src/pipeline/poll-due.ts'
import { describeDatabases } from '../support/databases.ts'
import { useWorld } from '../support/pipeline.ts'
import { addSchedule, addSource, addSubscriber, noon, textsOf } from '../support/rows.ts'
import { rss, type WebServer } from '../support/web-server.ts'

const hour = 3_600_000
const at = (hours: number) => new Date(noon.getTime() + hours * hour)

/** An invented event, told in enough words to be a story of its own. */
function news(server: WebServer, subject: string, hours: number, host = 'a') {
  return {
    title: `${subject} opens a new workshop in Velmont`,
    url: `${server.url}/${host}/${encodeURIComponent(subject)}`,
    text: `${subject} said on Monday that its workshop in Velmont opens with 120 people. The makers of ${subject} plan two more sites. Neighbours of ${subject} had asked for quiet hours, and the town agreed.`.repeat(
      2,
    ),
    at: at(hours),
  }
}

describeDatabases('digests', (open) => {
  const world = useWorld(open)

  const subjects = ['Quillfern Looms', 'Brackwater Kites', 'Ostrava Bells', 'Tinderbox Clocks']

  async function followFeed(path: string) {
    const subscriber = await addSubscriber(world.database.db, { locale: 'en' })
    const source = await addSource(world.database.db, { url: `${world.server.url}${path}` })
    await follow(world.database.db, subscriber.id, { sourceId: source.id }, noon)
    const schedule = await addSchedule(world.database.db, subscriber.id, { next_due_at: at(20) })
    return { subscriber, source, schedule }
  }
  const digestsOf = (subscriberId: number) =>
    world.database.db
      .selectFrom('digests')
      .selectAll()
      .where('subscriber_id', '=', subscriberId)
      .orderBy('due_at')
      .execute()

  test('the first digest reads unread sources at once, the next tells only what is new', async () => {
    world.test.setTime(noon)
    world.server.pages.set('/one.xml', rss('Velmont News', [news(world.server, subjects[0]!, -2)]))
    const { subscriber, source } = await followFeed('/one.xml')
    await startDigests(world.test.pipeline, subscriber.id, noon)
    await startDigests(world.test.pipeline, subscriber.id, noon)
    await world.test.drain()
    const [first] = await textsOf(world.database.db, subscriber.id)
    expect(first).toContain('Digest no. 1')
    expect(first).toContain(subjects[0])

    world.server.pages.set(
      '/one.xml',
      rss('Velmont News', [news(world.server, subjects[1]!, 3), news(world.server, subjects[0]!, -2)]),
    )
    world.test.setTime(at(19))
    await world.database.db
      .updateTable('sources')
      .set({ next_poll_at: at(19) })
      .where('id', '=', source.id)
      .execute()
    await pollDue(world.test.pipeline)
    await world.test.drain()
    world.test.setTime(at(20))
    expect(await plan(world.test.pipeline)).toBe(1)
    expect(await plan(world.test.pipeline)).toBe(0)
    await world.test.drain()
    const [, second, ...more] = await textsOf(world.database.db, subscriber.id)
    expect(more).toEqual([])
    expect(second).toContain('Digest no. 2')
    expect(second).toContain(subjects[1])
    expect(second).not.toContain(subjects[0])
  })

  test('a preview tells the same and changes nothing', async () => {
    world.test.setTime(noon)
    world.server.pages.set('/two.xml', rss('Hill Post', [news(world.server, subjects[2]!, -1, 'b')]))
    const { subscriber, source } = await followFeed('/two.xml')
    const to = { subscriberId: subscriber.id, messageId: 7, threadId: null, locale: 'en' }
    await world.test.pipeline.enqueue(null, 'preview-digest', { ...to, topicId: null })
    await world.test.drain()
    expect((await textsOf(world.database.db, subscriber.id))[0]).toContain(subjects[2])
    expect(await digestsOf(subscriber.id)).toEqual([])
    expect(source.id).toBeGreaterThan(0)
    await startDigests(world.test.pipeline, subscriber.id, noon)
    await world.test.drain()
    expect((await textsOf(world.database.db, subscriber.id))[1]).toContain(subjects[2])
  })

  test('a preview of a topic without articles says that of the topic', async () => {
    world.test.setTime(noon)
    const { id } = await addSubscriber(world.database.db, { locale: 'en' })
    const topics = world.database.db.selectFrom('topics').select('id')
    const topic = await topics.where('slug', '=', 'gaming').executeTakeFirstOrThrow()
    const to = { subscriberId: id, messageId: 7, threadId: null, locale: 'en' }
    await world.test.pipeline.enqueue(null, 'preview-digest', { ...to, topicId: topic.id })
    await world.test.drain()
    expect(await textsOf(world.database.db, id)).toEqual([getLocale('en').bot.digest.nothingInTopic])
  })

  test('several missed times become one late digest that names them; nothing new is silence', async () => {
    world.test.setTime(noon)
    world.server.pages.set('/three.xml', rss('Lake Letter', [news(world.server, subjects[3]!, -1, 'c')]))
    const { subscriber } = await followFeed('/three.xml')
    await startDigests(world.test.pipeline, subscriber.id, noon)
    await world.test.drain()
    world.test.setTime(at(20 + 48 + 3))
    await plan(world.test.pipeline)
    await world.test.drain()
    const rows = await digestsOf(subscriber.id)
    expect(rows.map(({ state }) => state)).toEqual(['composed', 'merged', 'merged', 'empty'])
    expect(rows[1]?.merged_into).toBe(rows[3]?.id)
    expect(await textsOf(world.database.db, subscriber.id)).toHaveLength(1)
  })

  test('every article of the window is shown, merged, or left out with a reason', async () => {
    world.test.setTime(noon)
    // Words that no two articles share, so that each is a story of its own.
    const word = (seed: string) =>
      createHash('sha256')
        .update(seed)
        .digest('base64')
        .replaceAll(/[^a-z]/gu, '')
        .slice(0, 8)
    const many = Array.from({ length: 25 }, (_, index) => {
      const words = Array.from({ length: 60 }, (__, place) => word(`${index}-${place}`))
      return {
        title: words.slice(0, 6).join(' '),
        url: `${world.server.url}/d/${index}`,
        text: `${words.join(' ')}.`,
        at: at(-1 - index),
      }
    })
    world.server.pages.set('/four.xml', rss('Guild Gazette', many))
    const { subscriber } = await followFeed('/four.xml')
    await startDigests(world.test.pipeline, subscriber.id, noon)
    await world.test.drain()
    const items = await world.database.db
      .selectFrom('digest_items')
      .innerJoin('digests', 'digests.id', 'digest_items.digest_id')
      .select(['article_id', 'shown', 'reason'])
      .where('subscriber_id', '=', subscriber.id)
      .execute()
    expect(new Set(items.map((item) => item.article_id)).size).toBe(25)
    expect(items.filter((item) => item.shown).length).toBeLessThanOrEqual(10)
    expect(items.every((item) => item.shown === (item.reason === null))).toBe(true)
    expect((await textsOf(world.database.db, subscriber.id)).join('\n')).toContain('Left out')
  })

  test('a change of zone says what it does not repeat', async () => {
    const subscriber = await addSubscriber(world.database.db)
    const schedule = await addSchedule(world.database.db, subscriber.id, {
      next_due_at: at(20),
      window_from: noon,
    })
    world.test.setTime(at(20))
    await plan(world.test.pipeline)
    await world.test.drain()
    const { repeated } = await reschedule(
      world.database.db,
      subscriber.id,
      { time_zone: 'America/Los_Angeles' },
      at(21),
    )
    expect(repeated?.toISOString()).toBe('2026-03-03T16:00:00.000Z')
    const row = await world.database.db
      .selectFrom('schedules')
      .select('next_due_at')
      .where('id', '=', schedule.id)
      .executeTakeFirstOrThrow()
    expect(row.next_due_at.toISOString()).toBe('2026-03-04T16:00:00.000Z')
  })

  test('a move past several times at once makes one late digest that names each of them', async () => {
    const subscriber = await addSubscriber(world.database.db)
    const times = ['08:00', '11:00', '12:00']
    await addSchedule(world.database.db, subscriber.id, { times, next_due_at: at(20), window_from: noon })
    world.test.setTime(at(20))
    await plan(world.test.pipeline)
    // It is nine; in Tokyo eleven and noon lie behind, both before London's eight.
    await reschedule(world.database.db, subscriber.id, { time_zone: 'Asia/Tokyo' }, at(21))
    world.test.setTime(at(21))
    await plan(world.test.pipeline)
    const [told, ...moved] = await digestsOf(subscriber.id)
    const late = moved.find((each) => each.state !== 'merged')
    expect(told).toMatchObject({ due_at: at(20), late: false })
    expect(moved).toHaveLength(2)
    expect(late).toMatchObject({ late: true, cause: 'zone' })
    expect(moved.find((each) => each !== late)).toMatchObject({ state: 'merged', merged_into: late?.id })
    // Nothing is made up for twice.
    await plan(world.test.pipeline)
    expect(await digestsOf(subscriber.id)).toHaveLength(3)
  })

  test('readers with the same choice, window and language share an edition', async () => {
    world.test.setTime(noon)
    world.server.pages.set('/five.xml', rss('Coast Courier', [news(world.server, 'Pale Lantern', -1, 'e')]))
    const one = await followFeed('/five.xml')
    const two = await followFeed('/five.xml')
    for (const { subscriber } of [one, two]) {
      await startDigests(world.test.pipeline, subscriber.id, noon)
      await world.test.drain()
    }
    const [first] = await digestsOf(one.subscriber.id)
    const [second] = await digestsOf(two.subscriber.id)
    expect(first?.edition_id).not.toBeNull()
    expect(second?.edition_id).toBe(first?.edition_id)
  })
})
