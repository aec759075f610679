/** Words of news that stand for one another; a summary that says "firm" for "company" invents nothing. */
import { foldWord } from './fold-word.ts'

const groups =
  `kill die death dead fatal fatality|hurt injure injury wound|car vehicle auto|firm company business corporation group|police officer|
child kid youngster|big large huge|plan intend aim will propose|show reveal suggest find indicate|ask request call urge|help aid assist|
doctor physician medic|crash accident collision|fire blaze|job role post|house home|money cash fund|town city|law bill legislation|
leader head chief boss|jail prison|attack assault|vote ballot election|claim allege accuse|resign quit leave|appoint name|warn caution|
concern worry fear|investigate investigation probe inquiry|fight battle clash|protest demonstrate demonstration|game match|team side squad|
disease illness|hospital hospitalised|revenue sales turnover|worker employee staff|shop store retailer|student pupil|customer client user|
build construct construction|publish release issue|share stock|quarter three|cost price|near close|reach hit|face confront|stay remain|
cyclist bicycle bike cycling|review reassess|owner keeper|flat apartment|film movie|holiday vacation|teenager adolescent youth|elderly older|
超过 逾 多于|死亡 遇难 身亡 丧生|受伤 伤者|警方 公安 警察|企业 公司 厂商 车企|车辆 汽车|预计 预期 有望 料|计划 拟 打算 将|推出 发布 上线|
宣布 公布 发布|首次 第一次|全部 所有|显示 表明|开通 通车 启用|进军 进入 打入|获刑 判处 判|营收 收入|赞成 支持|召开 举行 举办|介绍 表示|
建设 建造 修建 建|研制 研发 提出 开发|起诉 指控|任命 出任|辞职 离任|导致 造成 引发|大约 约 近|群众 居民 民众|缩短 减少|收购 并购|股价 股票`
    .replaceAll('\n', '')
    .split('|')
    .map((group) => group.split(' ').map(foldWord))

const groupsOf = new Map<string, string[]>()
for (const group of groups)
  for (const word of group)
    groupsOf.set(word, [...(groupsOf.get(word) ?? []), ...group.filter((each) => each !== word)])

/** Folded words that can stand for the folded `word`. */
export const synonymsOf = (word: string): readonly string[] => groupsOf.get(word) ?? []
