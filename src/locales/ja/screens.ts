/** What the bot says on the screens of packs, lists, search and the reader's own data, in Japanese. */
import type { screens as english } from '../en/screens.ts'
import { formatNumber } from '../format.ts'

const n = (value: number) => formatNumber('ja', value)

export const screens: typeof english = {
  chats: {
    title: 'グループとチャンネル',
    what: 'Gazetteが参加していて、あなたが管理者になっているチャットです。タップすると、届ける内容と送り先を選べます。',
    none: 'あなたが管理するグループやチャンネルにはまだ参加していません。下のボタンで追加してから、もう一度開いてください。',
    inPrivate: '続きは個人チャットに表示します。',
    addGroup: 'グループに追加',
    addChannel: 'チャンネルに追加',
    sources: '自分の情報源',
    sourcesHow: 'フォロー中の情報源をタップすると、このチャットにも届きます。もう一度タップすると外れます。',
    where: '送り先のトピック',
    general: 'Generalトピック',
    chooseThread:
      'フォーラムのどのトピックに送りますか？分かるのは、メッセージを受け取ったことのあるトピックだけです。別のトピックで /start を送ると、ここに加わります。',
    into: (place) => `送り先：${place}。`,
    bySubject: '主題ごとにトピックを作る',
    bySubjectHow:
      '主題ごとのトピックを選ぶと、フォーラムにトピックを自動で作ります。新しい主題をフォローしたときも同じです。',
    openPost:
      '番号をタップすると、その話題を自分用に保存します。このメッセージに返信すると、話題について質問できます。',
  },

  labels: {
    otherDigest: '別の配信へ移す',
    ownDigest: '＋ 専用の配信',
    newPack: 'パックを作る',
    copyLink: 'リンクをコピー',
    share: '誰かに送る',
    rename: '名前を変更',
    deletePack: 'このパックを削除',
    reallyDelete: 'はい、削除',
    followAll: 'すべてフォロー',
    packs: '自分のパック',
    search: '一覧から検索',
    folder: 'フォルダー',
    mute: 'ミュート',
    unmute: 'ミュート解除',
    ownName: '元の名前を使う',
    noFolder: 'フォルダーなし',
    shorter: '短く',
    longer: '長く',
    keySentences: '重要な文',
    bySummary: '要約',
    myLanguage: '自分の言語で',
    itsLanguage: '元の言語で',
    chooseChannel: 'チャンネルを選ぶ',
    allTopics: 'すべてのトピック',
    byTopic: 'トピック',
    bySource: '情報源',
    everything: 'すべての範囲・期間',
    export: 'データを書き出す',
    deleteMine: 'データを削除',
    privacy: '保存されるデータ',
    back: '‹ 戻る',
  },

  packs: {
    title: 'パック',
    what: 'パックは、トピックと情報源を1つのリンクにまとめたものです。リンクを開いた人は、中身を見てから全部または一部をフォローできます。',
    none: 'パックはまだありません。',
    askName: 'パックの名前を入力してください。最初はここでフォロー中のすべてが入り、あとから外せます。',
    full: (limit) => `パックは${n(limit)}件までで、上限に達しています。先に1つ削除してください。`,
    contents: (topics, sources) => `トピック${n(topics)}件、情報源${n(sources)}件`,
    choose: 'タップで入れたり外したりできます。',
    link: (link) => `リンク：${link}`,
    everybody: 'リンクを知っている人は、中のURLを見られます。',
    askRename: 'パックの新しい名前を入力してください。',
    deleted: (name) => `パック「${name}」を削除しました。フォローした人の内容はそのままです。`,
    deleteWhat: (name) =>
      `パック「${name}」を削除しますか？リンクは使えなくなりますが、フォローした人の内容はそのままです。`,
    offer: '共有されたパックです。すべてフォローするか、フォローしたいものをタップしてください。',
    followedAll: (count) => `新たに${n(count)}件フォローしました。`,
    nothingMore: 'すでにすべてフォローしています。',
    undone: '取り消しました。',
    noLonger: 'このパックはもうありません。代わりにここでトピックを選べます。',
  },

  deepLink: {
    topic: (name) => `${name}をフォローしました。`,
    source: (name) => `${name}をフォローしました。`,
    gone: 'リンク先はもうありません。代わりにここでトピックを選べます。',
  },

  list: {
    inDigest: (numbers) => `配信${numbers}`,
    topics: 'トピック',
    sources: '情報源',
    loose: 'その他の情報源',
    failing: '読めないもの',
    mutedGroup: 'ミュート中',
    muted: 'ミュート中',
    group: (name, count) => `${name} · ${n(count)}`,
    chooseGroup: 'グループを開くか、検索してください。',
    askSearch: '何を探しますか？名前かURLの一部を入力してください。',
    found: (words, count) => `「${words}」：${n(count)}件見つかりました。`,
    nothing: 'ここには何もありません。',
  },

  item: {
    inDigest: (numbers) => `配信${numbers}で届きます。`,
    inNoDigest: '今はどの配信にも入っていません。',
    askDigest: 'どの配信に入れますか？選ぶか、番号または18:30のような時刻を入力してください。',
    moved: (number) => `これからは配信${number}で届きます。`,
    topic: 'トピック：当てはまるすべての情報源の記事。',
    folder: (name) => `フォルダー「${name}」の中。`,
    mutedNote: 'ミュート中：ダイジェストには載りませんが、フォローは続いています。',
    unmuted: 'またダイジェストに載せます。',
    well: (age) => `正常です。最終読み取り：${age}。`,
    unread: 'まだ読んでいません。',
    newest: (age) => `最新の記事：${age}。`,
    failing: (day) => `${day}から読めません。`,
    stopped: 'もう存在しません。',
    lastWeek: (count) => `この7日間に${n(count)}件の記事。`,
    askName: '何という名前にしますか？',
    askFolder: 'どのフォルダーに入れますか？タップして選ぶか、新しい名前を入力してください。',
  },

  reply: {
    about: (title) => `「${title}」を調べています…`,
    aboutAll: 'そのメッセージの記事を調べています…',
  },

  again: {
    writing: '書き直しています…',
    noModel: '書き直しや翻訳にはAIが必要ですが、今は使えません。これは本文の文そのままです。',
  },

  forward: {
    from: (title) => `「${title}」からのメッセージです。どうしますか？`,
    chosen: (title) => `「${title}」を選びました。`,
    closed: (title) => `「${title}」には公開リンクがないため読めません。公開チャンネルならフォローできます。`,
    choose: '下のボタンを押すと、チャンネルが表示されます。公開リンクのあるものをフォローできます。',
  },

  preview: {
    yesterday: (count) => `フォローしていれば、この24時間に${n(count)}件の記事が届いていました。`,
    week: (count) => `この7日間では${n(count)}件です。いつものダイジェストにまとめてお届けします。`,
    overlap: (known, all) => `この${n(all)}件のうち${n(known)}件は、ほかのフォローからすでに届いています。`,
  },

  search: {
    ask: '何を探しますか？言葉をいくつか書いてください。',
    nothing: '読んだ記事の中に、その言葉は見つかりませんでした。別の言葉で試してください。',
    nothingNarrowed: 'ここにはありません。下のボタンで範囲を広げてください。',
    inTopic: (name) => `トピック：${name}`,
    fromSource: (name) => `情報源：${name}`,
    chooseTopic: 'どのトピックに絞りますか？',
    chooseSource: 'どの情報源に絞りますか？',
    ages: { 0: '全期間', 1: '1日', 7: '7日間', 30: '30日間' },
  },

  inline: {
    open: 'チャットを開く',
    nothing: '見つかりません。チャットを開く',
    readIt: 'このリンクをチャットで要約',
  },

  data: {
    everything: 'このチャットについて保存しているすべてのデータ（JSON）です。',
    opml: 'フォロー中の情報源（OPML）です。どのRSSリーダーでも取り込めます。',
    privacyTitle: '保存されるデータと公開範囲',
    kept: [
      'TelegramのユーザーID、このチャットの名前、言語、場所、設定。',
      'フォロー、パック、フォルダー、フィルター、保存した記事、評価。',
      'ダイジェストに載せた記事。同じ記事を繰り返さないためです。',
      '質問は、回答している間だけ保存します（最長15分）。',
      '要約のために送られた文章は、要約の下のボタンのために3日間保存します。最後に表示した内容も同じです。',
    ],
    howLong: (days) => `記事の本文は${n(days)}日後に消去します。あなたのデータは、削除するまで残ります。`,
    noModel: 'ここでは言語モデルを使いません。書いた内容がTelegram以外に送られることはありません。',
    model: (name, host) =>
      `要約する記事、質問、関連する記事は ${host} のモデル ${name} に送られます。名前、ID、フォロー内容は送られません。`,
    rights: '/export ですべてをファイルで受け取れます。/delete で完全に削除できます。',
  },
}
