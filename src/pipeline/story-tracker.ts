/** Keeps the recent stories of all workers in this process's memory, caught up from the database at each use. */
import {
  addToIndex,
  assignStory,
  createStoryIndex,
  type StoryIndex,
  storyWindowMs,
} from '../core/story-index.ts'
import type { Db } from '../db/database.ts'
import { insertStory, listStoryMembers, lockStories, touchStory } from '../db/stories.ts'

export interface StoryArticle {
  id: number
  title: string
  text: string
  language: string
  at: Date
}

export interface StoryTracker {
  /** The story of each article, by article id, new stories inserted. Call inside the transaction that records it. */
  assign(trx: Db, articles: readonly StoryArticle[]): Promise<Map<number, number>>
  /** Forgets what was assigned in a transaction that did not commit. */
  reset(): void
}

/** Rows that commit a little after their time are met again within this overlap. */
const overlapMs = 10 * 60_000
const leadLength = 1200

interface State {
  index: StoryIndex
  /** Story of each article in the index. */
  known: Map<number, number>
  /** Database id of the stories that began in this index under their first article's name. */
  stories: Map<string, number>
  seenUntil: number
}

const emptyState = (): State => ({
  index: createStoryIndex(),
  known: new Map(),
  stories: new Map(),
  seenUntil: 0,
})

/** Creates a tracker; nothing is read before the first assignment. */
export function createStoryTracker(): StoryTracker {
  let state = emptyState()

  async function catchUp(trx: Db, now: Date): Promise<void> {
    const since = new Date(Math.max(state.seenUntil - overlapMs, now.getTime() - storyWindowMs))
    for (const member of await listStoryMembers(trx, since)) {
      if (state.known.has(member.articleId)) continue
      const name = nameOf(member.storyId)
      state.stories.set(name, member.storyId)
      state.known.set(member.articleId, member.storyId)
      addToIndex(state.index, indexed({ ...member, id: member.articleId, text: member.lead }), name)
      state.seenUntil = Math.max(state.seenUntil, member.at.getTime())
    }
  }

  async function storyOf(trx: Db, article: StoryArticle): Promise<number> {
    const known = state.known.get(article.id)
    if (known !== undefined) return known
    const { storyId: name, joined } = assignStory(state.index, indexed(article))
    const found = joined ? state.stories.get(name) : undefined
    const id = found ?? (await insertStory(trx, article.at))
    if (found === undefined) state.stories.set(name, id)
    else await touchStory(trx, id, article.at)
    state.known.set(article.id, id)
    return id
  }

  return {
    assign: async (trx, articles) => {
      const assigned = new Map<number, number>()
      const latest = articles.reduce((time, article) => Math.max(time, article.at.getTime()), 0)
      await lockStories(trx)
      await catchUp(trx, new Date(latest))
      for (const article of articles) assigned.set(article.id, await storyOf(trx, article))
      return assigned
    },
    reset: () => {
      state = emptyState()
    },
  }
}

const nameOf = (storyId: number): string => `story-${storyId}`

function indexed(article: StoryArticle) {
  return {
    id: `article-${article.id}`,
    title: article.title,
    text: article.text.slice(0, leadLength),
    language: article.language,
    publishedAt: article.at,
  }
}
