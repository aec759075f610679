/** `gazette summarise`: reads one address or file and prints what Gazette makes of it; needs no database without a model. */
import { pathToFileURL } from 'node:url'
import type { Item } from '../core/article.ts'
import { UserError } from '../core/errors.ts'
import { classify, createTopicModel } from '../core/topic.ts'
import { catalogueSeeds } from '../core/topic-catalogue.ts'
import { createReader, hasModel } from '../make-pipeline.ts'
import { contentHash } from '../pipeline/ingest.ts'
import { itemOfPage, readArticle, readBytes } from '../pipeline/read.ts'
import { ensureSummary, extractModel, summariseWithoutModel } from '../pipeline/summarise.ts'
import { type Command, type CommandContext, exitCodes, readNamed, UsageError } from './command.ts'

export const summarise: Command = {
  name: 'summarise',
  usage: 'summarise URL|FILE',
  summary: 'print title, authors, date, language, topics and summary of one article',
  most: 1,
  flags: {},
  examples: ['summarise https://example.com/news/1', 'summarise post.md --json'],
  run: async (context, { words }) => {
    const given = words[0]
    if (given === undefined) throw new UsageError('summarise needs an address or a file.')
    context.io.progress(`reading ${given}`)
    const item = await readGiven(context, given)
    if (item.text === '') throw new UserError('emptyArticle', { url: given })
    context.io.progress('summing up')
    const { summary, kind } = await summarised(context, item)
    const topics = classify(createTopicModel(catalogueSeeds()), item).map(({ topic }) => topic)
    const { io } = context
    io.say(item.title)
    for (const [label, value] of [
      ['Author', item.author],
      ['Original author', item.originalAuthor],
      ['Published', item.publishedAt?.toISOString() ?? null],
      ['Original', item.originalUrl],
      ['Language', item.language],
      ['Topics', topics.join(', ') || null],
      ['Summary by', kind === 'model' ? context.config.OPENAI_MODEL : 'the article’s own sentences'],
    ] as const)
      if (value !== null) io.say(`${label}: ${value}`)
    io.say('')
    for (const sentence of summary) io.say(`- ${sentence}`)
    io.result({ ...item, topics, summary, kind })
    return exitCodes.done
  },
}

/** By the model where one is set, within its budget; else the article's own sentences, and no database is opened. */
async function summarised(
  { config, open }: CommandContext,
  item: Item,
): Promise<{ summary: string[]; kind: 'model' | 'extract' }> {
  if (!hasModel(config)) return { summary: summariseWithoutModel(item), kind: 'extract' }
  const made = await ensureSummary(
    await open(),
    { ...item, id: null, content_hash: contentHash(item) },
    { language: 'original', readerId: null, hurry: true },
  )
  return {
    summary: made.bullets.map(({ text }) => text),
    kind: made.model === extractModel ? 'extract' : 'model',
  }
}

async function readGiven({ config, io, now }: CommandContext, given: string): Promise<Item> {
  if (/^https?:\/\//iu.test(given)) {
    const reader = createReader(config, now)
    try {
      return await readArticle(reader, given)
    } finally {
      await reader.fetcher.close()
    }
  }
  const bytes = await readNamed(io, given)
  const url = pathToFileURL(io.pathOf(given)).href
  const read = readBytes(bytes, { contentType: null, url, timeZone: config.SITE_TIME_ZONE })
  const item = read.kind === 'page' ? itemOfPage(read.html, url) : read.items[0]?.item
  if (!item) throw new UserError('emptyArticle', { url: given })
  return { ...item, url: item.url?.startsWith('file:') ? null : item.url }
}
