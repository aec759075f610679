/** Finds words that say the opposite of the source: rise for fall, and "not" put in or left out. */
import type { Unit } from './faithful-words.ts'
import { foldWord } from './fold-word.ts'

/** Two sides each; a word of one side against only words of the other in the same place turns the sentence round. */
const sides: readonly (readonly [string, string])[] = [
  [
    'up rise increase gain climb jump surge soar grow growth raise upward boost rally expand 上涨 上升 增长 增加 增至 攀升 飙升 走高 提高 上调 回升 扩大 大涨 上扬 升至 涨 提升',
    'down fall drop decrease decline plunge slump shrink cut reduce downward tumble slide reduction 下跌 下降 减少 下滑 降低 跌至 暴跌 走低 下调 回落 缩小 大跌 萎缩 降至 跌',
  ],
  ['win winner victory beat defeat 获胜 击败 战胜 赢得', 'lose loss loser 落败 失利 输给 惨败'],
  [
    'accept approve agree endorse back support 批准 同意 支持 赞成 通过 接受',
    'reject oppose refuse deny decline veto 否决 拒绝 反对 驳回',
  ],
  ['confirm admit acknowledge 证实 承认 确认', 'deny 否认'],
  ['allow permit legalise legalize 允许 准许 放开', 'ban prohibit forbid outlaw block 禁止 禁用 封禁'],
  ['延长 推迟 延期', '缩短 提前'],
  ['buy purchase acquire 买入 收购 购买 增持', 'sell 出售 卖出 抛售 减持'],
  [
    'start begin open launch 开始 开启 启动 开幕',
    'end finish close shut stop halt 结束 终止 关闭 停止 闭幕 暂停',
  ],
  ['import 进口', 'export 出口'],
  ['above exceed more over 超过 高于 多于', 'below under less fewer 低于 少于 不足 不到'],
  ['success succeed successful 成功', 'fail failure unsuccessful 失败'],
  ['profit 盈利 净利润 利润', 'deficit 亏损 净亏损'],
  ['arrest detain jail 逮捕 拘留', 'release free 释放 获释'],
  ['guilty convict 有罪', 'innocent acquit clear 无罪'],
  [
    'largest biggest highest most best oldest maximum 最大 最高 最多 最好',
    'smallest lowest least worst youngest minimum 最小 最低 最少 最差',
  ],
  ['north northern 北部 北方', 'south southern 南部 南方'],
  ['east eastern 东部 东方', 'west western 西部 西方'],
  [
    'man male father son husband brother 男子 男性 丈夫 父亲 儿子',
    'woman female mother daughter wife sister 女子 女性 妻子 母亲 女儿',
  ],
  ['strengthen tighten 加强 收紧', 'weaken loosen ease 减弱 放松'],
  ['alive survive 幸存 生还', 'die kill 死亡 遇难 身亡'],
]

/** Side of each folded word: the number of its row, positive for the first side. */
const sideOf = new Map<string, number[]>()
sides.forEach((row, at) =>
  row.forEach((words, side) => {
    for (const word of words.split(' ')) {
      const folded = foldWord(word)
      sideOf.set(folded, [...(sideOf.get(folded) ?? []), (at + 1) * (side === 0 ? 1 : -1)])
    }
  }),
)

const negations = new Set(
  "not no never none nor cannot can't won't don't doesn't didn't isn't wasn't aren't weren't hasn't haven't hadn't wouldn't couldn't shouldn't without 不 没 未 无 没有".split(
    ' ',
  ),
)
/** Words that begin like a negation and are none. */
const hanNegation =
  /^(?:不(?![断仅过同少久论满锈良动管妨])|未(?!来)|没(?!收)|无(?![论人线数限])|并未|并非|并不|尚未|从未|从不|非(?!常|洲|凡)(?=.))/u

const isNegation = ({ word, han }: Unit): boolean => negations.has(word) || (han && hanNegation.test(word))

/**
 * Words of `claim` that the `place` it comes from says the other way round. `elsewhere` tells which words the rest of
 * the source has: one of those may be meant, unless the claim is `near` to the place.
 */
export function findOpposites(
  claim: readonly Unit[],
  place: readonly Unit[],
  { elsewhere, near }: { elsewhere: ReadonlySet<string>; near: boolean },
): string[] {
  const there = new Set(wordsOf(place))
  const sidesThere = new Set([...there].flatMap((word) => sideOf.get(word) ?? []))
  const turned = wordsOf(claim).filter((word) => {
    if (there.has(word) || (!near && elsewhere.has(word))) return false
    return sideOf.get(word)?.some((side) => sidesThere.has(-side) && !sidesThere.has(side))
  })
  return [...new Set([...turned, ...findNegations(claim, place)])]
}

/** The words, and Han neighbours joined: the segmenter takes 下调 for two. Small words of English steer nothing. */
function wordsOf(units: readonly Unit[]): string[] {
  return units.flatMap(({ word, weight, han }, at) => {
    if (!han) return weight < 1 && !directions.has(word) ? [] : [word]
    const next = units[at + 1]
    return next?.han ? [word, word + next.word] : [word]
  })
}

/** "Up 18 per cent" says where it went, though "up" alone is a small word. */
const directions = new Set(['up', 'down'])

/** Telling words that one side denies and the other one only says. */
function findNegations(claim: readonly Unit[], place: readonly Unit[]): string[] {
  const claimed = readDenied(claim)
  const known = readDenied(place)
  // Where both deny something, the order of words may differ and the sense not.
  const plain = !claim.some(isNegation)
  return [
    ...[...claimed.first].filter((word) => known.said.has(word) && !known.near.has(word)),
    ...[...known.first].filter((word) => plain && claimed.said.has(word) && !known.said.has(word)),
  ]
}

/** Words after a negation that it may reach. */
const reach = 3

/** The telling word next after each negation, the few after it in its clause, and the words that are said plainly. */
function readDenied(units: readonly Unit[]): { first: Set<string>; near: Set<string>; said: Set<string> } {
  const first = new Set<string>()
  const near = new Set<string>()
  const said = new Set<string>()
  let denial: { clause: number; words: number } | null = null
  for (const unit of units) {
    if (isNegation(unit)) {
      denial = { clause: unit.clause, words: 0 }
      continue
    }
    // Chinese verbs of reporting say little of a subject, but whether something was announced is a fact.
    if (unit.weight < 1 && !(unit.han && unit.word.length > 1)) continue
    if (denial === null || denial.clause !== unit.clause || denial.words >= reach) {
      said.add(unit.word)
      continue
    }
    if (denial.words === 0) first.add(unit.word)
    near.add(unit.word)
    denial.words += 1
  }
  return { first, near, said }
}
