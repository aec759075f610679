/** What the bot says to the operators of an installation, in Japanese. */
import type { admin as english } from '../en/admin.ts'
import { formatNumber } from '../format.ts'

const n = (value: number) => formatNumber('ja', value)

export const admin: typeof english = {
  isRead: '読み取り中です。',
  isNotRead: '読み取っていません。',
  askSource: 'サイトまたはフィードのURLを送ってください。記事はこのトピックのフォロワー全員に届きます。',
  askTopic:
    'トピック名、コロン、記事を見分ける言葉を入力してください。例：ボート競技：レガッタ、オール、舵手',
  inCatalogue: (name) => `${name}をカタログに加えました。`,
  labels: {
    addSource: '＋ 情報源を追加',
    addTopic: '＋ トピックを追加',
    renameTopic: 'トピック名を変更',
    stopReading: '読み取りを止める',
    readAgain: 'もう一度読み取る',
    chart: '30日間のグラフ',
    failing: '読めない情報源',
    broadcast: '全員へのメッセージ',
    readers: '利用者を調べる',
    catalogue: 'カタログ',
    openToAll: '誰でも使えるようにする',
    byInvitation: '招待制にする',
    beginMaintenance: 'メンテナンスを開始',
    endMaintenance: 'メンテナンスを終了',
    refresh: '更新',
    back: '‹ 戻る',
    test: 'もう一度プレビュー',
    rewrite: '書き直す',
    cancel: 'キャンセル',
    stop: '停止',
    block: '利用を止める',
    unblock: '利用を再開させる',
    usualLimit: '通常の上限に戻す',
  },
  title: 'Gazetteの状況',
  chats: (active, paused, lost) => `チャット：利用中${n(active)}、一時停止${n(paused)}、離脱${n(lost)}`,
  today: (digests, failures) => `今日：ダイジェスト${n(digests)}件、未配信${n(failures)}件`,
  sources: (total, followed, failing) =>
    `情報源：${n(total)}件、フォロー中${n(followed)}件、読めないもの${n(failing)}件`,
  budget: (used, limit) => `今日のモデル使用量：${n(used)} / ${n(limit)}トークン`,
  cost: (usd) => `30日間のモデル費用：${usd.toFixed(2)} USD`,
  noPrice: '使われたモデルの価格がLLM_PRICESにないため、費用を計算できません。',
  inviteOnlyOn: '新しい利用者には招待が必要です（/invite）。',
  inviteOnlyOff: '誰でも始められます。',
  maintenanceOn: 'メンテナンス中：運営者にだけ返答します。配信は続きます。',
  maintenanceOff: '全員に返答します。',
  chart: {
    cost: 'モデルの費用（米ドル）',
    title: (days) => `過去${n(days)}日間（上から順に）：`,
    line: (name, last, most) => `${name}：今日${last}、最大${most}`,
    subscribers: 'チャット',
    digests: 'ダイジェスト',
    failures: '未配信の部分',
    tokens: 'モデルのトークン',
  },
  failingLine: (name, since, followers, error) =>
    `• ${name}：${since}から、フォロワー${n(followers)}人、${error}`,
  noneFailing: 'すべての情報源を読めています。',
  retried: 'いま読み直しています。',
  catalogue: 'どのトピックの情報源を変更しますか？',
  tapSource: '情報源をタップすると開きます。',
  noCatalogue: 'このトピックには専用の情報源がありません。',
  askBroadcast: 'すべてのチャットに送るメッセージを入力してください。先に確認でき、まだ送信されません。',
  draft: (chats) => `上が${n(chats)}件のチャットに届く内容です。`,
  sendTo: (chats) => `${n(chats)}件のチャットに送信`,
  progress: (sent, waiting, failed) =>
    `送信済み${n(sent)}件、送信待ち${n(waiting)}件、配信できず${n(failed)}件。`,
  stopped: (chats) => `停止しました。${n(chats)}件のチャットには届いていません。`,
  askReader: '利用者のIDを入力してください。/admin やエラーメッセージに表示される数字だけです。',
  reader: (user) => `利用者 ${user}`,
  isBlocked: '利用を止めています。',
  isWelcome: 'ボットを利用できます。',
  usualLimit: 'モデルの上限は通常どおりです。',
  ownLimit: (tokens) => `モデルの上限は1日${n(tokens)}トークンです。`,
  used: (tokens) => `直近24時間で${n(tokens)}トークン。`,
  limit: (tokens) => n(tokens),
  alerts: {
    budget:
      '今日のモデル予算を使い切りました。明日まで、要約は記事の重要な文になります。LLM_DAILY_TOKENSで増やせます。',
    lane: (minutes) =>
      `メッセージが待っているのに、${n(minutes)}分間何も送信されていません。送信プロセスは動いていますか？`,
    outage: (failing, all) =>
      `この1時間に読んだ${n(all)}件の情報源のうち${n(failing)}件が失敗しました。ネットワークは正常ですか？`,
    topic: (name, days) =>
      `トピック「${name}」はフォローされていますが、${n(days)}日間記事がありません。情報源は /admin で確認できます。`,
  },
}
