/** Reads the sample posts, Markdown files with front matter that we wrote about invented people and places. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

const shape = z.strictObject({
  title: z.string(),
  language: z.enum(['en', 'zh-Hans']),
  /** Slug of the topic it is about. */
  topic: z.string(),
  author: z.string(),
  /** Publication time in hours after the playground's start; negative before it. */
  hours: z.number(),
  /** Posts with the same one tell the same news. */
  story: z.string().optional(),
  /** Path of who publishes it; absent, the first publication of its topic and language. */
  publication: z.string().optional(),
  /** Who published it first, for a post that is a copy. */
  original: z.strictObject({ author: z.string(), name: z.string(), url: z.url() }).optional(),
})

export interface Post extends z.infer<typeof shape> {
  slug: string
  /** Markdown. */
  body: string
}

/** Every sample post, in the order of their slugs. Rejects with the name of a file whose front matter is wrong. */
export async function readPosts(): Promise<Post[]> {
  const folder = join(import.meta.dirname, 'posts')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).toSorted()
  return Promise.all(names.map(async (name) => parsePost(name, await readFile(join(folder, name), 'utf8'))))
}

function parsePost(name: string, text: string): Post {
  const [, front = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/su.exec(text) ?? []
  const fields = shape.safeParse(parse(front))
  if (!fields.success) throw new Error(`${name}: ${z.prettifyError(fields.error)}`)
  return { ...fields.data, slug: name.slice(0, -'.md'.length), body: body.trim() }
}
