/** Moving to another zone neither repeats nor drops a day in silence; "as it happens" keeps quiet hours and its daily most. */
import { expect, test } from 'vitest'
import { nextDue } from '../../src/core/schedule.ts'
import { dueAfterMove, instantDue, startOfDay, timesBehind } from '../../src/core/schedule-move.ts'
import { Temporal } from 'temporal-polyfill'

const at = (text: string) => new Date(text)

test('going west, a morning that was told is not told again, and that is said', () => {
  // 08:00 in Shanghai is told; the same morning comes again in Los Angeles.
  const move = dueAfterMove(
    { times: ['08:00'], timeZone: 'America/Los_Angeles' },
    { timeZone: 'Asia/Shanghai', lastDue: at('2026-03-03T00:00:00Z'), due: at('2026-03-04T00:00:00Z') },
    at('2026-03-03T05:00:00Z'),
  )
  expect(move.repeated?.toISOString()).toBe('2026-03-03T16:00:00.000Z')
  expect(move.due.toISOString()).toBe('2026-03-04T16:00:00.000Z')
})

test('going east, a morning that was passed over is due at once', () => {
  const now = at('2026-03-03T02:00:00Z')
  const move = dueAfterMove(
    { times: ['08:00'], timeZone: 'Asia/Shanghai' },
    { timeZone: 'America/Los_Angeles', lastDue: at('2026-03-02T16:00:00Z'), due: at('2026-03-03T16:00:00Z') },
    now,
  )
  expect(move.due.toISOString()).toBe('2026-03-03T00:00:00.000Z')
  expect(move.repeated).toBeNull()
})

test('going east, an hour that was passed over is due though a later one on the world’s clock was told', () => {
  // Told at 08:00 in London; at nine it is six in the evening in Tokyo, where noon was before London's eight.
  const lastDue = at('2026-03-03T08:00:00Z')
  const now = at('2026-03-03T09:00:00Z')
  const rule = { times: ['08:00', '12:00'], timeZone: 'Asia/Tokyo' }
  const noon = at('2026-03-03T12:00:00Z')
  const move = dueAfterMove(rule, { timeZone: 'Europe/London', lastDue, due: noon }, now)
  expect(move.due > lastDue && move.due <= now).toBe(true)
  // An hour later there is nothing more to make up for: tomorrow's eight is next.
  const told = dueAfterMove(
    { ...rule, timeZone: 'Asia/Seoul' },
    { timeZone: 'Asia/Tokyo', lastDue: move.due, due: at('2026-03-03T23:00:00Z') },
    at('2026-03-03T10:00:00Z'),
  )
  expect(told.due.toISOString()).toBe('2026-03-03T23:00:00.000Z')
})

test('hours passed over together, all before the last that was told, are each stood for', () => {
  const lastDue = at('2026-03-03T08:00:00Z')
  const { due } = dueAfterMove(
    { times: ['08:00', '11:00', '12:00'], timeZone: 'Asia/Tokyo' },
    { timeZone: 'Europe/London', lastDue, due: at('2026-03-03T11:00:00Z') },
    at('2026-03-03T09:00:00Z'),
  )
  expect(timesBehind(lastDue, due).map((each) => each.getTime() - lastDue.getTime())).toEqual([1, 2])
  // An ordinary due time stands for itself.
  expect(timesBehind(lastDue, at('2026-03-03T11:00:00Z'))).toEqual([at('2026-03-03T11:00:00Z')])
})

test('going east on the minute of a digest that is not planned yet keeps it', () => {
  const eight = at('2026-03-03T08:00:00Z')
  const move = dueAfterMove(
    { times: ['08:00'], timeZone: 'Europe/Berlin' },
    { timeZone: 'Europe/London', lastDue: at('2026-03-02T08:00:00Z'), due: eight },
    eight,
  )
  expect(move.due.toISOString()).toBe('2026-03-03T07:00:00.000Z')
})

test('whoever goes from zone to zone is told every local day once', () => {
  const zones = ['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Auckland', 'Europe/London', '+05:45']
  let timeZone = zones[0]!
  let due = nextDue({ times: ['08:00'], timeZone }, at('2026-03-01T00:00:00Z'))
  const days: string[] = []
  for (let step = 0; step < 60; step += 1) {
    days.push(
      Temporal.Instant.fromEpochMilliseconds(due.getTime())
        .toZonedDateTimeISO(timeZone)
        .toPlainDate()
        .toString(),
    )
    const lastDue = due
    due = nextDue({ times: ['08:00'], timeZone }, due)
    if (step % 3 === 2) {
      const next = zones[(step * 7) % zones.length]!
      const now = new Date(lastDue.getTime() + 7 * 3_600_000)
      due = dueAfterMove({ times: ['08:00'], timeZone: next }, { timeZone, lastDue, due }, now).due
      timeZone = next
    }
  }
  const expected = days.map((_, index) => Temporal.PlainDate.from(days[0]!).add({ days: index }).toString())
  expect(days).toEqual(expected)
})

test('as it happens: not in quiet hours, not more often than asked', () => {
  const rule = { quietFrom: '22:00', quietTo: '07:00', mostADay: 2, timeZone: 'Asia/Tokyo' }
  expect(instantDue(rule, at('2026-03-02T03:00:00Z'), 0)).toEqual(at('2026-03-02T03:00:00Z'))
  expect(instantDue(rule, at('2026-03-02T14:00:00Z'), 0)).toEqual(at('2026-03-02T22:00:00Z'))
  // The day's two are sent: midnight is quiet, so it waits for the morning.
  expect(instantDue(rule, at('2026-03-02T03:00:00Z'), 2)).toEqual(at('2026-03-02T22:00:00Z'))
  expect(startOfDay(at('2026-03-02T16:30:00Z'), 'Asia/Tokyo')).toEqual(at('2026-03-02T15:00:00Z'))
})
