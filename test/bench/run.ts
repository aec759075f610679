/** `npm run bench [-- NAME... [--write] [--long]]`: measures the named modules beside this file and prints; all of them, or with --write, make docs/bench.md too. */
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { messageOf } from '../../src/core/errors.ts'
import { describeMachine } from './page/machine.ts'
import { renderPage, type Section } from './page/render-page.ts'
import { renderChart } from './page/render-chart.ts'
import type { Row } from '../quality/row.ts'

const docs = join(import.meta.dirname, '../../docs')
/** What was measured, module by module, each with its day and machine: a module measured anew replaces its own. */
const stored = join(docs, 'bench.json')

const names = globSync('*.ts', { cwd: import.meta.dirname })
  .map((file) => basename(file, '.ts'))
  .filter((name) => name !== 'run')
  .toSorted()
const asked = process.argv.slice(2).filter((word) => !['--write', '--long'].includes(word))
/** Minutes rather than seconds, for what has a long form. */
const long = process.argv.includes('--long')
const writes = asked.length === 0 || process.argv.includes('--write')
const unknown = asked.filter((name) => !names.includes(name))
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}. There are: ${names.join(', ')}`)
  process.exit(2)
}

const sections = new Map(readStored().map((section) => [section.name, section]))
for (const name of sections.keys()) if (!names.includes(name)) sections.delete(name)
let failed = 0
for (const name of asked.length > 0 ? asked : names) {
  const { measure } = (await import(join(import.meta.dirname, `${name}.ts`))) as {
    measure?: (how: { long: boolean }) => Promise<Row[]> | Row[]
  }
  if (!measure) continue
  console.log(`${name} ...`)
  try {
    const rows = await measure({ long })
    for (const row of rows) console.log(`  ${row.measure.padEnd(64)} ${row.figure.padStart(16)}  n=${row.n}`)
    const day = new Date().toISOString().slice(0, 10)
    sections.set(name, { name, day, machine: describeMachine(), rows })
  } catch (error) {
    failed += 1
    console.error(`  did not run: ${messageOf(error)}`)
  }
}
if (writes) writePage()
process.exit(failed > 0 ? 1 : 0)

function writePage(): void {
  const known = [...sections.values()].toSorted((one, other) => one.name.localeCompare(other.name))
  writeFileSync(stored, `${JSON.stringify(known, null, 2)}\n`)
  writeFileSync(join(docs, 'bench.svg'), renderChart(known))
  writeFileSync(join(docs, 'bench.md'), renderPage(known))
  console.log('written: docs/bench.md')
}

function readStored(): Section[] {
  try {
    return JSON.parse(readFileSync(stored, 'utf8')) as Section[]
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
