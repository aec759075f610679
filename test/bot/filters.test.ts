/** Words, sources and topics muted and watched, in English and Chinese over HTTP. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Chat, labelsOf, openChat, textOf } from '../support/chat.ts'
import { skipSeconds } from '../support/gazette.ts'
import { languages, say } from '../support/languages.ts'
import { followNewest, type NewestScreen } from '../support/newest-screen.ts'
import { useGazette } from '../support/use-gazette.ts'

const gazette = useGazette()

describe.each(languages)('$name', (language) => {
  const { user, words } = language
  const { bot, reading } = words
  const w = say(language)
  const ai = w('Artificial intelligence', '人工智能')
  let chat: Chat
  let answerTo: NewestScreen['answerTo']
  let shows: NewestScreen['shows']

  beforeAll(async () => {
    chat = await openChat(gazette.api.url, { user, pause: skipSeconds(gazette) })
    ;({ answerTo, shows } = followNewest(chat))
    await answerTo('/start topic_ai')
  })
  afterAll(() => chat.close())

  test('a question that is left with Back takes no words', async () => {
    const { filters } = reading
    await answerTo('/filters')
    await chat.tap(filters.muteWord)
    await shows(filters.typeMute)
    await chat.tap(bot.buttons.back)
    await shows(filters.empty)
    await answerTo(w('gardens', '花园'))
    expect(textOf(await answerTo('/filters'))).toContain(filters.empty)
  })

  test('words, sources and topics are muted and watched, for a while or for good, and taken back', async () => {
    const { filters } = reading
    const [lottery, heron] = w(['lottery', 'heron'], ['彩票', '苍鹭'])
    expect(textOf(await answerTo('/filters'))).toContain(filters.empty)
    await chat.tap(filters.muteSource)
    await shows(filters.nothingToMute)
    await answerTo('/filters')
    await chat.tap(filters.muteWord)
    await shows(filters.typeMute)
    const mute = filters.kinds['mute-word'](lottery)
    expect(textOf(await answerTo(lottery))).toContain(filters.howLong(mute))
    await chat.tap(filters.week)
    const until = await shows(`1. ${mute}`)
    expect(textOf(until)).toContain(filters.until(mute, '\n').split('\n')[0]!)
    await chat.tap(filters.watch)
    await shows(filters.typeWatch)
    await answerTo(heron)
    await chat.tap(filters.forGood)
    await shows(filters.kinds.watch(heron))
    await chat.tap(filters.muteTopic)
    await shows(filters.chooseTopic)
    await chat.tap(ai)
    await chat.tap(filters.month)
    await shows(filters.kinds['mute-topic'](ai))
    const drop = labelsOf(await shows(filters.tap)).filter((label) => label.startsWith('✕'))
    expect(drop).toEqual(['✕ 1', '✕ 2', '✕ 3'])
    const lines = textOf(await shows(filters.tap)).split('\n')
    const watched = lines.find((line) => line.endsWith(filters.kinds.watch(heron)))!
    await chat.tap(`✕ ${watched[0]}`)
    await shows(filters.removed(filters.kinds.watch(heron)))
    await chat.tap(bot.buttons.undo)
    const back = await shows(reading.schedules.restored)
    expect(textOf(back)).toContain(filters.kinds.watch(heron))
  })
})
