/** The bucket of a token: it never overspends, replies go first, and a refusal slows it for a while. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/db/connect.ts'
import type { Db } from '../../src/db/database.ts'
import {
  createLaneOpener,
  type Landing,
  listLanes,
  openLane,
  pauseLane,
  returnSends,
  takeSends,
} from '../../src/db/lanes.ts'
import { describeDatabases } from '../support/databases.ts'
import { noon } from '../support/rows.ts'

const seconds = (count: number): Date => new Date(noon.getTime() + count * 1000)
let nextBot = 500

describeDatabases('lanes', (open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.close())

  test('a lane that could not be opened is opened by the next send', async () => {
    nextBot += 1
    let isAway = true
    const insertInto: Db['insertInto'] = (table) => {
      if (isAway) throw new Error('the database is away')
      return database.db.insertInto(table)
    }
    const db = { insertInto } as Db
    const opener = createLaneOpener(db, nextBot, 10)
    await expect(opener(noon)).rejects.toThrow('away')
    isAway = false
    await opener(noon)
    expect(await takeSends(database.db, { botId: nextBot, count: 1, bulk: false }, noon)).toMatchObject({
      granted: 1,
    })
  })

  test('the bucket never grants more than its rate in any second, and replies go before bulk', async () => {
    nextBot += 1
    const bot = nextBot
    await openLane(database.db, bot, 10, noon)
    let landed: Landing[] = []
    // Bulk is answered at once.
    const take = async (count: number, bulk: boolean, at: Date) => {
      const grant = await takeSends(database.db, { botId: bot, count, bulk, landed }, at)
      landed = bulk ? Array.from({ length: grant.granted }, () => [at.getTime(), at.getTime()]) : []
      return grant
    }
    const granted: number[] = []
    for (let at = 0; at < 5; at += 0.01)
      for (let n = (await take(100, true, seconds(at))).granted; n > 0; n -= 1) granted.push(at)
    expect(granted.length).toBeGreaterThan(48)
    for (const start of granted)
      expect(granted.filter((at) => at >= start && at < start + 1).length).toBeLessThanOrEqual(10)
    while ((await take(100, true, seconds(5))).granted > 0);
    expect((await take(1, false, seconds(5))).granted).toBe(0)
    expect((await take(100, true, seconds(5.9))).granted).toBe(0)
    expect((await take(1, false, seconds(5.9))).granted).toBe(1)
    expect((await take(100, true, seconds(6.2))).granted).toBeGreaterThan(0)
  })

  test('whoever asks at the same time shares what there is', async () => {
    nextBot += 1
    const bot = nextBot
    await openLane(database.db, bot, 100, noon)
    const asked = Array.from({ length: 20 }, () =>
      takeSends(database.db, { botId: bot, count: 3, bulk: true }, noon),
    )
    const granted = (await Promise.all(asked)).reduce((sum, grant) => sum + grant.granted, 0)
    // What a rush may take.
    expect(granted).toBe(30)
  })

  test('a pause stops everybody until it is over', async () => {
    nextBot += 1
    const bot = nextBot
    await openLane(database.db, bot, 10, noon)
    await pauseLane(database.db, bot, seconds(30), noon)
    await pauseLane(database.db, bot, seconds(10), noon)
    expect(await takeSends(database.db, { botId: bot, count: 1, bulk: false }, seconds(20))).toEqual({
      granted: 0,
      retryAt: seconds(30),
    })
    expect((await takeSends(database.db, { botId: bot, count: 1, bulk: false }, seconds(31))).granted).toBe(1)
  })

  test('a refusal lowers the rate once, and time without one brings it back', async () => {
    nextBot += 1
    const bot = nextBot
    const rate = async () => (await listLanes(database.db)).find((lane) => lane.botId === bot)?.rate
    await openLane(database.db, bot, 30, noon)
    for (const at of [0, 0.1, 0.2]) await pauseLane(database.db, bot, seconds(2 + at), seconds(at))
    expect(await rate()).toBeCloseTo(25.5)
    const rates: (number | undefined)[] = []
    for (let at = 0; at < 40; at += 1) {
      await takeSends(database.db, { botId: bot, count: 1, bulk: true }, seconds(3 + at))
      rates.push(await rate())
    }
    expect(rates[5]).toBeLessThan(30)
    expect(rates.at(-1)).toBe(30)
  })

  test('a send is counted from its grant until a second after its answer', async () => {
    nextBot += 1
    const bot = nextBot
    await openLane(database.db, bot, 2, noon)
    const take = async (at: number, landed: readonly Landing[] = [], bulk = true) =>
      (await takeSends(database.db, { botId: bot, count: 1, bulk, landed }, seconds(at))).granted
    const time = (at: number) => seconds(at).getTime()
    expect([await take(0), await take(0.3)]).toEqual([1, 1])
    // Nobody knows yet when they arrive, and a reply has to wait like the others.
    expect(await take(1.6)).toBe(0)
    expect(await take(1.6, [], false)).toBe(0)
    expect(await take(2.7, [[time(0), time(1.7)]])).toBe(0)
    expect(await take(2.8)).toBe(1)
    expect(await take(2.9)).toBe(0)
    expect(await take(3.1, [[time(0.3), time(2)]])).toBe(1)
    // What is never answered was sent by a process that is gone.
    expect(await take(7.7)).toBe(0)
    expect(await take(7.9)).toBe(1)
  })

  test('what was granted and not needed is there again', async () => {
    nextBot += 1
    const bot = nextBot
    await openLane(database.db, bot, 10, noon)
    const take = (count: number) => takeSends(database.db, { botId: bot, count, bulk: true }, noon)
    expect((await take(3)).granted).toBe(3)
    expect((await take(3)).granted).toBe(0)
    await returnSends(database.db, bot, 2, noon)
    expect((await take(3)).granted).toBe(2)
  })
})
