/** Stores a post from a file that belongs to no site: `gazette add FILE` and uploads. */
import { UserError } from '../core/errors.ts'
import { upsertSource } from '../db/sources.ts'
import type { Pipeline } from './context.ts'
import { enrich } from './enrich.ts'
import { ingest } from './ingest.ts'
import { readBytes } from './read.ts'

/** The source that articles from files belong to: never polled, open to every topic. */
const filesUrl = 'urn:gazette:files'

/** Stores what the file holds and makes it ready. Throws UserError 'emptyArticle' where nothing can be read. */
export async function importFile(
  pipeline: Pipeline,
  file: { name: string; bytes: Uint8Array },
): Promise<{ title: string; inserted: number; changed: number }> {
  const read = readBytes(file.bytes, {
    contentType: null,
    url: `file:///${encodeURIComponent(file.name)}`,
    timeZone: pipeline.settings.siteTimeZone,
  })
  const items = read.kind === 'page' ? [] : read.items
  const readable = items.filter(({ item }) => item.text !== '')
  const first = readable[0]
  if (!first) throw new UserError('emptyArticle', { url: file.name })
  const [stored] = await pipeline.db.transaction().execute(async (trx) => {
    const source = await upsertSource(
      trx,
      {
        url: filesUrl,
        kind: 'markdown',
        title: '',
        siteUrl: null,
        language: null,
        catalogueTopic: null,
        shared: true,
      },
      pipeline.now(),
      pipeline.settings.pollGapMs,
    )
    await trx.updateTable('sources').set({ state: 'stopped' }).where('id', '=', source.id).execute()
    const own = readable.map(({ item }) => ({
      item: { ...item, url: webUrl(item.url) },
      guid: item.url ?? file.name,
    }))
    return ingest(pipeline, trx, [{ sourceId: source.id, items: own }])
  })
  const { inserted, changed } = stored!
  await enrich(pipeline, [...inserted, ...changed])
  return { title: first.item.title, inserted: inserted.length, changed: changed.length }
}

/** A file's own path is no address that a reader could open. */
function webUrl(url: string | null): string | null {
  return url !== null && /^https?:/u.test(url) ? url : null
}
