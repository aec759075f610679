/** What the bot tells unasked, in Japanese. */
import type { notices as english } from '../en/notices.ts'
import { formatNumber } from '../format.ts'

const n = (value: number) => formatNumber('ja', value)

export const notices: typeof english = {
  sourceStopped: (title) => `${title}はなくなったため、読み取りをやめました。/list で外せます。`,
  sourceFailing: (title, days) => `${n(days)}日間、${title}を読めていません。引き続き試します。`,
  sourceQuiet: (title, days) =>
    `${title}は${n(days)}日間更新がありません。いつもと違うので、移転したのかもしれません。`,
  sourceMoved: (title, host) => `${title}は ${host} に移転しました。引き続きそちらをフォローします。`,
  severalFeeds: 'このサイトには現在、複数のフィードがあります。「新しいURLを探す」から選べます。',
  noRights: (title) =>
    `「${title}」に投稿できなくなったため、配信を一時停止しました。投稿の権限を付けて、そこで /resume を送ってください。`,
  threadClosed: (title) => `「${title}」の配信先トピックが閉じられたため、Generalトピックに届けます。`,
  copyLabel: '（再送：前回の送信についてTelegramの確認がありませんでした。）',
  heldAsk: (number, part) =>
    number === null
      ? `直前のメッセージが届いたかどうか、Telegramの確認がありませんでした。ダイジェストのパート${n(part)}は届いていますか？`
      : `直前のメッセージが届いたかどうか、Telegramの確認がありませんでした。第${n(number)}号のパート${n(part)}は届いていますか？`,
  heldArrived: '届いています',
  heldAgain: 'もう一度送る',
  heldThanks: 'ありがとうございます。続きがあれば、これからお届けします。',
  heldSending: 'もう一度送っています。',
  heldSettled: 'この件はすでに解決しています。',
  ledger: {
    when: (day, clock) => `${day} ${clock}`,
    sent: (number, when, parts) => `前回のダイジェスト：第${n(number)}号、${when}、メッセージ${n(parts)}件。`,
    nothing: (when) => `${when}：新しいものがなかったため、お送りしませんでした。`,
    late: '予定の時刻に動いていなかったため、遅れて届きました。',
    merged: (count) => `届かなかった${n(count)}回分も含まれています。`,
    waiting: (count) => `まだ送信中のメッセージが${n(count)}件あります。`,
    unknown: (count) => `Telegramの確認がなかったメッセージが${n(count)}件あります。`,
    failed: (count, why) => `届けられなかったメッセージが${n(count)}件あります：${why}`,
    copies: (count) => `Telegramの確認がなかったため、${n(count)}回送り直しました。`,
  },
}
