/** Tells what single text blocks of a page are: prose, title, byline, date, or what is left of its tools. */
import type { Block } from '../blocks.ts'
import { monthOf } from '../date-words.ts'
import { tokenF1 } from './agreement.ts'

/** Share of a block's letters that stand in links, 0 to 1. */
export function linkShare(block: Block): number {
  const length = unadorned(block.text)
  if (length === 0) return 0
  const linked = block.links.reduce((sum, link) => sum + unadorned(link.text), 0)
  return Math.min(1, linked / length)
}

/** How many letters and digits, without the arrows, bars and brackets that stand around links. */
function unadorned(text: string): number {
  return text.replace(/[^\p{L}\p{N}\p{M}]/gu, '').length
}

/** True for a paragraph of running text. */
export function isProse(block: Block): boolean {
  const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(block.text)
  return block.text.length > (wide ? 40 : 100) && linkShare(block) < 0.5
}

/** Nothing but signs, a number or a letter alone, or the hour of an entry of a live report. */
export function isEmptyLine({ kind, text }: Block): boolean {
  return (
    !/[\p{L}\p{N}]/u.test(text) ||
    (kind === 'item' && /^\d\d?\.?$/u.test(text)) ||
    // Cells of a notebook.
    /^(?:In|Out) ?\[[\d *]{0,5}\]:$/u.test(text) ||
    (kind === 'paragraph' &&
      /^\P{L}{0,2}(?:\d{1,5}|\d{1,3}(?:[,.]\d{3}){1,2}|[A-Za-z])\P{L}{0,2}$/u.test(text)) ||
    // What readers did: `3 Answers`, `1.2K views`.
    (kind !== 'code' &&
      /^\d[\d.,]*\s?[km万]?\s?(?:answers?|(?:up)?votes?|views?|likes?|shares?|claps?|个回答|個回答|人赞同了该回答|次浏览|次瀏覽)$/iu.test(
        text,
      )) ||
    // What readers gave: `4.8 (132 ratings)`, `4.5/5 (12 votes)`.
    /^\d[.,]\d\s?(?:\/\s?5\s?)?(?:\(\d[\d.,]*(?: \p{L}+)?\))(?:\P{L}+\d+ \p{L}+)?$/u.test(text) ||
    /^(?:\d{1,2}:)?\d{1,2}:\d\d\s?\/\s?(?:\d{1,2}:)?\d{1,2}:\d\d$/u.test(text) ||
    /^\d{1,2}[:.]\d\d(?:\s?(?:[ap]\.?m\.?|uhr|h|[A-Z]{3,4}))?(?:(?: \p{L}+){0,3} time)?$/iu.test(text)
  )
}

/** `Prep time` with `15 min` in the entry below, or in the same: what a recipe or a tour tells of itself in numbers. */
export function isFact(block: Block | undefined, next: Block | undefined): boolean {
  if (block?.kind !== 'item') return false
  if (/^\p{Lu}[\p{L} ]{2,20}\s?[:：]\s?\d[\d.,–-]*\s?[\p{L} ]{0,12}$/u.test(block.text)) return true
  return (
    next?.kind === 'item' &&
    /^\p{Lu}[\p{L} ]{2,20}[:：]?$/u.test(block.text) &&
    /^\d[\d.,–-]*(?:\s?\p{L}{1,10}\.?(?:\s\d{1,3}\s?\p{L}{1,8}\.?)?)?$/u.test(next.text)
  )
}

/** Only the letters and digits of `text`, in lower case. */
export function bareText(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()
}

/** Behind a rubric, the rest of the title is the headline. */
const shortestHeadline = 12

/** True for the title said again, whole or without the rubric before its colon. */
export function isTitle(text: string, title: string | null): boolean {
  if (title === null) return false
  const bare = bareText(text)
  return (
    bare !== '' &&
    (bare === bareText(title) ||
      (bare.length >= shortestHeadline && bare === bareText(/[:：]\s+(.*)$/u.exec(title)?.[1] ?? '')))
  )
}

/** True for the title with a kicker beside it. */
export function holdsTitle(text: string, title: string | null): boolean {
  const bare = bareText(title ?? '')
  return bare.length >= 12 && text.length < (title ?? '').length + 60 && bareText(text).includes(bare)
}

/** `Academic Journal`, `Main Category: Lamps`: what a site files an article under. */
export function isFiling({ kind, text }: Block): boolean {
  if (kind !== 'paragraph' || text.length > 80 || /[.。!?！？…»”"]$/u.test(text)) return false
  return /^\p{Lu}[\p{L} ]{2,20}: \p{Lu}/u.test(text) || (/^\p{Lu}/u.test(text) && text.split(' ').length <= 2)
}

/** So alike are two wordings of one title. */
const likeTitle = 0.75

/** True for a heading that says the title with a kicker, or in nearly the same words. */
export function resemblesTitle(text: string, title: string | null): boolean {
  return holdsTitle(text, title) || (title !== null && tokenF1(text, title) >= likeTitle)
}

/** `Van onze verslaggever`, `From staff and wire reports`: nobody by name. */
const desk =
  /^(?:(?:van|door) onze|de notre|dal? nostr[oa]|von unserem|de nuestro) \p{L}+(?: \p{L}+)?$|^(?:from|by) (?:our )?(?:staff|wire)\b(?: \p{L}+){0,4}$/iu

/** `Example Wire Reporter`: what a writer is, below the name. */
export function isPost(text: string): boolean {
  if (desk.test(text)) return true
  return /^(?:(?:\p{Lu}[\p{L}.&]*|of|and) ){0,5}(?:[Rr]eporter|[Ww]riter|[Cc]orrespondent|[Ee]ditor|[Cc]olumnist|[Cc]ritic)s?(?:, \S{2,24}(?: \S{2,24})?)?$/u.test(
    text,
  )
}

/** `Ana Holmes`, `Ayşe DENİZ / LİMAN`, `PORTO`: who wrote an article and where, in a line without a label. */
export function isName({ kind, text }: Block): boolean {
  return (
    kind !== 'heading' &&
    kind !== 'code' &&
    text.length < 50 &&
    /^(?:\p{Lu}[\p{L}\p{M}'’-]+|\p{Lu}\.)(?: (?:(?:de|van|von|da|di|del|la|le) )?(?:\p{Lu}[\p{L}\p{M}'’-]+|\p{Lu}\.)){1,3}(?:(?:,| \/| [-–—|]) ?\S{2,24})?$|^\p{Lu}{3,16}$/u.test(
      text,
    )
  )
}

const writtenBy =
  /^(?:by|(?:written|posted|published) by|(?:(?:geschrieben|verfasst|veröffentlicht|erstellt) )?von|(?:της|του)(?=\s\p{Lu}{2})|(?:dal|dalla) (?:nostro|nostra) \p{L}+|door onze \p{L}+|de notre \p{L}+ \p{L}+|de nuestro \p{L}+ \p{L}+|von unserem \p{L}+|(?:(?:écrit|publié|rédigé) )?par|(?:(?:escrito|publicado) )?por|(?:scritto )?da|di|door|av|af|przez|автор|text|texte)\s*[:：]?\s+/iu
const people =
  /^\p{Lu}[\p{L}.'’-]+(?:[\s,]+(?:and|und|et|y|e|&|de|van|von|\p{Lu}[\p{L}.'’-]*)){0,9}\s*(?:(?:[|•·,–—-]|(?:at|on|am)\s).{0,80})?$/u

/** A pen name, and when. */
const posted =
  /^(?:posted|submitted|written|published) by \S+(?: \S+)? (?:on|at)\s.{0,40}\d|^from:\s.{0,60}\S@\S/iu

/** True for a line that names the writer and hardly more. */
export function isByline(text: string, byline: string | null): boolean {
  if (text.length > 160) return false
  if (posted.test(text)) return true
  const label = writtenBy.exec(text)?.[0]
  if (label !== undefined && people.test(text.slice(label.length))) return true
  if (byline === null || bareText(byline) === '') return false
  const line = bareText(text)
  const name = bareText(byline)
  return (
    line === name || (line.includes(name) && line.length < name.length + 30 && !/[.。!?！？]\s*$/u.test(text))
  )
}

const numericDate = /\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}/u

/** A number just before a word or just behind it; between them, a point or "of". */
const numberBefore =
  /(?<![\d/])(?:[0-3]?\d|(?:19|20)\d\d)(?:st|nd|rd|th|er|º|\.)?[\s,/-]*(?:(?:de|of|del|di)\s|d['’])?$/iu
const numberBehind = /^[.,]?[\s/-]*(?:de\s)?(?:[0-3]?\d|(?:19|20)\d\d)(?![\d])/u

/** True where a month stands beside a day or a year. */
function namesDay(text: string): boolean {
  for (const { 0: word, index } of text.matchAll(/\p{L}[\p{L}\p{M}]+/gu))
    if (
      (numberBefore.test(text.slice(Math.max(0, index - 12), index)) ||
        numberBehind.test(text.slice(index + word.length, index + word.length + 12))) &&
      monthOf(word)
    )
      return true
  return false
}

/** `Today 10:30`, as papers date what is fresh. */
const recent =
  /^\P{L}*(?:today|yesterday|heute|gestern|hoy|ayer|oggi|ieri|aujourd['’]hui|hier|hoje|ontem|vandaag|gisteren|i ?dag|i ?går|tänään|eilen|dnes|včera|dzisiaj|dziś|wczoraj|сегодня|вчера|bugün|dün|σήμερα|χθες|ma|tegnap|azi|今天|昨天)[\s,|]{0,3}(?:(?:at|um|à|às|alle|kl\.?|o|v|в|a las|om)\s)?\d{1,2}[:.]\d\d\P{L}*$/iu

/** What begins with a day in figures and an hour is no sentence. */
const begun = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\s?[-–|,]\s?\d{1,2}[:.h]\d\d/u

/** `心情3 月 4 日 18:28` */
const monthAndDay = /^\p{Script=Han}{0,6}\s?\d{1,2}\s?月\s?\d{1,2}\s?日(?:\s?\d{1,2}:\d\d)?$/u
const longestStamp = 100
/** `Ouest Nora QUIST Publié le 04/03/2026 à 18h28` */
const stamped =
  /(?:publié|mis à jour|publicado|actualizado|pubblicato|aggiornato|veröffentlicht|aktualisiert|gepubliceerd|publicerat|publikováno|opublikowano|published|posted|updated)(?: (?:le|el|il|am|em|on|op|dnia))?\s?:? \d{1,2}[./]\d{1,2}[./](?:19|20)\d\d(?!\d)/iu

/** True for a line of fields that says when an article was published. */
export function isStamped(line: string): boolean {
  return line.length < longestStamp && stamped.test(line) && !/[.。!?！？]$/u.test(line)
}

/** A line that is a date with at most a label, a place or a source beside it. */
export function isDateLine(line: string): boolean {
  if (line.length < 40 && (recent.test(line) || monthAndDay.test(line))) return true
  if (isStamped(line)) return true
  // A name and a date in fields of their own run together.
  const text = line.replace(/(?<=\p{Ll})(?=\p{Lu}\p{Ll})/gu, ' ')
  if (text.length > 80 || !/\d/u.test(text) || /[“”„"«»]/u.test(text)) return false
  const words = text.replace(numericDate, ' ').match(/\p{L}[\p{L}\p{M}]+/gu) ?? []
  if (!numericDate.test(text) && !namesDay(text)) return false
  return (
    words.join('').length <= 36 &&
    (begun.test(text) || !/[.。!?！？]$/u.test(text.replace(/\b[ap]\.m\.$/iu, '')))
  )
}

/** Initials of those who wrote an article, or of their agency, at its end. */
export function isInitials(text: string): boolean {
  return /^\p{Lu}\.\s?\p{Lu}\.$|^\(?\p{Ll}{2,4}(?:\s?[/,]\s?\p{L}{2,8}){1,3}\)?$|^\(\p{Ll}{2,4}\)$|^dpa$/u.test(
    text,
  )
}

/** Counters and names of buttons that are left when a page's tools have gone. */
export function isStray(block: Block): boolean {
  if (block.kind !== 'paragraph' || /[.。!?！？…:：»”"')）]$/u.test(block.text)) return false
  // A reporter's address, of which the name stands above.
  if (/^\S{1,64}@\S{1,64}\.\p{L}{2,12}$/u.test(block.text)) return true
  return block.text.length <= (/\p{Script=Han}/u.test(block.text) ? 4 : 12)
}

/** `Ann Lee is a reporter …`, below an article. */
const profession =
  /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,2} (?:is|was) (?:a|an|the|our) [^.]{0,60}\b(?:reporter|writer|editor|correspondent|columnist|journalist|contributor)\b/u

const shortestNote = 30
/** How to reach a writer. */
const reachable =
  /(?:[Rr]each|[Cc]ontact|[Ee]-?mail|[Ff]ollow) (?:him|her|them|me) (?:at|on|via) \S{2,60}(?: \S{1,30}){0,4}$/u

/** "Ida Holm is a reporter at …", closing an article by Ida Holm. */
export function isAboutAuthor(text: string, byline: string | null): boolean {
  if (text.length > 400 || text.length < shortestNote) return false
  if (profession.test(text) || reachable.test(text)) return true
  if (byline === null) return false
  const name = byline.split(/,| and | & |、/u)[0]!.trim()
  return (
    name.length > 3 &&
    text.startsWith(name) &&
    /^\s*(?:,|(?:is|was|has|covers|writes|reports|works|lives|joined|reported from|currently|ist|schreibt|arbeitet|lebt|est|écrit|couvre|es|escribe|è|scrive|jest|schrijft)\b)/u.test(
      text.slice(name.length),
    )
  )
}

/** True for a block of lines that only tell who wrote the article, when, and what it is filed under. */
export function namesFields(block: Block, byline: string | null): boolean {
  const lines = block.text.split('\n')
  return lines.every(
    (text) =>
      isByline(text, byline) || isDateLine(text) || (lines.length > 1 && isFiling({ ...block, text })),
  )
}
