/** An interest in a reader's own words: made into a topic, held against what is stored, and shown before it is kept. */
import { type Block, type Inline, paragraph } from '../core/blocks.ts'
import { UserError } from '../core/errors.ts'
import { createInterest, createJudge, type Interest, interestWords, relatedWords } from '../core/interest.ts'
import type { JobPayloads } from '../core/jobs.ts'
import { truncate } from '../core/text.ts'
import { countHolding, deleteUnfollowedTopics, insertOwnTopic, listSharedArticles } from '../db/interests.ts'
import { expandInterest, expandTokens, type Expansion } from '../llm/expand-interest.ts'
import { getLocale, type Locale } from '../locales/locales.ts'
import type { Pipeline } from './context.ts'
import { button, type Keyboard } from './enqueue-delivery.ts'
import { type Fitting, findFitting, lookBackMs, storedTerms } from './interests.ts'
import { findNamedSite, type NamedSite } from './named-site.ts'
import { reply } from './reply.ts'
import { spend } from './spend.ts'

const longestName = 40
/** A word in this many articles or more tells nothing apart; counting stops there. */
const countedUpTo = 2000
/** Articles that the related words are told apart from. */
const background = 400
const mostShown = 4
/** What was looked at and never followed is forgotten after this. */
const draftMs = 86_400_000

/** Shows what a topic of these words would bring, with buttons to keep it. Throws UserError 'emptyInterest'. */
export async function proposeInterest(
  pipeline: Pipeline,
  { phrase, ownerId, replaces, mayBeSite = false, ...to }: JobPayloads['propose-interest'],
): Promise<void> {
  if (interestWords(phrase).length === 0) throw new UserError('emptyInterest')
  // A host and the model are waited for side by side.
  const [site, proposal] = await Promise.all([
    mayBeSite ? findNamedSite(pipeline, phrase, to.locale) : null,
    makeProposal(pipeline, { phrase, ownerId, language: to.locale }),
  ])
  const { id, name, interest, fitting } = proposal
  const locale = getLocale(to.locale)
  const noSource = mayBeSite && site === null ? phrase : null
  const blocks = previewBlocks({ name, interest, fitting, noSource }, locale)
  await reply(
    pipeline,
    to,
    site ? [...siteBlocks(site, locale), ...(fitting.length > 0 ? blocks : [])] : blocks,
    keyboard({ id, replaces, site }, locale),
  )
}

/** Makes a topic of these words, for now, and finds what is stored of it. */
async function makeProposal(
  pipeline: Pipeline,
  { phrase, ownerId, language }: { phrase: string; ownerId: number; language: string },
) {
  const { db } = pipeline
  const now = pipeline.now()
  const expansion = await expand(pipeline, phrase, ownerId, language)
  const interest = await makeInterest(pipeline, phrase, expansion)
  const fitting = await findFitting(db, interest, createJudge(interest), now)
  const name = truncate(expansion?.name ?? phrase, longestName)
  await deleteUnfollowedTopics(db, ownerId, new Date(now.getTime() - draftMs))
  const id = await insertOwnTopic(db, { ownerId, name, interest }, now)
  return { id, name, interest, fitting }
}

function siteBlocks({ host, name, titles }: NamedSite, { bot }: Locale): Block[] {
  return [
    paragraph(bot.interests.site(name, host), { bold: true }),
    {
      type: 'lines',
      lines: [
        [{ text: bot.subscribe.latest }],
        ...titles.map((title): Inline[] => [{ text: '• ' }, { text: title, isolate: true }]),
      ],
    },
  ]
}

async function expand(
  pipeline: Pipeline,
  phrase: string,
  readerId: number,
  language: string,
): Promise<Expansion | null> {
  const input = { phrase, language }
  const want = { tokens: await expandTokens(input), purpose: 'interest' as const, readerId, articleId: null }
  return spend(
    pipeline,
    want,
    'no words by the model, those of stored articles stand in',
    (model, onAnswer) => expandInterest(model, input, onAnswer),
  )
}

async function makeInterest(
  { db, now }: Pipeline,
  phrase: string,
  expansion: Expansion | null,
): Promise<Interest> {
  const held = await countHolding(db, interestWords(phrase).map(storedTerms), countedUpTo)
  const rarity = held.map((count) => Math.log(1 + countedUpTo / (1 + count)))
  if (expansion)
    return createInterest(phrase, rarity, { related: expansion.keywords, examples: expansion.examples })
  const bare = createInterest(phrase, rarity, { related: [], examples: [] })
  const fitting = await findFitting(db, bare, createJudge(bare), now())
  const since = new Date(now().getTime() - lookBackMs)
  const recent = await listSharedArticles(db, { terms: null, since, limit: background })
  const ids = new Set(fitting.map(({ article }) => article.id))
  const related = relatedWords(
    bare,
    fitting.map(({ article }) => article),
    recent.filter(({ id }) => !ids.has(id)),
  )
  return createInterest(phrase, rarity, {
    related,
    examples: fitting.slice(0, mostShown).map(({ article }) => article.title),
  })
}

/** What a topic would bring; of a name that nothing goes by, first that a site can be sent. */
function previewBlocks(
  of: { name: string; interest: Interest; fitting: readonly Fitting[]; noSource: string | null },
  { bot }: Locale,
): Block[] {
  const { name, interest, fitting, noSource } = of
  if (noSource !== null && fitting.length === 0)
    return [
      paragraph(bot.interests.noSource(truncate(noSource, longestName)), { bold: true }),
      paragraph(bot.list.howToAdd),
      paragraph(bot.interests.orTopic),
    ]
  const words = [...new Set([...interest.terms.map(({ text }) => text), ...interest.related])]
  return [
    { type: 'heading', text: [{ text: name, isolate: true }] },
    paragraph(bot.interests.words(words.join(' · '))),
    ...(fitting.length === 0
      ? [paragraph(bot.interests.nothingYet)]
      : [
          {
            type: 'lines' as const,
            lines: [
              [{ text: bot.interests.fits(fitting.length) }],
              ...fitting
                .slice(0, mostShown)
                .map(({ article: { title, url } }): Inline[] => [
                  { text: '• ' },
                  { text: title, isolate: true, ...(url ? { url } : {}) },
                ]),
            ],
          },
        ]),
  ]
}

function keyboard(
  { id, replaces, site }: { id: number; replaces: number | null; site: NamedSite | null },
  { bot }: Locale,
): Keyboard {
  const { buttons } = bot
  return {
    inline_keyboard: [
      ...(site ? [[button(buttons.followSource, 'follow', site.sourceId)]] : []),
      [button(buttons.keepTopic, 'keep-topic', id, replaces ?? 0)],
      [button(buttons.otherWords, 'interest', replaces ?? 0), button(buttons.discard, 'discard-topic', id)],
    ],
  }
}
