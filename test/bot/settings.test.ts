/** When and how digests come, in English and Chinese over HTTP: settings, more settings, several digests, pauses, another language. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getLocale, localeNames } from '../../src/locales/locales.ts'
import { type Chat, labelsOf, openChat, textOf } from '../support/chat.ts'
import { skipSeconds } from '../support/gazette.ts'
import { languages, say } from '../support/languages.ts'
import { followNewest, type NewestScreen } from '../support/newest-screen.ts'
import { useGazette } from '../support/use-gazette.ts'

const gazette = useGazette()

describe.each(languages)('$name', (language) => {
  const { tag, user, words } = language
  const { bot, errors, reading } = words
  const { chosen } = bot.buttons
  const w = say(language)
  const science = w('Science', '科学')
  let chat: Chat
  let answerTo: NewestScreen['answerTo']
  let shows: NewestScreen['shows']
  const schedulesOf = () =>
    gazette.database.db
      .selectFrom('schedules')
      .innerJoin('subscribers', 'subscribers.id', 'schedules.subscriber_id')
      .select(['times', 'days', 'mode', 'quiet_from', 'most_a_day', 'selection', 'schedules.state'])
      .where('chat_id', '=', user)
      .orderBy('schedules.id')
      .execute()
  const chatRow = () =>
    gazette.database.db
      .selectFrom('subscribers')
      .selectAll()
      .where('chat_id', '=', user)
      .executeTakeFirstOrThrow()

  beforeAll(async () => {
    chat = await openChat(gazette.api.url, { user, pause: skipSeconds(gazette) })
    ;({ answerTo, shows } = followNewest(chat))
    for (const topic of ['ai', 'science']) await answerTo(`/start topic_${topic}`)
  })
  afterAll(() => chat.close())

  test('hour, place and days are set by taps and by words', async () => {
    const { settings } = bot
    await answerTo('/settings')
    await chat.tap(settings.time)
    await shows(settings.chooseTime)
    await chat.tap('18:00')
    await shows(chosen('18:00'))
    await chat.tap(chosen('08:00'))
    await shows('08:00')
    await chat.tap(chosen('18:00'))
    await shows(settings.oneTime)
    await chat.tap(bot.buttons.otherTime)
    await shows(settings.typeTime)
    expect(textOf(await answerTo(w('7:30 am and 6:45 pm', '早上7点半、下午6:45')))).toContain('18:45')
    expect((await schedulesOf())[0]!.times).toEqual(['07:30', '18:45'])

    await answerTo('/settings')
    await chat.tap(settings.zone)
    await shows(settings.chooseZone)
    await chat.tap(bot.buttons.otherZone)
    await shows(settings.typeZone)
    expect(textOf(await answerTo(w('Tokyo', '东京')))).toContain(bot.zones['Asia/Tokyo']!)
    expect((await chatRow()).time_zone).toBe('Asia/Tokyo')

    await answerTo('/settings')
    await chat.tap(settings.days)
    await shows(settings.chooseDays)
    await chat.tap(settings.weekdays)
    await shows(chosen(settings.weekdays))
    await chat.tap(bot.buttons.back)
    await shows(bot.schedule.weekdays)
    expect((await schedulesOf())[0]!.days).toEqual([1, 2, 3, 4, 5])
  })

  test('language of summaries, length, layout and the rest are chosen on screens of their own', async () => {
    const { settings } = bot
    const { options } = reading
    await answerTo('/settings')
    for (const [opens, question, choice] of [
      [settings.summaryLanguage, settings.chooseSummary, settings.original],
      [settings.length, settings.chooseLength, settings.lengths.short],
      [settings.layout, settings.chooseLayout, settings.layouts.detailed],
    ] as const) {
      await chat.tap(opens)
      await shows(question)
      await chat.tap(choice)
      const after = await shows(settings.saved)
      expect(textOf(after)).toMatch(new RegExp(`${opens}.*${choice}`, 'u'))
    }
    await chat.tap(options.button)
    await shows(options.what)
    for (const toggle of [options.loud, options.leadImage, options.weeklyWord]) {
      const before = labelsOf(await shows(options.what)).includes(chosen(toggle))
      await chat.tap(before ? chosen(toggle) : toggle)
      await shows(before ? toggle : chosen(toggle))
    }
    await chat.tap(options.entries)
    await shows(options.entriesTitle)
    await chat.tap(options.stories(5))
    await shows(options.what)
    await chat.tap(options.minutes)
    await shows(options.minutesTitle)
    await chat.tap(options.minuteCount(3))
    await shows(options.what)
    expect(await chatRow()).toMatchObject({
      summary_language: 'original',
      length: 'short',
      layout: 'detailed',
      most_entries: 5,
      budget_minutes: 3,
    })
  })

  test('whoever wants another first hour and thinks better of it is back where they were', async () => {
    await answerTo('/start')
    await chat.tap(bot.buttons.firstDigest)
    await shows(bot.start.onItsWay)
    for (const [other, asks] of [
      [bot.buttons.otherTime, bot.settings.typeTime],
      [bot.buttons.otherZone, bot.settings.typeZone],
    ] as const) {
      await chat.tap(other)
      await shows(asks)
      await chat.tap(bot.buttons.back)
      await shows(bot.start.onItsWay)
    }
    expect((await schedulesOf())[0]!.times).toEqual(['07:30', '18:45'])
  })

  test('a second digest is added, narrowed, sent as it happens, removed and taken back', async () => {
    const { schedules } = reading
    await answerTo('/schedule')
    await chat.tap(schedules.add)
    await shows(schedules.added)
    await chat.tap(schedules.times)
    await shows(bot.settings.chooseTime)
    await chat.tap(bot.buttons.otherTime)
    await shows(schedules.typeTime)
    expect(textOf(await answerTo('8:05'))).toContain(bot.settings.saved)
    await chat.tap(schedules.covers)
    await shows(schedules.coversHow)
    await chat.tap(science)
    await shows(chosen(science))
    await chat.tap(bot.buttons.back)
    await shows(schedules.one(2))
    await chat.tap(schedules.instant)
    await shows(schedules.quiet)
    await chat.tap(schedules.quiet)
    await shows(schedules.noQuiet)
    await chat.tap(schedules.noQuiet)
    await shows(bot.settings.saved)
    const [, second] = await schedulesOf()
    expect(second).toMatchObject({ mode: 'instant', times: ['08:05'], selection: { sources: [] } })
    const listed = textOf(await answerTo('/schedule'))
    expect(listed).toContain(schedules.everything)
    expect(listed).toContain(schedules.line(schedules.asItHappens('0', '0', second!.most_a_day), science))
    await chat.tap(schedules.edit(2))
    await chat.tap(schedules.remove)
    await shows(schedules.removed)
    expect((await schedulesOf())[1]!.state).toBe('deleted')
    await chat.tap(bot.buttons.undo)
    await shows(schedules.restored)
    await chat.tap(schedules.edit(2))
    await chat.tap(schedules.remove)
    await shows(schedules.removed)
    await chat.tap(schedules.edit(1))
    await chat.tap(schedules.remove)
    await shows(schedules.lastOne)
  })

  test('/pause, a holiday, /stop and /resume work at once, by taps and by words', async () => {
    const { state } = bot
    const { holiday } = reading
    const stateNow = async () => (await chatRow()).state
    expect(textOf(await answerTo('/resume'))).toContain(state.notPaused)
    expect(textOf(await answerTo('/pause'))).toBe(state.paused)
    expect(await stateNow()).toBe('paused')
    await chat.tap(holiday.weeks(1))
    await shows(holiday.until('\n').split('\n')[0]!)
    await chat.tap(holiday.otherDate)
    await shows(holiday.typeDate('\n').split('\n')[0]!)
    expect(textOf(await answerTo(w('the day after', '某一天')))).toBe(errors.badDate({}))
    expect(textOf(await answerTo(w('2031/12/24', '2031年12月24日')))).toBe(
      holiday.until(w('Wednesday, 24 December 2031', '2031年12月24日星期三')),
    )
    expect(textOf(await answerTo(w('/pause Dec 24 2031', '/pause 2031年12月24日星期三')))).toContain('2031')
    await chat.tap(bot.buttons.resume)
    await shows(state.resumed)
    expect(await stateNow()).toBe('active')
    expect(textOf(await answerTo(w('Stop!', '停止推送')))).toBe(state.stopped)
    expect(await stateNow()).toBe('paused')
    expect(textOf(await answerTo(w('resume', '恢复。')))).toContain(state.resumed)
    const status = textOf(await answerTo('/status'))
    for (const said of [state.status, state.on, state.follows(2, 0)]) expect(status).toContain(said)
  })

  test('another language is a tap away, and so is the way back', async () => {
    const theirs = tag === 'en' ? 'zh-Hans' : 'en'
    const other = getLocale(theirs)
    await answerTo('/settings')
    await chat.tap(bot.settings.language)
    await shows(bot.settings.chooseLanguage)
    await chat.tap(localeNames[theirs])
    await shows(other.bot.settings.saved)
    expect(textOf(await answerTo('/status'))).toContain(other.bot.state.on)
    await answerTo('/start')
    await chat.tap(other.bot.buttons.otherLanguage)
    await shows(other.bot.settings.chooseLanguage)
    await chat.tap(localeNames[tag])
    await shows(bot.start.title)
  })
})
