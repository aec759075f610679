/** What the bot says on the screens of packs, lists, search and the reader's own data, in Traditional Chinese. */
import type { screens as english } from '../en/screens.ts'
import { formatNumber } from '../format.ts'

const n = (value: number) => formatNumber('zh-Hant', value)

export const screens: typeof english = {
  chats: {
    title: '群組和頻道',
    what: '這些聊天裡有我，而且由你管理。點一個，選擇它收到什麼、發到哪裡。',
    none: '我還不在你管理的任何群組或頻道裡。用下面的按鈕把我加進去，再打開這裡。',
    inPrivate: '這個在我們的私聊裡顯示。',
    addGroup: '把我加進群組',
    addChannel: '把我加進頻道',
    sources: '我的來源',
    sourcesHow: '點一個你追蹤的來源，讓這個聊天也收到它，或不再收到。',
    where: '發到哪個話題',
    general: '綜合話題',
    chooseThread: '發到論壇的哪個話題？我只知道有人叫過我的話題：在別的話題裡發 /start，就會出現在這裡。',
    into: (place) => `發到：${place}。`,
    bySubject: '每個主題一個話題',
    bySubjectHow: '選「每個主題一個話題」後，我會在論壇裡自動建話題：現在建，以後追蹤新主題時也建。',
    openPost: '點編號，把那則新聞收藏給自己。回覆這則訊息，就能問其中一則。',
  },

  labels: {
    otherDigest: '移到另一個推送',
    ownDigest: '＋ 單獨一個推送',
    newPack: '做一個合集',
    copyLink: '複製連結',
    share: '傳給別人',
    rename: '改名',
    deletePack: '刪除這個合集',
    reallyDelete: '是的，刪除',
    followAll: '全部追蹤',
    packs: '我的合集',
    search: '在列表裡找',
    folder: '資料夾',
    mute: '靜音',
    unmute: '取消靜音',
    ownName: '用原來的名字',
    noFolder: '不放資料夾',
    shorter: '更短',
    longer: '更長',
    keySentences: '關鍵句',
    bySummary: '看摘要',
    myLanguage: '用我的語言',
    itsLanguage: '用原文語言',
    chooseChannel: '選擇頻道',
    followChannel: '追蹤這個頻道',
    allTopics: '全部主題',
    byTopic: '按主題',
    bySource: '按來源',
    everything: '不限範圍和時間',
    newTopic: '做成新主題',
    export: '匯出我的資料',
    deleteMine: '刪除我的資料',
    privacy: '儲存了什麼',
    back: '‹ 返回',
  },

  packs: {
    title: '合集',
    what: '合集把幾個主題和來源放在一個連結裡。開啟連結的人可以先看看，再全部追蹤或挑著追蹤。',
    none: '你還沒有合集。',
    askName: '這個合集叫什麼名字？它先包含你在這裡追蹤的全部內容，之後可以去掉不想要的。',
    full: (limit) => `你已有 ${n(limit)} 個合集，不能更多了。請先刪除一個。`,
    contents: (topics, sources) => `${n(topics)} 個主題，${n(sources)} 個來源`,
    choose: '點一下放進合集，再點一下去掉。',
    link: (link) => `連結：${link}`,
    everybody: '有連結的人都能看到裡面的網址。',
    askRename: '合集改叫什麼名字？',
    deleted: (name) => `合集「${name}」已刪除。已經追蹤的人不受影響。`,
    deleteWhat: (name) => `要刪除合集「${name}」嗎？連結會失效，已經追蹤的人不受影響。`,
    offer: '有人和你分享了這些內容。可以全部追蹤，也可以點選想要的。',
    followedAll: (count) => `新追蹤了 ${n(count)} 項。`,
    nothingMore: '這些你都已經追蹤了。',
    undone: '已撤銷。',
    noLonger: '這個合集已經不在了。可以在這裡選主題。',
  },

  deepLink: {
    topic: (name) => `已追蹤${name}。`,
    source: (name) => `已追蹤 ${name}。`,
    gone: '連結指向的內容已經不在了。可以在這裡選主題。',
  },

  list: {
    inDigest: (numbers) => `推送 ${numbers}`,
    topics: '主題',
    sources: '來源',
    loose: '其他來源',
    failing: '讀不到的',
    mutedGroup: '已靜音',
    muted: '已靜音',
    group: (name, count) => `${name} · ${n(count)}`,
    chooseGroup: '開啟一組，或者搜尋。',
    askSearch: '要找什麼？寫名字或網址的一部分。',
    found: (words, count) => `「${words}」：找到 ${n(count)} 項。`,
    nothing: '這裡什麼都沒有。',
  },

  item: {
    inDigest: (numbers) => `在推送 ${numbers} 裡。`,
    inNoDigest: '目前沒有推送包含它。',
    askDigest: '讓哪個推送包含它？點一個，或者寫下它的編號，或一個時間，例如 18:30。',
    moved: (number) => `從現在起，它在推送 ${number} 裡。`,
    topic: '主題：所有來源裡相關的文章。',
    folder: (name) => `在資料夾「${name}」裡。`,
    mutedNote: '已靜音：推送裡不再出現，但仍在追蹤。',
    unmuted: '推送裡會重新出現。',
    well: (age) => `一切正常，上次讀取：${age}。`,
    unread: '還沒有讀過。',
    newest: (age) => `最新文章：${age}。`,
    failing: (day) => `從${day}起讀不到。`,
    stopped: '它已經不存在了。',
    lastWeek: (count) => `最近七天有 ${n(count)} 篇文章。`,
    askName: '想叫它什麼？',
    askFolder: '放進哪個資料夾？點選一個，或寫一個新名字。',
  },

  reply: {
    about: (title) => `正在細看「${title}」……`,
    aboutAll: '正在細看那則訊息裡的文章……',
  },

  again: {
    writing: '正在重寫……',
  },

  forward: {
    from: (title) => `這則訊息來自 ${title}，要做什麼？`,
    chosen: (title) => `你選了 ${title}。`,
    closed: (title) => `${title} 沒有公開網址，我讀不到。公開頻道可以追蹤。`,
    choose: '點下面的按鈕，Telegram 會列出你的頻道。有公開網址的我都能追蹤。',
  },

  preview: {
    yesterday: (count) => `過去 24 小時會帶來 ${n(count)} 篇文章。`,
    week: (count) => `最近七天共 ${n(count)} 篇，都寫在你平時的摘要裡。`,
    overlap: (known, all) => `這 ${n(all)} 篇裡有 ${n(known)} 篇你現在已經能收到。`,
  },

  search: {
    ask: '要找什麼？寫幾個詞。',
    nothing: '讀過的文章裡沒有這些詞，換幾個試試。',
    nothingNarrowed: '這裡沒有。用下面的按鈕放寬條件。',
    inTopic: (name) => `主題：${name}`,
    fromSource: (name) => `來源：${name}`,
    chooseTopic: '只看哪個主題？',
    chooseSource: '只看哪個來源？',
    ages: { 0: '不限時間', 1: '1 天', 7: '7 天', 30: '30 天' },
  },

  inline: {
    open: '開啟與我的聊天',
    nothing: '沒有找到，開啟與我的聊天',
    readIt: '在聊天裡為這個連結寫摘要',
  },

  data: {
    everything: '這個聊天儲存的全部資料（JSON）。',
    opml: '你追蹤的來源（OPML），任何閱讀器都能匯入。',
    privacyTitle: '儲存了什麼，誰能看到',
    kept: [
      '你的 Telegram 編號、這個聊天的名稱、語言、地區和設定。',
      '你的追蹤、合集、資料夾、過濾詞、收藏和評價。',
      '每期摘要講過哪些文章，這樣不會重複。',
      '問題只在回答期間保留，最多 15 分鐘。',
    ],
    howLong: (days) => `文章全文儲存 ${n(days)} 天後清除。你自己的資料一直保留，直到你刪除。`,
    noModel: '這裡不使用語言模型：除了 Telegram，你寫的內容不會傳給別人。',
    model: (name, host) =>
      `需要寫摘要的文章、問題和相關文章會發給 ${host} 的模型 ${name}；你的名字、編號和追蹤不會發送。`,
    rights: '/export 匯出全部資料，/delete 永久刪除。',
  },
}
