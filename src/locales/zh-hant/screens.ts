/** What the bot says on the screens of packs, lists, search and the reader's own data, in Traditional Chinese. */
import type { screens as english } from '../en/screens.ts'
import { formatNumber } from '../format.ts'

const n = (value: number) => formatNumber('zh-Hant', value)

export const screens: typeof english = {
  chats: {
    title: '群組和頻道',
    what: '我在這些聊天室裡，而且由你管理。點一個，選擇它會收到什麼、傳到哪裡。',
    none: '我還不在你管理的任何群組或頻道裡。用下面的按鈕把我加進去，再打開這裡。',
    inPrivate: '請到我們的私訊裡看。',
    addGroup: '把我加進群組',
    addChannel: '把我加進頻道',
    sources: '我的來源',
    sourcesHow: '點一個你追蹤的來源，讓這個聊天室也收到它，或不再收到。',
    where: '傳到哪個話題',
    general: '一般話題',
    chooseThread:
      '要傳到論壇的哪個話題？我只知道有人跟我說過話的話題：在別的話題裡輸入 /start，它就會出現在這裡。',
    into: (place) => `傳到：${place}。`,
    bySubject: '每個主題一個話題',
    bySubjectHow: '選「每個主題一個話題」後，我會在論壇裡自動建立話題：現在建立，以後追蹤新主題時也會建立。',
    openPost: '點編號，就能收藏那則新聞，只有你看得到。回覆這則訊息，可以針對其中一則提問。',
  },

  labels: {
    otherDigest: '移到另一個推播',
    ownDigest: '＋ 單獨一個推播',
    newPack: '建立合輯',
    copyLink: '複製連結',
    share: '傳給別人',
    rename: '改名',
    deletePack: '刪除這個合輯',
    reallyDelete: '是的，刪除',
    followAll: '全部追蹤',
    packs: '我的合輯',
    search: '在清單裡搜尋',
    folder: '資料夾',
    mute: '隱藏',
    unmute: '取消隱藏',
    ownName: '使用原本的名稱',
    noFolder: '不放資料夾',
    shorter: '更短',
    longer: '更長',
    keySentences: '關鍵句',
    bySummary: '看摘要',
    myLanguage: '用我的語言',
    itsLanguage: '用原文語言',
    chooseChannel: '選擇頻道',
    allTopics: '全部主題',
    byTopic: '主題',
    bySource: '來源',
    everything: '不限範圍和時間',
    export: '匯出我的資料',
    deleteMine: '刪除我的資料',
    privacy: '儲存了什麼',
    back: '‹ 返回',
  },

  packs: {
    title: '合輯',
    what: '合輯把幾個主題和來源放在一個連結裡。開啟連結的人可以先看看，再全部追蹤，或只挑想要的。',
    none: '你還沒有合輯。',
    askName: '這個合輯要叫什麼名字？它一開始包含你在這裡追蹤的全部內容，之後可以移除不想要的。',
    full: (limit) => `你已有 ${n(limit)} 個合輯，已達上限。請先刪除一個。`,
    contents: (topics, sources) => `${n(topics)} 個主題，${n(sources)} 個來源`,
    choose: '點一下放進合輯，再點一下移除。',
    link: (link) => `連結：${link}`,
    everybody: '有連結的人都能看到裡面的網址。',
    askRename: '合輯要改成什麼名字？',
    deleted: (name) => `合輯「${name}」已刪除。已經追蹤的人不受影響。`,
    deleteWhat: (name) => `要刪除合輯「${name}」嗎？連結會失效，已經追蹤的人不受影響。`,
    offer: '有人和你分享了這些內容。可以全部追蹤，也可以點選想要的。',
    followedAll: (count) => `新追蹤了 ${n(count)} 項。`,
    nothingMore: '這些你都已經追蹤了。',
    undone: '已復原。',
    noLonger: '這個合輯已經不在了。可以在這裡選主題。',
  },

  deepLink: {
    topic: (name) => `已追蹤${name}。`,
    source: (name) => `已追蹤「${name}」。`,
    gone: '連結指向的內容已經不在了。可以在這裡選主題。',
  },

  list: {
    inDigest: (numbers) => `推播 ${numbers}`,
    topics: '主題',
    sources: '來源',
    loose: '其他來源',
    failing: '讀不到的',
    mutedGroup: '已隱藏',
    muted: '已隱藏',
    group: (name, count) => `${name} · ${n(count)}`,
    chooseGroup: '打開一組，或在列表裡找。',
    askSearch: '要找什麼？寫名字或網址的一部分。',
    found: (words, count) => `「${words}」：找到 ${n(count)} 項。`,
    nothing: '這裡什麼都沒有。',
  },

  item: {
    inDigest: (numbers) => `在推播 ${numbers} 裡。`,
    inNoDigest: '目前沒有推播包含它。',
    askDigest: '讓哪個推播包含它？點一個，或者寫下它的編號，或一個時間，例如 18:30。',
    moved: (number) => `從現在起，它在推播 ${number} 裡。`,
    topic: '主題：所有來源裡相關的文章。',
    folder: (name) => `在資料夾「${name}」裡。`,
    mutedNote: '已隱藏：摘要裡不再出現，但你仍在追蹤。',
    unmuted: '摘要裡會重新出現。',
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
    noModel: '改寫或翻譯要用 AI，現在沒有可用的。以上是原文的句子。',
  },

  forward: {
    from: (title) => `這則訊息來自「${title}」，要做什麼？`,
    chosen: (title) => `你選了「${title}」。`,
    closed: (title) => `「${title}」沒有公開網址，我讀不到。公開頻道可以追蹤。`,
    choose: '點下面的按鈕，Telegram 會列出你的頻道。有公開網址的我都能追蹤。',
  },

  preview: {
    yesterday: (count) => `若已追蹤，過去 24 小時會收到 ${n(count)} 篇文章。`,
    week: (count) =>
      count === 0 ? '最近七天還沒有文章。' : `最近七天共 ${n(count)} 篇，會和平常一樣收進你的摘要。`,
    overlap: (known, all) =>
      known === all ? '這些你現在都已經收得到。' : `這 ${n(all)} 篇裡有 ${n(known)} 篇你現在已經收得到。`,
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
    everything: '我為這個聊天室儲存的全部資料（JSON）。',
    opml: '你追蹤的來源（OPML），任何閱讀器都能匯入。',
    privacyTitle: '儲存了什麼，誰能看到',
    kept: [
      '你的 Telegram 編號、這個聊天室的名稱、語言、地區和設定。',
      '你的追蹤、合輯、資料夾、過濾條件、收藏和評價。',
      '每期摘要收錄過哪些文章，這樣才不會重複。',
      '問題只在回答期間保留，最多 15 分鐘。',
      '你傳來寫摘要的文字保留三天，供摘要下方的按鈕使用；上次給你看的內容也一樣。',
    ],
    howLong: (days) => `文章全文在 ${n(days)} 天後清除。你自己的資料一直保留，直到你刪除。`,
    noModel: '這裡不使用語言模型：除了 Telegram，你寫的內容不會傳到其他地方。',
    model: (name, host) =>
      `需要寫摘要的文章、問題和相關文章會傳給 ${host} 的模型 ${name}；你的名字、編號和追蹤內容不會傳送。`,
    rights: '/export 匯出全部資料，/delete 永久刪除。',
  },
}
