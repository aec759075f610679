/** What is followed and how it is kept in order, in English and Chinese over HTTP: links that open something, packs, the list with 500 things in it, pauses. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { upsertSource } from '../../src/db/sources.ts'
import { getLocale } from '../../src/locales/locales.ts'
import { type Chat, control, labelsOf, openChat, textOf } from '../support/chat.ts'
import { skipSeconds, startTestGazette, type TestGazette } from '../support/gazette.ts'
import { languages, say } from '../support/languages.ts'

let gazette: TestGazette
const newer = (chat: Chat, id: number) => chat.see((message) => message.message_id > id)
const followedBy = async (chatId: number) =>
  (
    await gazette.database.db
      .selectFrom('subscriptions')
      .innerJoin('subscribers', 'subscribers.id', 'subscriptions.subscriber_id')
      .select(['topic_id', 'source_id'])
      .where('chat_id', '=', chatId)
      .execute()
  ).length

async function addSource(title: string, shared: boolean): Promise<number> {
  const { db } = gazette.database
  const values = { kind: 'feed', siteUrl: null, language: null, catalogueTopic: null } as const
  const url = `https://${encodeURIComponent(title)}.example/feed.xml`
  return (await upsertSource(db, { url, title, shared, ...values }, gazette.clock.now(), 3_600_000)).id
}

beforeAll(async () => {
  gazette = await startTestGazette()
})
afterAll(() => gazette.close())

describe.each(languages)('$name', (language) => {
  const { tag, user, other, words } = language
  const { bot, errors, reading, screens } = words
  const { chosen } = bot.buttons
  const w = say(language)
  const ai = w('Artificial intelligence', '人工智能')
  const openly = w('Openly', '公开报')
  let reader: Chat
  let friend: Chat
  beforeAll(async () => {
    await gazette.database.db.deleteFrom('subscriptions').execute()
    reader = await openChat(gazette.api.url, { user, pause: skipSeconds(gazette) })
    friend = await openChat(gazette.api.url, { user: other, pause: skipSeconds(gazette) })
  })
  afterAll(() => {
    reader.close()
    friend.close()
  })
  const answerTo = async (text: string) => newer(reader, await reader.send(text))

  test('a link follows a topic or a public source, and says where it leads nowhere', async () => {
    const { deepLink, packs } = screens
    const open = await addSource(openly, true)
    const hidden = await addSource(w('Hidden', '私人报'), false)
    let shown = await answerTo('/start topic_ai')
    expect(textOf(shown)).toContain(deepLink.topic(ai))
    expect(labelsOf(shown)).toContain(chosen(ai))
    shown = await answerTo(`/start src_${open}`)
    expect(textOf(shown)).toContain(deepLink.source(openly))
    for (const dead of ['topic_nothing', `src_${hidden}`, 'src_999', 'pack_nothing'])
      expect(textOf(await answerTo(`/start ${dead}`)), dead).toContain(
        dead.startsWith('pack') ? packs.noLonger : deepLink.gone,
      )
    expect(await followedBy(user)).toBe(2)
  })

  test('a reader makes a pack, changes it, and another follows some of it, all of it, and takes that back', async () => {
    const { labels, packs } = screens
    await answerTo('/packs')
    await reader.tap(labels.newPack)
    await reader.see(packs.askName)
    const made = await answerTo(w('Morning\nreading', '早间\n读物'))
    const name = w('Morning reading', '早间 读物')
    expect(textOf(made).startsWith(`${name}\n\n${packs.contents(1, 1)}\n`)).toBe(true)
    const code = /pack_(\w+)/u.exec(textOf(made))?.[1] ?? ''
    expect(JSON.stringify(made.reply_markup)).toContain('copy_text')
    await reader.tap(chosen(openly))
    await reader.see(packs.contents(1, 0))
    await reader.tap(openly)
    await reader.see(packs.contents(1, 1))
    await reader.tap(labels.rename)
    await reader.see(packs.askRename)
    const renamed = w('Evening', '晚间')
    expect(textOf(await answerTo(renamed)).split('\n')[0]).toBe(renamed)

    // Who opens it reads the other language.
    const theirs = getLocale(tag === 'en' ? 'zh-Hans' : 'en')
    const theirAi = w('人工智能', 'Artificial intelligence')
    const offered = await newer(friend, await friend.send(`/start pack_${code}`))
    expect(textOf(offered)).toContain(renamed)
    expect(textOf(offered)).toContain(theirs.screens.packs.contents(1, 1))
    expect(await followedBy(other)).toBe(0)
    await friend.tap(theirAi)
    await friend.see((message) => labelsOf(message).includes(chosen(theirAi)))
    await friend.tap(theirs.screens.labels.followAll)
    await friend.see(theirs.screens.packs.followedAll(1))
    expect(await followedBy(other)).toBe(2)
    await friend.tap(theirs.bot.buttons.undo)
    await friend.see(theirs.screens.packs.undone)
    expect(await followedBy(other)).toBe(1)

    // Neither a pack nor what is in it can be changed by anybody else.
    const pressed = await control<{ id: string }>(gazette.api.url, 'press', {
      chat: other,
      from: other,
      message: offered.message_id,
      data: `v1:pack-delete:${code}`,
    })
    await friend.answered(pressed.id)
    await friend.see(theirs.errors.gone({}))

    await reader.tap(labels.deletePack)
    await reader.tap(labels.reallyDelete)
    await reader.see(packs.deleted(renamed))
    const gone = await newer(friend, await friend.send(`/start pack_${code}`))
    expect(textOf(gone)).toContain(theirs.screens.packs.noLonger)
    expect(await followedBy(other)).toBe(1)
  })

  test('nothing to put into a pack and no name for it are told', async () => {
    const { labels, packs } = screens
    await answerTo('/packs')
    await reader.tap(labels.newPack)
    await reader.see(packs.askName)
    expect(textOf(await answerTo(w('x', '长').repeat(61)))).toBe(errors.badName({ limit: 60 }))
    await gazette.database.db.deleteFrom('subscriptions').execute()
    await answerTo('/packs')
    await reader.tap(labels.newPack)
    await reader.see(errors.nothingFollowed({}))
  })

  test('500 things are found in groups and by words, renamed, filed away, muted, dropped and taken back', async () => {
    const { item, labels, list } = screens
    const paper = w('Paper', '报纸')
    // An older message shows the topic as chosen too.
    expect(labelsOf(await answerTo('/start topic_ai'))).toContain(chosen(ai))
    await followMany(user, paper)

    const first = await answerTo('/list')
    expect(textOf(first)).toContain(bot.list.summary(1, 499))
    expect(labelsOf(first)).toEqual(
      expect.arrayContaining([
        list.group(list.topics, 1),
        list.group(list.sources, 499),
        list.group(list.failing, 1),
      ]),
    )
    const inPlace = (said: string | RegExp) =>
      reader.see((message) => message.message_id === first.message_id && textOf(message).search(said) >= 0)
    await reader.tap(list.group(list.sources, 499))
    await inPlace(bot.list.page(1, 63))
    await reader.tap(bot.buttons.next)
    await inPlace(bot.list.page(2, 63))
    await reader.tap(labels.back)
    await reader.tap(list.group(list.failing, 1))
    expect(textOf(await inPlace(`${paper} 7`))).toContain(bot.list.failing)
    await reader.tap(`${paper} 7`)
    await inPlace(new RegExp(item.failing(w('.*2 November', '.*11月2日.*')), 'u'))
    await reader.tap(labels.rename)
    await inPlace(item.askName.replace('?', '\\?'))
    const [name, part] = w(['ورقة الصباح 📰', 'الصباح'], ['晨间读物 📰', '读物'])
    const named = await answerTo(name)
    expect(textOf(named)).toContain(`${name}\n\n${bot.settings.saved}`)
    await reader.tap(labels.folder)
    await reader.see(item.askFolder)
    const folder = w('Mornings', '早报')
    expect(textOf(await answerTo(folder))).toContain(item.folder(folder))
    await reader.tap(labels.mute)
    await reader.see(item.mutedNote)

    const found = await answerTo(`/list ${part}`)
    expect(textOf(found)).toContain(list.found(part, 1))
    await reader.tap(name)
    await reader.tap(bot.buttons.unfollowSource)
    const dropped = await reader.see(bot.list.removed(name))
    expect(dropped.message_id).toBe(found.message_id)
    await reader.tap(bot.buttons.undo)
    await reader.see(bot.list.restored(name))
    const after = await answerTo('/list')
    expect(labelsOf(after)).toEqual(
      expect.arrayContaining([
        list.group(folder, 1),
        list.group(list.loose, 498),
        list.group(list.mutedGroup, 1),
      ]),
    )

    await reader.tap(labels.search)
    await reader.see(list.askSearch)
    expect(textOf(await answerTo(`${paper} 10`))).toContain(list.found(`${paper} 10`, 11))
    await reader.tap(bot.buttons.next)
    await reader.see(bot.list.page(2, 2))
  })

  test('/status and /settings say until when digests are paused, and end it', async () => {
    const paused = textOf(await answerTo('/pause 2031-05-04'))
    expect(paused).toBe(reading.holiday.until(w('Sunday, 4 May 2031', '2031年5月4日星期日')))
    for (const command of ['/status', '/settings']) {
      const shown = await answerTo(command)
      expect(textOf(shown), command).toContain(paused)
      expect(labelsOf(shown), command).toContain(bot.buttons.resume)
    }
    await reader.tap(bot.buttons.resume)
    expect(textOf(await answerTo('/status'))).not.toContain(paused)

    // "As it happens" has no hour to name.
    await gazette.database.db.updateTable('schedules').set({ mode: 'instant' }).execute()
    const status = textOf(await answerTo('/status'))
    expect(status).toContain(w('As it happens', '随时推送'))
    expect(status).not.toMatch(w(/08:00|Next digest/u, /08:00|下一期/u))
  })
})

/** Adds 499 sources, the seventh of which cannot be read, to what the chat follows. */
async function followMany(chatId: number, title: string): Promise<void> {
  const { db } = gazette.database
  const { id } = await db
    .selectFrom('subscribers')
    .select('id')
    .where('chat_id', '=', chatId)
    .executeTakeFirstOrThrow()
  const sources = await db
    .insertInto('sources')
    .values(
      Array.from({ length: 499 }, (_, at) => ({
        url: `https://many.example/${chatId}/${at}`,
        kind: 'feed' as const,
        title: `${title} ${at}`,
        next_poll_at: new Date('2100-01-01'),
        poll_gap_ms: 3_600_000,
        created_at: gazette.clock.now(),
        ...(at === 7 ? { failing_since: new Date('2026-11-02'), error: 'timedOut', failures: 3 } : {}),
      })),
    )
    .returning(['id'])
    .execute()
  await db
    .insertInto('subscriptions')
    .values(
      sources.map((source) => ({ subscriber_id: id, source_id: source.id, created_at: gazette.clock.now() })),
    )
    .execute()
}
