/** What a reader's filters say of an article: what is muted, and of which topic more or less is wanted. */
import { expect, test } from 'vitest'
import type { CandidateRow } from '../../src/db/candidates.ts'
import type { Filter } from '../../src/db/database.ts'
import type { FilterKind } from '../../src/db/reading-tables.ts'
import { createFilters } from '../../src/pipeline/filter-candidates.ts'

const filter = (kind: FilterKind, targetId: number) => ({ kind, word: '', target_id: targetId }) as Filter
/** An article whose best topic is the first of these. */
const about = (...topics: number[]) =>
  ({
    title: '',
    text: '',
    story_id: null,
    sources: [],
    topics: topics.map((id) => ({ id })),
  }) as unknown as CandidateRow

test('less or more is wanted of what is foremost about the topic', () => {
  const judge = createFilters([filter('less-topic', 1), filter('more-topic', 2)])
  expect(judge(about(1, 2)).lean).toBeLessThan(0)
  expect(judge(about(2, 1)).lean).toBeGreaterThan(0)
  expect(judge(about(3, 1)).lean).toBe(0)
  expect(judge(about()).lean).toBe(0)
  expect(judge(about(1)).mute).toBeNull()
})
