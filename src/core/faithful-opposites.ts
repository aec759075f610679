/** Finds words that say the opposite of the source: rise for fall, and "not" put in or left out. */
import { foldWord, type Unit } from './faithful-words.ts'

/** Two sides each; a word of one side against only words of the other in the same place turns the sentence round. */
const sides: readonly (readonly [string, string])[] = [
  [
    'rise increase gain climb jump surge soar grow growth raise higher upward boost rally expand 上涨 上升 增长 增加 增至 攀升 飙升 走高 提高 上调 回升 扩大 大涨 上扬 升至 涨',
    'fall drop decrease decline plunge slump shrink lower cut reduce downward tumble slide reduction 下跌 下降 减少 下滑 降低 跌至 暴跌 走低 下调 回落 缩小 大跌 萎缩 降至 跌',
  ],
  ['win winner victory beat defeat 获胜 击败 战胜 赢得', 'lose loss loser 落败 失利 输给 惨败'],
  [
    'accept approve agree endorse back support 批准 同意 支持 赞成 通过 接受',
    'reject oppose refuse deny decline veto 否决 拒绝 反对 驳回',
  ],
  ['confirm admit acknowledge 证实 承认 确认', 'deny 否认'],
  ['allow permit legalise legalize 允许 准许 放开', 'ban prohibit forbid outlaw block 禁止 禁用 封禁'],
  ['before 之前 以前', 'after 之后 以后'],
  ['buy purchase acquire 买入 收购 购买 增持', 'sell 出售 卖出 抛售 减持'],
  [
    'start begin open launch 开始 开启 启动 开幕',
    'end finish close shut stop halt 结束 终止 关闭 停止 闭幕 暂停',
  ],
  ['import 进口', 'export 出口'],
  ['above exceed more over 超过 高于 多于', 'below under less fewer 低于 少于 不足 不到'],
  ['success succeed successful 成功', 'fail failure unsuccessful 失败'],
  ['profit 盈利', 'deficit 亏损'],
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
  (
    "not no never none nor cannot can't won't don't doesn't didn't isn't wasn't aren't weren't hasn't haven't hadn't wouldn't couldn't shouldn't without n't " +
    '不 没 没有 未 不会 不能 不是 并未 并非 未能 尚未 不再 无法 不得 不可 不曾 从未 不存在 不将 不予 无'
  )
    .split(' ')
    .map(foldWord),
)

/** Words of `claim` that the `place` it comes from says the other way round. */
export function findOpposites(claim: readonly Unit[], place: readonly Unit[]): string[] {
  const there = new Set(place.map(({ word }) => word))
  const sidesThere = new Set(place.flatMap(({ word }) => sideOf.get(word) ?? []))
  const turned = claim.flatMap(({ word }) => {
    if (there.has(word)) return []
    const own = sideOf.get(word)
    return own?.some((side) => sidesThere.has(-side) && !sidesThere.has(side)) ? [word] : []
  })
  return [...new Set([...turned, ...findNegations(claim, place)])]
}

/** Telling words that are denied on one side only. */
function findNegations(claim: readonly Unit[], place: readonly Unit[]): string[] {
  const claimed = readDenied(claim)
  const known = readDenied(place)
  return [...claimed.denied]
    .filter((word) => known.said.has(word) && !known.denied.has(word))
    .concat(
      [...known.denied].filter(
        (word) => claimed.said.has(word) && !claimed.denied.has(word) && !known.said.has(word),
      ),
    )
}

/** The telling word next after each negation, and the words that are said plainly. */
function readDenied(units: readonly Unit[]): { denied: Set<string>; said: Set<string> } {
  const denied = new Set<string>()
  const said = new Set<string>()
  let left = 0
  for (const { word, weight } of units) {
    if (negations.has(word)) left = 3
    else if (weight === 1) {
      if (left > 0) denied.add(word)
      else said.add(word)
      left = 0
    } else left -= 1
  }
  return { denied, said }
}
