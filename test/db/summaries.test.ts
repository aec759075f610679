/** A summary is paid for once however many ask, and the token budget is a hard cap however many spend. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/db/connect.ts'
import { claimSummary, findSummary, releaseSummary, saveSummary } from '../../src/db/summaries.ts'
import { reserveTokens, settleTokens } from '../../src/db/usage.ts'
import { noon } from '../support/rows.ts'
import { describeDatabases } from '../support/databases.ts'

const key = { contentHash: 'h1', language: 'en', promptVersion: '1', model: 'm' }
const words = {
  headline: 'Headline',
  bullets: [{ text: '一句话', evidence: ['原句'] }],
  why: null,
  event: null,
  importance: 0.5,
}
const minute = (count: number): Date => new Date(noon.getTime() + count * 60_000)

describeDatabases('summaries', (open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.close())

  test('of ten workers at once one may make it', async () => {
    const claims = await Promise.all(
      Array.from({ length: 10 }, () => claimSummary(database.db, key, noon, minute(2))),
    )
    expect(claims.filter(Boolean)).toHaveLength(1)
    expect(await findSummary(database.db, key)).toBeUndefined()
    await saveSummary(database.db, key, words, noon)
    expect(await findSummary(database.db, key)).toMatchObject(words)
    expect(await claimSummary(database.db, key, minute(60), minute(62))).toBe(false)
  })

  test('the claim of a dead worker runs out, a failed one is given back', async () => {
    const other = { ...key, contentHash: 'h2' }
    expect(await claimSummary(database.db, other, noon, minute(2))).toBe(true)
    expect(await claimSummary(database.db, other, minute(1), minute(3))).toBe(false)
    expect(await claimSummary(database.db, other, minute(2), minute(4))).toBe(true)
    await releaseSummary(database.db, other)
    expect(await claimSummary(database.db, other, minute(2), minute(4))).toBe(true)
  })

  test('the first words stored stay', async () => {
    const third = { ...key, contentHash: 'h3' }
    await saveSummary(database.db, third, words, noon)
    const second = await saveSummary(database.db, third, { ...words, headline: 'Other' }, noon)
    expect(second.headline).toBe('Headline')
  })

  test('twenty spenders at once never pass the cap, and what was not used comes back', async () => {
    const reserve = (readerId: number | null) =>
      database.db.transaction().execute((trx) =>
        reserveTokens(
          trx,
          {
            purpose: 'summarise',
            model: 'm',
            tokens: 100,
            readerId,
            articleId: null,
            day: '2026-03-02',
            at: noon,
          },
          { perDay: 1000, perReader: 300 },
        ),
      )
    const granted = (await Promise.all(Array.from({ length: 20 }, () => reserve(null)))).filter(
      (id) => id !== null,
    )
    expect(granted).toHaveLength(10)
    await settleTokens(database.db, granted[0]!, { inputTokens: 10, outputTokens: 5 })
    expect(await reserve(null)).toBeNull()
    for (const id of granted) await settleTokens(database.db, id, { inputTokens: 1, outputTokens: 1 })
    const mine = [await reserve(7), await reserve(7), await reserve(7), await reserve(7)]
    expect(mine.map((id) => id !== null)).toEqual([true, true, true, false])
    expect(await reserve(8)).not.toBeNull()
  })
})
