/** Several feeds behind one address, and feeds that went away, in English and Chinese over HTTP: each is seen before it is chosen, and takes the place of the one that is gone. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Chat, control, labelsOf, openChat, textOf } from '../support/chat.ts'
import { skipSeconds, startTestGazette, type TestGazette } from '../support/gazette.ts'
import { languages, say } from '../support/languages.ts'
import { addSource } from '../support/rows.ts'
import { rss, startWebServer, type WebServer } from '../support/web-server.ts'

const hour = 3_600_000

let web: WebServer
let gazette: TestGazette
beforeAll(async () => {
  web = await startWebServer()
  gazette = await startTestGazette({ allow: [web.host] })
})
afterAll(async () => {
  await gazette.close()
  await web.close()
})

describe.each(languages)('$name', (language) => {
  const { tag, user, words } = language
  const { bot, notices, screens } = words
  const { chosen } = bot.buttons
  const { choose, chooseInstead, followed, inPlaceOf, perWeek, unfollowed } = bot.subscribe
  const w = say(language)
  const [north, south, old] = w(['North Shore', 'South Shore', 'Harbour'], ['北岸', '南岸', '港口'])
  const headline = (name: string, n: number) => w(`${name}: letter ${n}`, `${name}来信第 ${n} 封`)
  let chat: Chat
  const answerTo = async (text: string) => {
    const sent = await chat.send(text)
    return chat.see((message) => message.message_id > sent && !textOf(message).endsWith('…'))
  }
  const shows = (said: string) => chat.see((message) => textOf(message).includes(said))
  const has = (label: string) => chat.see((message) => labelsOf(message).includes(label))
  const list = async () => labelsOf(await answerTo('/list'))
  const setFeed = (path: string, title: string, gapDays: number) =>
    web.pages.set(
      `/${tag}/${path}`,
      rss(
        title,
        [1, 2, 3, 4, 5, 6].map((n) => ({
          title: headline(title, n),
          url: `${web.url}/${tag}/${path}/${n}`,
          text: headline(title, n),
          at: new Date(gazette.clock.now().getTime() - n * gapDays * 24 * hour),
        })),
      ),
    )
  /** The page of a site that announces these feeds. */
  const setSite = (path: string, feeds: readonly string[]) =>
    web.pages.set(`/${tag}/${path}`, {
      body: `<html lang="${tag}"><head>${feeds.map((feed) => `<link rel="alternate" type="application/rss+xml" href="/${tag}/${feed}">`).join('')}</head><body></body></html>`,
    })
  /** The feeds are read again, and then those that went away are looked after. */
  const aDayLater = async () => {
    for (const hours of [26, 1])
      await gazette.running.advance(new Date(gazette.clock.now().getTime() + hours * hour))
  }
  const sourceOf = (path: string) =>
    gazette.database.db
      .selectFrom('sources')
      .select(['id', 'url'])
      .where('url', '=', `${web.url}/${tag}/${path}`)
      .executeTakeFirstOrThrow()

  beforeAll(async () => {
    chat = await openChat(gazette.api.url, { user, pause: skipSeconds(gazette) })
    await answerTo('/start')
    setFeed('north.xml', north, 1)
    setFeed('south.xml', south, 7)
  })
  afterAll(() => chat.close())

  test('of several feeds each is shown with what it brings; any are chosen, each under its own name', async () => {
    setSite('shores', ['north.xml', 'south.xml', 'gone.xml'])
    const shown = await answerTo(`/subscribe ${web.url}/${tag}/shores`)
    for (const said of [choose(2), perWeek(7), perWeek(1), headline(north, 1), headline(south, 2)])
      expect(textOf(shown)).toContain(said)
    expect(labelsOf(shown)).toEqual([north, south, bot.buttons.myList])
    expect(await list()).not.toContain(north)
    await chat.tap(north)
    await has(chosen(north))
    await chat.tap(south)
    const both = await has(chosen(south))
    expect(both.message_id).toBe(shown.message_id)
    expect(labelsOf(both)).toEqual([chosen(north), chosen(south), bot.buttons.myList])
    await chat.tap(chosen(north))
    await chat.see((message) => message.message_id === shown.message_id && labelsOf(message).includes(north))
    const followedNow = await list()
    expect(followedNow).toContain(south)
    expect(followedNow).not.toContain(north)
    // Asked again, it says which is followed already.
    const again = await answerTo(`${web.url}/${tag}/shores`)
    expect(labelsOf(again).length).toBeGreaterThan(0)
    expect(labelsOf(await answerTo(`/subscribe ${web.url}/${tag}/shores`))).toContain(chosen(south))
    await chat.tap(chosen(south))
    await has(south)
  })

  test('a dead feed whose site offers several: the reader chooses which takes its place', async () => {
    setFeed('harbour.xml', old, 1)
    setSite('harbour', ['harbour.xml'])
    expect(textOf(await answerTo(`/subscribe ${web.url}/${tag}/harbour`))).toContain(followed(old))
    await answerTo('/list')
    await chat.tap(old)
    await chat.tap(screens.labels.folder)
    await shows(screens.item.askFolder)
    const folder = w('Coast', '海岸')
    await answerTo(folder)
    web.pages.set(`/${tag}/harbour.xml`, { status: 410 })
    setSite('harbour', ['north.xml', 'south.xml'])
    await aDayLater()
    const notice = await shows(notices.sourceStopped(old))
    expect(textOf(notice)).toContain(notices.severalFeeds)
    expect(labelsOf(notice)).toEqual([bot.buttons.retry, bot.buttons.findFeed, bot.buttons.unfollowSource])
    await chat.tap(bot.buttons.findFeed)
    const offered = await chat.see(
      (message) => message.message_id > notice.message_id && textOf(message).includes(choose(2)),
    )
    expect(labelsOf(await shows(notices.sourceStopped(old)))).toContain(bot.buttons.unfollowSource)
    expect(textOf(offered)).toContain(chooseInstead(old))
    expect(labelsOf(offered)).toEqual([north, south, bot.buttons.myList])
    await chat.tap(south)
    await has(chosen(south))
    const labels = await list()
    expect(labels).toContain(south)
    expect(labels).not.toContain(old)
    await chat.tap(south)
    await shows(screens.item.folder(folder))
  })

  test('a site that offers one feed again: it takes the place of the dead one, which undo brings back', async () => {
    setFeed('lock.xml', w('Lock', '船闸'), 1)
    setSite('lock', ['lock.xml'])
    const name = w('Lock', '船闸')
    const renewed = w('The new lock', '新船闸')
    await answerTo(`/subscribe ${web.url}/${tag}/lock`)
    web.pages.set(`/${tag}/lock.xml`, { status: 410 })
    web.pages.delete(`/${tag}/lock`)
    await aDayLater()
    const notice = await shows(notices.sourceStopped(name))
    expect(textOf(notice)).not.toContain(notices.severalFeeds)
    setFeed('new-lock.xml', renewed, 1)
    setSite('lock', ['new-lock.xml'])
    const dead = await sourceOf('lock.xml')
    const followsDead = async () =>
      (
        await gazette.database.db
          .selectFrom('subscriptions')
          .select('id')
          .where('source_id', '=', dead.id)
          .execute()
      ).length
    await chat.tap(bot.buttons.findFeed)
    const found = await shows(followed(renewed))
    expect(textOf(found)).toContain(inPlaceOf(name))
    expect(await followsDead()).toBe(0)
    await chat.tap(bot.buttons.undo)
    await shows(unfollowed(renewed))
    expect(await followsDead()).toBe(1)
    await chat.tap(bot.buttons.followSource)
    const again = await shows(followed(renewed))
    expect(await followsDead()).toBe(0)
    // Made-up words put no source of somebody else's in its place.
    const { db } = gazette.database
    const hidden = await addSource(db, { url: `https://hidden.example/${tag}` })
    const own = await sourceOf('new-lock.xml')
    const pressed = await control<{ id: string }>(gazette.api.url, 'press', {
      chat: user,
      from: user,
      message: again.message_id,
      data: `v1:undo-follow:${own.id}:${hidden.id}`,
    })
    await chat.answered(pressed.id)
    await shows(unfollowed(renewed))
    expect(
      await db.selectFrom('subscriptions').select('id').where('source_id', '=', hidden.id).execute(),
    ).toEqual([])
  })
})
