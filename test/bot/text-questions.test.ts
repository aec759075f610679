/** Questions about what a reader just sent, in English and Chinese over HTTP: answered from the text or the page itself, with its name, or said not to stand there. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ids } from '../../src/playground/people.ts'
import { type Chat, control, openChat, textOf } from '../support/chat.ts'
import { skipSeconds, startTestGazette, type TestGazette } from '../support/gazette.ts'
import { languages, say } from '../support/languages.ts'
import { type ModelServer, type SeenCall, startModelServer } from '../support/model-server.ts'
import { startWebServer, type WebServer } from '../support/web-server.ts'

let web: WebServer
beforeAll(async () => {
  web = await startWebServer()
})
afterAll(() => web.close())

const english = {
  title: 'The tram of Norrby returns',
  sentences: [
    'The council of Norrby voted on Tuesday to bring back the tram that was torn up in 1961, after eleven years of reports, petitions and two lost votes.',
    'The first line will run four kilometres from the harbour to the hospital, with nine stops on the way and a bridge of its own across the river.',
    'Engineers from Vess are to lay the rails next summer, and the whole work should take two years if the winter is mild and the stone arrives in time.',
    'The town pays sixty million crowns, and the state gives another forty for the bridge and for the new depot behind the brewery on the eastern shore.',
    'Shopkeepers on Mill Street fear for their parking places, and have hung black ribbons in their windows since the plans were shown in the town hall.',
    'Mayor Oda Prell called the vote the end of a long quarrel, and promised a free ride for every child in the town on the first day of the new line.',
  ],
  asked: 'How long is the first line?',
  told: 'four kilometres',
  onward: 'And who is the mayor?',
  toldThen: 'Oda Prell',
  missing: 'Who won the football cup?',
}
const chinese = {
  title: '诺尔比重建有轨电车',
  sentences: [
    '诺尔比议会星期二表决，决定恢复 1961 年拆除的有轨电车，此前镇上为这件事争论了十一年，写过许多报告，也有过两次没有通过的表决。',
    '第一条线路全长四公里，从港口通到医院，沿途设九个车站，还要为它在河上单独架一座桥，桥头留出给行人看风景的地方。',
    '韦斯的工程师明年夏天铺设轨道，如果冬天不太冷、石料按时运到，整个工期预计两年，到时候老车站的大厅也会重新开放。',
    '市政府出资六千万克朗，国家另外补贴四千万，用来造桥和东岸啤酒厂后面的新车库，剩下的钱留作以后添置车辆之用。',
    '磨坊街的店主担心失去停车位，自从规划图在市政厅里展出以后，他们就在橱窗里挂起了黑色的丝带，一直没有取下来。',
    '市长普雷尔说，这次表决结束了多年的争论，并答应新线路开通的第一天让镇上每一个孩子都免费乘坐一次。',
  ],
  asked: '第一条线路有多长？',
  told: '四公里',
  onward: '那市长是谁？',
  toldThen: '普雷尔',
  missing: '足球比赛谁赢了？',
}

/** What every reader meets, with a model and without one. */
function conversations(start: () => Promise<TestGazette>) {
  let gazette: TestGazette
  beforeAll(async () => {
    gazette = await start()
  })
  afterAll(() => gazette.close())

  describe.each(languages)('$name', (language) => {
    const { bot } = language.words
    const words = say(language)(english, chinese)
    const body = [words.title, ...words.sentences].join('\n\n')
    let chat: Chat
    const isDone = (text: string) => !/(?:…|……)$/u.test(text) && text !== ''
    const answered = (id: number, inChat = chat) =>
      inChat.see((message) => message.message_id > id && isDone(textOf(message)))
    const ask = async (text: string, more = {}) => textOf(await answered(await chat.send(text, more)))
    const fromYours = bot.answer.fromYours(words.title)
    const notIn = bot.answer.notIn(words.title)
    beforeAll(async () => {
      chat = await openChat(gazette.api.url, { user: language.user, pause: skipSeconds(gazette) })
      await chat.send('/start')
      await chat.see(bot.start.title)
      web.pages.set(`/tram-${language.tag}`, {
        body: `<html lang="${language.tag}"><meta charset="utf-8"><title>${words.title}</title><article><h1>${words.title}</h1>${words.sentences.map((sentence) => `<p>${sentence}</p>`).join('')}</article></html>`,
      })
    })
    beforeEach(() => gazette.database.db.deleteFrom('shown').execute())
    afterAll(() => chat.close())

    test('asked right after a text, it answers from it and says so; what is not there it says too', async () => {
      await answered(await chat.send(body))
      const first = await ask(words.asked)
      expect(first).toContain(words.told)
      expect(first).toContain(fromYours)
      const second = await ask(words.onward)
      expect(second).toContain(words.toldThen)
      expect(second).toContain(fromYours)
      const third = await ask(words.missing)
      expect(third).toContain(notIn)
      expect(third).not.toContain(fromYours)
    })

    test('right after a text, whether it is free is asked of what that tells of', async () => {
      await answered(await chat.send(body))
      expect(await ask(say(language)('Is it free?', '这个收费吗？'))).not.toBe(bot.talk.about)
      expect(await ask(say(language)('Who made you?', '你是谁做的？'))).toBe(bot.talk.about)
    })

    test('what is not there is said once, and what stands elsewhere or nowhere thereafter', async () => {
      await answered(await chat.send(body))
      expect(await ask(words.missing)).toContain(notIn)
      expect(await ask(words.missing)).not.toContain(notIn)
      expect(await ask(words.asked)).toContain(fromYours)
    })

    test('after a question that nothing answered, "shorter" is about the text', async () => {
      await answered(await chat.send(body))
      await ask(words.missing)
      expect(await ask(say(language)('shorter', '短一点'))).not.toContain(bot.answer.nothing)
    })

    test('a reply to its summary, however much later, and to the text itself', async () => {
      const sent = await chat.send(body)
      const summary = await answered(sent)
      await gazette.database.db.deleteFrom('shown').execute()
      for (const repliedTo of [summary.message_id, sent]) {
        const told = await ask(words.asked, { reply_to: repliedTo })
        expect(told).toContain(words.told)
        expect(told).toContain(fromYours)
      }
      expect(await ask(words.missing, { reply_to: summary.message_id })).toContain(notIn)
    })

    test('the same of a file, of a forwarded post, and of a link, which is named with its address', async () => {
      await answered(await chat.sendFile('tram.txt', body))
      expect(await ask(words.asked)).toContain(fromYours)
      const forwarded = await chat.send(body, { forwarded_from: ids.channel })
      await chat.see((message) => message.message_id > forwarded)
      await chat.tap(language.words.screens.labels.bySummary)
      await answered(forwarded + 1)
      expect(await ask(words.asked)).toContain(fromYours)
      const link = `${web.url}/tram-${language.tag}`
      const summary = await answered(await chat.send(link))
      for (const more of [{}, { reply_to: summary.message_id }]) {
        const told = await answered(await chat.send(words.asked, more))
        expect(textOf(told)).toContain(words.told)
        expect(JSON.stringify(told.entities)).toContain(link)
      }
      // What is not on the page ends the talk about it.
      expect(await ask(words.missing)).toContain(notIn)
      expect(await ask(words.missing)).not.toContain(notIn)
    })

    test('a question beside a link is answered from its page, below what is told of it; a short aside is none', async () => {
      const link = `${web.url}/tram-${language.tag}`
      const sent = await chat.send(`${words.asked} ${link}`)
      const isAnswer = (text: string) => text.includes(words.told) && text.includes(bot.answer.sources)
      const answer = await chat.see((message) => message.message_id > sent && isAnswer(textOf(message)))
      await gazette.running.idle()
      const told = (await chat.messages()).filter((message) => message.message_id > sent)
      expect(told.map(textOf).filter((text) => text.includes(words.sentences[0]!))).toHaveLength(1)
      expect(textOf(answer)).not.toContain(words.sentences[0])
      const aside = await chat.send(`${link} ${say(language)('what?', '什么？')}`)
      await answered(aside)
      await gazette.running.idle()
      expect((await chat.messages()).filter((message) => message.message_id > aside)).toHaveLength(1)
    })

    test('in a group, a reply to somebody’s long text asks about that', async () => {
      const group = await openChat(gazette.api.url, {
        user: language.user,
        chat: ids.group,
        pause: skipSeconds(gazette),
      })
      await control(gazette.api.url, 'member', { chat: ids.group, from: language.user, status: 'member' })
      const sent = await group.send(body)
      const asked = await group.send(`@${gazette.api.world.bot.username} ${words.asked}`, { reply_to: sent })
      expect(textOf(await answered(asked, group))).toContain(words.told)
      group.close()
    })
  })
}

/** A model that obeys: the numbered sentence that tells what the end of the question asks, or no answer. */
function obey(usual: string, { user }: SeenCall): string {
  const asked = /^The reader asks: (.*)$/mu.exec(user)?.[1]
  if (asked === undefined) return usual
  const words = [english, chinese].flatMap((each) => [
    [each.asked, each.told],
    [each.onward, each.toldThen],
  ])
  const wanted = words.find(([question]) => asked.endsWith(question!))?.[1]
  const sentence =
    wanted && /^\[\d+\] (.*)$/u.exec(user.split('\n').find((line) => line.includes(wanted))!)?.[1]
  const statements = sentence ? [{ articles: [1], text: sentence }] : []
  return JSON.stringify({ answered: statements.length > 0, statements })
}

describe('without a model', () => {
  conversations(() => startTestGazette({ allow: [web.host] }))
})

describe('with a model', () => {
  let model: ModelServer
  beforeAll(async () => {
    model = await startModelServer()
    model.always({ text: obey })
  })
  afterAll(() => model.close())
  conversations(() => startTestGazette({ allow: [web.host], modelUrl: model.url }))

  test('of a long text the model reads what the question is about', async () => {
    model.always(undefined)
    const gazette = await startTestGazette({ modelUrl: model.url })
    const chat = await openChat(gazette.api.url, { user: ids.alex, pause: skipSeconds(gazette) })
    const filler = Array.from(
      { length: 900 },
      (_, at) => `On day ${at} the council of Norrby talked about the drains of house number ${at + 7}.`,
    )
    filler.splice(700, 0, 'The storks of Vess nest on nine roofs.')
    await chat.sendFile('drains.txt', filler.join('\n'))
    await chat.see('Norrby')
    await gazette.running.idle()
    const before = model.calls.length
    const sent = await chat.send('On how many roofs do the storks nest?')
    await chat.see((message) => message.message_id > sent && textOf(message).includes('nine roofs'))
    expect(model.calls).toHaveLength(before + 1)
    expect(model.calls[before]!.user.length).toBeLessThan(40_000)
    chat.close()
    await gazette.close()
  })
})
