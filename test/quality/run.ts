/** `npm run quality [NAME]`: how well Gazette decides, on our own labelled sets. */
import { measureAll } from '../support/measure.ts'

await measureAll(import.meta.dirname, process.argv[2])
