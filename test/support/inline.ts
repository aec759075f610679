/** A person who writes `@bot words` in some chat of the local Bot API server, and what they are shown. */
import type { Happening, Inline } from '../../src/playground/world.ts'
import { control } from './chat.ts'
import type { Crawlable } from './crawler.ts'

export type InlineAnswer = NonNullable<Inline['answer']>

/** Resolves with the bot's answer to the query. */
export async function askInline(
  { api }: Pick<Crawlable, 'api'>,
  asked: { from: number; query: string },
): Promise<InlineAnswer> {
  const { id } = await control<{ id: string }>(api.url, 'inline', asked)
  const { inlines, listeners } = api.world
  return new Promise((resolve) => {
    const look = (_happening?: Happening) => {
      const answer = inlines.get(id)?.answer
      if (!answer) return
      listeners.delete(look)
      resolve(answer)
    }
    listeners.add(look)
    look()
  })
}

export const titlesOf = ({ results }: InlineAnswer): string[] =>
  results.map((result) => ('title' in result && result.title) || '')
