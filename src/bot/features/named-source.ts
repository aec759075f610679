/** Sources by name: the one that a reader names is followed at once; where it may be several, or a topic, they choose. */
import { isNamed, namesIn } from '../../core/source-name.ts'
import type { Topic } from '../../db/database.ts'
import { findNamedSources, type NamedSource } from '../../db/source-names.ts'
import { topicName } from '../../locales/locales.ts'
import type { BotContext } from '../context.ts'
import { nameOf } from '../describe.ts'
import { button, inRows, send } from '../screen.ts'
import { followedScreen, startFollowing } from './follow.ts'

const mostWords = 6
const mostFound = 8

export interface SourceMatches {
  /** Called just so. */
  exact: NamedSource[]
  /** With the words in their name or address. */
  near: NamedSource[]
}

/** The sources that a few words name, as far as this chat may see them; none for a question. */
export async function matchSources(ctx: BotContext, words: string): Promise<SourceMatches> {
  if (/[?？؟]/u.test(words)) return { exact: [], near: [] }
  for (const name of namesIn(words)) {
    const parts = name.split(/\s+/u).filter((part) => part.length > 1)
    if (parts.length === 0 || parts.length > mostWords) continue
    const found = await findNamedSources(ctx.needs.db, ctx.subscriber.id, parts, mostFound)
    if (found.length === 0) continue
    const isExact = ({ title, url, site_url: site }: NamedSource) =>
      isNamed(words, { title, address: site ?? url })
    return { exact: found.filter(isExact), near: found.filter((source) => !isExact(source)) }
  }
  return { exact: [], near: [] }
}

/** A button that follows a source. */
export const sourceButton = (ctx: BotContext, source: NamedSource) => [
  button(ctx.locale.bot.buttons.follow(nameOf(ctx.locale, source)), 'follow', source.id),
]

/** Follows the source that is called so, or asks which of these it is to be; false where none is called so. */
export async function followNamed(
  ctx: BotContext,
  { exact }: SourceMatches,
  topics: readonly Pick<Topic, 'id' | 'names'>[],
): Promise<boolean> {
  const [source, ...others] = exact
  if (!source) return false
  if (others.length === 0 && topics.length === 0) {
    await startFollowing(ctx, source)
    await send(ctx, followedScreen(ctx, source, source.followed))
    return true
  }
  await send(ctx, {
    body: [ctx.locale.bot.topics.which],
    buttons: [
      ...inRows(
        topics.map(({ id, names }) => button(topicName(names, ctx.locale.tag), 'follow-topic', id)),
        2,
      ),
      ...exact.map((each) => sourceButton(ctx, each)),
    ],
  })
  return true
}
