/** A reader's days, in English and Chinese over HTTP: the first minute, a digest's stories, what it left out, past ones, sources that come and go. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listItems } from '../../src/bot/replied-items.ts'
import { getLocale, topicName } from '../../src/locales/locales.ts'
import { type Chat, control, labelsOf, openChat, textOf } from '../support/chat.ts'
import { skipSeconds } from '../support/gazette.ts'
import { say } from '../support/languages.ts'
import { papers, usePapers } from '../support/papers.ts'
import { addSchedule } from '../support/rows.ts'
import { rss } from '../support/web-server.ts'

const world = usePapers()

describe.each(papers)('$name', (paper) => {
  const { tag, user } = paper
  const { bot, digests, errors, reading } = getLocale(tag)
  const { chosen } = bot.buttons
  const w = say(paper)
  let topic: string
  let chat: Chat
  const answerTo = async (text: string) => {
    const sent = await chat.send(text)
    return chat.see((message) => message.message_id > sent && !textOf(message).endsWith('…'))
  }
  /** The newest screen, once it says or offers this. */
  const shows = (said: string) =>
    chat.see((message) => textOf(message).includes(said) || labelsOf(message).includes(said))
  const firstDigest = () => chat.see((message) => textOf(message).startsWith(digests.title(1)))
  const itemsOf = async () => {
    const digest = await firstDigest()
    return listItems(textOf(digest), digest.entities ?? [])
  }
  beforeAll(async () => {
    const topics = world.gazette.database.db.selectFrom('topics').select('names')
    const { names } = await topics.where('slug', '=', paper.topic).executeTakeFirstOrThrow()
    topic = topicName(names, tag)
    chat = await openChat(world.gazette.api.url, { user, pause: skipSeconds(world.gazette) })
  })
  afterAll(() => chat.close())

  test('/digest of a topic that nobody has read yet waits for its sources', async () => {
    expect(textOf(await answerTo(`/digest ${topic}`))).toContain(digests.previewTitle)
  })

  test('the first minute: topics, a digest at once, then hour and place by buttons', async () => {
    const { start } = bot
    const first = await answerTo('/start')
    for (const said of [start.title, start.what, start.choose]) expect(textOf(first)).toContain(said)
    await chat.tap(bot.buttons.firstDigest)
    await shows(start.chooseFirst)
    await chat.tap(topic)
    await shows(chosen(topic))
    // A tap that was two: the second must not take the hours away.
    const twice = { chat: user, from: user, message: first.message_id, data: 'v1:begin' }
    for (const tap of [0, 1].map(() => control<{ id: string }>(world.gazette.api.url, 'press', twice)))
      await chat.answered((await tap).id)
    await world.gazette.running.idle()
    expect(textOf(await firstDigest())).toContain(digests.first)
    const when = await shows(start.onItsWay)
    expect(when.message_id).toBe(first.message_id)
    await chat.tap('18:00')
    await shows(chosen('18:00'))
    const place = bot.zones['Asia/Singapore']!
    await chat.tap(new RegExp(`^${place} `, 'u'))
    await chat.see((message) => labelsOf(message).some((label) => label.startsWith(chosen(place))))
    await chat.tap(bot.buttons.done)
    const ready = await shows(start.ready)
    expect(textOf(ready)).toContain(bot.schedule.every(bot.schedule.everyDay, '18:00', place))
    expect(textOf(ready)).toContain(start.whatNext)
  })

  test('a story of the digest is saved, followed, muted and closed on a card of its own', async () => {
    const { filters, saved, story } = reading
    const [item] = await itemsOf()
    await chat.tap(digests.tools)
    await chat.tap('1')
    await shows(story.close)
    for (const [label, told] of [
      [story.more, story.liked],
      [story.less, story.disliked],
      [story.save, story.saved],
      [story.follow, story.following],
      [story.mute, story.muted],
      [story.muteSource, story.sourceMuted],
    ] as const) {
      await chat.tap(label)
      expect(textOf(await shows(told))).toContain(story.sources)
      await shows(chosen(label))
    }
    // One cannot follow a story and keep it out.
    expect(labelsOf(await shows(story.close))).toContain(story.follow)
    const filtered = textOf(await answerTo('/filters'))
    expect(filtered).toContain(filters.kinds['mute-source'](paper.title))
    expect(filtered).toContain(filters.kinds['mute-story'](item!.title))
    for (const label of [story.muteSource, story.mute]) {
      await chat.tap(chosen(label))
      await shows(label)
    }
    await chat.tap(story.close)
    const list = await answerTo('/saved')
    expect(textOf(list)).toBe(`${saved.title}\n\n${saved.tap}\n\n1. ${item!.title}`)
    await chat.tap('✕ 1')
    expect(textOf(await shows(saved.removed(item!.title)))).toContain(saved.empty)
    await chat.tap(bot.buttons.undo)
    await shows(saved.tap)
  })

  test('what was left out is told with the reason, and comes now or next time', async () => {
    const { story } = reading
    const items = await itemsOf()
    await chat.tap(reading.story.back)
    const left = digests.leftOutButton(3)
    await shows(left)
    await chat.tap(left)
    const list = textOf(await shows(digests.leftOutTitle))
    expect(list).toContain(story.chooseLeftOut)
    const lines = list.split('\n').filter((line) => /^\d\. /u.test(line))
    // What only tells the same as a story of the digest is told there.
    expect(lines).toHaveLength(3)
    for (const line of lines) {
      expect(items.some(({ title }) => line.includes(title))).toBe(false)
      expect(Object.values(digests.reasons).some((reason) => line.endsWith(reason))).toBe(true)
    }
    const title = paper.towns.map(paper.titleOf).find((each) => lines[0]!.includes(each))!
    await chat.tap('1')
    await shows(story.intoNext)
    await chat.tap(story.intoNext)
    await shows(story.willCome)
    const carried = await world.gazette.database.db.selectFrom('carried').selectAll().execute()
    expect(carried).toHaveLength(1)
    await chat.tap(chosen(story.intoNext))
    await shows(story.undone)
    await chat.tap(story.sendNow)
    const summary = await chat.see(
      (message) => textOf(message).startsWith(title) && textOf(message).includes('• '),
    )
    expect(textOf(summary)).toContain(bot.summary.keySentences)
  })

  test('/digest shows what there is, and /history opens past digests by tap and by day', async () => {
    const { history } = reading
    expect(textOf(await answerTo('/digest'))).toBe(bot.digest.nothingNew)
    const whole = await answerTo(`/digest ${topic}`)
    expect(textOf(whole)).toContain(digests.previewTitle)
    expect(textOf(whole)).toContain(paper.titleOf(paper.towns[0]))
    const list = await answerTo('/history')
    expect(textOf(list)).toBe(`${history.title}\n\n${history.how}`)
    const [label] = labelsOf(list)
    expect(label!.startsWith(history.line(1, ''))).toBe(true)
    await chat.tap(label!)
    const past = await chat.see(
      (message) => message.message_id === list.message_id && textOf(message).startsWith(digests.title(1)),
    )
    expect(textOf(past)).toContain(paper.stories[1].title)
    await chat.tap(bot.buttons.back)
    await shows(history.how)
    expect(textOf(await answerTo(w('/history today', '/history 今天')))).toContain(paper.stories[1].title)
    const none = textOf(await answerTo('/history 2020-02-29'))
    expect(none).toContain(history.noneThen(w('Saturday, 29 February 2020', '2020年2月29日星期六')))
    expect(textOf(await answerTo(w('/history some day', '/history 哪天')))).toBe(errors.badDate({}))
  })

  test('/history tells the digests of two schedules apart by their hours', async () => {
    const { db } = world.gazette.database
    const told = db.selectFrom('digests').selectAll('digests').where('number', '=', 1)
    const { id: _, ...first } = await told
      .innerJoin('subscribers', 'subscribers.id', 'digests.subscriber_id')
      .where('chat_id', '=', user)
      .executeTakeFirstOrThrow()
    const other = await addSchedule(db, first.subscriber_id)
    await db
      .insertInto('digests')
      .values({ ...first, schedule_id: other.id })
      .execute()
    const labels = labelsOf(await answerTo('/history'))
    expect(labels).toHaveLength(2)
    for (const label of labels) expect(label).toMatch(/ \d\d:\d\d$/u)
    await db.deleteFrom('schedules').where('id', '=', other.id).execute()
  })

  test('a feed is followed with what it brings, taken back, and unsubscribed by name', async () => {
    const { subscribe } = bot
    const title = w('Harbour Notes', '港口札记')
    const latest = w('The ferry is late', '渡轮晚点了')
    const at = new Date(world.gazette.clock.now().getTime() - 3_600_000)
    const path = `/${paper.path}/harbour.xml`
    world.web.pages.set(
      path,
      rss(title, [{ title: latest, url: `${world.web.url}/${paper.path}/ferry`, text: latest, at }]),
    )
    const words = w('follow', '关注')
    const followed = await answerTo(`${words} ${world.web.url}${path}`)
    for (const said of [subscribe.followed(title), subscribe.preview(1), subscribe.latest, latest])
      expect(textOf(followed)).toContain(said)
    await chat.tap(bot.buttons.undo)
    await shows(subscribe.unfollowed(title))
    const again = `/subscribe ${world.web.url}${path}`
    expect(textOf(await answerTo(again))).toContain(subscribe.followed(title))
    expect(textOf(await answerTo(w('undo', '撤销')))).toContain(subscribe.unfollowed(title))
    expect(textOf(await answerTo(again))).toContain(subscribe.followed(title))
    expect(textOf(await answerTo(again))).toContain(subscribe.already(title))
    expect(textOf(await answerTo(`/subscribe ${topic}`))).toContain(bot.topics.already(topic))
    await chat.tap(bot.buttons.myList)
    await shows(bot.list.summary(1, 1))
    expect(textOf(await answerTo(`/unsubscribe ${title}`))).toBe(bot.list.removed(title))
    await chat.tap(bot.buttons.undo)
    await shows(bot.list.restored(title))
    expect(textOf(await answerTo(`/unsubscribe ${w('Nowhere', '没有')}`))).toBe(errors.notFollowing({}))
  })

  test('/topics follows and stops following in place', async () => {
    const { topics } = bot
    const shown = await answerTo('/topics')
    expect(textOf(shown)).toContain(topics.following(1))
    await chat.tap(chosen(topic))
    const emptied = await chat.see(
      (message) => message.message_id === shown.message_id && labelsOf(message).includes(topic),
    )
    expect(textOf(emptied)).not.toContain(topics.following(0))
    await chat.tap(topic)
    expect((await shows(topics.following(1))).message_id).toBe(shown.message_id)
  })

  test('/help says what there is, and leads on', async () => {
    const { help } = bot
    const shown = await answerTo('/help')
    for (const line of help.lines) expect(textOf(shown)).toContain(line)
    expect(textOf(shown)).toContain(help.group)
    await chat.tap(bot.buttons.topics)
    await shows(bot.topics.following(1))
  })
})
