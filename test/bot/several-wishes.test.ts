/** Several wishes in one message, in English and Chinese over HTTP: each is granted, one undo takes all back, and what is no wish throughout is looked up. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Chat, labelsOf, openChat, textOf } from '../support/chat.ts'
import { rowsOf, skipSeconds } from '../support/gazette.ts'
import { languages, say } from '../support/languages.ts'
import { followNewest, type NewestScreen } from '../support/newest-screen.ts'
import { useGazette } from '../support/use-gazette.ts'

const gazette = useGazette()

describe.each(languages)('$name', (language) => {
  const { user, words } = language
  const { bot, reading } = words
  const w = say(language)
  const [ai, crypto, sports, space] = [
    w('Artificial intelligence', '人工智能'),
    w('Crypto', '加密货币'),
    w('Sports', '体育'),
    w('Space', '航天'),
  ]
  let chat: Chat
  let answerTo: NewestScreen['answerTo']
  let shows: NewestScreen['shows']
  const filters = async () => {
    const rows = (await rowsOf(gazette, 'filters', user)) as unknown as { kind: string }[]
    return rows.map(({ kind }) => kind).toSorted()
  }
  const followed = async () => (await rowsOf(gazette, 'subscriptions', user)).length
  const hours = async () =>
    ((await rowsOf(gazette, 'schedules', user)) as unknown as { times: string[] }[])[0]!.times

  beforeAll(async () => {
    chat = await openChat(gazette.api.url, { user, pause: skipSeconds(gazette) })
    ;({ answerTo, shows } = followNewest(chat))
    await answerTo('/start')
    for (const topic of ['ai', 'crypto', 'sports']) await answerTo(`/start topic_${topic}`)
  })
  afterAll(() => chat.close())

  test('less of one and more of another are both done, told together and taken back by one tap', async () => {
    for (const text of [
      w('less crypto, more AI', '少来点加密货币，多来点AI'),
      w('Less crypto and more AI!', '少发加密货币 多发人工智能'),
    ]) {
      const said = textOf(await answerTo(text))
      expect(said, text).toContain(reading.filters.kinds['less-topic'](crypto))
      expect(said, text).toContain(reading.filters.kinds['more-topic'](ai))
      expect(await filters(), text).toEqual(['less-topic', 'more-topic'])
      await chat.tap(bot.buttons.undo)
      await shows(bot.buttons.myList)
      expect(await filters(), text).toEqual([])
    }
  })

  test('leaving and following in one breath are taken back in a word, once', async () => {
    const before = await followed()
    const said = textOf(await answerTo(w('No more sports and more space', '别发体育了,多来点航天')))
    expect(said).toContain(bot.list.removed(sports))
    expect(said).toContain(bot.topics.followed(space))
    const undone = textOf(await answerTo(w('undo', '撤销')))
    expect(undone).toContain(bot.list.restored(sports))
    expect(undone).toContain(bot.list.removed(space))
    expect(await followed()).toBe(before)
    expect(textOf(await answerTo(w('undo', '撤销')))).toBe(bot.talk.nothingToCancel)
  })

  test('an hour goes with other wishes, and what fails is told beside what is done', async () => {
    const before = await hours()
    const both = w('every day at 9:10, shorter summaries', '摘要短一点，每天9点10分')
    expect(textOf(await answerTo(both))).toContain(bot.settings.lengths.short)
    expect(await hours()).toEqual(['09:10'])
    await answerTo(w('undo', '撤销'))
    expect(await hours()).toEqual(before)
    const partly = textOf(await answerTo(w('stop space, less crypto', '不要航天，少来点加密货币')))
    expect(partly).toContain(words.errors.notFollowing({}))
    expect(partly).toContain(reading.filters.kinds['less-topic'](crypto))
    await answerTo(w('undo', '撤销'))
    expect(await filters()).toEqual([])
  })

  test('several names after one verb are several things, where all are known', async () => {
    const before = await followed()
    const said = await answerTo(w('follow science, health and space', '关注科学、健康和航天'))
    expect(textOf(said)).toContain(bot.topics.followed(space))
    expect(await followed()).toBe(before + 3)
    await answerTo(w('undo', '撤销'))
    expect(await followed()).toBe(before)
  })

  test('what asks for how long stays a message of its own, and undo takes back all the same', async () => {
    await answerTo(w('mute bitcoin, more AI', '屏蔽比特币，多来点AI'))
    expect((await chat.messages()).slice(-2).flatMap(labelsOf)).toContain(reading.filters.week)
    expect(await filters()).toEqual(['more-topic', 'mute-word'])
    await answerTo(w('undo', '撤销'))
    expect(await filters()).toEqual([])
  })

  test('a courtesy beside a wish is passed over', async () => {
    await answerTo(w('Thanks, less crypto please', '谢谢，少来点加密货币'))
    expect(await filters()).toEqual(['less-topic'])
    await answerTo(w('undo', '撤销'))
  })

  test('what is a wish in one half only changes nothing', async () => {
    const before = await followed()
    for (const text of [
      w('less crypto, more bananas', '少来点加密货币，多来点香蕉'),
      w('Hello, how long does Lark-7 run?', '你好，云雀七号能用多久？'),
      w('weekdays at 7:30 and weekends at 9', '工作日7点半，周末9点'),
    ])
      await answerTo(text)
    expect(await filters()).toEqual([])
    expect(await followed()).toBe(before)
  })
})
