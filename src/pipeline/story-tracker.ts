/** Keeps the recent stories of all workers in this process's memory, caught up from the database at each use. */
import {
  addToIndex,
  assignStory,
  createStoryIndex,
  forgetOld,
  mergeStories,
  type StoryIndex,
} from '../core/story-index.ts'
import { storyWindowMs } from '../core/story-segment.ts'
import type { Kysely } from 'kysely'
import type { Db, Tables } from '../db/database.ts'
import {
  insertStories,
  listMergedStories,
  listStoryMembers,
  lockStories,
  recordStories,
  touchStories,
} from '../db/stories.ts'

export interface StoryArticle {
  id: number
  title: string
  text: string
  language: string
  at: Date
}

export interface StoryTracker {
  /**
   * Gives each article its story and makes it ready, in a transaction of its own, one worker at a time. Calls that
   * meet wait for each other and then go together.
   */
  assign(db: Kysely<Tables>, articles: readonly StoryArticle[], now: Date): Promise<void>
  /** Pairs of articles, met since the last call, of which words alone do not tell whether they are one story. */
  takeBorderline(): [number, number][]
}

const leadLength = 1200

/** Pairs kept for the model; it is asked after each assignment. */
const mostBorderline = 200
const articleName = 'article-'

/** How often what is over the window is dropped from memory. */
const forgetEveryMs = 3_600_000

interface State {
  index: StoryIndex
  /** Story of each article in the index, in the order they came; `at` in milliseconds. */
  known: Map<number, { storyId: number; at: number }>
  /** Database id of each story in the index, by the name it has there. */
  stories: Map<string, number>
  /** Stories that turned out to be others, as far as the above knows. */
  followed: Set<number>
  /** Pairs for a model to judge. */
  borderline: [number, number][]
  /** The highest `story_order` met in the database. */
  seen: number
  forgottenAt: number
}

const emptyState = (): State => ({
  index: createStoryIndex(),
  known: new Map(),
  stories: new Map(),
  followed: new Set(),
  borderline: [],
  seen: 0,
  forgottenAt: 0,
})

/** Creates a tracker; nothing is read before the first assignment. */
export function createStoryTracker(): StoryTracker {
  let state = emptyState()

  async function assignOrForget(db: Kysely<Tables>, articles: readonly StoryArticle[], now: Date) {
    try {
      await db.transaction().execute((trx) => assignTogether(state, trx, articles, now))
    } catch (error) {
      // What was assigned did not commit; the database knows what did.
      state = emptyState()
      throw error
    }
  }

  let waiting: StoryArticle[] = []
  let turn: Promise<void> = Promise.resolve()
  let next: Promise<void> | null = null
  return {
    takeBorderline: () => state.borderline.splice(0),
    assign: (db, articles, now) => {
      waiting.push(...articles)
      next ??= turn = turn
        .catch(() => undefined)
        .then(() => {
          const taken = waiting
          waiting = []
          next = null
          return assignOrForget(db, taken, now)
        })
      return next
    },
  }
}

/** Takes in what other workers have recorded since. */
async function catchUp(state: State, trx: Db, now: Date): Promise<void> {
  const since = new Date(now.getTime() - storyWindowMs)
  for await (const members of listStoryMembers(trx, state.seen, since))
    for (const member of members) {
      state.seen = member.order
      if (state.known.has(member.articleId)) continue
      const name = nameOf(member.storyId)
      state.stories.set(name, member.storyId)
      state.known.set(member.articleId, { storyId: member.storyId, at: member.at.getTime() })
      addToIndex(state.index, indexed({ ...member, id: member.articleId, text: member.lead }), name)
    }
  const merged = await listMergedStories(trx, since)
  const isNews = merged.filter(({ id }) => !state.followed.has(id))
  follow(state, new Map(isNews.map(({ id, into }) => [id, into])))
  state.followed = new Set(merged.map(({ id }) => id))
}

/** Stories that were judged to be others: what joins one from now on joins the other. All at once, since it passes by every article. */
function follow(state: State, intoOf: ReadonlyMap<number, number>): void {
  if (intoOf.size === 0) return
  const names = new Map([...state.stories].map(([name, id]) => [id, name]))
  for (const [name, id] of state.stories) {
    const into = intoOf.get(id)
    if (into === undefined) continue
    state.stories.set(name, into)
    const kept = names.get(into)
    if (kept === undefined) names.set(into, name)
    else mergeStories(state.index, kept, name)
  }
  for (const each of state.known.values()) each.storyId = intoOf.get(each.storyId) ?? each.storyId
}

/** Drops what is over the window, now and then. */
function forget(state: State, now: number): void {
  if (now - state.forgottenAt < forgetEveryMs) return
  state.forgottenAt = now
  forgetOld(state.index, new Date(now))
  for (const [id, { at }] of state.known) {
    if (at >= now - 2 * storyWindowMs) break
    state.known.delete(id)
  }
  for (const name of state.stories.keys()) if (!state.index.byId.has(name)) state.stories.delete(name)
}

/** The index's name for the story of each article; those that begin here are named after their first article. */
function namesOf(state: State, articles: readonly StoryArticle[]): Map<StoryArticle, string> {
  const names = new Map<StoryArticle, string>()
  for (const article of articles)
    if (!state.known.has(article.id)) {
      const { storyId, borderline } = assignStory(state.index, indexed(article))
      names.set(article, storyId)
      for (const near of borderline)
        if (near.storyId !== storyId && state.borderline.length < mostBorderline)
          state.borderline.push([article.id, Number(near.articleId.slice(articleName.length))])
    }
  return names
}

/** Gives each article the story of its name, which is stored where it begins here. */
async function assignNew(state: State, trx: Db, names: ReadonlyMap<StoryArticle, string>): Promise<void> {
  const begun = new Map<string, Date>()
  const told = new Map<number, Date>()
  for (const [article, name] of names) {
    const id = state.stories.get(name)
    if (id !== undefined) told.set(id, article.at)
    else begun.set(name, article.at)
  }
  const ids = await insertStories(trx, [...begun.values()])
  for (const [at, name] of [...begun.keys()].entries()) state.stories.set(name, ids[at]!)
  await touchStories(trx, told)
  for (const [article, name] of names)
    state.known.set(article.id, { storyId: state.stories.get(name)!, at: article.at.getTime() })
}

/** Gives articles their stories and records both. Leaves `state` in between where it rejects. */
async function assignTogether(
  state: State,
  trx: Db,
  articles: readonly StoryArticle[],
  now: Date,
): Promise<void> {
  await lockStories(trx)
  await catchUp(state, trx, now)
  forget(state, now.getTime())
  await assignNew(state, trx, namesOf(state, articles))
  const storyOf = new Map(articles.map(({ id }) => [id, state.known.get(id)!.storyId]))
  state.seen = Math.max(state.seen, await recordStories(trx, storyOf, now))
}

const nameOf = (storyId: number): string => `story-${storyId}`

function indexed(article: StoryArticle) {
  return {
    id: `${articleName}${article.id}`,
    title: article.title,
    text: article.text.slice(0, leadLength),
    language: article.language,
    publishedAt: article.at,
  }
}
