/** The first minute and the next morning, over HTTP: topics, a first digest, a link, a feed, a scheduled digest, once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ids } from '../../src/playground/people.ts'
import { type Chat, labelsOf, openChat, textOf } from '../support/chat.ts'
import { startTestGazette, type TestGazette } from '../support/gazette.ts'
import { rss, startWebServer, type WebServer } from '../support/web-server.ts'
import { noon } from '../support/rows.ts'

const hour = 3_600_000

describe.each([
  {
    who: 'alex',
    words: {
      topic: 'Artificial intelligence',
      done: /first digest/,
      title: /Digest no\. 1/,
      second: /Digest no\. 2/,
    },
  },
  { who: 'mei', words: { topic: '人工智能', done: /第一|首/, title: /第 ?1 ?期/, second: /第 ?2 ?期/ } },
] as const)('a reader called $who', ({ who, words }) => {
  let server: WebServer
  let gazette: TestGazette
  let chat: Chat
  beforeAll(async () => {
    server = await startWebServer()
    const story = (n: number, subject: string, hours: number) => ({
      title: `Language model ${subject} learns to read maps`,
      url: `${server.url}/post/${n}`,
      text: `The language model ${subject} was trained on 40,000 maps, its makers at the ${subject} institute said. Machine learning researchers found that ${subject} names rivers correctly in 9 of 10 cases. `.repeat(
        3,
      ),
      at: new Date(noon.getTime() + hours * hour),
    })
    server.pages.set('/ai.xml', rss('Model Weekly', [story(1, 'Corvid', -3)]))
    gazette = await startTestGazette({
      allow: [server.host],
      feeds: [
        { url: `${server.url}/ai.xml`, site: server.url, title: 'Model Weekly', language: 'en', topic: 'ai' },
      ],
    })
    chat = await openChat(gazette.api.url, { user: ids[who] })
    server.pages.set('/later.xml', rss('Later', [story(2, 'Jackdaw', 1), story(1, 'Corvid', -3)]))
  })
  afterAll(async () => {
    chat.close()
    await gazette.close()
    await server.close()
  })

  test('is asked for topics and gets a digest at once', async () => {
    await chat.send('/start')
    await chat.tap(words.topic)
    await chat.see((message) => labelsOf(message).includes(`✓ ${words.topic}`))
    await chat.tap(words.done)
    const digest = await chat.see(words.title)
    expect(textOf(digest)).toContain('Corvid')
  })

  test('gets the next digest in the morning, once, with what is new', async () => {
    server.pages.set('/ai.xml', server.pages.get('/later.xml')!)
    const tomorrow = new Date(gazette.clock.now().getTime() + 30 * hour)
    await gazette.running.advance(tomorrow)
    const digest = await chat.see(words.second)
    expect(textOf(digest)).toContain('Jackdaw')
    expect(textOf(digest)).not.toContain('Corvid')
    const all = (await chat.messages()).filter((message) => words.second.test(textOf(message)))
    expect(all).toHaveLength(1)
  })
})
