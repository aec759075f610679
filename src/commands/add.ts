/** `gazette add`: follows feeds and sites for everybody, and stores posts from files. */
import { basename } from 'node:path'
import { UserError } from '../core/errors.ts'
import { listUnready } from '../db/articles.ts'
import { errorText, getLocale } from '../locales/locales.ts'
import type { Pipeline } from '../pipeline/context.ts'
import { enrich } from '../pipeline/enrich.ts'
import { storeBestSource } from '../pipeline/find-source.ts'
import { importFile } from '../pipeline/import-file.ts'
import { type Command, exitCodes, type Io, readNamed, UsageError } from './command.ts'

interface Added {
  given: string
  title: string
  inserted: number
  error: string | null
}

export const add: Command = {
  name: 'add',
  usage: 'add URL|FILE...',
  summary: 'follow feeds and sites for everybody, and store posts from files',
  most: Infinity,
  flags: {},
  examples: ['add https://example.com/blog', 'add posts/*.md'],
  run: async ({ open, io, now }, { words }) => {
    if (words.length === 0) throw new UsageError('add needs an address or a file.')
    const pipeline = await open()
    const added: Added[] = []
    for (const [at, given] of words.entries()) {
      io.progress(`${at + 1} of ${words.length}: ${given}`)
      const one = await addOne(pipeline, given, io)
      added.push(one)
      io.say(
        one.error === null
          ? `${given}: ${one.title || 'untitled'}, ${one.inserted} new articles`
          : `${given}: ${one.error}`,
      )
    }
    await enrich(pipeline, await listUnready(pipeline.db, new Date(now().getTime() + 1), 1000))
    io.result(added)
    return added.some((one) => one.error !== null) ? exitCodes.failed : exitCodes.done
  },
}

/** What is no file may be an address, also without its beginning: 'example.com/blog'. Null for the name of a file. */
export function addressOf(given: string): string | null {
  if (/^[a-z][a-z\d+.-]*:\/\//iu.test(given)) return given
  const isFileName = /\.(?:md|mdx|markdown|txt|html?|xml|json|opml|csv)$/iu.test(given)
  return !isFileName && /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:\/\S*)?$/u.test(given) ? `https://${given}` : null
}

async function addOne(pipeline: Pipeline, given: string, io: Io): Promise<Added> {
  try {
    const bytes = await readNamed(io, given).catch((error: unknown) => error)
    if (bytes instanceof Buffer) {
      const { title, inserted } = await importFile(pipeline, { name: basename(given), bytes })
      return { given, title, inserted, error: null }
    }
    const address = addressOf(given)
    if (address === null) throw bytes
    const { source, inserted } = await storeBestSource(pipeline, address, true)
    return { given, title: source.title, inserted, error: null }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { given, title: '', inserted: 0, error: errorText(getLocale('en'), error) }
  }
}
