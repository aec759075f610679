/** What the stages know of a language model: what one call asks, what it answers, how it fails. */

/** How the answer must look: JSON of a schema, any JSON, or plain text. The ladder of output modes picks one. */
export type OutputMode =
  | { kind: 'schema'; name: string; schema: Record<string, unknown> }
  | { kind: 'json' }
  | { kind: 'plain' }

export interface ModelCall {
  system: string
  user: string
  maxTokens: number
  temperature: number
  output?: OutputMode
  signal?: AbortSignal
  /** Called with each piece of the answer as it comes. */
  onText?: (piece: string) => void
  /** Told what a call had cost, as far as it can be estimated, that was under way when it was stopped or broke. */
  onLost?: (answer: ModelAnswer) => void
}

export interface ModelAnswer {
  text: string
  inputTokens: number
  outputTokens: number
  /** True where the server did not say and we estimated. */
  estimated: boolean
  /** 'length' where the answer was cut at maxTokens. */
  finish: 'stop' | 'length' | 'refusal' | 'other'
}

export interface Model {
  /** Name of the model, as stored with what it made. */
  name: string
  /** Where it runs; with the name, the key under which its abilities are remembered. */
  baseUrl: string
  /**
   * Makes one call. Throws RetryLater for 429 and while the breaker is open, `ModelRefused` for any other 4xx,
   * UserError 'modelUnreachable' for outages and time-outs, and an AbortError where `signal` ended it.
   */
  complete(call: ModelCall): Promise<ModelAnswer>
}

/** The server will not take this request as it is; `status` says how. Another output mode may be taken. */
export class ModelRefused extends Error {
  override readonly name = 'ModelRefused'
  readonly status: number
  constructor(status: number, message: string, options?: ErrorOptions) {
    super(message, options)
    this.status = status
  }
}

/** Whether `error` says that somebody stopped the call. */
export const isStop = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError'
