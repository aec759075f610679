/** A feed of megabytes and a usual one in one job of a running service: both are stored, the large one by a job of its own. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { startTestGazette } from '../support/gazette.ts'
import { noon } from '../support/rows.ts'
import { rss, startWebServer } from '../support/web-server.ts'

test('a feed of megabytes is read beside a usual one', async () => {
  const web = await startWebServer()
  const catalogued = (name: string, text: string) => {
    web.pages.set(`/${name}.xml`, rss(name, [{ title: name, text, url: `${web.url}/${name}`, at: noon }]))
    return { url: `${web.url}/${name}.xml`, site: web.url, title: name, language: 'en', topic: 'cars' }
  }
  const gazette = await startTestGazette({
    allow: [web.host],
    feeds: [catalogued('usual', 'A ferry sails.'), catalogued('large', '渡轮今天起航。'.repeat(60_000))],
  })
  try {
    const { db } = gazette.database
    const sources = await db.selectFrom('sources').select('id').execute()
    await gazette.running.pipeline.enqueue(null, 'poll', { sourceIds: sources.map(({ id }) => id) })
    await gazette.running.idle()
    const titles = await db.selectFrom('articles').select('title').orderBy('title').execute()
    expect(titles.map(({ title }) => title)).toEqual(['large', 'usual'])
    const { rows } = await sql<{
      data: object
    }>`select data from pgboss.job where name = 'poll-large'`.execute(db)
    expect(rows).toHaveLength(1)
  } finally {
    await gazette.close()
    await web.close()
  }
})
