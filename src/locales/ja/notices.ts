/** What the bot tells unasked, in Japanese. */
import type { notices as english } from '../en/notices.ts'
import { formatNumber } from '../format.ts'

const n = (value: number) => formatNumber('ja', value)

export const notices: typeof english = {
  sourceStopped: (title) => `${title}はなくなったため、読み取りをやめました。/listで外せます。`,
  sourceFailing: (title, days) => `${n(days)}日間、${title}を読めていません。引き続き試します。`,
  sourceQuiet: (title, days) =>
    `${title}は${n(days)}日間更新がありません。いつもと違うので、移転したのかもしれません。`,
  sourceMoved: (title, host) => `${title}は ${host} に移転しました。引き続きそちらをフォローします。`,
  severalFeeds: 'サイトには今、複数のフィードがあります。「新しいアドレスを探す」で選べます。',
  noRights: (title) =>
    `「${title}」に投稿できなくなったため、配信を一時停止しました。投稿の権限を付けて、そこで/resumeを送ってください。`,
  threadClosed: (title) => `「${title}」の配信先トピックが閉じられたため、Generalトピックに届けます。`,
  copyLabel: '（再送：最初の送信をTelegramが確認できませんでした。）',
  heldAsk: (number, part) =>
    number === null
      ? `直前のメッセージが届いたか、Telegramから確認できませんでした。ダイジェストの${n(part)}番目の部分は届いていますか？`
      : `直前のメッセージが届いたか、Telegramから確認できませんでした。第${n(number)}号の${n(part)}番目の部分は届いていますか？`,
  heldArrived: '届いています',
  heldAgain: 'もう一度送る',
  heldThanks: 'ありがとうございます。続きがあれば、これからお届けします。',
  heldSending: 'もう一度送っています。',
  heldSettled: 'それはもう解決しています。',
  ledger: {
    when: (day, clock) => `${day} ${clock}`,
    sent: (number, when, parts) => `前回のダイジェスト：第${n(number)}号、${when}、メッセージ${n(parts)}件。`,
    nothing: (when) => `${when}：新しいものがなかったため、お送りしませんでした。`,
    late: '予定の時刻に動いていなかったため、遅れて届きました。',
    merged: (count) => `届かなかった${n(count)}回分も含まれています。`,
    waiting: (count) => `まだ送信中のメッセージが${n(count)}件あります。`,
    unknown: (count) => `Telegramが確認しなかったメッセージが${n(count)}件あります。`,
    failed: (count, why) => `届けられなかったメッセージが${n(count)}件あります：${why}`,
    copies: (count) => `Telegramの確認がなかったため、${n(count)}回送り直しました。`,
  },
  apology: '何度か試しましたが、完了できませんでした。時間をおいてもう一度お試しください。',
}
