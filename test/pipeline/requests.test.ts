/** What readers ask for: links summed up, sources followed, questions answered; bad requests leave nothing behind. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { UserError } from '../../src/core/errors.ts'
import { splitSentences } from '../../src/core/sentences.ts'
import type { Database } from '../../src/db/connect.ts'
import type { Subscriber } from '../../src/db/database.ts'
import { listSubscriptions } from '../../src/db/subscriptions.ts'
import { getLocale } from '../../src/locales/locales.ts'
import { addSource } from '../../src/pipeline/add-source.ts'
import { answerQuestion } from '../../src/pipeline/answer-question.ts'
import { readLink } from '../../src/pipeline/read-link.ts'
import { describeDatabases } from '../support/databases.ts'
import { openPipeline, type TestPipeline } from '../support/pipeline.ts'
import { addSubscriber, noon } from '../support/rows.ts'
import { rss, startWebServer, type WebServer } from '../support/web-server.ts'

const paragraphs = [
  'The town of Halvern will replace its last oil ferry with two electric boats by spring, the council said.',
  'Each boat carries 180 people and charges in nine minutes at the northern pier, according to the harbour master, Ines Dahl.',
  'Fares stay at 3 crowns. Fishermen had feared for their moorings; the plan now keeps all 42 of them.',
  'The old ferry, the Marit, served for 51 years and will become a museum on the quay.',
]
const page = (feed = '') => `<!doctype html><html lang="en"><head><title>Electric ferries for Halvern</title>
  <meta name="author" content="Tove Lind">${feed}</head><body><nav><a href="/">Home</a></nav>
  <article><h1>Electric ferries for Halvern</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article>
  <footer>Subscribe to our newsletter</footer></body></html>`

describeDatabases('requests', (open) => {
  let database: Database
  let server: WebServer
  let test_: TestPipeline
  let mei: Subscriber
  let messageId = 100
  beforeAll(async () => {
    database = await open()
    server = await startWebServer()
    test_ = await openPipeline(database, { allow: [server.host] })
    mei = await addSubscriber(database.db, { locale: 'en' })
    const feed = '<link rel="alternate" type="application/rss+xml" href="/feed.xml">'
    server.pages.set('/ferry', { body: page(feed) })
    server.pages.set(
      '/feed.xml',
      rss('Halvern Herald', [
        {
          title: 'Electric ferries for Halvern',
          url: `${server.url}/ferry`,
          text: paragraphs.join(' '),
          at: noon,
        },
      ]),
    )
    server.pages.set('/plain', { body: '<html><body><p>Nothing to follow.</p></body></html>' })
    server.pages.set('/home', {
      body: `<html><head>${feed}</head><body><nav><a href="/ferry">Ferry</a></nav></body></html>`,
    })
    server.pages.set('/empty', { body: '<html><body></body></html>' })
  })
  afterAll(async () => {
    await test_.close()
    await server.close()
    await database.close()
  })

  const to = () => ({ subscriberId: mei.id, messageId: (messageId += 1), threadId: null, locale: 'en' })
  const answered = async (id: number) => {
    const rows = await database.db
      .selectFrom('deliveries')
      .select('payload')
      .where('key', 'like', `reply:${mei.id}:${id}:%`)
      .orderBy('part')
      .execute()
    return rows.map(({ payload }) => payload)
  }
  const countAll = async () => {
    const counts: Record<string, number> = {}
    for (const table of [
      'sources',
      'articles',
      'subscriptions',
      'schedules',
      'summaries',
      'deliveries',
    ] as const) {
      const { n } = await database.db
        .selectFrom(table)
        .select((query) => query.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
      counts[table] = Number(n)
    }
    return counts
  }

  test('a link is summed up in place of the progress message, with its author and a way to follow', async () => {
    const reply = to()
    await readLink(test_.pipeline, { ...reply, url: `${server.url}/ferry` })
    const [payload, ...more] = await answered(reply.messageId)
    expect(more).toEqual([])
    expect(payload).toMatchObject({ method: 'editMessageText', params: { message_id: reply.messageId } })
    const text = String(payload?.params['text'])
    expect(text).toContain('Electric ferries for Halvern')
    expect(text).toContain('Tove Lind')
    expect(text).toContain('electric boats')
    expect(text).not.toContain('newsletter')
    expect(JSON.stringify(payload?.params['reply_markup'])).toContain('Follow this source')
  })

  test("a link to a site's front page offers the site instead of an apology", async () => {
    const reply = to()
    await readLink(test_.pipeline, { ...reply, url: `${server.url}/home` })
    const [payload] = await answered(reply.messageId)
    expect(String(payload?.params['text'])).toContain('Halvern Herald')
    expect(String(payload?.params['text'])).toContain('Electric ferries for Halvern')
    expect(JSON.stringify(payload?.params['reply_markup'])).toContain('Follow this source')
  })

  test('so does one to a section that lists articles below a line about itself', async () => {
    const titles = ['Electric ferries', 'Night trains', 'Harbour pilots', 'Orchard keepers', 'Old maps']
    const list = titles.map((title, at) => `<li><a href="/coast/${at}">${title} for all of Halvern</a></li>`)
    const head = '<link rel="alternate" type="application/rss+xml" href="/feed.xml">'
    server.pages.set('/coast', {
      body: `<html><head>${head}</head><body><p>What happens on the coast, every day.</p><ul>${list.join('')}</ul></body></html>`,
    })
    const reply = to()
    await readLink(test_.pipeline, { ...reply, url: `${server.url}/coast` })
    const [payload] = await answered(reply.messageId)
    expect(String(payload?.params['text'])).toContain('Halvern Herald')
    expect(String(payload?.params['text'])).not.toContain('every day')
  })

  test('where the feed of such a section is only guessed and not there, the page itself is told', async () => {
    const titles = ['Electric ferries', 'Night trains', 'Harbour pilots', 'Orchard keepers', 'Old maps']
    const list = titles.map((title, at) => `<li><a href="/bay/${at}">${title} for all of Halvern</a></li>`)
    const head = '<meta name="generator" content="Hexo 7">'
    server.pages.set('/bay', {
      body: `<html><head>${head}</head><body><p>What happens on the bay, every day.</p><ul>${list.join('')}</ul></body></html>`,
    })
    const reply = to()
    await readLink(test_.pipeline, { ...reply, url: `${server.url}/bay` })
    const [payload] = await answered(reply.messageId)
    expect(String(payload?.params['text'])).toContain('every day')
  })

  test('a site with several feeds lets the reader choose, with a preview of each', async () => {
    const dated = (name: string, count: number) =>
      rss(
        name,
        Array.from({ length: count }, (_, n) => ({
          title: `${name} ${n}`,
          url: `${server.url}/${encodeURIComponent(name)}/${n}`,
          text: '正文。',
          at: new Date(noon.getTime() - n * 86_400_000),
        })),
      )
    server.pages.set('/港口.xml', dated('港口', 8))
    server.pages.set('/copy.xml', dated('港口', 8))
    server.pages.set('/village.xml', dated('Village', 2))
    const links = ['/港口.xml', '/copy.xml', '/village.xml', '/dead.xml']
    server.pages.set(encodeURI('/港口.xml'), dated('港口', 8))
    server.pages.set('/several', {
      body: `<html><head>${links.map((href) => `<link rel="alternate" type="application/rss+xml" href="${href}">`).join('')}</head><body></body></html>`,
    })
    const before = await listSubscriptions(database.db, mei.id)
    const reply = to()
    await addSource(test_.pipeline, { ...reply, url: `${server.url}/several` })
    const [payload] = await answered(reply.messageId)
    const text = String(payload?.params['text'])
    for (const part of ['2 feeds', '港口 0', '港口 1', 'About 7 articles a week', 'Village 1'])
      expect(text).toContain(part)
    const keyboard = JSON.stringify(payload?.params['reply_markup'])
    expect(keyboard.match(/v1:pick-feed:/gu)).toHaveLength(2)
    expect(await listSubscriptions(database.db, mei.id)).toEqual(before)
  })

  test('a site is followed through its feed, once, with what it brings; undo is a tap away', async () => {
    const first = to()
    await addSource(test_.pipeline, { ...first, url: `${server.url}/ferry` })
    await test_.drain()
    const second = to()
    await addSource(test_.pipeline, { ...second, url: `${server.url}/feed.xml` })
    const followed = await listSubscriptions(database.db, mei.id)
    expect(followed.map((row) => row.title)).toEqual(['Halvern Herald'])
    const [payload] = await answered(first.messageId)
    expect(String(payload?.params['text'])).toContain('You now follow Halvern Herald.')
    expect(String(payload?.params['text'])).toContain('Electric ferries')
    expect(JSON.stringify(payload?.params['reply_markup'])).toContain('undo-follow')
    expect(String((await answered(second.messageId))[0]?.params['text'])).toContain('already')
  })

  test('a question finds the article and the sentence that answers it', async () => {
    const reply = to()
    await answerQuestion(test_.pipeline, { ...reply, question: 'How many people does each boat carry?' })
    const [payload] = await answered(reply.messageId)
    expect(String(payload?.params['text'])).toContain('Each boat carries 180 people')
  })

  test('an answer shows the sentence that the first one leaves to say', async () => {
    const reply = to()
    await answerQuestion(test_.pipeline, {
      ...reply,
      question: 'electric ferries of Halvern: boat carries how many?',
    })
    const text = String((await answered(reply.messageId))[0]?.params['text'])
    expect(text).toContain('Each boat carries 180 people')
    expect(text).toContain('electric')
  })

  test('where an article lacks the words asked, it is told by its first sentence', async () => {
    const reply = to()
    const articles = database.db.selectFrom('articles').select(['id', 'title'])
    const { id, title } = await articles.where('title', 'like', '%ferries%').executeTakeFirstOrThrow()
    await answerQuestion(test_.pipeline, { ...reply, question: 'Zyzzyva?', articleIds: [id] })
    const text = String((await answered(reply.messageId))[0]?.params['text'])
    expect(text.split(title)).toHaveLength(2)
    expect(text).toContain(splitSentences(paragraphs[0]!)[0])
  })

  test.each([
    ['notAFeed', addSource, { url: '/plain' }],
    ['httpStatus', addSource, { url: '/missing' }],
    ['emptyArticle', readLink, { url: '/empty' }],
    ['httpStatus', readLink, { url: '/missing' }],
    ['addressNotAllowed', readLink, { url: 'http://169.254.169.254/latest/meta-data' }],
    ['addressNotAllowed', addSource, { url: 'http://localhost:1/' }],
    ['badUrl', readLink, { url: 'http://' }],
  ])('a request that ends in %s changes nothing', async (key, stage, { url }) => {
    const before = await countAll()
    const given = url.startsWith('/') ? `${server.url}${url}` : url
    const error = await stage(test_.pipeline, { ...to(), url: given }).then(
      () => null,
      (thrown: unknown) => thrown,
    )
    expect(error).toBeInstanceOf(UserError)
    expect((error as UserError).key).toBe(key)
    expect(await countAll()).toEqual(before)
  })

  test('a question about nothing stored says so, with a way on', async () => {
    const reply = to()
    await answerQuestion(test_.pipeline, { ...reply, question: 'Zyzzyva quokka?' })
    const [payload] = await answered(reply.messageId)
    const { bot } = getLocale('en')
    expect(payload?.params['text']).toBe(bot.answer.nothing)
    for (const label of [bot.buttons.topics, bot.buttons.help])
      expect(JSON.stringify(payload?.params['reply_markup'])).toContain(label)
  })
})
