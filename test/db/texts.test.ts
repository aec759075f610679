/** Texts to sum up and what was shown last: whose they are, how they grow, when they go; on both engines. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readArrival } from '../../src/db/arrivals.ts'
import type { Database } from '../../src/db/connect.ts'
import type { Db } from '../../src/db/database.ts'
import { deleteShown, saveShown } from '../../src/db/shown.ts'
import { deleteSubscriber } from '../../src/db/subscribers.ts'
import { findSummary, saveSummary } from '../../src/db/summaries.ts'
import { appendText, deleteTexts, findText, insertText, longestText } from '../../src/db/texts.ts'
import { describeDatabases } from '../support/databases.ts'
import { addSubscriber, botId, noon } from '../support/rows.ts'

const hour = 3_600_000
const words = { headline: null, bullets: [], why: null, event: null, importance: null }

describeDatabases('texts', (open) => {
  let database: Database
  let db: Db
  let mine: number
  let theirs: number
  beforeAll(async () => {
    database = await open()
    db = database.db
    mine = (await addSubscriber(db, { chat_id: 71 })).id
    theirs = (await addSubscriber(db, { chat_id: 72 })).id
  })
  afterAll(() => database.close())

  const summarise = (textId: number) => {
    const key = { contentHash: `text:${textId}:x`, language: 'en', promptVersion: '1', model: 'extract' }
    return { key, made: saveSummary(db, { ...key, textId }, words, noon) }
  }

  test('a text grows by its parts as far as there is room, and only its own chat sees it', async () => {
    const id = await insertText(db, mine, 'one', noon)
    expect(await appendText(db, id, mine, 'two')).toBe(true)
    expect(await appendText(db, id, theirs, 'three')).toBe(false)
    expect(await appendText(db, id, mine, 'x'.repeat(longestText))).toBe(false)
    expect(await findText(db, id, mine)).toMatchObject({ body: 'onetwo', parts: 2 })
    expect(await findText(db, id, theirs)).toBeUndefined()
  })

  test('its summary goes with it: after its time, and with its chat', async () => {
    const old = await insertText(db, mine, 'old', noon)
    const fresh = await insertText(db, theirs, 'fresh', new Date(noon.getTime() + 2 * hour))
    const [ofOld, ofFresh] = [summarise(old), summarise(fresh)]
    await Promise.all([ofOld.made, ofFresh.made])
    await deleteTexts(db, new Date(noon.getTime() + hour))
    expect(await findText(db, old, mine)).toBeUndefined()
    expect(await findSummary(db, ofOld.key)).toBeUndefined()
    expect(await findSummary(db, ofFresh.key)).toBeDefined()
    await deleteSubscriber(db, theirs)
    expect(await findSummary(db, ofFresh.key)).toBeUndefined()
  })

  test('what a person was shown last comes with their next update, and only theirs', async () => {
    const arrive = (userId: number) => readArrival(db, { botId, updateId: 1, userId, chatId: 71 })
    await saveShown(db, { subscriberId: mine, userId: 7 }, { url: 'https://a.example/' }, noon)
    const later = new Date(noon.getTime() + hour)
    await saveShown(db, { subscriberId: mine, userId: 7 }, { url: 'https://b.example/' }, later)
    expect((await arrive(7)).shown).toEqual({ payload: { url: 'https://b.example/' }, at: later })
    expect((await arrive(8)).shown).toBeUndefined()
    await deleteShown(db, new Date(later.getTime() + 1))
    expect((await arrive(7)).shown).toBeUndefined()
  })
})
