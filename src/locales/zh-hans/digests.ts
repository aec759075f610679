/** The words around the articles of a digest, in Simplified Chinese. */
import type { digests as english } from '../en/digests.ts'
import { formatNumber } from '../format.ts'

const n = (value: number) => formatNumber('zh-Hans', value)

export const digests: typeof english = {
  title: (number) => `第 ${n(number)} 期`,
  previewTitle: '最新内容',
  previewNote: '这是预览，下一期仍会完整收录。',
  count: (shown, sources) => `${n(shown)} 篇文章，来自 ${n(sources)} 个来源`,
  late: (day, clock) => `本期原定 ${day} ${clock} 发送，因为我停机而迟到了。`,
  merged: (count) => `同时包含之前错过的 ${n(count)} 期。`,
  first: '你的第一期：最近三天最新的内容。',
  empty: '你关注的内容今天没有更新。',
  stillReading: '我正在第一次读取你的来源，更多内容会在下一期里。',
  otherTopic: '其他',
  part: (part, parts) => `第 ${part} 部分，共 ${parts} 部分`,
  moreSources: (count) => `等 ${n(count + 1)} 个来源`,
  minutes: (count) => `${n(count)} 分钟`,
  alsoIn: (names) => `另见：${names}`,
  keySentences: '以下为原文关键句，未使用模型。',
  why: (text) => `为什么重要：${text}`,
  by: (author) => `作者：${author}`,
  originallyBy: (author) => `原作者：${author}`,
  read: '阅读',
  original: '原文',
  leftOut: (count) => `未收录 ${n(count)} 篇`,
  leftOutTitle: '未收录的文章和原因',
  nothingLeftOut: '没有遗漏任何文章。',
  andMore: (count) => `……还有 ${n(count)} 篇`,
  reasons: {
    limit: '重要性不如已收录的文章',
    length: '本期篇幅已满',
    story: '与已收录的文章是同一件事',
    duplicate: '与已收录的文章内容相同',
    old: '早于本期的时间范围',
    muted: '含有你屏蔽的词',
    language: '是其他语言的文章',
    empty: '没有正文',
  },
  otherReason: '未能放入本期',
}
