/** Less, more and none of something, for a while or for good, and another language: said in English and Chinese over HTTP. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getLocale } from '../../src/locales/locales.ts'
import { type Chat, openChat, textOf } from '../support/chat.ts'
import { rowsOf, skipSeconds } from '../support/gazette.ts'
import { languages, say } from '../support/languages.ts'
import { followNewest, type NewestScreen } from '../support/newest-screen.ts'
import { useGazette } from '../support/use-gazette.ts'

const gazette = useGazette()

describe.each(languages)('$name', (language) => {
  const { user, words } = language
  const { bot, reading } = words
  const w = say(language)
  const sports = w('Sports', '体育')
  const undo = w('undo', '撤销')
  let chat: Chat
  let answerTo: NewestScreen['answerTo']
  let shows: NewestScreen['shows']
  const rows = (table: Parameters<typeof rowsOf>[1]) => rowsOf(gazette, table, user)

  beforeAll(async () => {
    chat = await openChat(gazette.api.url, { user, pause: skipSeconds(gazette) })
    ;({ answerTo, shows } = followNewest(chat))
    for (const topic of ['ai', 'sports']) await answerTo(`/start topic_${topic}`)
  })
  afterAll(() => chat.close())

  test('what is muted for a while says until when, and what is muted for good that it is', async () => {
    const { filters } = reading
    const crypto = filters.kinds['mute-topic'](w('Crypto', '加密货币'))
    const until = (day: string) => filters.until(crypto, day)
    for (const [text, day] of [
      [w('mute crypto for a week', '屏蔽加密货币一周'), w('Monday 9 March', '3月9日星期一')],
      [w('mute crypto until Friday', '屏蔽加密货币到周五'), w('Friday 6 March', '3月6日星期五')],
    ] as const) {
      expect(textOf(await answerTo(text)), text).toBe(until(day))
      expect(await rows('filters')).toMatchObject([{ kind: 'mute-topic' }])
    }
    expect(textOf(await answerTo(undo))).toContain(filters.removed(crypto).split('\n')[0])
    expect(await rows('filters')).toEqual([])
    expect(textOf(await answerTo(w('mute crypto forever', '永久屏蔽加密货币')))).toBe(crypto)
    await answerTo(undo)
    const day = filters.kinds['mute-word'](w('black friday', '黑色星期五'))
    expect(textOf(await answerTo(w('mute Black Friday', '屏蔽黑色星期五')))).toContain(filters.howLong(day))
    await answerTo(undo)
    expect(textOf(await answerTo(w('mute everything until Friday', '周五之前不要给我发消息')))).toBe(
      reading.holiday.until(w('Friday 6 March', '3月6日星期五')),
    )
    await answerTo('/resume')
  })

  test('less of a topic is less of it, or none by a tap; more follows it, or lifts it', async () => {
    const { filters } = reading
    const ai = w('Artificial intelligence', '人工智能')
    const less = await answerTo(w('less sports', '少一点体育'))
    expect(textOf(less)).toContain(filters.kinds['less-topic'](sports))
    expect(await rows('filters')).toMatchObject([{ kind: 'less-topic' }])
    await chat.tap(filters.none)
    await shows(filters.howLong(filters.kinds['mute-topic'](sports)))
    expect(await rows('filters')).toMatchObject([{ kind: 'mute-topic' }])
    expect(textOf(await answerTo(w('more sports', '多来点体育')))).toContain(
      filters.kinds['more-topic'](sports),
    )
    expect(await rows('filters')).toMatchObject([{ kind: 'more-topic' }])
    await answerTo(undo)
    expect(await rows('filters')).toEqual([])
    await answerTo(w('stop AI', '不要AI了'))
    expect(textOf(await answerTo(w('more AI', '多来点AI')))).toBe(bot.topics.followed(ai))
    for (const text of [w('less is more design', '少年体育'), w('more or less equal', '少数民族')])
      await answerTo(text)
    expect(await rows('filters')).toEqual([])
  })

  test('a language alone is spoken from then on, and undo takes it back, whatever was searched for before', async () => {
    await answerTo(w('less is more design', '少年体育'))
    const other = getLocale(w('zh-Hans', 'en'))
    const said = await answerTo(w('中文', 'English'))
    expect(textOf(said)).toContain(other.bot.settings.saved)
    expect(textOf(await answerTo(w('撤销', 'undo')))).toContain(bot.settings.saved)
    expect((await answerTo('/status')).text).toContain(bot.state.status)
  })

  test('a mute is looked up and taken off in words, and set again by undo', async () => {
    const { filters } = reading
    await answerTo(w('mute the word “lottery” for two weeks', '屏蔽“彩票”两周'))
    const word = filters.kinds['mute-word'](w('lottery', '彩票'))
    expect(textOf(await answerTo(w('what have I muted?', '我屏蔽了什么？')))).toContain(word)
    expect(textOf(await answerTo(w('unmute lottery', '取消屏蔽彩票')))).toContain(filters.empty)
    await answerTo(undo)
    expect(await rows('filters')).toMatchObject([{ kind: 'mute-word', word: w('lottery', '彩票') }])
    await answerTo(w('unmute lottery', '取消屏蔽彩票'))
  })

  test('digests are made shorter and told in another language by saying so', async () => {
    const { settings } = bot
    const settingsNow = async () =>
      gazette.database.db
        .selectFrom('subscribers')
        .select(['length', 'summary_language', 'locale'])
        .where('chat_id', '=', user)
        .executeTakeFirstOrThrow()
    const before = await settingsNow()
    const shorter = w('shorter digests please', '摘要太长了')
    expect(textOf(await answerTo(shorter))).toContain(settings.lengths.short)
    expect(await settingsNow()).toMatchObject({ length: 'short' })
    expect(textOf(await answerTo(shorter))).toContain(settings.chooseLength)
    await answerTo(w('more articles', '文章多一点'))
    expect(await settingsNow()).toEqual(before)
    await answerTo(w('summaries in Chinese', '摘要用英文'))
    expect(await settingsNow()).toMatchObject({
      summary_language: w('zh-Hans', 'en'),
      locale: before.locale,
    })
    await answerTo(undo)
    expect(await settingsNow()).toEqual(before)
  })
})
