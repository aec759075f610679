/** Structured answers from any server: JSON of a schema, any JSON, or plain text with the schema in words, whichever works. */
import { z } from 'zod'
import { type Model, type ModelAnswer, type ModelCall, ModelRefused, type OutputMode } from './model.ts'
import { parseLooseJson } from './json.ts'
import { fillPart, loadPrompt } from './prompt.ts'

/** The model answered, twice, and neither answer could be used. */
export class BadAnswer extends Error {
  override readonly name = 'BadAnswer'
}

export interface StructuredCall<Output> extends Omit<ModelCall, 'output' | 'onText' | 'onLost'> {
  /** Name of the shape, for servers that want one: letters and underscores. */
  name: string
  schema: z.ZodType<Output>
  /** Tries when an answer cannot be used; two unless told. */
  tries?: 1 | 2
  /** Only as JSON of the schema: a server that does not know that mode throws ModelRefused. */
  strict?: boolean
  /** Told the text of the answer so far; a second try starts anew. The answer is streamed where this is given. */
  onProgress?: (text: string) => void
}

/** Numbers as models write them: 3, "3", "1, 2", ["[4]"]. */
export const citedNumbers = z.preprocess(
  (value) =>
    [value]
      .flat()
      .flatMap((each) => (typeof each === 'string' ? (each.match(/\d{1,6}/gu) ?? []).map(Number) : [each])),
  z.array(z.int()),
)

type Kind = OutputMode['kind']

const rungs: readonly Kind[] = ['schema', 'json', 'plain']

/** The rung each model stands on, once found: kept with the model itself, so that it lasts as long as its server. */
const known = new WeakMap<Model, Kind>()

/** Whether this server is known to give JSON of a schema, or is not known yet. */
export const mayTakeSchema = (model: Model): boolean => (known.get(model) ?? 'schema') === 'schema'

/**
 * One answer of the asked shape. Every answer that cost tokens, used or not, whole or broken off, is told to `onAnswer`.
 * Throws BadAnswer after the last try, and whatever `model.complete` throws.
 */
export async function completeStructured<Output>(
  model: Model,
  call: StructuredCall<Output>,
  onAnswer: (answer: ModelAnswer) => void,
): Promise<Output> {
  let failure = ''
  let previous = ''
  for (let left = call.tries ?? 2; left > 0; left -= 1) {
    const retry = failure === '' ? '' : await retryWords(failure, previous)
    const answer = await climbDown(model, { ...call, user: call.user + retry }, onAnswer)
    onAnswer(answer)
    const read = readAnswer(answer, call.schema)
    if ('value' in read) return read.value
    failure = read.failure
    previous = answer.text
    // A server that takes a mode and answers nothing in it does not know it.
    if (answer.text.trim() === '' && answer.finish !== 'refusal') stepDown(model)
  }
  throw new BadAnswer(`the model's answer could not be used: ${failure}`)
}

/** Characters of a useless answer that are shown to its maker. */
const shownBack = 1500

async function retryWords(failure: string, previous: string): Promise<string> {
  const words = { error: failure, answer: previous.slice(0, shownBack).toWellFormed() }
  return `\n\n${fillPart(await loadPrompt('output'), 'Retry', words)}`
}

/** Makes the call in the highest mode the server takes, and remembers it. */
async function climbDown<Output>(
  model: Model,
  call: StructuredCall<Output>,
  onLost: (answer: ModelAnswer) => void,
): Promise<ModelAnswer> {
  const { name, schema, tries: _, strict, onProgress, ...rest } = call
  const shape = schemaOf(schema)
  for (const kind of rungs.slice(rungs.indexOf(known.get(model) ?? 'schema'))) {
    const output: OutputMode = kind === 'schema' ? { kind, name, schema: shape } : { kind }
    const words = kind === 'schema' ? '' : await schemaWords(shape)
    try {
      const onText = onProgress === undefined ? {} : { onText: gathered(onProgress) }
      const answer = await model.complete({ ...rest, ...onText, onLost, system: rest.system + words, output })
      known.set(model, kind)
      return answer
    } catch (error) {
      if (!refusesMode(error) || kind === 'plain' || strict) throw error
    }
  }
  throw new Error('no output mode left')
}

function gathered(onProgress: (text: string) => void): (piece: string) => void {
  let text = ''
  return (piece) => {
    text += piece
    onProgress(text)
  }
}

/** 400, 415 and 422 may mean the mode; 401, 404 or 413 mean something else. */
function refusesMode(error: unknown): boolean {
  return error instanceof ModelRefused && [400, 415, 422].includes(error.status)
}

function stepDown(model: Model): void {
  known.set(model, rungs[rungs.indexOf(known.get(model) ?? 'schema') + 1] ?? 'plain')
}

async function schemaWords(shape: Record<string, unknown>): Promise<string> {
  return `\n\n${fillPart(await loadPrompt('output'), 'Schema', { schema: JSON.stringify(shape) })}`
}

/**
 * JSON Schema as strict servers take it: every key required, none added, no limits on numbers (OpenAI's guide to
 * structured outputs, "Supported schemas").
 */
function schemaOf(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...shape } = z.toJSONSchema(schema, {
    io: 'output',
    override: ({ jsonSchema }) => {
      for (const key of ['minimum', 'maximum', 'minItems', 'maxItems', 'default'] as const)
        delete jsonSchema[key]
    },
  })
  return shape
}

function readAnswer<Output>(
  answer: ModelAnswer,
  schema: z.ZodType<Output>,
): { value: Output } | { failure: string } {
  if (answer.finish === 'refusal') return { failure: 'it was refused' }
  if (answer.text.trim() === '') return { failure: 'it was empty' }
  try {
    const parsed = schema.safeParse(parseLooseJson(answer.text).value)
    return parsed.success ? { value: parsed.data } : { failure: z.prettifyError(parsed.error) }
  } catch (error) {
    if (error instanceof SyntaxError) return { failure: error.message }
    throw error
  }
}
