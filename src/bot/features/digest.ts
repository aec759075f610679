/** /digest: what a digest would hold now, of everything followed or of one topic; made by a job. */
import { UserError } from '../../core/errors.ts'
import { countSubscriptions } from '../../db/subscriptions.ts'
import { listTopics } from '../../db/topic-samples.ts'
import { topicName } from '../../locales/locales.ts'
import type { BotContext, Feature } from '../context.ts'
import { cleanLine } from '../label.ts'
import { button, inRows, send, showProgress } from '../screen.ts'
import { remember } from '../shown.ts'
import { matchTopics } from '../topic-match.ts'
import { findVisibleTopic } from './topics.ts'

/** Starts a preview: of one topic, followed or not, or of everything where `topicId` is null. */
export async function preview(ctx: BotContext, topicId: number | null): Promise<void> {
  const { bot, tag } = ctx.locale
  const topic = topicId === null ? null : await findVisibleTopic(ctx, topicId)
  if (topic === undefined) throw new UserError('gone')
  if (topic === null && (await countSubscriptions(ctx.needs.db, ctx.subscriber.id)) === 0)
    throw new UserError('nothingFollowed')
  const words = topic === null ? bot.digest.gathering : bot.digest.gatheringTopic(topicName(topic.names, tag))
  const replyTo = await showProgress(ctx, words)
  await ctx.needs.enqueue(null, 'preview-digest', { ...replyTo, topicId })
  await remember(ctx, { preview: replyTo.messageId, turn: replyTo.turn })
}

async function digest(ctx: BotContext, text: string): Promise<void> {
  if (text === '') return preview(ctx, null)
  const { bot, tag } = ctx.locale
  const offered = await listTopics(ctx.needs.db)
  const { exact, near } = matchTopics(offered, text)
  const [only, second] = exact.length > 0 ? exact : near
  if (only && !second) return preview(ctx, only.id)
  const choices = only ? [...exact, ...near] : offered
  if (choices.length === 0) throw new UserError('noTopic')
  await send(ctx, {
    body: [only ? bot.topics.which : bot.topics.noSuch(cleanLine(text, 60))],
    buttons: inRows(
      choices.map((topic) => button(topicName(topic.names, tag), 'preview', topic.id)),
      2,
    ),
  })
}

export const digests: Feature = {
  commands: { digest: { run: digest, open: true } },
  presses: {
    preview: { run: (ctx, [id]) => preview(ctx, id === '0' ? null : Number(id)), open: true },
  },
}
