/** Asking: search with filters and pages, replies to a digest's items, a summary told anew, inline mode, forwards; over HTTP. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chooseItems, listItems } from '../../src/bot/replied-items.ts'
import { ids } from '../../src/playground/people.ts'
import type { Happening } from '../../src/playground/world.ts'
import { type Chat, control, labelsOf, openChat, textOf } from '../support/chat.ts'
import { startTestGazette, type TestGazette } from '../support/gazette.ts'
import { rss, startWebServer, type WebServer } from '../support/web-server.ts'

const hour = 3_600_000
let web: WebServer
let gazette: TestGazette
let chat: Chat
const newer = (id: number) => chat.see((message) => message.message_id > id)
const towns = ['Alder', 'Birch', 'Cedar', 'Damson', 'Elder', 'Fir', 'Gorse']
/** Three stories that nobody could take for one. */
const stories = [
  {
    title: 'Language model learns to read river maps',
    text: 'Machine learning researchers trained a language model on forty thousand river maps. Professor Odalys Wren says it names nine of ten rivers correctly.',
  },
  {
    title: 'Semiconductor plant opens near Harrow',
    text: 'A factory for artificial intelligence chips opened near Harrow on Tuesday. Governor Pell cut the ribbon and nine hundred engineers moved in.',
  },
  {
    title: 'Choir performs requiem written by ChatGPT',
    text: 'Composer Ines Vale asked OpenAI software for a requiem. The cathedral choir sang it twice, and critics argued about the violins all night.',
  },
]
/** The answer to what was sent, once it is more than a sign of work. */
const answered = (id: number) =>
  chat.see((message) => message.message_id > id && !textOf(message).endsWith('…'))

/** People take seconds between taps, which nobody waits for here. */
const pause = async () => {
  await gazette.database.db.deleteFrom('quotas').execute()
}

beforeAll(async () => {
  web = await startWebServer()
  const robots = towns.map((town, at) => ({
    title: `The robot of ${town}`,
    url: `${web.url}/post/${town}`,
    text: `An artificial intelligence robot sweeps the streets of ${town}. The mayor of ${town} paid ${at + 3} million for it. Machine learning steers it.`,
    at: new Date(Date.now() - (at === 0 ? 1 : at * 20) * hour),
  }))
  const others = stories.map((story, at) => ({
    ...story,
    url: `${web.url}/story/${at}`,
    at: new Date(Date.now() - (at + 2) * hour),
  }))
  const posts = [...robots, ...others]
  for (const { title, url, text } of posts)
    web.pages.set(new URL(url).pathname, {
      type: 'text/html',
      body: `<html lang="en"><title>${title}</title><article><h1>${title}</h1><p>${text}</p><p>${text}</p></article></html>`,
    })
  web.pages.set('/feed.xml', rss('Robot Gazette', posts))
  gazette = await startTestGazette({
    allow: [web.host],
    feeds: [
      { url: `${web.url}/feed.xml`, site: web.url, title: 'Robot Gazette', language: 'en', topic: 'ai' },
    ],
  })
  chat = await openChat(gazette.api.url, { user: ids.alex, pause })
  await chat.send('/start topic_ai')
  await chat.tap(/first digest/u)
  await chat.see(/Digest no\. 1/u)
})
afterAll(async () => {
  chat.close()
  await gazette.close()
  await web.close()
})

test('search shows pages in one message and narrows by age, topic and source', async () => {
  const shown = await newer(await chat.send('/search robot mayor'))
  expect(textOf(shown)).toMatch(/^“robot mayor”\n\n1\. /u)
  const inPlace = (words: string | RegExp) =>
    chat.see((message) => message.message_id === shown.message_id && textOf(message).search(words) >= 0)
  await chat.tap('Later ›')
  await inPlace(/\n6\. /u)
  await chat.tap('1 day')
  const recent = await inPlace(/^“robot mayor”\n\n1\. .*Alder/u)
  expect(textOf(recent)).not.toContain('Fir')
  await chat.tap('Source')
  await chat.tap('Robot Gazette')
  await inPlace('From Robot Gazette')
  await chat.tap('Topic')
  await chat.tap('Space')
  await inPlace('Nothing here. Widen the search')
  await chat.tap('Everywhere, any time')
  await inPlace(/5\. /u)
  expect(labelsOf(await inPlace(/5\. /u))).toContain('✓ Any age')
})

test('an article that its source changed says so where it is opened', async () => {
  const digest = await chat.see(/Digest no\. 1/u)
  const [item] = listItems(textOf(digest), digest.entities ?? [])
  const { db } = gazette.database
  await db.updateTable('articles').set({ edited_at: new Date() }).where('url', '=', item!.url).execute()
  await chat.tap(/^Rate or save/u)
  await chat.tap('1')
  expect(textOf(await newer(digest.message_id))).toMatch(/Updated \d\d:\d\d/u)
  const found = await newer(await chat.send(`/search ${item!.title}`))
  expect(textOf(found)).toMatch(/ · updated \d\d:\d\d/u)
  await db.updateTable('articles').set({ edited_at: null }).execute()
})

test('a reply to a digest asks about the item it names, quotes, or about all of them', async () => {
  const digest = await chat.see(/Digest no\. 1/u)
  const items = listItems(textOf(digest), digest.entities ?? [])
  expect(items.map(({ number }) => number)).toEqual([1, 2, 3, 4])
  const itemAbout = (title: string) => items.find((item) => item.title === title)!
  const reply = async (text: string, more = {}) =>
    textOf(await answered(await chat.send(text, { reply_to: digest.message_id, ...more })))
  const harrow = itemAbout('Semiconductor plant opens near Harrow')
  const named = await reply(`${harrow.number}: who cut the ribbon?`)
  expect(named).toContain('Governor Pell')
  expect(named).not.toContain('choir')
  const quoted = await reply('Who wrote the music?', { quote: 'Choir performs requiem' })
  expect(quoted).toContain('Choir performs requiem')
  expect(quoted).not.toContain('Harrow')
  const all = await reply('Tell me more')
  for (const { title } of stories) expect(all).toContain(title)
  expect(await reply(String(itemAbout(stories[0]!.title).number))).toContain('Odalys Wren')
})

test('numbers are read in both languages, and words that only hold one are not', () => {
  const items = [1, 2, 3].map((number) => ({ number, title: 't', url: `u${number}`, start: number, end: 9 }))
  const chosen = (words: string) => {
    const { items: found, question } = chooseItems(items, words, null)
    return [found.map(({ number }) => number), question]
  }
  expect(chosen('2')).toEqual([[2], ''])
  expect(chosen('#3 why?')).toEqual([[3], 'why?'])
  expect(chosen('第２条 为什么？')).toEqual([[2], '为什么?'])
  expect(chosen('no. 1: more')).toEqual([[1], 'more'])
  expect(chosen('9 why')).toEqual([[1, 2, 3], '9 why'])
  expect(chosen('2nd of May?')).toEqual([[1, 2, 3], '2nd of May?'])
  expect(chosen('2026年呢')).toEqual([[1, 2, 3], '2026年呢'])
})

test('a summary is told shorter and longer in its own message', async () => {
  const sent = await chat.send(`${web.url}/post/Alder`)
  const summary = await answered(sent)
  const points = (text: string) => text.split('\n').filter((line) => line.startsWith('• ')).length
  const many = points(textOf(summary))
  await chat.tap('Shorter')
  await gazette.running.idle()
  const short = await chat.see(
    (message) => message.message_id === summary.message_id && points(textOf(message)) === 1,
  )
  expect(labelsOf(short)).toContain('Longer')
  await chat.tap('Longer')
  await gazette.running.idle()
  await chat.see((message) => message.message_id === summary.message_id && points(textOf(message)) >= many)
})

test('inline mode finds by words in pages, takes a link, and hands an unread one to the chat', async () => {
  const results = async (query: string, offset = '') => {
    const { id } = await control<{ id: string }>(gazette.api.url, 'inline', { from: ids.alex, query, offset })
    await gazette.running.idle()
    for (;;) {
      const { answer } = gazette.api.world.inlines.get(id)!
      if (answer) return answer
      await new Promise<void>((resolve) => {
        const told = (happening: Happening) => {
          if (happening.kind !== 'inline') return
          gazette.api.world.listeners.delete(told)
          resolve()
        }
        gazette.api.world.listeners.add(told)
      })
    }
  }
  const found = await results('robot mayor')
  expect(found.results).toHaveLength(towns.length)
  expect(JSON.stringify(found.results[0])).toContain('sweeps the streets')
  const one = await results(`${web.url}/post/Cedar`)
  expect(one.results.map((result) => 'title' in result && result.title)).toEqual(['The robot of Cedar'])
  expect((await results('zxqv')).button?.text).toContain('Nothing found')
  web.pages.set('/fresh', web.pages.get('/post/Fir')!)
  const unread = await results(`${web.url}/fresh`)
  expect(unread.results).toEqual([])
  const sent = await chat.send(`/start ${unread.button?.start_parameter}`)
  expect(textOf(await answered(sent))).toContain('The robot of Fir')
})

test('words offer topics with what they would bring, and public sources by name', async () => {
  const offered = await newer(await chat.send('robot gazette'))
  expect(labelsOf(offered)).toContain('Follow Robot Gazette')
  await newer(await chat.send('AI chips'))
  await chat.tap('Artificial intelligence')
  const about = await chat.see('In the last 24 hours')
  expect(textOf(about)).toMatch(/\d articles? in the last seven days/u)
})

test('a forwarded post offers its channel and its links; Telegram’s own button chooses a channel', async () => {
  const sent = await chat.send(`Look at ${web.url}/post/Elder`, { forwarded_from: ids.channel })
  const offered = await newer(sent)
  expect(textOf(offered)).toContain('This comes from')
  expect(labelsOf(offered)).toContain('Summarise them')
  await chat.send('/subscribe')
  await chat.tap('Choose a channel')
  const asked = await chat.see('Press the button below')
  expect(asked).toBeDefined()
  expect(JSON.stringify((await chat.view()).keyboard)).toContain('request_chat')
  await control(gazette.api.url, 'message', {
    chat: ids.alex,
    from: ids.alex,
    shared: { request_id: 1, chat_id: ids.channel },
  })
  await gazette.running.idle()
  await chat.see(/You chose|no public address/u)
})
