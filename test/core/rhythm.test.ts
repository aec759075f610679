/** How often a source is looked at: by its own rhythm, by what it asks for, within five minutes and a day. */
import { describe, expect, test } from 'vitest'
import { afterQuiet, backOffGap, isSilent, nextGap, publishingGap, spreadGap } from '../../src/core/rhythm.ts'

const now = new Date('2026-03-02T12:00:00Z')
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const every = (gapMs: number, count: number, latestMs = 0) =>
  Array.from({ length: count }, (_, index) => new Date(now.getTime() - latestMs - index * gapMs))
const seen = { publishedAt: [], found: 0, gapMs: 30 * minute, isFirst: false, askedMs: 0 }

describe('the rhythm of a source', () => {
  test('is the median time between its publications; a batch counts once', () => {
    expect(publishingGap(every(6 * hour, 10))).toBe(6 * hour)
    expect(publishingGap([...every(6 * hour, 5), ...every(6 * hour, 5)])).toBe(6 * hour)
    expect(publishingGap(every(hour, 3))).toBeNull()
  })

  test('decides the gap, between five minutes and a day', () => {
    expect(nextGap({ ...seen, publishedAt: every(6 * hour, 10) }, now)).toBe(2 * hour)
    expect(nextGap({ ...seen, publishedAt: every(minute, 10) }, now)).toBe(5 * minute)
    expect(nextGap({ ...seen, publishedAt: every(30 * day, 10) }, now)).toBe(day)
  })

  test('gives way to what the feed or its server asks for, up to a day', () => {
    expect(nextGap({ ...seen, publishedAt: every(hour, 10), askedMs: 4 * hour }, now)).toBe(4 * hour)
    expect(nextGap({ ...seen, askedMs: 90 * day }, now)).toBe(day)
  })

  test('slows down as a source falls silent, and follows news where nothing is dated', () => {
    expect(nextGap({ ...seen, publishedAt: every(hour, 10, 6 * day) }, now)).toBe(12 * hour)
    expect(nextGap({ ...seen, found: 3 }, now)).toBe(21 * minute)
    expect(nextGap(seen, now)).toBe(37.5 * minute)
    expect(nextGap({ ...seen, isFirst: true }, now)).toBe(30 * minute)
  })

  test('dates in the future say nothing', () => {
    const future = every(hour, 10, -20 * hour)
    expect(nextGap({ ...seen, publishedAt: future }, now)).toBe(37.5 * minute)
  })

  test('waits out the hours in which a feed asks for quiet', () => {
    // 2 March 2026 is a Monday: noon is hour 36 of the week.
    const at = new Date(now.getTime() + 17 * minute)
    expect(afterQuiet(at, [])).toEqual(at)
    expect(afterQuiet(at, [35, 37])).toEqual(at)
    expect(afterQuiet(at, [36, 37, 39])).toEqual(new Date(at.getTime() + 2 * hour))
    const saturday = new Date('2026-03-07T23:40:00Z')
    expect(afterQuiet(saturday, [167, 0, 1])).toEqual(new Date('2026-03-08T02:40:00Z'))
    const always = Array.from({ length: 168 }, (_, each) => each)
    expect(afterQuiet(at, always)).toEqual(at)
  })

  test('spreads sources by a tenth at most, always alike', () => {
    for (let id = 1; id < 500; id += 1) {
      expect(spreadGap(hour, id)).toBe(spreadGap(hour, id))
      expect(Math.abs(spreadGap(hour, id) - hour)).toBeLessThanOrEqual(hour / 10)
    }
    expect(new Set(Array.from({ length: 100 }, (_, id) => spreadGap(hour, id))).size).toBeGreaterThan(80)
  })

  test('backs off twice as long each time, up to a day, and never in step', () => {
    for (let failures = 0; failures < 12; failures += 1) {
      const full = Math.min(day, 30 * minute * 2 ** failures)
      const gaps = Array.from({ length: 50 }, (_, id) => backOffGap(30 * minute, failures, id + 1))
      expect(Math.max(...gaps)).toBeLessThanOrEqual(full)
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(full * 0.66)
      expect(new Set(gaps).size).toBeGreaterThan(40)
    }
  })

  test('makes silence noticeable only against itself', () => {
    const ago = (ms: number) => new Date(now.getTime() - ms)
    expect(isSilent(ago(13 * day), hour, now)).toBe(false)
    expect(isSilent(ago(15 * day), hour, now)).toBe(true)
    expect(isSilent(ago(40 * day), 7 * day, now)).toBe(false)
    expect(isSilent(ago(60 * day), 7 * day, now)).toBe(true)
  })
})
