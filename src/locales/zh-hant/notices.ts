/** What the bot tells unasked, in Traditional Chinese. */
import type { notices as english } from '../en/notices.ts'
import { formatNumber } from '../format.ts'

const n = (value: number) => formatNumber('zh-Hant', value)

export const notices: typeof english = {
  sourceStopped: (title) => `「${title}」已經不存在，我不再讀取它。可以在 /list 裡移除。`,
  sourceFailing: (title, days) => `已經 ${n(days)} 天讀不到「${title}」了，我會繼續嘗試。`,
  sourceQuiet: (title, days) => `「${title}」已經 ${n(days)} 天沒有更新，對它來說很少見，也許搬家了。`,
  sourceMoved: (title, host) => `「${title}」已搬到 ${host}，我會繼續在那裡追蹤。`,
  severalFeeds: '它的網站現在有幾個訂閱來源，點「找它的新網址」就能選。',
  noRights: (title) => `我不能再在「${title}」發文，推播已暫停。請恢復我的發文權限，再在那裡傳送 /resume。`,
  threadClosed: (title) => `「${title}」裡接收摘要的話題已關閉，之後會傳到一般話題。`,
  copyLabel: '（重新傳送：Telegram 沒有確認上一次是否送達。）',
  heldAsk: (number, part) =>
    number === null
      ? `Telegram 沒有告訴我剛才那則訊息是否送達。摘要的第 ${n(part)} 部分到了嗎？`
      : `Telegram 沒有告訴我剛才那則訊息是否送達。第 ${n(number)} 期的第 ${n(part)} 部分到了嗎？`,
  heldArrived: '到了',
  heldAgain: '再傳一次',
  heldThanks: '好的。如果還有後續部分，馬上就送到。',
  heldSending: '正在重新傳送。',
  heldSettled: '這件事已經處理過了。',
  ledger: {
    when: (day, clock) => `${day} ${clock}`,
    sent: (number, when, parts) => `最近一期：第 ${n(number)} 期，${when}，共 ${n(parts)} 則訊息。`,
    nothing: (when) => `${when}：沒有新內容，所以沒有傳送。`,
    late: '這一期晚到了，因為預定時間我沒有在運作。',
    merged: (count) => `它還補上了錯過的 ${n(count)} 期。`,
    waiting: (count) => `還有 ${n(count)} 則訊息在路上。`,
    unknown: (count) => `有 ${n(count)} 則訊息 Telegram 始終沒有確認。`,
    failed: (count, why) => `有 ${n(count)} 則訊息無法送達：${why}`,
    copies: (count) => `因為 Telegram 沒有確認，重新傳送了 ${n(count)} 次。`,
  },
}
