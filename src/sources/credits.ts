/** Finds the lines of a post that say who wrote it first and where, and takes them out of its text. */
import type { Block } from './blocks.ts'

export interface Credits {
  /** The blocks without their credit lines. */
  blocks: Block[]
  originalAuthor: string | null
  originalUrl: string | null
}

/** Credits stand above or below the text; in the middle the same words are the text's own. */
const headBlocks = 8
const tailBlocks = 6
const longestCredit = 160

type Role = 'author' | 'source' | 'link' | 'other'

/** Labels followed by a separator, such as `作者 |` or `Source:`. */
const labels: [Role, string][] = [
  [
    'author',
    '作者|原作者|原文作者|撰文|撰稿|撰稿人|文字|本报记者|記者|记者|文|口述|采写|採訪|著者|筆者|author|written by|words by|text by|text|texte|story by|autor|autorin|auteur|autore|автор|текст|written',
  ],
  [
    'source',
    '文章来源|文章來源|本文来源|原文来源|内容来源|内容來源|信息来源|新闻来源|来源|來源|来自|转载自|轉載自|转载来源|转自|轉自|本文转自|本文轉自|本文转载自|本文轉載自|原载|原載|首发|首发于|出处|出處|摘自|via|source|sources|original source|originally published (?:at|on|in|by)|originally (?:at|on|in|from|appeared (?:at|on|in))|first published (?:at|on|in|by)|republished from|reposted from|cross-?posted from|quelle|quellen|zuerst erschienen (?:bei|in|auf)|fuente|fonte|источник|出典|転載元',
  ],
  [
    'link',
    '原文链接|原文連結|原文鏈接|原文地址|原文网址|原文網址|原文|原链接|阅读原文|閱讀原文|文章链接|文章地址|链接|連結|鏈接|original link|original article|original post|original|read the original|link|permalink|zum original|lien original|元記事|원문',
  ],
  [
    'other',
    '编辑|編輯|责编|責編|责任编辑|責任編輯|主编|校对|校對|审校|審校|编译|編譯|翻译|翻譯|译者|譯者|译|译文|排版|监制|監製|出品|策划|策劃|统筹|头图|頭圖|题图|題圖|封面|封面图|图片来源|圖片來源|图片|圖片|图源|圖源|配图|bildmaterial|配圖|摄影|攝影|视觉|制图|运营|编审|审核|maintainer|maintained by|webmaster|核稿|初审|复审|终审|签发|editor|edited by|editors|translated by|translation|translator|photo|photos|photo by|photo credit|image|image credit|images|illustration|date|published|日期|时间|時間|发布时间|發布時間|阅读时间',
  ],
]
const rolePatterns = labels.map(([role, words]) => [role, new RegExp(`^(?:${words})$`, 'iu')] as const)
const labelWords = labels.map(([, words]) => words).join('|')
/** `label` then a separator; a slash or bar may follow only short labels, a colon any. */
const segmentStart = new RegExp(
  `(?:^|[\\s·•|｜,，;；/／])(?<label>${labelWords})\\s*(?:[:：|｜丨/／]|\\s[-–—]\\s)\\s*`,
  'giu',
)
/** What stands behind every such label: most lines have none, and one look costs less than the search for all labels. */
const separator = /[:：|｜丨/／]|\s[-–—]\s/u
/** English source phrases need no separator: "originally at Example Weekly". */
const phrase =
  /(?:^|[·•|｜,;–—-]\s*|\s)(?<label>originally (?:published |appeared )?(?:at|on|in|by|from)|first published (?:at|on|in|by)|republished from|reposted from|via|(?:本文)?(?:转载自|轉載自|转自|轉自|首发于|来自))\s*/iu
const phraseFirst = new RegExp(`^${phrase.source}`, phrase.flags)
const byName =
  /^(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Aa][vf])\s+(?<name>\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+(?:(?:and|und|et|y|e|&|van|von|de|der|da|di|la|le|al|bin|del|dos)\s+)*[\p{Lu}][\p{L}\p{M}.'’-]*){0,7})(?<rest>.*)$/u
const bareUrl = /https?:\/\/[^\s<>"'，。；、）)\]】]+/u
/** "By Monday …" begins a sentence, not a byline. */
const notNames =
  /^(?:the|a|an|this|that|now|then|contrast|comparison|default|law|design|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)\b/iu

interface Credit {
  author: string | null
  url: string | null
}

/** Takes the credit lines out of the head and tail of `blocks`, and returns what they said. */
export function takeCredits(blocks: readonly Block[]): Credits {
  let originalAuthor: string | null = null
  let originalUrl: string | null = null
  const kept: Block[] = []
  for (const [at, block] of blocks.entries()) {
    const nearEdge = at < headBlocks || at >= blocks.length - tailBlocks
    if (!nearEdge || block.kind === 'code') {
      kept.push(block)
      continue
    }
    const lines: string[] = []
    for (const line of block.text.split('\n')) {
      const credit = readCreditLine(line, block)
      if (!credit) {
        lines.push(line)
        continue
      }
      originalAuthor ??= credit.author
      originalUrl ??= credit.url
    }
    if (lines.length > 0) kept.push({ ...block, text: lines.join('\n') })
  }
  return { blocks: kept, originalAuthor, originalUrl }
}

/** What a line credits, or null where it is no credit line as a whole. */
function readCreditLine(text: string, block: Block): Credit | null {
  if (text.length > 2 * longestCredit) return null
  const line = text
    .trim()
    .replace(/^[【[(（*_>#\s]+/u, '')
    .replace(/[】\])）*_\s]+$/u, '')
  if (line === '' || line.length > longestCredit) return null
  return readBy(line, block) ?? readLabelled(line, block)
}

function readBy(line: string, block: Block): Credit | null {
  const match = byName.exec(line)
  const name = match?.groups?.['name']
  if (name === undefined || notNames.test(name)) return null
  const rest = match?.groups?.['rest'] ?? ''
  // After a name only separators lead on; a lower-case word means that a sentence has begun.
  if (!/^\s*(?:$|[·•|｜,;–—\-(/@]|on\s+\d|(?:for|in|at)\s+\p{Lu}|originally\b)/u.test(rest)) return null
  if (/[.!?]\s+\p{Lu}/u.test(rest) || /\b(?:is|was|are|were|has|have|will|said|says)\b/u.test(rest))
    return null
  return { author: cleanName(name), url: phrase.test(rest) || rest === '' ? linkIn(line, block) : null }
}

function readLabelled(line: string, block: Block): Credit | null {
  const starts = separator.test(line) ? [...line.matchAll(segmentStart)] : []
  const first = starts[0]
  if (!first || first.index > 0) {
    // `药剂科供稿 摄影/张艳 编辑/苏芳`: who gave it stands first, without a separator.
    if (starts.length > 1 && /供稿|供图|来稿/u.test(line) && !/[。！？]/u.test(line))
      return { author: null, url: null }
    // Sentences may begin like this too ("Via its unit …"), so a link or a Chinese label must confirm it.
    if (!phraseFirst.test(line) || /[。.!?？！]\s*\S/u.test(line.replace(bareUrl, ''))) return null
    const url = linkIn(line, block)
    return url === null && !/^\p{Script=Han}/u.test(line) ? null : { author: null, url }
  }
  const credit: Credit = { author: null, url: null }
  for (const [at, start] of starts.entries()) {
    const value = line.slice(start.index + start[0].length, starts[at + 1]?.index ?? line.length).trim()
    const role = roleFor(start.groups?.['label'] ?? '')
    if (/[。！？]|[.!?]\s+\p{Lu}\p{Ll}+\s\p{Ll}/u.test(value.replace(bareUrl, ''))) return null
    if (role === 'author') {
      // In an interview `记者：` opens a question; a name holds no clause.
      if (value === '' || value.length > 60 || /[，：？?]/u.test(value)) return null
      credit.author ??= cleanName(value)
    } else if (role === 'source' || role === 'link') credit.url ??= linkIn(value, block)
  }
  return credit
}

function roleFor(label: string): Role {
  return rolePatterns.find(([, pattern]) => pattern.test(label))?.[0] ?? 'other'
}

/** The link whose text stands in `text`, or an address written out; none for a label without one. */
function linkIn(text: string, block: Block): string | null {
  const written = bareUrl.exec(text)?.[0]
  if (written !== undefined) return URL.parse(written)?.href ?? null
  return block.links.find((link) => link.text !== '' && text.includes(link.text))?.href ?? null
}

function cleanName(name: string): string {
  return name
    .replace(/^\p{Script=Han}{2,8}(?:网|網|报|報|社)\s+(?=\p{Script=Han}{2,4}$)/u, '')
    .replace(/\s*[(（【[@].*$/u, '')
    .replace(/[\s,，]*(?:19|20)\d\d\s?[-/.年].*$/u, '')
    .replace(/\s*[|｜丨·•,，;；/／–—-]+\s*$/u, '')
    .trim()
}
