/** What went wrong and what to do about it, in Traditional Chinese. */
import type { ErrorArgs } from '../../core/errors.ts'
import type { errors as english } from '../en/errors.ts'

const at = (args: ErrorArgs) => (args['host'] === undefined ? '該網站' : String(args['host']))

export const errors: typeof english = {
  notAdminThere: (args) =>
    `你已不是 ${args['title'] ?? '?'} 的管理員，所以這裡不能改它的設定。請讓管理員重新任命你。`,
  chatLost: (args) => `我已不在 ${args['title'] ?? '?'} 裡。請重新把我加進去，再回到這裡。`,
  noTopicRights: (args) =>
    `我在 ${args['title'] ?? '?'} 裡沒有建話題的權限。請把我設為管理員並開啟「管理話題」，再到 /chats 裡點一次「每個主題一個話題」。`,
  notAFeed: () => '沒有在那裡找到可以訂閱的文章。請試試該網站的新聞頁、部落格頁，或它的 RSS 網址。',
  badUrl: () => '這看起來不是網址。請傳送完整網址，例如 https://example.com/blog',
  addressNotAllowed: () => '我只能閱讀公開的網頁，這個網址屬於內部網路。',
  unreachable: (args) => `無法連線到 ${at(args)}。請檢查網址，或過幾分鐘再試。`,
  tooLarge: (args) =>
    `內容太大了${args['megabytes'] === undefined ? '' : `（超過 ${args['megabytes']} MB）`}。請換成單篇文章或訂閱源的網址。`,
  timedOut: (args) => `${at(args)} 回應太慢。請過幾分鐘再試。`,
  httpStatus: (args) =>
    Number(args['status']) === 404 || Number(args['status']) === 410
      ? `${at(args)} 表示這個頁面不存在。請檢查網址。`
      : `${at(args)} 拒絕提供這個頁面（錯誤 ${args['status'] ?? '?'}）。請稍後再試，或換一個網址。`,
  emptyArticle: () => '那裡沒有可讀的正文。如果頁面需要登入，我無法閱讀，請換一個連結。',
  paywalled: () => '全文僅供該網站的訂閱者或會員閱讀，我無法為它寫摘要。請換一個連結。',
  badTime: () => '沒看懂這個時間。請寫成 8:30 或 20:00，也可以一次寫幾個：8:00，18:30。',
  badZone: () => '沒認出這個地方。請寫城市（如 東京）、時區（如 Europe/Paris）或 UTC+8。',
  badDays: () => '沒看懂是哪幾天。可以寫「週一 週三 週五」「工作日」或「每天」。',
  tooManySubscriptions: (args) =>
    `最多只能追蹤 ${args['limit'] ?? ''} 個主題和來源，現在已滿。請先在 /list 裡取消一個。`,
  nothingFound: () => '目前讀過的文章裡沒有找到相關內容。換幾個詞試試，或者發一個連結給我。',
  nothingFollowed: () => '你還沒有追蹤任何內容。可以在 /topics 裡選幾個主題，或發來一個網站網址。',
  notOpml: () =>
    '我可以匯入 OPML 訂閱列表（.opml 或 .xml），大多數閱讀器都能匯出。要讀某篇文章，請發它的連結。',
  fileLost: () => '沒能從 Telegram 取得這個檔案，請再發一次。',
  noFeeds: () => '這個檔案裡沒有找到訂閱源。請從你的閱讀器匯出 OPML 檔案後再發來。',
  askedToWait: () => '該網站要求我放慢速度，請過幾分鐘再試。',
  adminsOnly: () => '只有本群或頻道的管理員可以修改。',
  maintenance: () => '正在維護，請過一會兒再試。',
  turnedAway: () => '你不能使用這個機器人。如果覺得弄錯了，請聯絡管理員。',
  privateOnly: () => '請在與我的私聊裡操作。',
  tooFast: (args) => `一下子太多了，請等 ${args['seconds'] ?? 1} 秒再繼續。`,
  daySpent: (args) =>
    `今天為你閱讀和回答的次數已到上限，${args['minutes'] ?? 1} 分鐘後可以繼續；摘要照常送達。`,
  inviteOnly: (args) => `這裡需要邀請才能使用。請聯絡管理員開通，你的編號是 ${args['user'] ?? '?'}。`,
  textTooLong: (args) => `內容太長，沒法當作問題。請發連結，或用 ${args['limit'] ?? 1000} 字以內提問。`,
  emptyInterest: () => '這幾個字還看不出你關心什麼。請說得具體些，比如：晶片出口管制。',
  tooManyTopics: (args) => `自訂主題最多 ${args['limit'] ?? ''} 個，現在已滿。請先在 /topics 裡刪除一個。`,
  notFollowing: () => '你沒有追蹤它。/list 裡有你追蹤的全部內容。',
  noTopic: () => '沒有這個主題。請在 /topics 裡選擇，或發來要訂閱的網站網址。',
  badName: (args) => `請寫一行名字，最多 ${args['limit'] ?? 60} 個字。`,
  gone: () => '這項內容已經不在了。/list 查看追蹤，/digest 查看最新。',
  noSuchFile: (args) => `沒有可以讀取的檔案 ${args['file'] ?? ''}。`,
  noSuchChat: (args) => `編號為 ${args['chat'] ?? '?'} 的聊天還沒有給機器人發過訊息。`,
  modelUnreachable: () => '暫時連不上語言模型，請過幾分鐘再試。',
  tooManyFilters: (args) => `最多 ${args['limit'] ?? 100} 個過濾，請先在 /filters 裡取消一個。`,
  badWord: () => '至少要有一個字、符號或表情。',
  tooManySchedules: (args) => `一個聊天最多 ${args['limit'] ?? 10} 個推送，請先在 /schedule 裡刪除一個。`,
  badDate: () => '我沒看懂這個日期。請寫成 2026-12-24 這樣。',
  internal: () => '我這邊出了點問題，已經記錄下來。請稍後再試。',
}
