/** What stands around the articles of a digest in every language: here, that an article was changed by its source, and when. */
import { expect, test } from 'vitest'
import type { Subscriber } from '../../src/db/database.ts'
import { renderBlocks } from '../../src/core/render.ts'
import { locales } from '../../src/locales/locales.ts'
import type { EditionContent } from '../../src/pipeline/edition.ts'
import { digestBlocks } from '../../src/pipeline/render-digest.ts'

const head = {
  number: 7,
  kind: 'scheduled' as const,
  // 16:00 in Shanghai.
  dueAt: new Date('2026-03-03T08:00:00Z'),
  late: false,
  cause: null,
  merged: 0,
  stillReading: false,
}
const contentOf = (editedAt: string | null): EditionContent => ({
  sections: [
    {
      topicId: null,
      name: '',
      entries: [
        {
          articleId: 1,
          headline: 'A bridge',
          url: 'https://news.example/1',
          publishers: [{ name: 'News', url: null }],
          publishedAt: '2026-03-03T01:00:00Z',
          editedAt,
          sentences: ['It opened.'],
          why: null,
          extract: false,
          summaryId: 1,
          minutes: 1,
          update: false,
          watch: null,
          because: null,
          carried: false,
        },
      ],
    },
  ],
  shown: 1,
  publishers: 1,
  leftOut: 0,
  minutes: 1,
})

test.each(Object.values(locales).map((locale) => [locale.tag, locale] as const))(
  'an article that was changed says so, by the reader’s own clock (%s)',
  (_tag, locale) => {
    const tell = (editedAt: string | null, layout: Subscriber['layout']) =>
      renderBlocks(digestBlocks(contentOf(editedAt), head, { time_zone: 'Asia/Shanghai', layout }, locale))
        .map(({ text }) => text.replaceAll('\u00a0', ' '))
        .join('\n')
    const clock = /14[:.]20|١٤:٢٠/u
    const [before = '', after = ''] = locale.digests.edited('¶').replaceAll('\u00a0', ' ').split('¶')
    for (const layout of ['compact', 'standard', 'detailed', 'rich'] as const) {
      const told = tell('2026-03-03T06:20:00Z', layout)
      expect(told).toMatch(clock)
      expect(told).toContain(` · ${before}${clock.exec(told)![0]}${after}`)
      const unchanged = tell(null, layout)
      expect(unchanged).not.toMatch(clock)
      // On another day the clock alone would mislead.
      const day = tell('2026-03-02T06:20:00Z', layout)
      expect(day).toMatch(clock)
      expect(day).not.toContain(` · ${before}${clock.exec(day)![0]}${after}`)
    }
  },
)
