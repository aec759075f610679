/** `gazette import` and `gazette export`: the operator's sources as OPML, the format every reader speaks. */
import { listSharedSources, upsertSource } from '../db/sources.ts'
import { readFeedList } from '../sources/feed-list.ts'
import { renderOpml } from '../sources/opml.ts'
import { type Command, exitCodes, readNamed, UsageError } from './command.ts'

export const opmlImport: Command = {
  name: 'import',
  usage: 'import FILE.opml',
  summary: 'follow every feed of an OPML file for everybody',
  most: 1,
  flags: {},
  examples: ['import feeds.opml'],
  run: async ({ open, io, now }, { words }) => {
    const file = words[0]
    if (file === undefined) throw new UsageError('import needs an OPML file.')
    const feeds = readFeedList(await readNamed(io, file))
    const pipeline = await open()
    await pipeline.db.transaction().execute(async (trx) => {
      for (const [at, feed] of feeds.entries()) {
        if (at % 100 === 0) io.progress(`${at} of ${feeds.length} feeds`)
        await upsertSource(
          trx,
          {
            url: feed.url,
            kind: 'feed',
            title: feed.title,
            siteUrl: feed.site,
            language: null,
            catalogueTopic: null,
            shared: true,
          },
          now(),
          pipeline.settings.pollGapMs,
        )
      }
    })
    io.say(`${feeds.length} feeds will be read from the next poll on.`)
    io.result({ feeds: feeds.length })
    return exitCodes.done
  },
}

export const opmlExport: Command = {
  name: 'export',
  usage: 'export',
  summary: 'print the sources that everybody shares as OPML',
  most: 0,
  flags: {},
  examples: ['export > feeds.opml'],
  run: async ({ open, io }) => {
    const { db } = await open()
    const sources = await listSharedSources(db)
    const opml = renderOpml(
      sources.map((source) => ({
        title: source.title,
        url: source.url,
        site: source.site_url,
        folders: source.catalogue_topic === null ? [] : [source.catalogue_topic],
      })),
      'Gazette',
    )
    io.say(opml)
    io.result({ opml, sources: sources.length })
    return exitCodes.done
  },
}
