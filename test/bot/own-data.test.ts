/** A reader's own data, in English and Chinese over HTTP: what is kept, all of it as files, and nothing left after it is deleted. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { collectOwnData } from '../../src/db/own-data.ts'
import { parseOpml } from '../../src/sources/opml.ts'
import { type Chat, openChat, textOf } from '../support/chat.ts'
import { languages, say } from '../support/languages.ts'
import { useGazette } from '../support/use-gazette.ts'

const gazette = useGazette()

describe.each(languages)('$name', (language) => {
  const { tag, user, words } = language
  const { bot, screens } = words
  const { data, labels, packs } = screens
  const w = say(language)
  const title = w('Mine & yours', '你的 & 我的')
  const folder = w('Mornings', '早报')
  const url = `https://mine.example/${tag}.xml`
  let chat: Chat
  let chatRow: { id: number; reader_id: number | null }
  const newer = (id: number) => chat.see((message) => message.message_id > id)
  const bytesOf = (id: string) => Buffer.from(gazette.api.world.files.get(id)!.bytes).toString()

  beforeAll(async () => {
    chat = await openChat(gazette.api.url, { user })
    await newer(await chat.send('/start topic_ai'))
    const { db, now } = { db: gazette.database.db, now: gazette.clock.now() }
    const source = await db
      .insertInto('sources')
      .values({
        url,
        kind: 'feed',
        title,
        next_poll_at: new Date('2100-01-01'),
        poll_gap_ms: 1,
        created_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    chatRow = await db
      .selectFrom('subscribers')
      .select(['id', 'reader_id'])
      .where('chat_id', '=', user)
      .executeTakeFirstOrThrow()
    await db
      .insertInto('subscriptions')
      .values({ subscriber_id: chatRow.id, source_id: source.id, folder, created_at: now })
      .execute()
    await chat.send('/packs')
    await chat.tap(labels.newPack)
    await chat.see(packs.askName)
    await newer(await chat.send(title))
  })
  afterAll(() => chat.close())

  test('/privacy says what is kept, for how long and who sees it, and leads to the files', async () => {
    const shown = textOf(await newer(await chat.send('/privacy')))
    for (const said of [data.privacyTitle, ...data.kept, data.howLong(365), data.noModel, data.rights])
      expect(shown).toContain(said)
    await chat.tap(labels.export)
    const opml = await chat.see((message) => message.document?.file_name === 'gazette.opml')
    expect(opml.caption).toBe(data.opml)
    expect(parseOpml(bytesOf(opml.document!.file_id))).toEqual([
      { title, url, site: null, folders: [folder] },
    ])
    const all = await chat.see((message) => message.document?.file_name?.endsWith('json') === true)
    expect(all.caption).toBe(data.everything)
    const json = JSON.parse(bytesOf(all.document!.file_id)) as Record<string, unknown>
    expect(json).toMatchObject({ reader: { user_id: user }, packs: [{ name: title }] })
    expect(json['subscriptions']).toHaveLength(2)
  })

  test('/delete asks once, keeps everything after no, and leaves nothing after yes', async () => {
    const { remove } = bot
    const { db } = gazette.database
    const asked = await newer(await chat.send('/delete'))
    expect(textOf(asked)).toBe(`${remove.title}\n\n${remove.what}`)
    await chat.tap(bot.buttons.keep)
    await chat.see(remove.kept)
    await chat.tap(bot.buttons.myList)
    await chat.see(bot.list.summary(1, 1))

    await chat.send('/privacy')
    await chat.tap(labels.deleteMine)
    await chat.tap(bot.buttons.deleteAll)
    const gone = textOf(await chat.see(remove.done))
    for (const said of [remove.removed(2, 1, 0), remove.sources(1), remove.packs(1), remove.comeBack])
      expect(gone).toContain(said)
    const { id: subscriberId, reader_id: readerId } = chatRow
    expect(await collectOwnData(db, { subscriberId, readerId })).toEqual({})
    expect(await db.selectFrom('sources').select('id').where('url', '=', url).execute()).toEqual([])
    expect(await db.selectFrom('readers').select('id').where('user_id', '=', user).execute()).toEqual([])
  })
})
