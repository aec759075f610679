/** Puts a question and what is to answer it to the model, within the budget, and shows the answer as it is written. */
import type { Block } from '../core/blocks.ts'
import type { ReplyTo } from '../core/jobs.ts'
import type { Subscriber } from '../db/database.ts'
import { type Answered, type AnswerInput, answerTokens, answerWithModel } from '../llm/answer.ts'
import type { Pipeline } from './context.ts'
import { spend } from './spend.ts'
import { getLocale } from '../locales/locales.ts'
import { type Stream, stoppedLine, whileStreaming } from './stream.ts'

export interface Asked extends Pick<AnswerInput, 'question' | 'articles' | 'language'> {
  readerId: number | null
}

export interface StreamedAnswer {
  /** What the model said, or had said when the reader stopped it; null where it said nothing. */
  blocks: Block[] | null
  /** The model looked: where `blocks` is null, the articles do not hold the answer. */
  isJudged: boolean
  /** Drafts were shown: only a new message ends them. */
  shown: boolean
}

/** Asks the model, with the answer so far in sight where it may be; `blocksOf` says how an answer is shown. */
export async function streamAnswer(
  pipeline: Pipeline,
  to: ReplyTo,
  subscriber: Subscriber,
  asked: Asked,
  blocksOf: (answered: Answered) => Block[],
): Promise<StreamedAnswer> {
  let soFar: Block[] = []
  const { result, stopped, shown } = await whileStreaming(pipeline, to, subscriber, (stream) =>
    askModel(pipeline, asked, stream, (answered) => {
      soFar = blocksOf(answered)
      stream?.show(soFar)
    }),
  )
  if (stopped) {
    const blocks = [...soFar, stoppedLine(soFar.length > 0, getLocale(to.locale))]
    return { blocks, isJudged: true, shown }
  }
  return { blocks: result?.answered ? blocksOf(result.answered) : null, isJudged: result !== null, shown }
}

/** The model's answer: `answered` is null where the articles do not hold it; null where there is no model, no budget or only trouble. */
async function askModel(
  pipeline: Pipeline,
  { readerId, ...asked }: Asked,
  stream: Stream | null,
  onProgress: (soFar: Answered) => void,
): Promise<{ answered: Answered | null } | null> {
  const input = { ...asked, ...(stream ? { signal: stream.signal, onProgress } : {}) }
  const want = {
    tokens: await answerTokens(input),
    purpose: 'answer' as const,
    readerId,
    articleId: null,
  }
  return spend(
    pipeline,
    want,
    'no answer by the model, the articles’ own sentences stand in',
    async (model, onAnswer) => ({ answered: await answerWithModel(model, input, onAnswer) }),
  )
}
