/** Importance: each part pulls its way, reasons add up, and odd values break nothing. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rank, type RankInput } from '../../src/core/rank.ts'

const now = new Date('2026-03-02T08:00:00Z')
const plain: RankInput = {
  publishers: 1,
  publishedAt: new Date('2026-03-02T02:00:00Z'),
  topicMatch: 0.5,
  sourceWeight: 0,
  liked: 0,
  told: 0,
}
const score = (change: Partial<RankInput>) => rank({ ...plain, ...change }, now).score

test.each([
  ['more publishers', { publishers: 4 }],
  ['newer', { publishedAt: new Date('2026-03-02T07:00:00Z') }],
  ['closer to the topics', { topicMatch: 0.9 }],
  ['a weightier source', { sourceWeight: 0.5 }],
  ['like what the reader liked', { liked: 0.7 }],
])('%s ranks higher', (_, change) => {
  expect(score(change)).toBeGreaterThan(score({}))
})

test('what was told already, and what is like the disliked, ranks lower', () => {
  expect(score({ told: 1 })).toBeLessThan(score({}))
  expect(score({ liked: -1 })).toBeLessThan(score({}))
})

test('recency halves every twelve hours', () => {
  const recency = (hours: number) =>
    rank({ ...plain, publishedAt: new Date(now.getTime() - hours * 3_600_000) }, now).reasons.find(
      (reason) => reason.kind === 'recency',
    )?.points
  expect(recency(0)).toBeCloseTo(1)
  expect(recency(12)).toBeCloseTo(0.5)
  expect(recency(36)).toBeCloseTo(0.125)
  expect(recency(-500)).toBeCloseTo(1)
})

test('a model only breaks ties', () => {
  expect(score({ modelScore: 1 })).toBeGreaterThan(score({ modelScore: 0 }))
  expect(score({ modelScore: 1 })).toBeLessThan(score({ topicMatch: 0.51 }))
})

test('an undated story is neither first nor last', () => {
  const undated = score({ publishedAt: null })
  expect(undated).toBeLessThan(score({}))
  expect(undated).toBeGreaterThan(score({ publishedAt: new Date('2026-02-20T00:00:00Z') }))
})

test('reasons are weightiest first, leave out what has no effect, and add up to the score', () => {
  const { reasons, score: total } = rank({ ...plain, publishers: 7, told: 0.4 }, now)
  expect(reasons.map((reason) => reason.kind)).toEqual(['publishers', 'recency', 'topic', 'told'])
  expect(reasons.reduce((sum, reason) => sum + reason.points, 0)).toBeCloseTo(total)
})

test('any numbers give a finite score', () => {
  const number = fc.double()
  fc.assert(
    fc.property(
      number,
      number,
      number,
      number,
      number,
      number,
      (publishers, topicMatch, sourceWeight, liked, told, modelScore) => {
        const { score: total } = rank(
          {
            publishers,
            topicMatch,
            sourceWeight,
            liked,
            told,
            modelScore,
            publishedAt: new Date(Number.NaN),
          },
          now,
        )
        expect(Number.isFinite(total)).toBe(true)
      },
    ),
  )
})
