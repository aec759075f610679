/** What the test model server says when nothing is scripted: a true answer made from the sentences in the prompt. */
import type { SeenCall } from './model-server.ts'

/** The answer of a model that obeys: the first sentences of what it was given, cited. '{}' for prompts it does not know. */
export function usualAnswer({ user }: Pick<SeenCall, 'user'>): string {
  const members = [...user.matchAll(/<<<ARTICLE ([0-9a-f]+)>>>\n([\s\S]*?)\n<<<END \1>>>/gu)]
  if (members.length > 1)
    return JSON.stringify({
      summaries: members.map(([, , article = '']) => ({
        id: /^Id: (.*)$/mu.exec(article)?.[1],
        ...summaryOf(article, user),
      })),
    })
  const article = between(user, 'ARTICLE')
  if (article !== null) return JSON.stringify(summaryOf(article, user))
  const articles = between(user, 'ARTICLES')
  if (articles !== null) return JSON.stringify(answerOf(articles, user))
  const interest = between(user, 'INTEREST')
  if (interest !== null)
    return JSON.stringify({ name: interest, keywords: [interest, 'Waymo', '萝卜快跑'], examples: [interest] })
  if (between(user, 'PAIRS') !== null) return JSON.stringify({ same: [] })
  return '{}'
}

/** What stands between `<<<NAME marker>>>` and the end line with the same marker. */
function between(user: string, name: string): string | null {
  return new RegExp(`<<<${name} ([0-9a-f]+)>>>\\n([\\s\\S]*?)\\n<<<END \\1>>>`, 'u').exec(user)?.[2] ?? null
}

/** Numbered lines: `[n] sentence`. */
function sentencesOf(article: string): { number: number; text: string }[] {
  return [...article.matchAll(/^\[(\d+)\] (.+)$/gmu)].map((match) => ({
    number: Number(match[1]),
    text: match[2]!,
  }))
}

function summaryOf(article: string, user: string) {
  const sentences = sentencesOf(article)
  const title = /^Title: (.*)$/mu.exec(article)?.[1] ?? ''
  const topics = /^Topics to choose from: (.*)$/mu.exec(user)?.[1] ?? ''
  const words = article.toLowerCase()
  return {
    bullets: sentences.slice(0, 2).map(({ number, text }) => ({ sentences: [number], text })),
    headline: title,
    why: sentences[2]?.text ?? null,
    event: title,
    importance: 3,
    topics: [...topics.matchAll(/([\p{L}\p{N}-]+) \(([^)]*)\)/gu)]
      .filter(([, slug, name]) => words.includes(slug!) || words.includes(name!.toLowerCase()))
      .map(([, slug]) => slug!)
      .slice(0, 3),
  }
}

/** The sentence of each article with most characters pairs of the question; no answer where none shares any. */
function answerOf(articles: string, user: string) {
  const question = /^The reader asks: (.*)$/mu.exec(user)?.[1] ?? ''
  const pairs = (text: string) => {
    const letters = Array.from(text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''))
    return new Set(letters.slice(1).map((letter, at) => letters[at]! + letter))
  }
  const asked = pairs(question)
  const shared = (text: string) => [...pairs(text)].filter((pair) => asked.has(pair)).length
  const statements = articles
    .split(/^Article (?=\d+: )/mu)
    .slice(1)
    .flatMap((article) => {
      const number = Number.parseInt(article, 10)
      const best = sentencesOf(article).toSorted((a, b) => shared(b.text) - shared(a.text))[0]
      return best && shared(best.text) >= 2 ? [{ articles: [number], text: best.text }] : []
    })
    .slice(0, 3)
  return { answered: statements.length > 0, statements }
}
