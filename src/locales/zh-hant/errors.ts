/** What went wrong and what to do about it, in Traditional Chinese. */
import type { ErrorArgs } from '../../core/errors.ts'
import type { errors as english } from '../en/errors.ts'

const at = (args: ErrorArgs) => (args['host'] === undefined ? '該網站' : String(args['host']))

export const errors: typeof english = {
  notAdminThere: (args) =>
    `你已不是 ${args['title'] ?? '?'} 的管理員，所以不能從這裡更改它的設定。請讓該處的管理員重新任命你。`,
  chatLost: (args) => `我已不在 ${args['title'] ?? '?'} 裡。請重新把我加進去，再回到這裡。`,
  noTopicRights: (args) =>
    `我在 ${args['title'] ?? '?'} 裡沒有建立話題的權限。請把我設為管理員並開啟「管理話題」，再到 /chats 裡點一次「每個主題一個話題」。`,
  notAFeed: () => '沒有在那裡找到可以訂閱的文章。請試試該網站的新聞頁、部落格頁，或它的 RSS 網址。',
  noFeedThere: (args) =>
    `${at(args)} 不提供可以訂閱的內容來源，所以無法追蹤。請在別處找同一位作者、頻道或節目：它自己的網站或部落格；Podcast 可以用 Apple Podcasts 的連結。`,
  badUrl: () => '這看起來不是網址。請傳送完整網址，例如 https://example.com/blog',
  addressNotAllowed: () => '我只能閱讀公開的網頁，這個網址在內部網路裡。',
  unreachable: (args) => `無法連線到 ${at(args)}。請檢查網址，或過幾分鐘再試。`,
  tooLarge: (args) =>
    `內容太大了${args['megabytes'] === undefined ? '' : `（超過 ${args['megabytes']} MB）`}。請換成單篇文章或訂閱來源的網址。`,
  timedOut: (args) => `${at(args)} 回應太慢。請過幾分鐘再試。`,
  httpStatus: (args) =>
    Number(args['status']) === 404 || Number(args['status']) === 410
      ? `這個頁面在 ${at(args)} 上不存在，請檢查網址。`
      : `${at(args)} 拒絕提供這個頁面${args['status'] === undefined ? '' : `（錯誤 ${args['status']}）`}。請稍後再試，或換一個網址。`,
  emptyArticle: () => '那裡找不到文章內文。如果頁面需要登入，我就無法閱讀，請換一個連結。',
  notText: () => '這個連結是一個我讀不了的檔案（如 PDF、圖片或影片）。請傳網頁的連結，或直接把全文傳來。',
  guarded: () =>
    '該網站沒有給出內文，只給出了要在瀏覽器裡處理的頁面（驗證、授權、指令碼或錯誤訊息）。請換一個連結，或直接把全文傳來。',
  paywalled: () => '全文僅供該網站的訂閱者或會員閱讀，我無法為它寫摘要。請換一個連結，或直接把全文傳來。',
  badTime: () => '看不懂這個時間。請寫成 8:30 或 20:00，也可以一次寫幾個：8:00、18:30。',
  badZone: () => '認不出這個地方。請寫城市（如東京）、時區（如 Europe/Paris）或 UTC+8。',
  badDays: () => '看不懂是哪幾天。可以寫「週一 週三 週五」、「平日」或「每天」。',
  tooManySubscriptions: (args) =>
    `最多只能追蹤 ${args['limit'] ?? ''} 個主題和來源，現在已滿。請先在 /list 裡取消一個。`,
  nothingFollowed: () => '你還沒有追蹤任何內容。可以在 /topics 裡選幾個主題，或傳網站的網址給我。',
  notOpml: () =>
    '這個檔案我讀不了。我可以匯入 OPML 訂閱清單（.opml 或 .xml），大多數閱讀器都能匯出；寫有網址的文字檔或 CSV 檔也行。要讀某篇文章，請傳它的連結，或直接傳全文，.txt、.md 檔案也行。',
  fileLost: () => '無法從 Telegram 取得這個檔案，請再傳一次。',
  noFeeds: () => '這個檔案裡沒有找到訂閱來源。請從你的閱讀器匯出 OPML 檔案，再傳給我。',
  askedToWait: () => '該網站要求我放慢速度，請過幾分鐘再試。',
  adminsOnly: () => '只有這個聊天室的管理員可以更改。',
  maintenance: () => '系統維護中，請稍後再試。',
  turnedAway: () => '你不能使用這個機器人。如果覺得有誤，請聯絡營運者。',
  privateOnly: () => '請在與我的私訊裡操作。',
  tooFast: (args) => `一下子太多了，請等 ${args['seconds'] ?? 1} 秒再繼續。`,
  daySpent: (args) =>
    `今天能為你閱讀和回答的量已達上限，${args['minutes'] ?? 1} 分鐘後可以繼續；摘要照常送達。`,
  inviteOnly: (args) => `這個 Gazette 採邀請制。請聯絡營運者開通，你的編號是 ${args['user'] ?? '?'}。`,
  emptyText: () => '裡面沒有可以寫摘要的內容。',
  emptyInterest: () => '這幾個字還看不出你關心什麼。請說得具體一點，例如：晶片出口管制。',
  tooManyTopics: (args) => `自訂主題最多 ${args['limit'] ?? ''} 個，現在已滿。請先在 /topics 裡刪除一個。`,
  notFollowing: () => '你沒有追蹤它。/list 裡有你追蹤的全部內容。',
  noTopic: () => '沒有這個主題。請在 /topics 裡選擇，或傳想追蹤的網站網址給我。',
  badName: (args) => `請寫一行名稱，最多 ${args['limit'] ?? 60} 個字。`,
  gone: () => '這項內容已經不在了。/list 看你的追蹤，/digest 看最新內容。',
  noSuchFile: (args) => `沒有可以讀取的檔案 ${args['file'] ?? ''}。`,
  noSuchChat: (args) => `編號為 ${args['chat'] ?? '?'} 的聊天室還沒有傳過訊息給機器人。`,
  modelUnreachable: () => '暫時連不上語言模型，請過幾分鐘再試。',
  tooManyFilters: (args) => `最多 ${args['limit'] ?? 100} 個過濾條件，請先在 /filters 裡移除一個。`,
  badWord: () => '至少要有一個字、符號或表情符號。',
  tooManySchedules: (args) => `一個聊天室最多 ${args['limit'] ?? 10} 個推播，請先在 /schedule 裡刪除一個。`,
  badDate: () => '看不懂這個日期。請寫成 2026-12-24 這樣。',
  internal: () => '我這邊出了點問題，已經記錄下來。請稍後再試。',
}
