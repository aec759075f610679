/** Folds the forms of an English word into one, more boldly than stem.ts; the check of summaries compares words so. */
import { stem } from './stem.ts'

/** Forms that cutting an ending does not bring together. */
const irregular = new Map(
  (
    'won win|lost lose|rose rise|risen rise|fell fall|fallen fall|bought buy|sold sell|told tell|left leave|led lead|held hold|paid pay|built build|' +
    'began begin|begun begin|grew grow|grown grow|shot shoot|found find|met meet|sent send|spent spend|became become|gave give|given give|saw see|seen see|' +
    'took take|taken take|made make|came come|went go|gone go|knew know|known know|wrote write|written write|broke break|broken break|chose choose|chosen choose|' +
    'drove drive|driven drive|ate eat|flew fly|hid hide|hit hit|kept keep|ran run|spoke speak|spoken speak|stole steal|stolen steal|stood stand|thought think|threw throw|' +
    'thrown throw|wore wear|dead die|death die|dying die|died die|children child|people person|men man|women woman|beaten beat|struck strike|fought fight|caught catch|taught teach|sought seek'
  )
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
)

/** Cuts English endings more boldly than stem.ts: a check may join "announced" and "announcement", a topic may not. */
export function foldWord(word: string): string {
  const known = irregular.get(word)
  if (known) return known
  const single = stem(word)
  if (!/^[a-z]{5,}$/u.test(single)) return irregular.get(single) ?? single
  const cut = single.replace(/(?:ations?|ments?|ings?|edly|ed|ers?|ors?|ly|ions?|es|e|al|y|ies)$/u, '')
  return cut.length < 3 ? single : cut.replace(/([b-df-hj-np-tv-z])\1$/u, '$1')
}
