/** The site that a name may mean, looked for where its address is likely to be; offered to the reader, never followed by itself. */
import { guessHosts } from '../core/source-name.ts'
import { truncate } from '../core/text.ts'
import { createPause } from '../pause.ts'
import { offerSource, sourceName } from './add-source.ts'
import type { Pipeline } from './context.ts'
import { findHits } from './find-source.ts'

const longestTitle = 120
const mostTitles = 3
/** A host that does not answer would be waited for as long as a page; a site that is there says so sooner. */
const patienceMs = 8000

export interface NamedSite {
  sourceId: number
  name: string
  /** Where it was found: whoever named it sees whether it is the one. */
  host: string
  /** Of its newest articles. */
  titles: string[]
}

/**
 * The first of the likely addresses of `name` that has a feed with articles; null where none says so in time, whatever the
 * reason, and where the settings let nothing be guessed.
 */
export async function findNamedSite(
  pipeline: Pipeline,
  name: string,
  tag: string,
): Promise<NamedSite | null> {
  const hosts = pipeline.settings.guessSites ? guessHosts(name, tag) : []
  const patience = createPause()
  const late = patience.rest(patienceMs).then(() => null)
  const tries = hosts.map(async (host) => {
    const hits = await findHits(pipeline, `https://${host}/`).catch(() => [])
    const hit = hits.find(({ reading, items }) => reading.kind === 'feed' && items.length > 0)
    return hit ? { host, hit } : null
  })
  const found = (await Promise.all(tries.map((each) => Promise.race([each, late])))).find(
    (each) => each !== null,
  )
  patience.wake()
  if (!found) return null
  const { reading, items } = found.hit
  const source = await offerSource(pipeline, reading.url, 'title' in reading ? reading.title : '')
  return {
    sourceId: source.id,
    name: truncate(sourceName(source), longestTitle),
    host: found.host,
    titles: items.slice(0, mostTitles).map(({ item }) => truncate(item.title, longestTitle)),
  }
}
