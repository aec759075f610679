/** Readers' own topics at work: each article is held against those that somebody follows; one that is new reaches back. */
import {
  createJudge,
  type Interest,
  interestTokens,
  type InterestText,
  interestThreshold,
  type Judge,
  judgeInterest,
} from '../core/interest.ts'
import { bothNumbers } from '../core/stem.ts'
import { tokenize } from '../core/tokens.ts'
import type { Db } from '../db/database.ts'
import { listTopicFeedback } from '../db/feedback.ts'
import {
  findOwnTopic,
  findInterestVersion,
  listLiveInterests,
  listSharedArticles,
  type RecentArticle,
  replaceTopicArticles,
} from '../db/interests.ts'
import type { Pipeline } from './context.ts'

/** A topic looks back so far when it is made or changed. */
export const lookBackMs = 30 * 86_400_000
/** Articles looked at then. */
const mostLooked = 800
/** How much each thing a reader can say of an article is for or against it. */
const likings = { up: 1, down: -0.5, not_topic: -1 } as const

export interface InterestJudges {
  /** The topics of readers that each article belongs to, by what is stored now. */
  judge(articles: readonly InterestText[]): Promise<{ topicId: number; score: number }[][]>
}

interface Known {
  version: string
  /** Topics by each token that one of their words can begin with. */
  byToken: Map<string, Set<number>>
  judges: Map<number, { version: string; judge: Judge }>
}

/** Creates the cache; nothing is read before the first article. */
export function createInterestJudges(db: Db): InterestJudges {
  let known: Known = { version: '', byToken: new Map(), judges: new Map() }
  const refresh = async () => {
    const version = await findInterestVersion(db)
    if (version !== known.version) known = await build(db, version, known.judges)
    return known
  }
  return {
    judge: async (articles) => {
      const { byToken, judges } = await refresh()
      return articles.map((article) => {
        const near = new Set<number>()
        if (byToken.size > 0)
          for (const token of interestTokens(article)) for (const id of byToken.get(token) ?? []) near.add(id)
        return [...near]
          .map((topicId) => ({ topicId, score: judgeInterest(judges.get(topicId)!.judge, article) }))
          .filter(({ score }) => score >= interestThreshold)
      })
    },
  }
}

/** What is known now; of `before` it keeps the judges of topics that nothing has changed for. */
async function build(db: Db, version: string, before: Known['judges']): Promise<Known> {
  const byToken = new Map<string, Set<number>>()
  const judges: Known['judges'] = new Map()
  for (const { id, interest, opinions, version: own } of await listLiveInterests(db)) {
    const kept = before.get(id)
    const judge = kept?.version === own ? kept.judge : await judgeOf(db, id, interest, opinions > 0)
    judges.set(id, { version: own, judge })
    for (const [first] of [...judge.terms.map(({ tokens }) => tokens), ...judge.related])
      if (first !== undefined) byToken.set(first, (byToken.get(first) ?? new Set()).add(id))
  }
  return { version, byToken, judges }
}

async function judgeOf(db: Db, topicId: number, interest: Interest, hasOpinions: boolean): Promise<Judge> {
  const opinions = hasOpinions ? await listTopicFeedback(db, topicId) : []
  return createJudge(
    interest,
    opinions.map(({ kind, ...article }) => ({ ...article, liking: likings[kind] })),
  )
}

/** The search terms a word stands under in the database: as written, and in its other number. */
export function storedTerms(word: string): string[] {
  return [...new Set(tokenize(word).flatMap(bothNumbers))]
}

export interface Fitting {
  article: RecentArticle
  score: number
}

/** Shared articles of the last month that belong to `interest`, best first, newest first among equals. */
export async function findFitting(db: Db, interest: Interest, judge: Judge, now: Date): Promise<Fitting[]> {
  const terms = [...interest.terms.map(({ text }) => text), ...interest.related].flatMap(storedTerms)
  const since = new Date(now.getTime() - lookBackMs)
  const articles = await listSharedArticles(db, { terms: [...new Set(terms)], since, limit: mostLooked })
  return articles
    .map((article) => ({ article, score: judgeInterest(judge, article) }))
    .filter(({ score }) => score >= interestThreshold)
    .toSorted((a, b) => b.score - a.score)
}

/** Gives a reader's own topic the stored articles that belong to it now; returns how many. */
export async function tagInterest(
  { db, now }: Pick<Pipeline, 'db' | 'now'>,
  topicId: number,
): Promise<number> {
  const topic = await findOwnTopic(db, topicId)
  if (!topic) return 0
  const at = now()
  const judge = await judgeOf(db, topicId, topic.interest, true)
  const found = await findFitting(db, topic.interest, judge, at)
  await db.transaction().execute((trx) =>
    replaceTopicArticles(
      trx,
      topicId,
      found.map(({ article, score }) => ({ articleId: article.id, score })),
      new Date(at.getTime() - lookBackMs),
    ),
  )
  return found.length
}
