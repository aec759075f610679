/** `npm run fuzz [SECONDS] [SEED]`: runs every fuzz module beside it for 60 seconds in all. */
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { closeDesk } from './bot-desk.ts'

interface FuzzModule {
  /** Runs for so many seconds and returns how many inputs were read; throws on the first fault. */
  fuzz?: (seconds: number, seed: number) => number | Promise<number>
}

const [seconds = 60, seed = Date.now() % 1_000_000] = process.argv.slice(2).map(Number)
// Of no number nothing would be tried, and no fault found.
if (!(seconds > 0) || !Number.isSafeInteger(seed))
  throw new Error('npm run fuzz [SECONDS] [SEED]: both are numbers')
const modules: { name: string; fuzz: NonNullable<FuzzModule['fuzz']> }[] = []
for (const name of globSync('*.ts', { cwd: import.meta.dirname }).toSorted()) {
  if (name === 'run.ts' || name.endsWith('.test.ts')) continue
  const { fuzz } = (await import(join(import.meta.dirname, name))) as FuzzModule
  if (fuzz) modules.push({ name, fuzz })
}
for (const { name, fuzz } of modules) {
  const read = await fuzz(seconds / modules.length, seed)
  console.log(`${name.padEnd(20)} ${read} inputs, no crash, no hang (seed ${seed})`)
}
await closeDesk()
