/** Stage 6, second half: a digest's blocks for one chat, from its edition and the lines that are its own. */
import { type Block, type Inline, paragraph } from '../core/blocks.ts'
import { joinSentences, truncate } from '../core/text.ts'
import type { Subscriber } from '../db/database.ts'
import { formatAge, formatClock, formatDay, formatMoment } from '../locales/format.ts'
import type { Locale } from '../locales/locales.ts'
import type { EditionContent, EditionEntry } from './edition.ts'

export interface DigestHead {
  /** null: a preview. */
  number: number | null
  kind: 'first' | 'scheduled' | 'preview'
  dueAt: Date
  late: boolean
  /** Why it stands for more than one day, where that was the reader's doing. */
  cause: 'holiday' | 'zone' | null
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
    lateNote(head, chat, { digests, tag }),
    head.merged > 0 ? digests.merged(head.merged) : null,
    head.stillReading ? digests.stillReading : null,
  ].filter((note) => note !== null)
  return [
    { type: 'heading', text: [{ text: `${title} · ${day}` }] },
    paragraph(`${digests.count(content.shown, content.publishers)} · ${digests.minutes(content.minutes)}`),
    ...(notes.length > 0 ? [paragraph(notes.join('\n'), { italic: true })] : []),
  ]
}

function lateNote(
  head: DigestHead,
  chat: Pick<Subscriber, 'time_zone'>,
  { digests, tag }: Pick<Locale, 'digests' | 'tag'>,
): string | null {
  if (head.cause === 'holiday') return digests.afterHoliday
  if (!head.late) return null
  const day = formatDay(tag, head.dueAt, chat.time_zone)
  const clock = formatClock(tag, head.dueAt, chat.time_zone)
  return head.cause === 'zone' ? digests.afterMove(day, clock) : digests.late(day, clock)
}

function sectionBlocks(
  content: EditionContent,
  now: Date,
  chat: Pick<Subscriber, 'layout' | 'time_zone'>,
  locale: Locale,
): Block[] {
  const onlyOther = content.sections.length === 1 && content.sections[0]?.topicId === null
  let number = 0
  return content.sections.flatMap((section) => [
    ...(onlyOther
      ? []
      : [
          {
            type: 'heading' as const,
            text: [{ text: section.name || locale.digests.otherTopic }],
            section: true,
          },
        ]),
    ...section.entries.flatMap((entry) => {
      number += 1
      return entryBlocks(entry, number, now, chat, locale)
    }),
  ])
}

function entryBlocks(
  entry: EditionEntry,
  number: number,
  now: Date,
  chat: Pick<Subscriber, 'layout' | 'time_zone'>,
  locale: Locale,
): Block[] {
  const { digests } = locale
  const { layout } = chat
  const headline: Inline[] = [
    { text: `${number}. ${entry.update ? digests.update : ''}` },
    { text: entry.headline, bold: true, ...(entry.url ? { url: entry.url } : {}) },
  ]
  const source = sourceLine(entry, now, chat, locale)
  const notes = noteLine(entry, locale)
  const why = entry.why ? digests.why(entry.why) : null
  const body = joinSentences(entry.sentences)
  if (layout === 'rich')
    return [
      {
        type: 'details',
        summary: headline,
        blocks: [
          ...(body === '' ? [] : [paragraph(body)]),
          ...(why ? [paragraph(why)] : []),
          { type: 'lines', lines: [source, ...notes] },
        ],
      },
    ]
  if (layout === 'compact')
    return [
      { type: 'lines', lines: [headline, source, ...notes] },
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
          ...notes,
        ],
      },
    ]
  const points = [...entry.sentences, ...(why ? [why] : [])].join('\n')
  return [
    { type: 'lines', lines: [headline, source, ...notes] },
    ...(points === ''
      ? []
      : [{ type: 'quote' as const, text: [{ text: points }], expandable: points.length > 400 }]),
  ]
}

/** Publishers named with links; the others are counted. */
const namedByLayout: Readonly<Record<Subscriber['layout'], number>> = {
  compact: 1,
  standard: 1,
  detailed: 4,
  rich: 4,
}

function sourceLine(
  entry: EditionEntry,
  now: Date,
  { layout, time_zone: timeZone }: Pick<Subscriber, 'layout' | 'time_zone'>,
  { digests, tag }: Locale,
): Inline[] {
  const named = entry.publishers.slice(0, namedByLayout[layout])
  const others = entry.publishers.length - named.length
  const rest = [
    formatAge(tag, now.getTime() - new Date(entry.publishedAt).getTime()),
    digests.minutes(entry.minutes),
    entry.editedAt ? digests.edited(formatMoment(tag, new Date(entry.editedAt), now, timeZone)) : '',
  ]
  const links = named.flatMap(({ name, url }, index): Inline[] => [
    ...(index > 0 ? [{ text: ' · ' }] : []),
    // The headline links to the first already, save where a tap on it unfolds the rest.
    { text: name, isolate: true, ...(url !== null && (index > 0 || layout === 'rich') ? { url } : {}) },
  ])
  const more = others > 0 ? ` ${unbroken(digests.moreSources(others))}` : ''
  const tail = `${more} · ${rest
    .filter((part) => part !== '')
    .map(unbroken)
    .join(' · ')}`
  return [...links, { text: tail }].map((inline) => ({ ...inline, italic: true }))
}

/** Keeps '5 hr. ago' on one line: a narrow screen breaks between the parts instead. */
const unbroken = (part: string): string => part.replaceAll(' ', '\u00a0')

/** Why an entry is there, in a line of its own. */
function noteLine(entry: EditionEntry, { digests }: Locale): Inline[][] {
  const notes = [
    entry.watch === null ? null : digests.watched(entry.watch),
    entry.carried ? digests.carried : null,
    entry.because === null ? null : digests.because(truncate(entry.because, 60)),
  ].filter((note) => note !== null)
  return notes.length > 0 ? [[{ text: notes.join(' · '), italic: true }]] : []
}

function footBlocks(content: EditionContent, { digests }: Locale): Block[] {
  const extracts = content.sections.some((section) => section.entries.some((entry) => entry.extract))
  const lines = [
    content.leftOut > 0 ? digests.leftOut(content.leftOut) : null,
    extracts ? digests.keySentences : null,
  ].filter((line) => line !== null)
  return lines.length > 0 ? [paragraph(lines.join('\n'), { italic: true })] : []
}
