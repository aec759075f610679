/** `npm run quality`: runs every measurement beside it and prints one table. */
import { globSync } from 'node:fs'
import { join } from 'node:path'
import type { Row } from './row.ts'

const files = globSync('*.ts', { cwd: import.meta.dirname }).filter(
  (file) => !['row.ts', 'run.ts'].includes(file),
)
for (const file of files.toSorted()) {
  const module = (await import(join(import.meta.dirname, file))) as { measure?: () => Promise<Row[]> | Row[] }
  if (!module.measure) continue
  for (const row of await module.measure())
    console.log(
      `${row.measure.padEnd(60)} ${row.figure.padStart(12)}  n=${row.n} ${row.split}  ${row.origin}`,
    )
}
