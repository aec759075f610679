/** Words that tell nothing about a subject, English and Chinese; topic seeds and story vectors leave them out. */

const english = `a an the and or but nor so yet if then else than that this these those there here it its he she they them
his her their our your my we you i me us who whom whose which what when where why how is are was were be been being am do
does did doing have has had having will would shall should can could may might must not no of in on at by for from to into
onto over under up down out off about after before between against during through with without within as again more most
some any all each every other another such only own same too very just now also new say says said saying get gets got make
makes made take takes took go goes went see sees one two three first last year years day days week weeks month months time
today yesterday tomorrow per via still even much many back way amid among while until since because report reports
reported according news update latest live`

const chinese = `的 了 是 在 和 与 及 或 也 都 就 又 被 把 将 对 从 到 为 以 等 这 那 其 之 于 有 我们 他们 你们 她们 它们 这个 那个 这些
那些 一个 一些 没有 不是 可以 已经 因为 所以 但是 如果 还是 以及 关于 对于 进行 表示 目前 今日 今天 昨日 昨天 明天 日前 近日
记者 报道 消息 新闻 发布 宣布 公布 最新 快讯 什么 怎么 如何 为何 是否 可能 需要 通过 其中 同时 這個 那個 這些 沒有 可以 已經 因為
我們 他們 記者 報導 報道 消息 宣布 公布 新聞`

/** Lower-cased words and Han pairs that stand in texts of any subject. */
export const stopWords: ReadonlySet<string> = new Set(`${english} ${chinese}`.split(/\s+/u))
