/** Several wishes in one message, 'less crypto, more AI' or 'follow science and space': found here, each granted by wishes.ts as if it had come alone. */
import { UserError } from '../../core/errors.ts'
import { splitLasting } from '../../core/lasting.ts'
import { localTime } from '../../core/schedule.ts'
import { parseWhen } from '../../core/when.ts'
import { listTopics } from '../../db/topic-samples.ts'
import { languageNamed } from '../../locales/retellings.ts'
import { longestWish, readWishes, whenWords, type Wish, type WishKind } from '../../locales/wishes.ts'
import type { BotContext } from '../context.ts'
import { matchTopics } from '../topic-match.ts'
import { matchSources } from './named-source.ts'

const mostParts = 6

/** Between whole wishes, and between the names of one: signs, and words that join in the languages of the bot. */
const joint =
  /\s*[;；。!！\n]\s*|\s*[,，、](?!\d)\s*(?:(?:and|but|then|also|plus)\s+|而且|并且|但是?|同时|同時|然后|然後|也|再)?|\s+(?:and|or|but|plus|then|y|o|pero|e|ou|mas|et|mais|und|oder|aber|dan|tapi|и|но|और)\s+|\.\s+|而且|並且|并且|但是|(?:也|并|並|但)(?=[不别別多少关關取屏])|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/iu
/** Between names, where a word of one may hold them. */
const hanJoint = /[和与與跟及或]/u

/** What is said beside a wish and asks for nothing. */
const courtesies: ReadonlySet<WishKind> = new Set(['hello', 'thanks', 'sorry'])
const isCourtesy = (ctx: BotContext, part: string): boolean =>
  readWishes(ctx.locale.tag, part).some(({ kind }) => courtesies.has(kind))

/** The wishes that `text` holds beside each other or beside a courtesy; none where it is one, or says anything else as well. */
export async function splitWishes(ctx: BotContext, text: string): Promise<string[]> {
  if (text.length > 2 * longestWish) return []
  const said = text.split(joint).filter((part) => part.trim() !== '')
  if (said.length < 2 || said.length > mostParts) return []
  const parts = said.filter((part) => !isCourtesy(ctx, part))
  const [only] = parts
  if (only === undefined) return []
  if (parts.length === 1) return [only]
  const wishes: string[] = []
  let changesWhen = 0
  for (const part of parts) {
    const isWhen = asksWhen(ctx, part)
    const last = wishes.length - 1
    if (isWhen || (await isWish(ctx, part))) wishes.push(part)
    else if (last >= 0 && (await isTopic(ctx, part))) wishes[last] += `, ${part}`
    else return []
    changesWhen += isWhen ? 1 : 0
  }
  // Hours that go with different days are several digests.
  return changesWhen > 1 ? [] : wishes
}

function asksWhen(ctx: BotContext, part: string): boolean {
  const { tag } = ctx.locale
  try {
    return whenWords(tag).some((words) => parseWhen(part, tag, words) !== null)
  } catch (error) {
    // An hour that does not exist is told as such, by whoever reads it alone.
    if (error instanceof UserError) return true
    throw error
  }
}

/** Whether these words alone are a wish that is done at once and can be taken back. */
async function isWish(ctx: BotContext, part: string): Promise<boolean> {
  const { tag } = ctx.locale
  const { date } = localTime(ctx.needs.now(), ctx.subscriber.time_zone)
  const wish = splitLasting(part, date, tag)?.rest ?? part
  for (const { kind, about } of readWishes(tag, wish)) {
    if (kind === 'shorter' || kind === 'longer') return true
    if (about === null) continue
    if (kind === 'follow' || kind === 'drop' || kind === 'unmute') return true
    if (kind === 'summaries' && languageNamed(tag, about) !== null) return true
    if ((kind === 'less' || kind === 'more' || kind === 'leave') && (await isTopic(ctx, about))) return true
  }
  return false
}

const isTopic = async (ctx: BotContext, name: string): Promise<boolean> =>
  matchTopics(await listTopics(ctx.needs.db), name).exact.length === 1

/** Wishes that may be about several things at once. */
const lists: ReadonlySet<WishKind> = new Set(['follow', 'drop', 'less', 'more', 'leave', 'unmute'])

/** The names that a wish lists, where each is a topic or a known source; none where it names one thing. */
export async function namesListed(ctx: BotContext, { kind, about }: Wish): Promise<string[]> {
  if (about === null || !lists.has(kind) || (await isTopic(ctx, about))) return []
  const names = about
    .split(joint)
    .flatMap((name) => name.split(hanJoint))
    .map((name) => name.trim())
    .filter((name) => name !== '')
  if (names.length < 2 || names.length > mostParts) return []
  for (const name of names)
    if (!(await isTopic(ctx, name)) && (await matchSources(ctx, name)).exact.length !== 1) return []
  return names
}
