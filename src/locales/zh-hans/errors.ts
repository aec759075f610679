/** What went wrong and what to do about it, in Simplified Chinese. */
import type { ErrorArgs } from '../../core/errors.ts'
import type { errors as english } from '../en/errors.ts'

const at = (args: ErrorArgs) => (args['host'] === undefined ? '该网站' : String(args['host']))

export const errors: typeof english = {
  notAdminThere: (args) =>
    `你已不是 ${args['title'] ?? '?'} 的管理员，所以这里不能改它的设置。请让管理员重新任命你。`,
  chatLost: (args) => `我已不在 ${args['title'] ?? '?'} 里。请重新把我加进去，再回到这里。`,
  noTopicRights: (args) =>
    `我在 ${args['title'] ?? '?'} 里没有建话题的权限。请把我设为管理员并打开“管理话题”，再到 /chats 里点一次“每个主题一个话题”。`,
  notAFeed: () => '没有在那里找到可以订阅的文章。请试试该网站的新闻页、博客页，或它的 RSS 地址。',
  noFeedThere: (args) =>
    `${at(args)} 不提供可以订阅的内容源，所以无法关注。请在别处找同一位作者、频道或节目：它自己的网站或博客；播客可以用 Apple Podcasts 的链接。`,
  badUrl: () => '这看起来不是网址。请发送完整地址，例如 https://example.com/blog',
  addressNotAllowed: () => '我只能阅读公开的网页，这个地址属于内部网络。',
  unreachable: (args) => `无法连接到 ${at(args)}。请检查地址，或过几分钟再试。`,
  tooLarge: (args) =>
    `内容太大了${args['megabytes'] === undefined ? '' : `（超过 ${args['megabytes']} MB）`}。请换成单篇文章或订阅源的地址。`,
  timedOut: (args) => `${at(args)} 响应太慢。请过几分钟再试。`,
  httpStatus: (args) =>
    Number(args['status']) === 404 || Number(args['status']) === 410
      ? `这个页面在 ${at(args)} 上不存在，请检查地址。`
      : `${at(args)} 拒绝提供这个页面${args['status'] === undefined ? '' : `（错误 ${args['status']}）`}。请稍后再试，或换一个地址。`,
  emptyArticle: () => '那里没有可读的正文。如果页面需要登录，我无法阅读，请换一个链接。',
  notText: () => '这个链接是一个我读不了的文件（如 PDF、图片或视频）。请发网页的链接，或直接把全文发来。',
  guarded: () =>
    '该网站没有给出正文，只给出了要在浏览器里处理的页面（验证、授权、脚本或出错信息）。请换一个链接，或直接把全文发来。',
  paywalled: () => '全文仅供该网站的订阅者或会员阅读，我无法为它写摘要。请换一个链接，或直接把全文发来。',
  badTime: () => '没看懂这个时间。请写成 8:30 或 20:00，也可以一次写几个：8:00，18:30。',
  badZone: () => '没认出这个地方。请写城市（如 东京）、时区（如 Europe/Paris）或 UTC+8。',
  badDays: () => '没看懂是哪几天。可以写“周一 周三 周五”“工作日”或“每天”。',
  tooManySubscriptions: (args) =>
    `最多只能关注 ${args['limit'] ?? ''} 个主题和来源，现在已满。请先在 /list 里取消一个。`,
  nothingFollowed: () => '你还没有关注任何内容。可以在 /topics 里选几个主题，或发来一个网站地址。',
  notOpml: () =>
    '这个文件我读不了。我可以导入 OPML 订阅列表（.opml 或 .xml），大多数阅读器都能导出；写有网址的文本或 CSV 文件也行。要读某篇文章，请发它的链接，或直接发全文，.txt、.md 文件也行。',
  fileLost: () => '没能从 Telegram 取得这个文件，请再发一次。',
  noFeeds: () => '这个文件里没有找到订阅源。请从你的阅读器导出 OPML 文件后再发来。',
  askedToWait: () => '该网站要求我放慢速度，请过几分钟再试。',
  adminsOnly: () => '只有本群或频道的管理员可以修改。',
  maintenance: () => '正在维护，请过一会儿再试。',
  turnedAway: () => '你不能使用这个机器人。如果觉得弄错了，请联系管理者。',
  privateOnly: () => '请在与我的私聊里操作。',
  tooFast: (args) => `一下子太多了，请等 ${args['seconds'] ?? 1} 秒再继续。`,
  daySpent: (args) =>
    `今天为你阅读和回答的次数已到上限，${args['minutes'] ?? 1} 分钟后可以继续；摘要照常送达。`,
  inviteOnly: (args) => `这里需要邀请才能使用。请联系管理者开通，你的编号是 ${args['user'] ?? '?'}。`,
  emptyText: () => '里面没有可以写摘要的内容。',
  emptyInterest: () => '这几个字还看不出你关心什么。请说得具体些，比如：芯片出口管制。',
  tooManyTopics: (args) => `自定义主题最多 ${args['limit'] ?? ''} 个，现在已满。请先在 /topics 里删除一个。`,
  notFollowing: () => '你没有关注它。/list 里有你关注的全部内容。',
  noTopic: () => '没有这个主题。请在 /topics 里选择，或发来要订阅的网站地址。',
  badName: (args) => `请写一行名字，最多 ${args['limit'] ?? 60} 个字。`,
  gone: () => '这项内容已经不在了。/list 查看关注，/digest 查看最新。',
  noSuchFile: (args) => `没有可以读取的文件 ${args['file'] ?? ''}。`,
  noSuchChat: (args) => `编号为 ${args['chat'] ?? '?'} 的聊天还没有给机器人发过消息。`,
  modelUnreachable: () => '暂时连不上语言模型，请过几分钟再试。',
  tooManyFilters: (args) => `最多 ${args['limit'] ?? 100} 个过滤，请先在 /filters 里取消一个。`,
  badWord: () => '至少要有一个字、符号或表情。',
  tooManySchedules: (args) => `一个聊天最多 ${args['limit'] ?? 10} 个推送，请先在 /schedule 里删除一个。`,
  badDate: () => '我没看懂这个日期。请写成 2026-12-24 这样。',
  internal: () => '我这边出了点问题，已经记录下来。请稍后再试。',
}
