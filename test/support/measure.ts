/** Runs every measurement module of a folder and prints one table; `npm run quality` calls it. */
import { globSync } from 'node:fs'
import { join } from 'node:path'
import type { Row } from '../quality/row.ts'

/** Prints the rows of each module in `folder` that exports `measure`; `only` narrows to names that hold it. */
export async function measureAll(folder: string, only = ''): Promise<void> {
  for (const file of globSync('*.ts', { cwd: folder }).toSorted()) {
    if (['row.ts', 'run.ts'].includes(file) || !file.includes(only)) continue
    const module = (await import(join(folder, file))) as { measure?: () => Promise<Row[]> | Row[] }
    for (const row of (await module.measure?.()) ?? [])
      console.log(
        `${row.measure.padEnd(60)} ${row.figure.padStart(12)}  n=${row.n} ${row.split}  ${row.origin}`,
      )
  }
}
