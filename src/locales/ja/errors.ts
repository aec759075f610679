/** What went wrong and what to do about it, in Japanese. */
import type { ErrorArgs } from '../../core/errors.ts'
import type { errors as english } from '../en/errors.ts'

const at = (args: ErrorArgs) => (args['host'] === undefined ? 'そのサイト' : String(args['host']))

export const errors: typeof english = {
  notAdminThere: (args) =>
    `${args['title'] ?? '?'}の管理者ではなくなったため、ここからは変更できません。管理者に権限を戻してもらってください。`,
  chatLost: (args) =>
    `${args['title'] ?? '?'}にはもう参加していません。もう一度追加してから、ここに戻ってください。`,
  noTopicRights: (args) =>
    `${args['title'] ?? '?'}でトピックを作る権限がありません。「トピックの管理」の権限を持つ管理者にしてから、/chats で「主題ごとにトピックを作る」をもう一度タップしてください。`,
  notAFeed: () =>
    'フォローできる記事が見つかりませんでした。サイトのニュースやブログのページ、RSSフィードのURLを試してください。',
  noFeedThere: (args) =>
    `${at(args)} はフィードを公開していないため、フォローできません。同じ著者、チャンネル、番組をほかの場所で探してください。公式サイトやブログ、ポッドキャストなら Apple Podcasts などです。`,
  badUrl: () => 'URLではないようです。https://example.com/blog のように全体を送ってください。',
  addressNotAllowed: () => '読めるのは公開されたページだけです。そのURLは内部ネットワークのものです。',
  unreachable: (args) =>
    `${at(args)} に接続できませんでした。URLを確認するか、数分後にもう一度お試しください。`,
  tooLarge: (args) =>
    `大きすぎて読めません${args['megabytes'] === undefined ? '' : `（${args['megabytes']} MB超）`}。記事1件かフィードのURLを試してください。`,
  timedOut: (args) => `${at(args)} の応答に時間がかかりすぎました。数分後にもう一度お試しください。`,
  httpStatus: (args) =>
    Number(args['status']) === 404 || Number(args['status']) === 410
      ? `${at(args)} にこのページはないようです。URLを確認してください。`
      : `${at(args)} からページを取得できませんでした${args['status'] === undefined ? '' : `（エラー ${args['status']}）`}。時間をおいて試すか、別のURLを送ってください。`,
  emptyArticle: () =>
    '記事の本文が見つかりませんでした。ログインが必要なページは読めないので、別のリンクを試してください。',
  notText: () =>
    'そのリンク先は PDF、画像、動画など、私には読めないファイルです。ウェブページのリンクか、本文そのものを送ってください。',
  guarded: () =>
    'そのサイトが返したのは記事ではなく、確認・同意・スクリプト・エラーなど、ブラウザ向けのページでした。別のリンクか、本文そのものを送ってください。',
  paywalled: () =>
    '全文はそのサイトの購読者や会員だけが読めるため、要約できません。別のリンクか、本文そのものを送ってください。',
  badTime: () =>
    '時刻を読み取れませんでした。8:30や20:00のように入力してください。複数でもかまいません：8:00、18:30',
  badZone: () =>
    'その場所は見つかりません。東京のような都市名、Europe/Parisのようなタイムゾーン、またはUTC+8の形で入力してください。',
  badDays: () => '曜日を読み取れませんでした。「月 水 金」「平日」「毎日」のように入力してください。',
  tooManySubscriptions: (args) =>
    args['limit'] === undefined
      ? 'これ以上のトピックや情報源はフォローできません。先に /list でどれかを解除してください。'
      : `トピックと情報源は${args['limit']}件までで、上限に達しています。先に /list でどれかを解除してください。`,
  nothingFollowed: () =>
    'まだ何もフォローしていません。/topics でトピックを選ぶか、サイトのURLを送ってください。',
  notOpml: () =>
    'このファイルは読めません。フィードの一覧はOPMLファイル（.opmlか.xml）で受け付けます。多くのRSSリーダーから書き出せます。URLを並べたテキストやCSVでも構いません。記事なら、そのリンクか本文を送ってください（.txtや.mdのファイルでもかまいません）。',
  fileLost: () => 'このファイルをTelegramから取得できませんでした。もう一度送ってください。',
  noFeeds: () =>
    'このファイルにフィードは見つかりませんでした。お使いのRSSリーダーからOPMLで書き出して送ってください。',
  askedToWait: () => 'サイトからアクセスを控えるよう求められました。数分後にもう一度お試しください。',
  adminsOnly: () => '変更できるのは、このチャットの管理者だけです。',
  maintenance: () => 'ただいまメンテナンス中です。しばらくしてからもう一度お試しください。',
  turnedAway: () => 'このボットは利用できません。心当たりがない場合は、運営者にお問い合わせください。',
  privateOnly: () => 'ボットとの個人チャットで行ってください。',
  tooFast: (args) => `操作が続きすぎています。${args['seconds'] ?? 1}秒待ってから続けてください。`,
  daySpent: (args) =>
    `1人が1日に使える上限に達しました。${args['minutes'] ?? 1}分後に続けられます。ダイジェストは通常どおり届きます。`,
  inviteOnly: (args) =>
    `このGazetteは招待制です。運営者に利用の許可を依頼してください。あなたのIDは${args['user'] ?? '?'}です。`,
  emptyText: () => '要約できる内容が見つかりませんでした。',
  emptyInterest: () =>
    'その言葉だけでは判断できません。興味のあることを具体的に書いてください。例：ヨーロッパのロボタクシー',
  tooManyTopics: (args) =>
    args['limit'] === undefined
      ? '自分のトピックはこれ以上作れません。先に /topics で1つ削除してください。'
      : `自分のトピックは${args['limit']}件までで、上限に達しています。先に /topics で1つ削除してください。`,
  notFollowing: () => 'それはフォローしていません。フォロー中の一覧は /list で見られます。',
  noTopic: () =>
    'その名前のトピックはありません。/topics から選ぶか、フォローしたいサイトのURLを送ってください。',
  badName: (args) => `名前は1行、${args['limit'] ?? 60}文字以内で入力してください。`,
  gone: () => 'それはもうありません。/list でフォロー中の一覧、/digest で新着を見られます。',
  noSuchFile: (args) => `読み取れるファイルがありません：${args['file'] ?? '?'}`,
  noSuchChat: (args) =>
    `IDが${args['chat'] ?? '?'}のチャットからは、まだボットにメッセージが届いていません。`,
  modelUnreachable: () => '言語モデルに接続できません。数分後にもう一度お試しください。',
  tooManyFilters: (args) =>
    `フィルターは${args['limit'] ?? 100}件までです。先に /filters で1つ外してください。`,
  badWord: () => '文字、記号、絵文字のどれかを1つ以上含む言葉を入力してください。',
  tooManySchedules: (args) =>
    `配信は1つのチャットにつき${args['limit'] ?? 10}件までです。先に /schedule で1つ外してください。`,
  badDate: () => '日付を読み取れませんでした。2026-12-24のように入力してください。',
  internal: () => 'こちらで問題が起きました。記録しましたので、少し待ってからもう一度お試しください。',
}
