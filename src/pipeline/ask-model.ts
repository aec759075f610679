/** Puts a question and what is to answer it to the model, within the budget. */
import { type Answered, type AnswerInput, answerTokens, answerWithModel } from '../llm/answer.ts'
import type { Pipeline } from './context.ts'
import { spend } from './spend.ts'
import type { Stream } from './stream.ts'

export interface Asked extends Pick<AnswerInput, 'question' | 'articles' | 'language'> {
  readerId: number | null
}

/** The model's answer: `answered` is null where the articles do not hold it; null where there is no model, no budget or only trouble. */
export async function askModel(
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
