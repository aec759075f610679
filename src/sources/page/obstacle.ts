/** Recognises pages that are not the article: payment walls, robot checks, sign-in forms and error pages. */
import { isHidden, looksLikeComments } from './hints.ts'
import type { LinkedArticle } from './json-ld.ts'
import { proseWeight } from './mass.ts'
import type { Asked } from './obstacle-speech.ts'
import { askedOf, headedBy, otherSentences, spokenOf } from './obstacle-words.ts'
import { descendants, inlineNames, textOf, type PageElement, type PageNode, type PageTree } from './tree.ts'

export type Obstacle = Asked

/** With more running text than this, the article is there whatever else the page says. */
export const enoughProse = 1_500
/** A title alone proves nothing against this much text of an article. */
const fewProse = 400
/** One sentence that speaks of something else: a short note, and no page of a machine. */
const oneSentence = 80
/** So little beside a request, and the request is the page. */
const fewWords = 160
const shortMessage = 400
const longestCheck = 1_200
/** Above a wall a paragraph or two of the article show. */
const teaser = 700

const captchaMarks =
  /cf-challenge|challenge-platform|g-recaptcha|h-captcha|hcaptcha|px-captcha|captcha-delivery|geetest|turnstile|captcha/iu
const payMarks =
  /(?:^|[\s_-])(?:paywall|regwall|piano-?offer|subscriber-?only|premium-?wall|meteredcontent|subscribe-?wall)/iu

/** A paragraph that ends in the middle, and what stands below it then. */
const breaksOff = /[\p{L}\p{N},，](?:…+|\.{3})$/mu
const offer =
  /(?:unlimited|full|digital) access|already (?:have an account|a (?:subscriber|member))|已(?:是|有)(?:会员|會員|账号|帳號)|bereits (?:ein|abonn)|déjà abonné|ya (?:eres suscriptor|tienes cuenta)|già abbonato|já é assinante/iu

export interface PageWeight {
  /** The article as extracted. */
  text: string
  linked: LinkedArticle | null
  /** True where the page tells who wrote it or when; nobody signs a robot check. */
  signed: boolean
}

/** Names what stands between us and the article, or null where the article is there. */
export function findObstacle(tree: PageTree, { text, linked, signed }: PageWeight): Obstacle | null {
  const prose = otherSentences(text).reduce((sum, sentence) => sum + proseWeight(sentence), 0)
  const elements = [...descendants(tree.root)]
  // What is laid over a page is one thing; where one is made ready for every case, none need be shown.
  const isReady = prose >= teaser && elements.filter(isDialogue).length >= fewestReady
  const lines = linesOf(tree.root, isReady)
  const says = (kind: Obstacle) =>
    lines.some((line) => spokenOf(line) === kind && !(kind === 'login' && discussion.test(line)))
  const asked = new Set(
    prose < teaser
      ? lines.map(askedOf).filter((kind, at) => kind !== 'login' || !discussion.test(lines[at]!))
      : [],
  )
  const headings = elements.filter((each) => /^h[1-3]$/u.test(each.name) && !isWithinHidden(each)).slice(0, 3)
  const heads = [tree.title, ...headings.map((each) => textOf(each, 200))].map(
    (head) => headedBy(head) ?? spokenOf(head),
  )
  const named = (kind: Obstacle) => heads.some((head) => head === kind)
  const marked = (marks: RegExp) =>
    elements.some(({ attributes: { id = '', class: names = '', src = '' } }) =>
      marks.test(`${id} ${names} ${src}`),
    )
  // Where forms have a check made ready, the page around them says more than a robot check does.
  const isShort = () => lines.reduce((sum, line) => sum + line.length, 0) < longestCheck
  if (prose < fewProse) {
    if (named('captcha') || says('captcha') || (prose < oneSentence && isShort() && marked(captchaMarks)))
      return 'captcha'
    if (named('error') || (prose < oneSentence && !signed && says('error'))) return 'error'
  }
  const asks = !signed && prose < fewWords && proseWeight(text) < shortMessage
  if (asks && !named('login'))
    for (const kind of ['consent', 'captcha', 'error'] as const) if (asked.has(kind)) return kind
  if (linked && !linked.free && (linked.body ?? '').length < enoughProse) return 'paywall'
  const heavy =
    lines.some((line) => headedBy(line) === 'paywall') ||
    (breaksOff.test(text) && lines.some((line) => offer.test(line)))
  if (
    says('paywall') ||
    asked.has('paywall') ||
    (marked(payMarks) && prose < fewProse) ||
    (prose < fewProse && (named('paywall') || heavy))
  )
    return 'paywall'
  if (prose >= fewProse) return null
  const form = elements.some(
    ({ name, attributes: { type = '' } }) => name === 'input' && /password/iu.test(type),
  )
  return says('login') || (asks && asked.has('login')) || (prose < oneSentence && (form || named('login')))
    ? 'login'
    : null
}

/** A line further down says nothing of the article. */
const mostLines = 400
const longestLine = 600
/** What stands there is on every page of a site; a wall is never among it. */
const around = new Set(['header', 'nav', 'footer', 'aside'])
/** Who would comment is asked for a name, who would read is not. */
const discussion =
  /comment|(?:a|your) review\b|bewertung|reseña|recensione|отзыв|レビュー|kommentar|kommentier|comentar|комментар|评论|評論|留言|回复|回覆|コメント|댓글/iu
const consent = /cookie|consent|gdpr/iu

const fewestReady = 3

function isDialogue({ name, attributes: { class: names = '' } }: PageElement): boolean {
  return name === 'dialog' || /(?:^|\s)modal(?:$|\s)/iu.test(names)
}

/** A wall that is made ready, and not shown, stands in nobody's way. */
function isWithinHidden(element: PageElement): boolean {
  for (let at: PageElement | null = element; at; at = at.parent) if (isHidden(at)) return true
  return false
}

/** The lines of a page as read from above, without those of its frame and of its readers. */
function linesOf(root: PageElement, withoutDialogues: boolean): string[] {
  const lines: string[] = []
  let line = ''
  const end = () => {
    const text = line.replace(/\s+/gu, ' ').trim()
    if (text !== '' && text.length <= longestLine) lines.push(text)
    line = ''
  }
  const visit = (node: PageNode): void => {
    if (lines.length >= mostLines) return
    if (typeof node === 'string') {
      line += node
      return
    }
    const apart = !inlineNames.has(node.name)
    if (apart) end()
    const { class: names = '', id = '' } = node.attributes
    const framed =
      (around.has(node.name) && !payMarks.test(names)) ||
      consent.test(`${names} ${id}`) ||
      isHidden(node) ||
      (withoutDialogues && isDialogue(node)) ||
      looksLikeComments(node)
    if (!framed) for (const child of node.children) visit(child)
    if (apart) end()
  }
  visit(root)
  end()
  return lines
}
