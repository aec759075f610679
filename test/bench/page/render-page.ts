/** Writes docs/bench.md: the chart, then a table for each bench with its day, machine and ceilings. */
import type { Row } from '../../quality/row.ts'

export interface Section {
  /** Name of the module that measured it. */
  name: string
  /** 'YYYY-MM-DD', UTC. */
  day: string
  machine: string
  rows: Row[]
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

function renderRow(row: Row): string {
  const ceiling = row.ceiling ? `${row.ceiling.most} ${row.ceiling.unit}: ${row.ceiling.what}` : ''
  return `| ${[row.measure, row.figure, ceiling, String(row.n), row.origin].map(cell).join(' | ')} |`
}

/** The page in Markdown; the same sections give the same bytes. */
export function renderPage(sections: readonly Section[]): string {
  const parts = sections.map(({ name, day, machine, rows }) =>
    [
      `## ${name}`,
      '',
      `\`npm run bench -- ${name}\`, ${day}, on ${machine}.`,
      '',
      '| measured | figure | ceiling in the same run | n | on |',
      '| --- | --- | --- | --- | --- |',
      ...rows.map(renderRow),
      '',
    ].join('\n'),
  )
  return `# How fast Gazette is

Written by \`npm run bench\`: do not edit. \`npm run bench -- NAME\` measures one bench anew and leaves the others as they
were. Each figure stands beside its ceiling, the most that the same machine did in the same run with nothing of Gazette
in the way, so that a figure from a busy or a slow machine still says something.

![Each figure as a share of its ceiling](bench.svg)

${parts.join('\n')}`
}
