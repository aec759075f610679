/** A chat that chose headlines that unfold: its digest is one rich message, whose stories can be opened, and asked about by a reply. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ids } from '../../src/playground/people.ts'
import { type Chat, labelsOf, openChat, textOf } from '../support/chat.ts'
import { startTestGazette, type TestGazette } from '../support/gazette.ts'
import { rss, startWebServer, type WebServer } from '../support/web-server.ts'
import { noon } from '../support/rows.ts'

let web: WebServer
let gazette: TestGazette
let chat: Chat
/** Two that nobody could take for one story. */
const told = [
  {
    title: 'Language model learns to read river maps',
    text: 'Machine learning researchers trained a language model on forty thousand river maps. Odalys Wren says it names nine of ten rivers correctly.',
  },
  {
    title: 'Choir performs requiem written by ChatGPT',
    text: 'Composer Ines Vale asked OpenAI software for a requiem. The cathedral choir sang it twice, and critics argued about artificial intelligence all night.',
  },
]

beforeAll(async () => {
  web = await startWebServer()
  const posts = told.map((post, at) => ({
    ...post,
    url: `${web.url}/post/${at}`,
    at: new Date(noon.getTime() - (at + 1) * 3_600_000),
  }))
  web.pages.set('/feed.xml', rss('Model Weekly', posts))
  gazette = await startTestGazette({
    allow: [web.host],
    feeds: [
      { url: `${web.url}/feed.xml`, site: web.url, title: 'Model Weekly', language: 'en', topic: 'ai' },
    ],
  })
  chat = await openChat(gazette.api.url, { user: ids.alex })
})
afterAll(async () => {
  chat.close()
  await gazette.close()
  await web.close()
})

test('the layout is chosen by taps, and the first digest is one rich message with its buttons', async () => {
  await chat.send('/settings')
  await chat.tap('Layout')
  await chat.tap('Unfolding')
  await chat.see(/Layout: Unfolding/u)
  await chat.tap('More settings')
  await chat.see(/has no picture/u)
  await chat.send('/start')
  await chat.tap('Artificial intelligence')
  await chat.see((message) => labelsOf(message).includes('✓ Artificial intelligence'))
  await chat.tap(/first digest/u)
  const digest = await chat.see((message) => message.rich_message !== undefined)
  const { blocks } = digest.rich_message!
  expect(blocks[0]).toMatchObject({ type: 'heading', text: [expect.stringContaining('Digest no. 1')] })
  const stories = blocks.filter(({ type }) => type === 'details').map((block) => JSON.stringify(block))
  expect(stories).toHaveLength(told.length)
  for (const [at, { title }] of told.entries()) {
    const story = stories.find((each) => each.includes(title))
    expect(story).toContain(`"url":"${web.url}/post/${at}"`)
  }
  await chat.tap('Rate or save …')
  await chat.tap('1')
  expect(textOf(await chat.see(/Told by:/u))).toMatch(/river maps|requiem/u)
})

test('a reply to it asks about the story it names', async () => {
  const digest = await chat.see((message) => message.rich_message !== undefined)
  const [, second = ''] = digest
    .rich_message!.blocks.filter(({ type }) => type === 'details')
    .map((block) => JSON.stringify(block))
  const [asked, other] = second.includes('requiem') ? ['requiem', 'river'] : ['river', 'requiem']
  const sent = await chat.send('2: what does it say?', { reply_to: digest.message_id })
  const answer = await chat.see((message) => message.message_id > sent && !textOf(message).endsWith('…'))
  expect(textOf(answer)).toContain(asked)
  expect(textOf(answer)).not.toContain(other)
})

test('read again it is an ordinary message', async () => {
  const asked = await chat.send('/history')
  await chat.tap(/No\. 1/u)
  const past = await chat.see(
    (message) => message.message_id > asked && /Digest no\. 1/u.test(textOf(message)),
  )
  expect(textOf(past)).toMatch(/\n1\. (?:Language|Choir)/u)
})
