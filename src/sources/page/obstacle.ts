/** Recognises pages that are not the article: payment walls, robot checks, sign-in forms and error pages. */
import type { LinkedArticle } from './json-ld.ts'
import { descendants, textOf, type PageTree } from './tree.ts'

export type Obstacle = 'paywall' | 'captcha' | 'login' | 'error'

/** With more running text than this, the article is there whatever else the page says. */
export const enoughProse = 1_500

const captcha =
  /just a moment\b|attention required|verify (?:that )?you(?:'|’)?(?: a)?re (?:a )?human|are you a robot|are you (?:a )?human|not a robot|unusual traffic|checking your browser|enable javascript and cookies to continue|access (?:to this page has been )?denied|pardon our interruption|security check|complete the captcha|ddos protection|环境异常|完成验证后即可|请完成(?:安全)?验证|安全验证|人机验证|滑动验证|访问过于频繁|異常流量|сheck your browser|подтвердите, что вы не робот|sind sie ein roboter/iu
const captchaMarks =
  /cf-challenge|challenge-platform|g-recaptcha|h-captcha|hcaptcha|px-captcha|geetest|turnstile|captcha/iu
const missing =
  /^(?:error\s*)?(?:404|410|403|500|502|503)\b|\b(?:404|page|seite|página|pagina|страница)\b.{0,20}\b(?:not found|nicht gefunden|introuvable|no encontrada|non trovata|não encontrada|не найдена|niet gevonden)|not found|page (?:isn(?:'|’)t|is not|no longer) available|no longer exists|doesn(?:'|’)t exist|does not exist|something went wrong|internal server error|bad gateway|service unavailable|seite nicht gefunden|page introuvable|n(?:'|’)existe (?:pas|plus)|no existe|nicht verfügbar|页面不存在|頁面不存在|找不到(?:页面|頁面|该页|您|网页)|您访问的页面|已被(?:发布者)?删除|该内容已被|此内容因违规|内容不存在|文章不存在|已下架|链接已过期|系统繁忙|страница не найдена/iu
const login =
  /(?:sign|log) ?in to (?:continue|read|view|your)|please (?:sign|log) ?in|you must be logged in|create an account to|login required|bitte (?:melden sie sich|anmelden)|connectez-vous|inicia(?:r)? sesión|войдите|请(?:先)?登录|請(?:先)?登入|登录后(?:查看|阅读|可)|扫码登录|登入後/iu
const paywall =
  /subscribe (?:now )?to (?:continue|read|keep|unlock|access|view)|subscribers? only|for subscribers|exclusive to subscribers|already a subscriber|to continue reading|continue reading (?:this article )?(?:with|by|for)|unlock (?:this|the|full) (?:article|story)|become a (?:member|subscriber)|start your (?:free )?trial|you(?:'|’)ve reached your (?:limit|free)|this (?:article|content|story|post) is (?:for|only|reserved)|premium (?:article|content)|paid subscribers|jetzt weiterlesen|nur für abonnenten|mit (?:dem )?abo|weiterlesen mit|abonnez-vous pour|réservé aux abonnés|il vous reste \d|suscríbete para|solo para suscriptores|contenido exclusivo|riservato agli abbonati|abbonati per|alleen voor abonnees|付费阅读|付費閱讀|订阅后|訂閱後|会员专享|會員專享|付费内容|剩余.{0,6}%|开通会员|購買後|购买后阅读|только для подписчиков|оформите подписку/iu

export interface PageWeight {
  /** Running text of the article as extracted, weighed. */
  prose: number
  linked: LinkedArticle | null
}

/** Names what stands between us and the article, or null where the article is there. */
export function findObstacle(tree: PageTree, { prose, linked }: PageWeight): Obstacle | null {
  const title = tree.title.replace(/\s+/gu, ' ').trim()
  const elements = [...descendants(tree.root)]
  const text = textOf(tree.root, 60_000)
  const short = prose < 400
  const headings = elements.filter((each) => /^h[1-3]$/u.test(each.name)).slice(0, 5)
  const front = [title, ...headings.map((each) => textOf(each, 200))]
  if (short) {
    const marked = elements.some((each) =>
      captchaMarks.test(
        `${each.attributes['id'] ?? ''} ${each.attributes['class'] ?? ''} ${each.attributes['src'] ?? ''}`,
      ),
    )
    const opening = text.slice(0, 3_000)
    if (captcha.test(title) || captcha.test(opening) || (marked && text.length < 1_500)) return 'captcha'
    if (front.some((each) => missing.test(each)) || (text.length < 1_500 && missing.test(opening)))
      return 'error'
  }
  if (prose < enoughProse) {
    const payPart = elements.some((each) =>
      /(?:^|[\s_-])(?:paywall|regwall|piano-?offer|subscriber-?only|premium-?wall|meteredcontent|subscribe-?wall)/iu.test(
        `${each.attributes['class'] ?? ''} ${each.attributes['id'] ?? ''}`,
      ),
    )
    if (linked && !linked.free && (linked.body ?? '').length < enoughProse) return 'paywall'
    if (paywall.test(text.slice(-8_000)) || (payPart && short) || (short && paywall.test(text)))
      return 'paywall'
  }
  if (short) {
    const form = elements.some(
      (each) => each.name === 'input' && /password/iu.test(each.attributes['type'] ?? ''),
    )
    if (form || login.test(text.slice(0, 3_000))) return 'login'
  }
  return null
}
