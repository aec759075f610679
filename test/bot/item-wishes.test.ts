/** What is wished in words of one item of a digest or a list, in English and Chinese over HTTP: saved with a way back, and by whom it is. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listItems } from '../../src/bot/replied-items.ts'
import { getLocale } from '../../src/locales/locales.ts'
import { type Chat, labelsOf, openChat, textOf } from '../support/chat.ts'
import { skipSeconds } from '../support/gazette.ts'
import { papers, usePapers } from '../support/papers.ts'

const world = usePapers()

const said = {
  en: {
    search: 'robot mayor',
    save: ['save the first one', 'bookmark 2', 'please save number 2 for later'],
    undo: 'undo',
    wrote1: ['who wrote the first one?', 'who is the author of 1', 'Who wrote number 1?'],
    quotedSave: 'save this',
    none: 'save the ninth one',
  },
  'zh-Hans': {
    search: '火箭 镇长',
    save: ['收藏第一条', '收藏2', '把第二条收藏一下'],
    undo: '撤销',
    wrote1: ['第一条是谁写的', '谁写的第一条？', '第1条的作者是谁？'],
    quotedSave: '收藏这条',
    none: '收藏第九条',
  },
} as const

describe.each(papers)('$name', ({ tag, user, topic, title: paperName }) => {
  const words = said[tag]
  const { bot, digests, reading } = getLocale(tag)
  let chat: Chat
  const newer = (id: number) => chat.see((message) => message.message_id > id)
  /** The answer to what was sent, once it is more than a sign of work. */
  const answered = (id: number) =>
    chat.see((message) => message.message_id > id && !textOf(message).endsWith('…'))
  const firstDigest = () => chat.see((message) => textOf(message).startsWith(digests.title(1)))
  beforeAll(async () => {
    chat = await openChat(world.gazette.api.url, { user, pause: skipSeconds(world.gazette) })
    await chat.send(`/start topic_${topic}`)
    await chat.tap(bot.buttons.firstDigest)
    await firstDigest()
  })
  afterAll(() => chat.close())

  test('an item of the newest list is saved in words, taken back by a word, and its author told', async () => {
    const digest = await firstDigest()
    const items = listItems(textOf(digest), digest.entities ?? [])
    const { db } = world.gazette.database
    const savedNow = async () => {
      const rows = await db
        .selectFrom('bookmarks')
        .leftJoin('articles', 'articles.id', 'article_id')
        .select(['articles.url as told', 'bookmarks.url as link'])
        .execute()
      return rows.map(({ told, link }) => told ?? link)
    }
    const say = async (text: string, more = {}) => textOf(await answered(await chat.send(text, more)))
    for (const [at, text] of words.save.entries()) {
      const { title, url } = items[Math.min(at, 1)]!
      expect(await say(text), text).toBe([title, reading.story.saved].join('\n\n'))
      expect(await savedNow(), text).toEqual([url])
      // Saved once more it stays, and there is nothing to take back.
      expect(labelsOf(await newer(await chat.send(text)))).not.toContain(bot.buttons.undo)
      await db.deleteFrom('bookmarks').execute()
    }
    await say(words.save[0])
    expect(await say(words.undo)).toContain(reading.saved.removed(items[0]!.title))
    expect(await savedNow()).toEqual([])
    const quote = { reply_to: digest.message_id, quote: items[2]!.title }
    expect(await say(words.quotedSave, quote)).toContain(reading.story.saved)
    expect(await savedNow()).toEqual([items[2]!.url])
    await db.deleteFrom('bookmarks').execute()
    expect(await say(words.none)).toContain(bot.topics.which)
    expect(await say(words.quotedSave, { reply_to: digest.message_id })).toContain(bot.topics.which)
    const byline = (author: string) =>
      [items[0]!.title, author, `${reading.story.sources}\n• ${paperName}`].join('\n\n')
    expect(await say(words.wrote1[0])).toBe(byline(bot.summary.noAuthor))
    const setAuthors = (author: string | null, original: string | null) =>
      db
        .updateTable('articles')
        .set({ author, original_author: original })
        .where('url', '=', items[0]!.url)
        .execute()
    await setAuthors('Ada Quill', 'Bo Ink')
    for (const text of words.wrote1)
      expect(await say(text), text).toBe(
        byline(`${bot.summary.by('Ada Quill')}\n${bot.summary.originallyBy('Bo Ink')}`),
      )
    await setAuthors(null, null)
    // A search result that no digest told is kept as its link.
    const shown = await newer(await chat.send(`/search ${words.search}`))
    const [, second] = listItems(textOf(shown), shown.entities ?? [])
    expect(await say(words.save[1])).toContain(second!.title)
    expect(await savedNow()).toEqual([second!.url])
    await say(words.save[0])
    await chat.tap(bot.buttons.undo)
    await chat.see(
      (message) => textOf(message).includes(reading.saved.tap) && !labelsOf(message).includes('✕ 2'),
    )
    await db.deleteFrom('bookmarks').execute()
  })
})
