/** What the bot says on the screens of packs, lists, search and the reader's own data, in Simplified Chinese. */
import type { screens as english } from '../en/screens.ts'
import { formatNumber } from '../format.ts'

const n = (value: number) => formatNumber('zh-Hans', value)

export const screens: typeof english = {
  chats: {
    title: '群组和频道',
    what: '这些聊天里有我，而且由你管理。点一个，选择它收到什么、发到哪里。',
    none: '我还不在你管理的任何群组或频道里。用下面的按钮把我加进去，再打开这里。',
    inPrivate: '这个在我们的私聊里显示。',
    addGroup: '把我加进群组',
    addChannel: '把我加进频道',
    sources: '我的来源',
    sourcesHow: '点一个你关注的来源，让这个聊天也收到它，或不再收到。',
    where: '发到哪个话题',
    general: '综合话题',
    chooseThread: '发到论坛的哪个话题？我只知道有人叫过我的话题：在别的话题里发 /start，就会出现在这里。',
    into: (place) => `发到：${place}。`,
    bySubject: '每个主题一个话题',
    bySubjectHow: '选“每个主题一个话题”后，我会在论坛里自动建话题：现在建，以后关注新主题时也建。',
    openPost: '点编号，把那条新闻收藏给自己。回复这条消息，就能问其中一条。',
  },

  labels: {
    otherDigest: '移到另一个推送',
    ownDigest: '＋ 单独一个推送',
    newPack: '做一个合集',
    copyLink: '复制链接',
    share: '发给别人',
    rename: '改名',
    deletePack: '删除这个合集',
    reallyDelete: '是的，删除',
    followAll: '全部关注',
    packs: '我的合集',
    search: '在列表里找',
    folder: '文件夹',
    mute: '屏蔽',
    unmute: '取消屏蔽',
    ownName: '用原来的名字',
    noFolder: '不放文件夹',
    shorter: '更短',
    longer: '更长',
    keySentences: '关键句',
    bySummary: '看摘要',
    myLanguage: '用我的语言',
    itsLanguage: '用原文语言',
    chooseChannel: '选择频道',
    allTopics: '全部主题',
    byTopic: '按主题',
    bySource: '按来源',
    everything: '不限范围和时间',
    export: '导出我的数据',
    deleteMine: '删除我的数据',
    privacy: '保存了什么',
    back: '‹ 返回',
  },

  packs: {
    title: '合集',
    what: '合集把几个主题和来源放在一个链接里。打开链接的人可以先看看，再全部关注或挑着关注。',
    none: '你还没有合集。',
    askName: '这个合集叫什么名字？它先包含你在这里关注的全部内容，之后可以去掉不想要的。',
    full: (limit) => `你已有 ${n(limit)} 个合集，不能更多了。请先删除一个。`,
    contents: (topics, sources) => `${n(topics)} 个主题，${n(sources)} 个来源`,
    choose: '点一下放进合集，再点一下去掉。',
    link: (link) => `链接：${link}`,
    everybody: '有链接的人都能看到里面的地址。',
    askRename: '合集改叫什么名字？',
    deleted: (name) => `合集“${name}”已删除。已经关注的人不受影响。`,
    deleteWhat: (name) => `要删除合集“${name}”吗？链接会失效，已经关注的人不受影响。`,
    offer: '有人和你分享了这些内容。可以全部关注，也可以点选想要的。',
    followedAll: (count) => `新关注了 ${n(count)} 项。`,
    nothingMore: '这些你都已经关注了。',
    undone: '已撤销。',
    noLonger: '这个合集已经不在了。可以在这里选主题。',
  },

  deepLink: {
    topic: (name) => `已关注${name}。`,
    source: (name) => `已关注“${name}”。`,
    gone: '链接指向的内容已经不在了。可以在这里选主题。',
  },

  list: {
    inDigest: (numbers) => `推送 ${numbers}`,
    topics: '主题',
    sources: '来源',
    loose: '其他来源',
    failing: '读不到的',
    mutedGroup: '已屏蔽',
    muted: '已屏蔽',
    group: (name, count) => `${name} · ${n(count)}`,
    chooseGroup: '打开一组，或在列表里找。',
    askSearch: '要找什么？写名字或网址的一部分。',
    found: (words, count) => `“${words}”：找到 ${n(count)} 项。`,
    nothing: '这里什么都没有。',
  },

  item: {
    inDigest: (numbers) => `在推送 ${numbers} 里。`,
    inNoDigest: '目前没有推送包含它。',
    askDigest: '让哪个推送包含它？点一个，或者写下它的编号，或一个时间，比如 18:30。',
    moved: (number) => `从现在起，它在推送 ${number} 里。`,
    topic: '主题：所有来源里相关的文章。',
    folder: (name) => `在文件夹“${name}”里。`,
    mutedNote: '已屏蔽：推送里不再出现，但仍在关注。',
    unmuted: '推送里会重新出现。',
    well: (age) => `一切正常，上次读取：${age}。`,
    unread: '还没有读过。',
    newest: (age) => `最新文章：${age}。`,
    failing: (day) => `从 ${day}起读不到。`,
    stopped: '它已经不存在了。',
    lastWeek: (count) => `最近七天有 ${n(count)} 篇文章。`,
    askName: '想叫它什么？',
    askFolder: '放进哪个文件夹？点选一个，或写一个新名字。',
  },

  reply: {
    about: (title) => `正在细看“${title}”……`,
    aboutAll: '正在细看那条消息里的文章……',
  },

  again: {
    writing: '正在重写……',
    noModel: '改写或翻译要用 AI，现在没有可用的。以上是原文的句子。',
  },

  forward: {
    from: (title) => `这条来自“${title}”，要做什么？`,
    chosen: (title) => `你选了“${title}”。`,
    closed: (title) => `“${title}”没有公开地址，我读不到。公开频道可以关注。`,
    choose: '点下面的按钮，Telegram 会列出你的频道。有公开地址的我都能关注。',
  },

  preview: {
    yesterday: (count) => `如果已经关注，过去 24 小时会收到 ${n(count)} 篇文章。`,
    week: (count) =>
      count === 0 ? '最近七天还没有文章。' : `最近七天共 ${n(count)} 篇，会和平时一样收进你的摘要。`,
    overlap: (known, all) =>
      known === all ? '这些你现在都已经能收到。' : `这 ${n(all)} 篇里有 ${n(known)} 篇你现在已经能收到。`,
  },

  search: {
    ask: '要找什么？写几个词。',
    nothing: '读过的文章里没有这些词，换几个试试。',
    nothingNarrowed: '这里没有。用下面的按钮放宽条件。',
    inTopic: (name) => `主题：${name}`,
    fromSource: (name) => `来源：${name}`,
    chooseTopic: '只看哪个主题？',
    chooseSource: '只看哪个来源？',
    ages: { 0: '不限时间', 1: '1 天', 7: '7 天', 30: '30 天' },
  },

  inline: {
    open: '打开与我的聊天',
    nothing: '没有找到，打开与我的聊天',
    readIt: '在聊天里为这个链接写摘要',
  },

  data: {
    everything: '这个聊天保存的全部数据（JSON）。',
    opml: '你关注的来源（OPML），任何阅读器都能导入。',
    privacyTitle: '保存了什么，谁能看到',
    kept: [
      '你的 Telegram 编号、这个聊天的名称、语言、地区和设置。',
      '你的关注、合集、文件夹、过滤词、收藏和评价。',
      '每期摘要讲过哪些文章，这样不会重复。',
      '问题只在回答期间保留，最多 15 分钟。',
      '你发来写摘要的文字保留三天，供摘要下方的按钮使用；上次给你看的内容也一样。',
    ],
    howLong: (days) => `文章全文保存 ${n(days)} 天后清除。你自己的数据一直保留，直到你删除。`,
    noModel: '这里不使用语言模型：除了 Telegram，你写的内容不会发给别人。',
    model: (name, host) =>
      `需要写摘要的文章、问题和相关文章会发给 ${host} 的模型 ${name}；你的名字、编号和关注不会发送。`,
    rights: '/export 导出全部数据，/delete 永久删除。',
  },
}
