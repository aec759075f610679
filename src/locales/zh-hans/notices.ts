/** What the bot tells unasked, in Simplified Chinese. */
import type { notices as english } from '../en/notices.ts'
import { formatNumber } from '../format.ts'

export const notices: typeof english = {
  sourceStopped: (title) => `“${title}”已经不存在，我不再读取它。可以在 /list 里移除。`,
  sourceFailing: (title, days) => `已经 ${days} 天读不到“${title}”了，我会继续尝试。`,
  sourceQuiet: (title, days) => `“${title}”已经 ${days} 天没有更新，对它来说很少见，也许它搬了家。`,
  sourceMoved: (title, host) => `“${title}”已搬到 ${host}，我会继续在那里关注。`,
  severalFeeds: '它的网站现在有几个订阅源，点“找它的新地址”就能选。',
  noRights: (title) => `我不能再在“${title}”发消息，推送已暂停。请恢复我的发言权限，再在那里发送 /resume。`,
  threadClosed: (title) => `“${title}”里接收摘要的话题已关闭，之后会发到默认话题。`,
  copyLabel: '（重发：Telegram 没有确认上一次是否送达。）',
  heldAsk: (number, part) =>
    number === null
      ? `Telegram 没有告诉我刚才那条消息是否送达。推送的第 ${formatNumber('zh-Hans', part)} 部分到了吗？`
      : `Telegram 没有告诉我刚才那条消息是否送达。第 ${formatNumber('zh-Hans', number)} 期的第 ${formatNumber('zh-Hans', part)} 部分到了吗？`,
  heldArrived: '到了',
  heldAgain: '再发一次',
  heldThanks: '好的。如果还有后续部分，马上就发来。',
  heldSending: '正在重发。',
  heldSettled: '这件事已经处理过了。',
  ledger: {
    when: (day, clock) => `${day} ${clock}`,
    sent: (number, when, parts) =>
      `最近一期：第 ${formatNumber('zh-Hans', number)} 期，${when}，共 ${formatNumber('zh-Hans', parts)} 条消息。`,
    nothing: (when) => `${when}：没有新内容，所以没有发送。`,
    late: '这一期来晚了，因为到点时我没有在运行。',
    merged: (n) => `它还补上了错过的 ${formatNumber('zh-Hans', n)} 期。`,
    waiting: (n) => `还有 ${formatNumber('zh-Hans', n)} 条消息在路上。`,
    unknown: (n) => `有 ${formatNumber('zh-Hans', n)} 条消息 Telegram 始终没有确认。`,
    failed: (n, why) => `有 ${formatNumber('zh-Hans', n)} 条消息没能送达：${why}`,
    copies: (n) => `因为 Telegram 没有确认，重发了 ${formatNumber('zh-Hans', n)} 次。`,
  },
}
