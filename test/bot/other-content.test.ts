/** What people send beside words and links, in English and Chinese over HTTP: pictures with captions, albums, stickers, files of other kinds, corrections of what was sent. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mediaKinds } from '../../src/playground/control/media.ts'
import { ids } from '../../src/playground/people.ts'
import { type Chat, control, openChat, textOf } from '../support/chat.ts'
import { skipSeconds, startTestGazette, type TestGazette } from '../support/gazette.ts'
import { languages, say } from '../support/languages.ts'
import { startWebServer, type WebServer } from '../support/web-server.ts'

let web: WebServer
let gazette: TestGazette
beforeAll(async () => {
  web = await startWebServer()
  gazette = await startTestGazette({ allow: [web.host] })
  const text = 'The lighthouse of Norrby is painted red again. Nine painters worked on it for a week.'
  web.pages.set('/lighthouse', {
    body: `<html lang="en"><title>Red lighthouse</title><article><h1>Red lighthouse</h1><p>${text}</p></article></html>`,
  })
})
afterAll(async () => {
  await gazette.close()
  await web.close()
})

describe.each(languages)('$name', (language) => {
  const { user } = language
  const { bot, errors } = language.words
  const w = say(language)
  let chat: Chat
  let last = 0
  /** What the bot says once it has done with this, newest first. */
  const since = async () => {
    await gazette.running.idle()
    const texts = (await chat.messages()).filter((message) => message.message_id > last).map(textOf)
    return texts.toReversed()
  }
  const act = (path: string, body: object) =>
    control<{ message_id: number }>(gazette.api.url, path, { chat: user, from: user, ...body })
  const answered = () =>
    chat.see((message) => message.message_id > last && !/(?:…|……)$/u.test(textOf(message)))
  beforeAll(async () => {
    chat = await openChat(gazette.api.url, { user, pause: skipSeconds(gazette) })
    await chat.send('/start')
    await chat.see(bot.start.title)
  })
  beforeEach(async () => {
    await skipSeconds(gazette)()
    last = Math.max(...(await chat.view()).messages.map((message) => message.message_id))
  })
  afterAll(() => chat.close())

  const silent = new Set(['pin', 'timer'])
  test.each(mediaKinds.options.filter((kind) => kind !== 'venue'))('%s', async (media) => {
    await act('message', { media })
    expect(await since()).toEqual(silent.has(media) ? [] : [bot.unreadable])
  })

  test('a caption is read like words, also below a file of another kind', async () => {
    const link = `${web.url}/lighthouse`
    await act('message', { media: 'photo', text: w(`Look: ${link}`, `看这个：${link}`) })
    expect(textOf(await answered())).toContain('Red lighthouse')
    last += 2
    const file = {
      name: 'paper.pdf',
      type: 'application/pdf',
      base64: Buffer.from('%PDF').toString('base64'),
    }
    await act('document', { ...file, caption: link })
    expect(textOf(await answered())).toContain('Red lighthouse')
    last += 2
    for (const caption of [undefined, w('Please sum this up', '请总结一下这份报告')]) {
      await act('document', { ...file, caption })
      expect(textOf(await answered())).toBe(errors.notOpml({}))
      last += 2
    }
  })

  test('an album is answered once', async () => {
    for (let at = 0; at < 3; at += 1) await act('message', { media: 'photo', album: `bare-${user}` })
    expect(await since()).toEqual([bot.unreadable])
    await gazette.database.db.deleteFrom('quotas').execute()
    last += 4
    await act('message', { media: 'photo', album: `told-${user}`, text: `${web.url}/lighthouse` })
    for (let at = 0; at < 2; at += 1) await act('message', { media: 'photo', album: `told-${user}` })
    const told = await since()
    expect(told).toHaveLength(1)
    expect(told[0]).toContain('Red lighthouse')
  })

  test('a message that is corrected is answered as it is now', async () => {
    const wrong = await chat.send(`${web.url}/lighthuose`)
    await answered()
    await act('edit', { message: wrong, text: `${web.url}/lighthouse` })
    await chat.see((message) => message.message_id > last && textOf(message).includes('Red lighthouse'))
    const command = await chat.send('/settigns')
    await gazette.running.idle()
    last = command + 1
    await act('edit', { message: command, text: '/settings' })
    await chat.see((message) => message.message_id > last && textOf(message).startsWith(bot.settings.title))
    const asked = await chat.send(w('How long is the xyzzy?', '诺尔比有多长？'))
    await gazette.running.idle()
    last = asked + 1
    // What is changed long after it was sent is no new wish.
    gazette.clock.setOffset(gazette.clock.now().getTime() + 2 * 3_600_000 - Date.now())
    await act('edit', { message: asked, text: '/settings' })
    expect(await since()).toEqual([])
  })

  test('a text of several parts is not longer for a correction of its first', async () => {
    const sentence = w(
      'The painters of Norrby mixed nine shades of red for it. ',
      '诺尔比的画匠为它调了九种不同的红色，镇上的人都来看过。',
    )
    const long = sentence.repeat(w(60, 130)).slice(0, 3500)
    const sent = await chat.send(long)
    gazette.clock.setOffset(gazette.clock.now().getTime() + 20_000 - Date.now())
    await act('edit', { message: sent, text: long.replace(w('nine', '九'), w('ten', '十')) })
    await chat.messages()
    const texts = gazette.database.db.selectFrom('texts').select('parts').orderBy('id', 'desc').limit(2)
    expect(await texts.execute()).toEqual([{ parts: 1 }, { parts: 1 }])
  })

  test('a location that is shared live sets the place once', async () => {
    const shared = await act('message', { location: { latitude: 35.68, longitude: 139.69 } })
    await chat.see(
      (message) => message.message_id > last && textOf(message).includes(bot.zones['Asia/Tokyo']!),
    )
    last = shared.message_id + 2
    await act('edit', { message: shared.message_id, location: { latitude: 35.7, longitude: 139.7 } })
    expect(await since()).toEqual([])
    await chat.tap(bot.buttons.undo, bot.zones['Asia/Tokyo'])
    await chat.see(
      (message) => textOf(message).startsWith(bot.settings.title) && !/Tokyo|东京/u.test(textOf(message)),
    )
  })

  test('in a group nothing without words is answered, and a caption that names the bot is', async () => {
    const group = await openChat(gazette.api.url, { user, chat: ids.group, pause: skipSeconds(gazette) })
    await control(gazette.api.url, 'member', { chat: ids.group, from: user, status: 'administrator' })
    const asked = await group.send('/help')
    const { message_id: id } = await group.see((message) => message.message_id > asked)
    const send = (body: object) =>
      control<{ message_id: number }>(gazette.api.url, 'message', { chat: ids.group, from: user, ...body })
    for (const media of ['sticker', 'animation', 'voice']) await send({ media, reply_to: id })
    await gazette.running.idle()
    expect((await group.messages()).at(-1)!.message_id).toBe(id)
    const { message_id: sent } = await send({
      media: 'photo',
      text: `@${gazette.api.world.bot.username} ${web.url}/lighthouse`,
    })
    await group.see((message) => message.message_id > sent && textOf(message).includes('Red lighthouse'))
    const thanks = await group.send(`@${gazette.api.world.bot.username} thanks!`)
    const anyTime = languages.map(({ words }) => words.bot.talk.anyTime)
    await group.see((message) => message.message_id > thanks && anyTime.includes(textOf(message)))
    const named = await group.send(`@${gazette.api.world.bot.username}`)
    const unreadable = languages.map(({ words }) => words.bot.unreadable)
    await group.see((message) => message.message_id > named && unreadable.includes(textOf(message)))
    group.close()
  })
})
