/** `gazette summarise`: reads one address or file and prints what Gazette makes of it; needs no database without a model. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Item } from '../core/article.ts'
import { UserError } from '../core/errors.ts'
import { classify, createTopicModel } from '../core/topic.ts'
import { topicCatalogue } from '../core/topic-catalogue.ts'
import { createPipeline } from '../make-pipeline.ts'
import { readArticle, readBytes } from '../pipeline/read.ts'
import { summariseItem } from '../pipeline/summarise.ts'
import { itemOfPage } from '../pipeline/read.ts'
import { type Command, type CommandContext, exitCodes, UsageError } from './command.ts'

export const summarise: Command = {
  name: 'summarise',
  usage: 'summarise URL|FILE',
  summary: 'print title, authors, date, language, topics and summary of one article',
  flags: {},
  run: async (context, { words }) => {
    const given = words[0]
    if (given === undefined) throw new UsageError('summarise needs an address or a file.')
    const item = await readGiven(context, given)
    if (item.text === '') throw new UserError('emptyArticle', { url: given })
    const { summary, kind } = await summariseItem(await modelAndBudget(context), item, item.language)
    const topics = classify(createTopicModel(seeds()), item).map(({ topic }) => topic)
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

function seeds() {
  return topicCatalogue.map((topic) => ({ ...topic, name: Object.values(topic.names).join(' ') }))
}

async function readGiven({ config, log, now, open: _open }: CommandContext, given: string): Promise<Item> {
  if (/^https?:\/\//iu.test(given)) return readArticle(detached({ config, log, now }), given)
  const bytes = await readFile(given).catch(() => {
    throw new UserError('noSuchFile', { file: given })
  })
  const url = pathToFileURL(resolve(given)).href
  const read = await readBytes(bytes, { contentType: null, url, timeZone: config.SITE_TIME_ZONE })
  const item = read.kind === 'page' ? await itemOfPage(read.html, url) : read.items[0]?.item
  if (!item) throw new UserError('emptyArticle', { url: given })
  return { ...item, url: item.url?.startsWith('file:') ? null : item.url }
}
