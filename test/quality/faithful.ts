/** Measures the check of summaries against their sources: how well its score tells true ones from false ones. */
import { checkFaithful } from '../../src/core/faithful.ts'
import type { Row } from './row.ts'
import set from './sets/faithful.json' with { type: 'json' }

interface Judged {
  split: string
  language: string
  faithful: boolean
  score: number
  flagged: boolean
}

/** Every summary of the set with the check's verdict on it. */
export function judgeSet(): (Judged & { text: string; error: string | null })[] {
  return set.articles.flatMap(({ source, language, split, summaries }) =>
    summaries.map((summary) => {
      const { score, unsupported } = checkFaithful({ source, summary: summary.text, language })
      const error = 'error' in summary ? summary.error : null
      return {
        text: summary.text,
        error,
        language,
        split,
        faithful: summary.faithful,
        score,
        flagged: unsupported.length > 0,
      }
    }),
  )
}

/** Chance that a true summary scores above a false one; equal scores count half. */
export function areaUnderCurve(judged: readonly Pick<Judged, 'faithful' | 'score'>[]): number {
  const scoresOf = (faithful: boolean) =>
    judged.filter((each) => each.faithful === faithful).map(({ score }) => score)
  const [right, wrong] = [scoresOf(true), scoresOf(false)]
  const won = right.flatMap((high) => wrong.map((low) => (high > low ? 1 : high === low ? 0.5 : 0) as number))
  return won.reduce((sum, each) => sum + each, 0) / won.length
}

/** Mean of the shares of true and of false ones that `passes` gets right. */
function balancedAccuracy(judged: readonly Judged[], passes: (one: Judged) => boolean): number {
  const shareOf = (faithful: boolean) => {
    const group = judged.filter((each) => each.faithful === faithful)
    return group.filter((each) => passes(each) === faithful).length / group.length
  }
  return (shareOf(true) + shareOf(false)) / 2
}

/** A score from which a summary is taken as faithful, chosen on the tuning half. */
const threshold = 0.65

/** Rows by language and split. */
export function measure(): Row[] {
  const all = judgeSet()
  return ['en', 'zh-Hans'].flatMap((language) =>
    (['tune', 'test'] as const).map((split): Row => {
      const judged = all.filter((each) => each.language === language && each.split === split)
      const figures = [
        areaUnderCurve(judged),
        balancedAccuracy(judged, ({ score }) => score >= threshold),
        balancedAccuracy(judged, ({ flagged }) => !flagged),
      ]
      return {
        measure: `faithful ${language}: planted errors found, AUC / balanced accuracy by score, by findings`,
        figure: figures.map((figure) => figure.toFixed(2)).join(' '),
        n: judged.length,
        origin: set.origin,
        split,
      }
    }),
  )
}
