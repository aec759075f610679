/** A sender process and its standby send one digest to a hundred readers while everything fails: nobody goes without, and a copy says so. */
import { describe, expect, inject, test } from 'vitest'
import { createTestPostgres } from '../support/databases.ts'
import { countUnexplained } from '../support/fan-out.ts'
import { breakDown } from '../support/send-through.ts'

test('each lost answer explains one copy in its chat, the answer to a copy as well', () => {
  expect(countUnexplained([7, 7], [7, 7, 8])).toBe(0)
  expect(countUnexplained([7, 7, 9], [7, 8])).toBe(2)
})

// `npm run bench -- faults` does the same at length, with many more kills.
describe.skipIf(inject('postgresUrl') === null)('two sender processes on PostgreSQL', () => {
  test('lost answers, 500s, 429s, kill -9, an outage and restarts of the database: none lost, copies only where one may be, and labelled', async () => {
    const server = await createTestPostgres()
    try {
      const damage = await breakDown(server, { readers: 100, perSecond: 50, outageMs: 300 })
      expect(damage).toMatchObject({ lost: 0, duplicated: 0, unexplained: 0 })
      expect(damage.labelled).toBeLessThanOrEqual(damage.possible)
    } finally {
      await server.drop()
    }
  })
})
