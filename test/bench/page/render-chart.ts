/** Draws the bench chart: for every figure with a ceiling a bar that says how much of the ceiling it reached. */
import type { Ceiling } from '../../quality/row.ts'
import type { Section } from './render-page.ts'

const line = 22
const labelWidth = 430
const barWidth = 360
const noteWidth = 250

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** 0 to 1: how near a rate comes to its bound, or a bound to the time that was taken. */
function shareOf({ value, most, better }: Ceiling): number {
  return Math.max(0, Math.min(1, better === 'more' ? value / most : most / value))
}

/** An SVG that reads on light and dark pages alike. */
export function renderChart(sections: readonly Section[]): string {
  const bars = sections.flatMap(({ rows }) =>
    rows.flatMap(({ measure, ceiling }) => (ceiling ? [{ measure, ceiling }] : [])),
  )
  const height = (bars.length + 2) * line
  const width = labelWidth + barWidth + noteWidth
  const drawn = bars.map(({ measure, ceiling }, index) => {
    const y = (index + 1.5) * line
    const share = shareOf(ceiling)
    const note = `${ceiling.value} of ${ceiling.most} ${ceiling.unit}`
    return [
      `<text x="${labelWidth - 10}" y="${y}" text-anchor="end">${escape(measure)}</text>`,
      `<rect x="${labelWidth}" y="${y - 13}" width="${barWidth}" height="16" fill="#8884" rx="2"/>`,
      `<rect x="${labelWidth}" y="${y - 13}" width="${(share * barWidth).toFixed(1)}" height="16" fill="#2a7ae2" rx="2"/>`,
      `<text x="${labelWidth + barWidth + 10}" y="${y}">${(share * 100).toFixed(0)} % (${escape(note)})</text>`,
    ].join('\n')
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" fill="#777">
<title>Each figure as a share of its ceiling</title>
${drawn.join('\n')}
</svg>
`
}
