/** What is said right after something was shown, in English and Chinese over HTTP: another length, another language, a question that goes on from the last. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listItems } from '../../src/bot/replied-items.ts'
import { getLocale, locales } from '../../src/locales/locales.ts'
import { type Chat, openChat, textOf } from '../support/chat.ts'
import { skipSeconds, startTestGazette, type TestGazette } from '../support/gazette.ts'
import { type ModelServer, startModelServer } from '../support/model-server.ts'
import { papers, usePapers } from '../support/papers.ts'

const world = usePapers()

/** What is asked in each language, and the words of the answers. */
const asked = {
  en: {
    about: 'Who opened the semiconductor plant near Harrow?',
    onward: 'And how many engineers?',
    pronoun: 'When was it?',
    engineers: 'nine hundred engineers',
    alone: 'zebra flamingo gorilla engineers',
    nothing: 'zebra flamingo gorilla',
    first: 'the first one',
    second: 'What about the second one?',
    last: 'the last one please',
    found: 'robot mayor',
    shorter: 'shorter',
    longer: 'more detail please',
    other: 'in Chinese please',
    title: 'Ferries of Brume',
    page: [
      'The council of Brume bought four ferries on Tuesday.',
      'Each ferry carries ninety people across the bay.',
      'The old boats go to a museum in the harbour.',
      'Fares stay as they are until next spring.',
      'The mayor rode on the first crossing with her brother.',
    ],
  },
  'zh-Hans': {
    about: '哈罗县的卫星工厂是谁剪彩的？',
    onward: '那工程师有多少？',
    pronoun: '它什么时候开工？',
    engineers: '九百名工程师',
    alone: '斑马大猩猩工程师',
    nothing: '斑马大猩猩',
    first: '第一个',
    second: '那第二条呢？',
    last: '最后一个',
    found: '火箭 镇长',
    shorter: '简短一点',
    longer: '详细一点',
    other: '换成英文',
    title: '布鲁姆的渡轮',
    page: [
      '布鲁姆议会周二买下了四艘渡轮。',
      '每艘渡轮能载九十人横渡海湾。',
      '旧船将送到港口的博物馆去。',
      '票价在明年春天以前保持不变。',
      '市长和她的弟弟一起乘坐了首班船。',
    ],
  },
} as const

describe.each(papers)('$name', (paper) => {
  const { tag, user } = paper
  const words = asked[tag]
  const { bot, digests, screens } = getLocale(tag)
  let chat: Chat
  const answered = (id: number) =>
    chat.see((message) => message.message_id > id && !/(?:…|……)$/u.test(textOf(message)))
  const say = async (text: string, more = {}) => answered(await chat.send(text, more))
  const held = (text: string) => words.page.filter((sentence) => text.includes(sentence)).length
  beforeAll(async () => {
    chat = await openChat(world.gazette.api.url, { user, pause: skipSeconds(world.gazette) })
    await chat.send(`/start topic_${paper.topic}`)
    await chat.tap(bot.buttons.firstDigest)
    await chat.see((message) => textOf(message).startsWith(digests.title(1)))
    const paragraphs = words.page.map((sentence) => `<p>${sentence}</p>`).join('')
    world.web.pages.set(`/ferries-${tag}`, {
      body: `<html lang="${tag}"><meta charset="utf-8"><title>${words.title}</title><article><h1>${words.title}</h1>${paragraphs}</article></html>`,
    })
  })
  beforeEach(() => world.gazette.database.db.deleteFrom('shown').execute())
  afterAll(() => chat.close())

  test('a question that says little by itself goes on from the one before, and the answer says so', async () => {
    await say(words.about)
    for (const onward of [words.onward, words.pronoun]) {
      const text = textOf(await say(onward))
      expect(text).toContain(bot.answer.together(words.about).slice(0, 10))
      expect(text).toContain(words.about)
      expect(text).toContain(paper.stories[1].title)
    }
    expect(textOf(await say(words.onward))).toContain(words.engineers)
  })

  test('a whole question is searched for by itself; one that finds nothing so goes on too', async () => {
    await say(words.about)
    const whole = textOf(await say(words.about))
    expect(whole).not.toContain(bot.answer.together('').slice(0, 8))
    expect(textOf(await say(words.alone))).toContain(words.about)
    await say(words.about)
    expect(textOf(await say(words.nothing))).toBe(bot.answer.nothing)
  })

  test('without a question before it, it is a question like any other', async () => {
    expect(textOf(await say(words.onward))).not.toContain(bot.answer.together('').slice(0, 8))
  })

  test('an answer is told in more words or fewer', async () => {
    const usual = textOf(await say(words.about))
    const shorter = textOf(await say(words.shorter))
    expect(shorter).toContain(paper.stories[1].title)
    expect(shorter.length).toBeLessThanOrEqual(usual.length)
    const longer = textOf(await say(words.longer))
    expect(longer).toContain(words.engineers)
    expect(longer.length).toBeGreaterThan(shorter.length)
  })

  test('a summary is told in more words or fewer, right after it or in a reply to it', async () => {
    const summary = await say(`${world.web.url}/ferries-${tag}`)
    expect(held(textOf(summary))).toBe(3)
    expect(held(textOf(await say(words.shorter)))).toBe(1)
    expect(held(textOf(await say(words.longer)))).toBe(5)
    await say(words.about)
    const replied = textOf(await say(words.shorter, { reply_to: summary.message_id }))
    expect(replied).toContain(words.title)
    expect(held(replied)).toBe(1)
  })

  test('without a model another language cannot be had, and the answer says why', async () => {
    await say(`${world.web.url}/ferries-${tag}`)
    const other = textOf(await say(words.other))
    expect(other).toContain(screens.again.noModel)
    expect(held(other)).toBe(3)
  })

  test('a preview is what was told last: its items by number, a question about them', async () => {
    // Nothing was told yet, so that there is something to tell.
    await world.gazette.database.db.deleteFrom('digests').execute()
    const preview = await say('/digest')
    const [first] = listItems(textOf(preview), preview.entities ?? [])
    expect(textOf(await say('1'))).toContain(first!.title)
    const other = textOf(await say(`1: ${words.other}`, { reply_to: preview.message_id }))
    expect(other).toContain(first!.title)
    expect(other).toContain(screens.again.noModel)
    await say('/digest')
    expect(textOf(await say(words.onward))).toContain(words.engineers)
    await say('/digest')
    expect(textOf(await say(words.shorter))).toContain(bot.settings.length)
  })

  test('the first one is that of the list shown last, whatever was answered in between', async () => {
    await world.gazette.database.db.deleteFrom('digests').execute()
    const titles = async (list: string) => {
      const { text = '', entities = [] } = await say(list)
      return listItems(text, entities).map(({ title }) => title)
    }
    const previewed = await titles('/digest')
    await say(words.nothing)
    expect(textOf(await say(words.first))).toContain(previewed[0])
    expect(textOf(await say(words.second))).toContain(previewed[1])
    const found = await titles(`/search ${words.found}`)
    await say(words.about)
    await say(words.nothing)
    expect(textOf(await say(words.second))).toContain(found[1])
    expect(textOf(await say(words.last))).toContain(found.at(-1))
  })

  test('said of nothing, the words are about all that is to come', async () => {
    expect(textOf(await say(words.shorter))).toContain(bot.settings.length)
    const said = textOf(await say(words.other))
    expect(Object.values(locales).map(({ bot: { settings } }) => settings.saved)).toContain(
      said.split('\n')[0],
    )
    expect(said).not.toContain(bot.settings.saved)
  })
})

describe('with a model', () => {
  let model: ModelServer
  let gazette: TestGazette
  beforeAll(async () => {
    model = await startModelServer()
    gazette = await startTestGazette({ allow: [world.web.host], modelUrl: model.url })
  })
  afterAll(async () => {
    await gazette.close()
    await model.close()
  })

  test.each(papers)(
    '$name, the question before and the reader’s wish are put to it; a language that is asked for is',
    async ({ user, tag, path, title, stories }) => {
      const { bot } = getLocale(tag)
      const words = asked[tag]
      const chat = await openChat(gazette.api.url, { user, pause: skipSeconds(gazette) })
      /** What the model is asked because of this. */
      const putToModel = async (said: string) => {
        await gazette.running.idle()
        const before = model.calls.length
        const sent = await chat.send(said)
        await chat.see((message) => message.message_id > sent && !/(?:…|……)$/u.test(textOf(message)))
        await model.seen(before + 1)
        return model.calls[before]!.user
      }
      await chat.send(`/subscribe ${world.web.url}/${path}.xml`)
      await chat.see(bot.subscribe.followed(title))
      await gazette.running.idle()
      expect(await putToModel(words.about)).toContain(stories[1].title)
      const onward = await putToModel(words.onward)
      expect(onward).toContain(`${words.about} ${words.onward}`)
      expect(onward).toContain(stories[1].title)
      const shorter = await putToModel(words.shorter)
      expect(shorter).toContain(`${words.about} ${words.onward} ${words.shorter}`)
      const other = `Write in: ${tag === 'en' ? 'Simplified Chinese' : 'English'}`
      expect(await putToModel(words.other)).toContain(other)
      await putToModel(`${world.web.url}/${path}/town/3`)
      expect(await putToModel(words.other)).toContain(other)
      chat.close()
    },
  )
})
