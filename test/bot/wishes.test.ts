/** What people write without a command, in English and Chinese over HTTP: other hours, no more of something, what is new, never mind. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Chat, labelsOf, openChat, textOf } from '../support/chat.ts'
import { rowsOf, skipSeconds } from '../support/gazette.ts'
import { languages, say } from '../support/languages.ts'
import { followNewest, type NewestScreen } from '../support/newest-screen.ts'
import { useGazette } from '../support/use-gazette.ts'

const gazette = useGazette()

describe.each(languages)('$name', (language) => {
  const { user, words } = language
  const { bot, errors, reading } = words
  const w = say(language)
  const sports = w('Sports', '体育')
  /** What is said of words that are no wish, sooner or later. */
  const lookedUp = [bot.answer.searching, bot.answer.nothing]
  let chat: Chat
  let answerTo: NewestScreen['answerTo']
  let shows: NewestScreen['shows']
  const rows = (table: Parameters<typeof rowsOf>[1]) => rowsOf(gazette, table, user)
  const hours = async () => {
    const [{ times, days } = {}] = (await rows('schedules')) as { times?: string[]; days?: number[] }[]
    return { times, days }
  }

  beforeAll(async () => {
    chat = await openChat(gazette.api.url, { user, pause: skipSeconds(gazette) })
    ;({ answerTo, shows } = followNewest(chat))
  })
  afterAll(() => chat.close())

  test('an hour said before anything is chosen is saved, told with what is missing, and taken back', async () => {
    const said = await answerTo(w('every morning at 9', '每天早上九点发给我'))
    expect(textOf(said)).toContain('09:00')
    expect(textOf(said)).toContain(bot.start.chooseFirst)
    expect(await hours()).toMatchObject({ times: ['09:00'] })
    expect(textOf(await answerTo(w('undo', '撤销')))).toContain(reading.schedules.restored)
    expect(await hours()).toMatchObject({ times: ['08:00'] })
  })

  test('a greeting opens the first screen, and later says what one can do', async () => {
    expect(textOf(await answerTo(w('hi there', '你好')))).toContain(bot.start.title)
    for (const topic of ['ai', 'sports']) await answerTo(`/start topic_${topic}`)
    expect(textOf(await answerTo(w('Hello!', '早上好')))).toContain(bot.talk.hello)
    expect(textOf(await answerTo(w('thanks 🙏', '谢谢👍')))).toBe(bot.talk.anyTime)
  })

  test('what is said in passing is answered in passing, and looked up nowhere', async () => {
    for (const text of ['👍', '😂😂', w('yes', '是的'), w('haha', '哈哈哈')])
      expect(textOf(await answerTo(text)), text).toBe(bot.talk.anyTime)
    expect(textOf(await answerTo(w('you are useless', '你真没用')))).toBe(bot.talk.sorry)
    for (const text of ['?', w('how do I use this?', '怎么用？')])
      expect(textOf(await answerTo(text)), text).toContain(bot.help.title)
    for (const text of [
      w('who made you?', '你是谁做的？'),
      w('Is it free?', '收费吗'),
      w('are you a robot', '你是机器人吗'),
    ])
      expect(textOf(await answerTo(text)), text).toBe(bot.talk.about)
    await chat.tap(words.screens.labels.privacy)
    await shows(words.screens.data.privacyTitle)
    expect(textOf(await answerTo(w('do you store my data?', '你会保存我的数据吗')))).toContain(
      words.screens.data.privacyTitle,
    )
    expect(textOf(await answerTo('/language zh'))).toContain(bot.settings.title)
    for (const text of [w('twice a day', '一天两次'), w('less often', '少发几次')])
      expect(textOf(await answerTo(text)), text).toContain(reading.schedules.title)
    expect(await rows('filters')).toEqual([])
  })

  test('a topic by its other name is left and taken back in words, and left only once', async () => {
    const ai = w('Artificial intelligence', '人工智能')
    expect(textOf(await answerTo(w('stop AI', '不要AI了')))).toBe(bot.list.removed(ai))
    expect(textOf(await answerTo(w('stop AI', '不要AI了')))).toBe(errors.notFollowing({}))
    expect(textOf(await answerTo('/subscribe AI'))).toBe(bot.topics.followed(ai))
    expect(textOf(await answerTo(w('undo', '撤销')))).toContain(bot.list.removed(ai))
    await answerTo('/subscribe AI')
  })

  test('a pause is so many days or weeks, in figures or words, and ends politely', async () => {
    for (const text of ['/pause 14', w('/pause two weeks', '/pause 两周'), w('stop for two weeks', '停两周')])
      expect(textOf(await answerTo(text)), text).toContain(w('16 March', '3月16日'))
    await answerTo(w('resume please', '请继续'))
    expect((await answerTo('/status')).text).not.toContain(bot.schedule.paused)
  })

  test('hours and days are changed by saying them, and changed back by a tap', async () => {
    const before = await hours()
    const said = await answerTo(w('weekdays at 7 and 19', '工作日早上七点和晚上七点'))
    expect(textOf(said)).toContain(bot.settings.saved)
    expect(textOf(said)).toContain('19:00')
    expect(await hours()).toEqual({ times: ['07:00', '19:00'], days: [1, 2, 3, 4, 5] })
    await answerTo(w('friday only please', '只要周五'))
    expect(await hours()).toEqual({ times: ['07:00', '19:00'], days: [5] })
    await answerTo(w('send it at 8:30 every day', '每天早上8点半发给我'))
    expect(await hours()).toEqual({ times: ['08:30'], days: [1, 2, 3, 4, 5, 6, 7] })
    await chat.tap(bot.buttons.undo)
    await shows('19:00')
    expect(await hours()).toEqual({ times: ['07:00', '19:00'], days: [5] })
    expect(textOf(await answerTo('25:00'))).toBe(errors.badTime({}))
    await answerTo(w('every day at 8', '每天8点'))
    expect(await hours()).toEqual(before)
  })

  test('while digests are stopped, new hours say so and offer to resume', async () => {
    await answerTo('/stop')
    const said = await answerTo(w('every day at 9am', '每天早上九点'))
    expect(textOf(said)).toContain(bot.schedule.paused)
    expect(labelsOf(said)).toContain(bot.buttons.resume)
    await answerTo('/resume')
    await answerTo(w('every day at 8', '每天8点'))
  })

  test('what is unwanted is unfollowed, or else muted, and both can be undone', async () => {
    const dropped = await answerTo(w('no more sports', '别再发体育了'))
    expect(textOf(dropped)).toBe(bot.list.removed(sports))
    expect(await rows('subscriptions')).toHaveLength(1)
    await chat.tap(bot.buttons.undo)
    await shows(bot.list.restored(sports))
    expect(await rows('subscriptions')).toHaveLength(2)
    await answerTo(w('stop sending me stuff about crypto', '不想看加密货币的新闻'))
    await shows(reading.filters.forGood)
    expect(await rows('filters')).toMatchObject([{ kind: 'mute-topic' }])
    await chat.tap(bot.buttons.undo)
    await shows(reading.filters.empty)
    await answerTo(w('stop sending me stuff about Morrowmint', '别再发明日币了'))
    await shows(w('morrowmint', '明日币'))
    expect(await rows('filters')).toMatchObject([{ kind: 'mute-word' }])
    await chat.tap(bot.buttons.undo)
    await shows(reading.filters.empty)
  })

  test('what is wanted is followed: a topic at once, other words as a topic to look at first', async () => {
    expect(textOf(await answerTo(w('please follow space', '帮我关注一下航天')))).toBe(
      bot.topics.followed(w('Space', '航天')),
    )
    const own = await answerTo(w('follow coins made of morning mint', '关注明日币'))
    await gazette.running.idle()
    await shows(bot.buttons.keepTopic)
    expect(textOf(own)).not.toContain(bot.topics.noSuch(''))
  })

  test('what is new is shown, of everything or of a topic; what was missed is the list of past digests', async () => {
    for (const text of [
      w('what’s new?', '今天有啥新闻啊'),
      w('any news about AI?', '最近AI有什么大新闻🤔'),
    ]) {
      const gathering = [
        bot.digest.gathering,
        bot.digest.gatheringTopic(w('Artificial intelligence', '人工智能')),
      ]
      const { message_id: id } = await answerTo(text)
      await gazette.running.idle()
      const said = (await chat.messages()).find((each) => each.message_id === id)!
      expect([...gathering, bot.answer.nothing]).not.toContain(textOf(said))
    }
    const past = await answerTo(w('what did I miss this week', '这周我错过了什么？'))
    expect(textOf(past)).toContain(reading.history.title)
    expect(labelsOf(past)).toContain(bot.buttons.digestNow)
  })

  test('undo takes back what was done last as its button does, once, and nothing where nothing was done', async () => {
    const undo = w('Undo that!', '撤销')
    const timesOf = async () => ((await rows('schedules')) as unknown as { times: string[] }[])[0]!.times
    const before = await timesOf()
    await answerTo(w('weekdays at 7 and 19', '工作日早上7点和晚上7点'))
    expect(await timesOf()).toEqual(['07:00', '19:00'])
    await answerTo(undo)
    expect(await timesOf()).toEqual(before)
    await answerTo(w('no more sports', '别再发体育了'))
    const fewer = await rows('subscriptions')
    expect(textOf(await answerTo(undo))).toContain(bot.list.restored(sports))
    expect(await rows('subscriptions')).toHaveLength(fewer.length + 1)
    expect(textOf(await answerTo(undo))).toBe(bot.talk.nothingToCancel)
    // While something is asked, it ends that.
    await answerTo('/subscribe')
    expect(textOf(await answerTo(undo))).toBe(bot.talk.cancelled)
  })

  test('never mind ends what was asked, and is no word, name or hour', async () => {
    const never = w('never mind', '算了')
    await answerTo('/filters')
    await chat.tap(reading.filters.muteWord)
    await shows(reading.filters.typeMute)
    expect(textOf(await answerTo(never))).toBe(bot.talk.cancelled)
    expect(await rows('filters')).toEqual([])
    await answerTo('/subscribe')
    expect(textOf(await answerTo(w('Cancel', '取消')))).toBe(bot.talk.cancelled)
    expect(textOf(await answerTo('/cancel'))).toBe(bot.talk.nothingToCancel)
    await answerTo('/subscribe')
    expect(textOf(await answerTo('/cancel'))).toBe(bot.talk.cancelled)
    expect(await rows('pending_questions')).toEqual([])
  })

  test('a wish to be left alone pauses, and says how to come back', async () => {
    const paused = await answerTo(w('stop sending me stuff', '别再发了'))
    expect(textOf(paused)).toBe(bot.state.paused)
    expect(labelsOf(paused)).toContain(bot.buttons.resume)
    expect(textOf(await answerTo(w('pause for 3 days', '暂停三天')))).toContain(
      reading.holiday.until('|').split('|')[0]!,
    )
    expect(labelsOf(await answerTo(w('pause until friday', '暂停到下周五')))).toContain(bot.buttons.resume)
    await answerTo('/resume')
    expect(lookedUp).toContain(textOf(await answerTo(w('pause the oven', '暂停烤箱'))))
  })

  test('a place that is said is the place, and can be taken back', async () => {
    const before = await hours()
    expect(textOf(await answerTo(w('I am in Tokyo', '我在东京')))).toContain(bot.zones['Asia/Tokyo']!)
    await chat.tap(bot.buttons.undo)
    await shows(bot.settings.saved)
    expect(await hours()).toEqual(before)
    expect(lookedUp).toContain(textOf(await answerTo(w('I am in trouble', '我在上班'))))
  })

  test('a subject and an hour in one sentence are both taken', async () => {
    const before = await hours()
    const both = await answerTo(w('Send me space news every day at 7:40', '每天早上7点40给我发航天新闻'))
    expect((await hours()).times).toEqual(['07:40'])
    expect(textOf(both)).toContain(bot.topics.already(w('Space', '航天')))
    await chat.tap(bot.buttons.undo)
    await shows(reading.schedules.restored)
    expect(await hours()).toEqual(before)
    expect(lookedUp).toContain(textOf(await answerTo(w('the train of 7:40 was late', '7点40的火车晚点了'))))
  })

  test('with several digests the reader says which', async () => {
    await answerTo('/schedule')
    await chat.tap(reading.schedules.add)
    await shows(reading.schedules.added)
    const before = await hours()
    expect(textOf(await answerTo(w('every day at 5:15', '每天5点15分')))).toContain(reading.schedules.title)
    expect(await hours()).toEqual(before)
  })
})
