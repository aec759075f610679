/** `npm run bench [NAME]`: how fast Gazette is, as ratios and times of one run on this machine. */
import { measureAll } from '../support/measure.ts'

await measureAll(import.meta.dirname, process.argv[2])
