/** Stage 6, second half: a digest's blocks for one chat, from its edition and the lines that are its own. */
import type { Block, Inline } from '../core/blocks.ts'
import { joinSentences } from '../core/text.ts'
import type { Subscriber } from '../db/database.ts'
import { formatAge, formatClock, formatDay } from '../locales/format.ts'
import type { Locale } from '../locales/locales.ts'
import type { EditionContent, EditionEntry } from './edition.ts'

export interface DigestHead {
  /** null: a preview. */
  number: number | null
  kind: 'first' | 'scheduled' | 'preview'
  dueAt: Date
  late: boolean
  /** Earlier digests that this one stands for. */
  merged: number
  /** Sources that were never read yet. */
  stillReading: boolean
}

/** Blocks of a digest: head, sections by topic, foot. Personal lines stand in the head, so in part 1 only. */
export function digestBlocks(
  content: EditionContent,
  head: DigestHead,
  chat: Pick<Subscriber, 'time_zone' | 'layout'>,
  locale: Locale,
): Block[] {
  return [
    ...headBlocks(content, head, chat, locale),
    ...sectionBlocks(content, head.dueAt, chat, locale),
    ...footBlocks(content, locale),
  ]
}

function headBlocks(
  content: EditionContent,
  head: DigestHead,
  chat: Pick<Subscriber, 'time_zone'>,
  { digests, tag }: Locale,
): Block[] {
  const day = formatDay(tag, head.dueAt, chat.time_zone)
  const title = head.number === null ? digests.previewTitle : digests.title(head.number)
  const notes = [
    head.kind === 'preview' ? digests.previewNote : null,
    head.kind === 'first' ? digests.first : null,
    head.late ? digests.late(day, formatClock(tag, head.dueAt, chat.time_zone)) : null,
    head.merged > 0 ? digests.merged(head.merged) : null,
    head.stillReading ? digests.stillReading : null,
  ].filter((note) => note !== null)
  return [
    {
      type: 'lines',
      lines: [
        [{ text: `${title} · ${day}`, bold: true }],
        [{ text: digests.count(content.shown, content.publishers) }],
      ],
    },
    ...(notes.length > 0
      ? [{ type: 'paragraph' as const, text: [{ text: notes.join('\n'), italic: true }] }]
      : []),
  ]
}

function sectionBlocks(
  content: EditionContent,
  now: Date,
  chat: Pick<Subscriber, 'layout'>,
  locale: Locale,
): Block[] {
  const onlyOther = content.sections.length === 1 && content.sections[0]?.topicId === null
  let number = 0
  return content.sections.flatMap((section) => [
    ...(onlyOther
      ? []
      : [{ type: 'heading' as const, text: [{ text: `▎${section.name || locale.digests.otherTopic}` }] }]),
    ...section.entries.flatMap((entry) => {
      number += 1
      return entryBlocks(entry, number, now, chat.layout, locale)
    }),
  ])
}

function entryBlocks(
  entry: EditionEntry,
  number: number,
  now: Date,
  layout: Subscriber['layout'],
  locale: Locale,
): Block[] {
  const { digests } = locale
  const headline: Inline[] = [
    { text: `${number}. ` },
    { text: entry.headline, bold: true, ...(entry.url ? { url: entry.url } : {}) },
  ]
  const source: Inline[] = [{ text: sourceLine(entry, now, locale), italic: true }]
  const why = entry.why ? digests.why(entry.why) : null
  const body = joinSentences(entry.sentences)
  if (layout === 'compact')
    return [
      { type: 'lines', lines: [headline, source] },
      ...(body === '' ? [] : [{ type: 'quote' as const, text: [{ text: body }], expandable: true }]),
    ]
  if (layout === 'standard')
    return [
      {
        type: 'lines',
        lines: [
          headline,
          ...(body === '' ? [] : [[{ text: body }]]),
          ...(why ? [[{ text: why }]] : []),
          source,
        ],
      },
    ]
  const points = [...entry.sentences, ...(why ? [why] : [])].join('\n')
  return [
    { type: 'lines', lines: [headline, source] },
    ...(points === ''
      ? []
      : [{ type: 'quote' as const, text: [{ text: points }], expandable: points.length > 400 }]),
  ]
}

function sourceLine(entry: EditionEntry, now: Date, { digests, tag }: Locale): string {
  const [first = '', ...others] = entry.publishers
  return [
    first + (others.length > 0 ? ` ${digests.moreSources(others.length)}` : ''),
    formatAge(tag, now.getTime() - new Date(entry.publishedAt).getTime()),
    digests.minutes(entry.minutes),
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

function footBlocks(content: EditionContent, { digests }: Locale): Block[] {
  const extracts = content.sections.some((section) => section.entries.some((entry) => entry.extract))
  const lines = [
    content.leftOut > 0 ? digests.leftOut(content.leftOut) : null,
    extracts ? digests.keySentences : null,
  ].filter((line) => line !== null)
  return lines.length > 0 ? [{ type: 'paragraph', text: [{ text: lines.join('\n'), italic: true }] }] : []
}
