/** Quotas in the database: a burst is allowed, more is refused and told once, time brings it back, and no process is asked twice. */
import { expect, test } from 'vitest'
import { deleteQuotas, spend } from '../../src/db/quotas.ts'
import { describeDatabases } from '../support/databases.ts'
import { noon } from '../support/rows.ts'

const bucket = { botId: 1, userId: 2, kind: 'turns', size: 3, perMs: 60_000 }
const after = (ms: number) => new Date(noon.getTime() + ms)

describeDatabases('quotas', (open) => {
  test('hold for each person over all processes', async () => {
    const database = await open()
    const { db } = database
    const burst = await Promise.all(Array.from({ length: 5 }, () => spend(db, bucket, noon)))
    expect(burst.filter(({ granted }) => granted)).toHaveLength(3)
    expect(burst.filter((spent) => !spent.granted && spent.tell)).toHaveLength(1)
    expect(await spend(db, { ...bucket, userId: 3 }, noon)).toEqual({ granted: true })
    expect(await spend(db, bucket, after(10_000))).toMatchObject({
      granted: false,
      tell: false,
      waitMs: 10_000,
    })
    expect(await spend(db, bucket, after(20_000))).toEqual({ granted: true })
    expect(await spend(db, bucket, after(20_000))).toMatchObject({ granted: false, tell: true })
    // A clock that jumps back gives nothing away, and does not lock anybody out for ever.
    expect(await spend(db, bucket, noon)).toMatchObject({ granted: false })
    expect(await spend(db, bucket, after(30_000))).toEqual({ granted: true })
    await deleteQuotas(db, after(86_400_000))
    expect(await db.selectFrom('quotas').selectAll().execute()).toEqual([])
    await database.close()
  })
})
