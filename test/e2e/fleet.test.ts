/** Four processes on PostgreSQL do the whole job, and a kill -9 of any of them loses nothing and tells nothing twice. */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { ids } from '../../src/playground/people.ts'
import { type Chat, openChat, textOf } from '../support/chat.ts'
import { type Fleet, type FleetService, startFleet } from '../support/fleet.ts'
import { type ModelServer, startModelServer } from '../support/model-server.ts'
import { rss, startWebServer, type WebServer } from '../support/web-server.ts'

const hour = 3_600_000
const day = 24 * hour
const subjects = ['Corvid', 'Jackdaw', 'Starling', 'Wagtail', 'Plover', 'Siskin', 'Dunlin']

describe.skipIf(inject('postgresUrl') === null)('four processes', () => {
  let web: WebServer
  let model: ModelServer
  let fleet: Fleet
  let chat: Chat
  let told = 0

  /** Tells one more invented event in the feed. */
  function publish(): string {
    const subject = subjects[told]!
    told += 1
    const items = subjects.slice(0, told).map((name, index) => ({
      title: `${name} ${'bakery foundry orchard library ferry theatre kiln'.split(' ')[index]} reopens`,
      url: `${web.url}/post/${name}`,
      text: [
        `The ${name} house in Port Selwyn opened its doors again on Friday after ${index + 2} years.`,
        `Its keeper, Ada ${name}son, spent ${(index + 1) * 110} thousand crowns on the roof of ${name}.`,
        `Visitors to ${name} came from ${index + 4} valleys and stayed until dark.`,
      ].join(' '),
      at: new Date(fleet.now().getTime() - hour),
    }))
    web.pages.set('/feed.xml', rss('Selwyn Standard', items.toReversed()))
    web.pages.set(`/post/${subject}`, {
      body: `<html><head><title>${subject}</title></head><body><article><h1>${subject} reopens</h1><p>${items.at(-1)!.text}</p><p>${items.at(-1)!.text}</p></article></body></html>`,
    })
    return subject
  }
  const heard = async (subject: string) =>
    (await chat.messages()).filter(
      (message) => textOf(message).includes(`${subject} `) && /Digest no\./u.test(textOf(message)),
    )
  /** The morning digest that holds `subject`, after which the clock has gone a day on. */
  async function nextDigest(subject: string): Promise<string> {
    const message = await chat.see(
      (each) => /Digest no\./u.test(textOf(each)) && textOf(each).includes(`${subject} `),
    )
    return textOf(message)
  }
  const polled = () =>
    fleet.database.db
      .updateTable('sources')
      .set({ next_poll_at: fleet.now() })
      .where('url', '=', `${web.url}/feed.xml`)
      .execute()
  /** Until the row exists that says so; the processes' own ticks bring it about. */
  async function until(look: () => Promise<boolean>): Promise<void> {
    while (!(await look())) await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const isReady = (subject: string) => async () =>
    (await fleet.database.db
      .selectFrom('articles')
      .select('id')
      .where('title', 'like', `${subject}%`)
      .where('ready_at', 'is not', null)
      .executeTakeFirst()) !== undefined
  const isOnItsWay = async () =>
    (await fleet.database.db
      .selectFrom('deliveries')
      .select('id')
      .where('state', 'in', ['queued', 'sending', 'ambiguous'])
      .executeTakeFirst()) !== undefined

  beforeAll(async () => {
    web = await startWebServer()
    model = await startModelServer()
    fleet = await startFleet({
      FETCH_ALLOW: web.host,
      OPENAI_BASE_URL: model.url,
      OPENAI_MODEL: 'local-test-model',
    })
    chat = await openChat(fleet.api.url, { user: ids.alex })
  })
  afterAll(async () => {
    chat.close()
    await fleet.close()
    await model.close()
    await web.close()
  })

  test('a feed is followed, a link summed up by the model, and the morning digest comes once', async () => {
    const subject = publish()
    await chat.send('/start')
    await chat.see('I am Gazette')
    await chat.send(`/subscribe ${web.url}/feed.xml`)
    await chat.see('You now follow Selwyn Standard.')
    await chat.send(`${web.url}/post/${subject}`)
    // In place of the sign of work, or as a new message where it took long enough to be shown while it was written.
    const summary = await chat.see('opened its doors')
    expect(textOf(summary)).not.toContain('without AI')
    await until(isReady(subject))
    await fleet.advance(day)
    expect(await nextDigest(subject)).toContain('Digest no. 1')
    expect(model.calls.length).toBeGreaterThan(0)
  })

  test.each<{ service: FleetService; moment: string; break_: () => Promise<void> }>([
    {
      service: 'worker',
      moment: 'while it fetches a feed',
      break_: async () => {
        const before = web.hits.length
        web.hold('/feed.xml')
        await polled()
        await until(async () => web.hits.length > before)
      },
    },
    {
      service: 'worker',
      moment: 'while the model is asked for a summary',
      break_: async () => {
        await polled()
        await until(isReady(subjects[told - 1]!))
        const before = model.calls.length
        model.script({ hang: true })
        await fleet.advance(day)
        await model.seen(before + 1)
      },
    },
    {
      service: 'scheduler',
      moment: 'before it plans',
      break_: async () => {
        await polled()
        await until(isReady(subjects[told - 1]!))
      },
    },
    {
      service: 'sender',
      moment: 'while Telegram has not answered',
      break_: async () => {
        await polled()
        await until(isReady(subjects[told - 1]!))
        fleet.api.faults.order({ kind: 'slow', method: 'sendMessage', ms: 60_000 })
        await fleet.advance(day)
        await until(
          async () =>
            (await fleet.database.db
              .selectFrom('deliveries')
              .select('id')
              .where('state', '=', 'sending')
              .executeTakeFirst()) !== undefined,
        )
      },
    },
  ])('the $service killed $moment: the digest comes, once', async ({ service, break_ }) => {
    const subject = publish()
    await break_()
    await fleet.kill(service)
    web.release()
    // What the dead process held runs out sooner on the moved clock than in the real 20 seconds.
    await fleet.advance(30_000)
    await fleet.start(service)
    await polled()
    await until(isReady(subject))
    const hours = (32 - fleet.now().getUTCHours()) % 24 || 24
    // What is on its way already would be given up as hours late.
    if ((await heard(subject)).length === 0 && !(await isOnItsWay())) await fleet.advance(hours * hour)
    await nextDigest(subject)
    expect(await heard(subject)).toHaveLength(1)
  })

  test('the bot killed while it answers: the reader gets the answer, once', async () => {
    fleet.api.faults.order({ kind: 'slow', method: 'sendMessage', ms: 60_000 })
    const before = fleet.api.faults.pending()
    await chat.send('/status')
    await until(async () => fleet.api.faults.pending() < before)
    await fleet.kill('bot')
    await fleet.advance(30_000)
    await fleet.start('bot')
    await chat.see(/Status/)
    expect((await chat.messages()).filter((message) => textOf(message).startsWith('Status'))).toHaveLength(1)
  })

  test('nothing is left behind', async () => {
    const { db } = fleet.database
    // Numbered as they are made: one that a dead worker had begun may come behind the next.
    const digests = await db.selectFrom('digests').select(['state', 'number']).orderBy('number').execute()
    expect(digests.some(({ state }) => state === 'planned')).toBe(false)
    const numbers = digests.flatMap(({ number }) => (number === null ? [] : [number]))
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
    const stuck = await db.selectFrom('deliveries').select('state').where('state', '<>', 'sent').execute()
    expect(stuck).toEqual([])
  })
})
