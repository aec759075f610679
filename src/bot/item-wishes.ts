/** Reads what is wished of one item of a list in words: to save it, or to hear who wrote it; which one is read in replied-items.ts. */

export interface ItemWish {
  kind: 'save' | 'who'
  /** The words that name the item: '2', 'the first one', '第一条'; '' where they point at what is replied to. */
  of: string
}

const kinds: Readonly<Record<ItemWish['kind'], readonly RegExp[]>> = {
  save: [
    /^(?:(?:please|pls|can you|could you) )*(?:save|bookmark|keep)(?: (?:number|story|article|item))? (?<of>.+?)(?: (?:for later|for me|please|pls))*$/iu,
    /^(?:请|請|帮我|幫我|麻烦|麻煩|我要|我想|想|要)*(?:收藏|保存)(?:一下|下)?(?<of>.+?)(?:吧|一下)?$/u,
    /^(?:请|請|帮我|幫我|麻烦|麻煩|把)*(?<of>.+?)(?:收藏|保存)(?:一下|下来|下來|起来|起來|下|了)?吧?$/u,
  ],
  who: [
    /^(?:and |so )?(?:who (?:wrote|reported|published|is the author of)|who'?s the author of|what(?: i|')?s the source of)(?: (?:number|story|article|item))? (?<of>.+?)$/iu,
    /^(?<of>.*?)(?:是|又是)?(?:谁|誰|哪位记者|哪位記者|哪家媒体|哪家媒體|哪家)(?:写|寫|发|發|报道|報道|報導)的?(?:呢|啊|呀)?$/u,
    /^(?<of>.*?)的?(?:作者|来源|來源|出处|出處)(?:是|叫)?(?:谁|誰|什么|什麼|哪里|哪裡|哪家|呢)(?:呢|啊|呀)?$/u,
    /^(?:谁|誰)(?:写|寫)(?:的|了)(?<of>.+?)$/u,
  ],
}

/** Words that point and name nothing. */
const pointing =
  /^(?:(?:this|that|it)(?: one| story| article)?|(?:这|這|那)(?:一)?(?:条|條|篇|个|個|则|則)?)?(?:文章|新闻|新聞|消息)?$/iu

/** What `words` wish of an item, or null. The item itself may turn out to be none: 'save money', '谁写的安魂曲'. */
export function readItemWish(words: string): ItemWish | null {
  const said = words
    .normalize('NFKC')
    .replaceAll('’', "'")
    .replaceAll(/^[\s\p{P}]+|[\s?.!。]+$/gu, '')
  for (const kind of ['save', 'who'] as const)
    for (const pattern of kinds[kind]) {
      const of = pattern.exec(said)?.groups?.['of']?.trim()
      if (of !== undefined) return { kind, of: isPointing(of) ? '' : of }
    }
  return null
}

/** Whether `words`, freed of what names an item, say nothing more. */
export const isPointing = (words: string): boolean => pointing.test(words.trim())
