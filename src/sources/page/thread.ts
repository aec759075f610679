/** Finds the posts of a forum's thread, or a question with its answers: together they are what the page tells. */
import type { Block } from '../blocks.ts'
import { isHidden } from './hints.ts'
import { proseWeight, type Masses } from './mass.ts'
import { descendants, textOf, type PageElement } from './tree.ts'

/** What the makers of boards call the words of one post, without who wrote it and when. */
const postNames =
  /^(?:bbWrapper|postcontent|cooked|js-post-body|messageText|postbody|t_f|tpc_content|d_post_content|bbs-content|cPost_contentWrap|lia-message-body-content|Post-body|postmsg|bbp-(?:topic|reply)-content)$/u
/** Or how they number it. */
const postNumbers = /^(?:post_?message|post_message|msg|pid|post_content)_?\d+$/iu
/** Questions, answers and posts that say so to machines. */
const postTypes = /\/(?:Question|Answer|DiscussionForumPosting)$/u
const fewestPosts = 2
/** Posts that say less than this share of the page's prose stand beside something else. */
const leastShare = 0.4

/** Returns the bodies of the posts in their order; null for a page that is no thread. */
export function findThread(root: PageElement, masses: Masses): PageElement[] | null {
  const all = [...descendants(root)]
  const weightOf = (post: PageElement) => masses.get(post)?.prose ?? proseWeight(textOf(post))
  for (const posts of [postsIn(all, weightOf), answersIn(all, masses)]) {
    const weights = posts.map(weightOf)
    const prose = weights.reduce((sum, weight) => sum + weight, 0)
    const spoken = weights.filter((weight) => weight > 0).length
    if (spoken >= fewestPosts && prose >= (masses.get(root)?.prose ?? 0) * leastShare) return posts
  }
  return null
}

function postsIn(all: readonly PageElement[], weightOf: (post: PageElement) => number): PageElement[] {
  const bodies = innermost(all.filter(isBody))
  const first = bodies.find((body) => weightOf(body) > 0)
  return first ? bodies.filter((body) => isOfSameMake(body, first)) : []
}

/** One question, and what stands below it as answers; a page of many asks and answers itself. */
function answersIn(all: readonly PageElement[], masses: Masses): PageElement[] {
  const [questions, answers] = ['question', 'answer'].map((word) =>
    all.filter(
      (element) =>
        /^(?:div|article|section|li)$/u.test(element.name) &&
        (element.attributes['class'] ?? '').split(/\s+/u).includes(word) &&
        (masses.get(element)?.prose ?? 0) > 0,
    ),
  ) as [PageElement[], PageElement[]]
  if (questions.length > 1) return []
  return innermost([...questions, ...answers]).map((post) => bodyOf(post, masses))
}

/** Where nearly all of what a post says stands. */
function bodyOf(post: PageElement, masses: Masses): PageElement {
  const prose = masses.get(post)?.prose ?? 0
  const inner = post.children.find(
    (child): child is PageElement =>
      typeof child !== 'string' && child.name !== 'p' && (masses.get(child)?.prose ?? 0) >= prose * 0.95,
  )
  return inner ? bodyOf(inner, masses) : post
}

function isBody(element: PageElement): boolean {
  const { class: classes = '', id = '', itemprop = '' } = element.attributes
  if (!/^(?:div|td|span|blockquote|section|article)$/u.test(element.name)) return false
  const isNamed =
    postNumbers.test(id) ||
    classes.split(/\s+/u).some((each) => postNames.test(each)) ||
    (/\b(?:text|articleBody)\b/u.test(itemprop) && isWithinPost(element)) ||
    (/(?:^|\s)content(?:\s|$)/u.test(classes) && /(?:^|\s)postbody(?:\s|$)/u.test(around(element)))
  return isNamed && !isSigned(element)
}

/** Below a post stands what its writer says below every post. */
function isSigned(element: PageElement): boolean {
  for (let at: PageElement | null = element; at; at = at.parent)
    if (/signature|comments-list|js-comments/iu.test(at.attributes['class'] ?? '') || isHidden(at))
      return true
  return false
}

/** `小满 发表于 2024-5-6 10:30`, `Ida wrote:` */
const answered =
  /^.{1,40}\s(?:发表于|發表於|wrote|said|schrieb|a écrit|escribió|ha scritto|escreveu|schreef|skrev|napisała?|написала?|пишет)(?!\p{L}).{0,40}(?:\n|[:：])/u

/** True for what a post repeats of another, to answer it. */
export function repeatsPost({ kind, text }: Block): boolean {
  return kind === 'quote' && answered.test(text)
}

/** A page of questions that its site answers itself is one text. */
function isWithinPost(element: PageElement): boolean {
  let inside: boolean | null = null
  for (let at: PageElement | null = element.parent; at; at = at.parent) {
    const type = at.attributes['itemtype'] ?? ''
    if (/FAQPage/u.test(type)) return false
    if (type !== '') inside ??= postTypes.test(type)
  }
  return inside ?? false
}

/** The classes of what an element stands in, a few levels up. */
function around(element: PageElement): string {
  return `${element.parent?.attributes['class'] ?? ''} ${element.parent?.parent?.attributes['class'] ?? ''}`
}

function innermost(elements: readonly PageElement[]): PageElement[] {
  const holders = new Set<PageElement>()
  for (const element of elements)
    for (let at = element.parent; at && !holders.has(at); at = at.parent) holders.add(at)
  return elements.filter((element) => !holders.has(element))
}

/** An article with comments has bodies too, but not of one make. */
function isOfSameMake(body: PageElement, first: PageElement): boolean {
  if (body.name !== first.name) return false
  const [own, others] = [body, first].map((each) => (each.parent?.attributes['class'] ?? '').split(/\s+/u))
  return (
    body.parent === first.parent ||
    own!.some((each) => others!.includes(each)) ||
    isComment(body) === isComment(first)
  )
}

function isComment(element: PageElement): boolean {
  for (let at: PageElement | null = element; at; at = at.parent)
    if (/comment/iu.test(at.attributes['class'] ?? '')) return true
  return false
}
