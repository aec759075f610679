/** `npm run eval`: judges the model that is set on our own frozen articles, in their language and across, and prints a table. */
import { readConfig } from '../../src/config.ts'
import { evaluate, renderTable } from './evaluate.ts'

const config = readConfig()
const key = config.OPENAI_API_KEY
if (key === undefined && config.OPENAI_BASE_URL === undefined) {
  console.log(
    'No model is set, so nothing was judged. Set OPENAI_API_KEY, or OPENAI_BASE_URL for a server of your own.',
  )
} else {
  const wanted = Number(process.argv[2] ?? 12)
  const rows = await evaluate(config, Number.isInteger(wanted) && wanted > 0 ? wanted : 12, (line) =>
    console.error(line),
  )
  console.log(renderTable(config.OPENAI_MODEL, rows, config.LLM_PRICES))
}
