/** What Gazette counts and times while it works; telemetry.ts at the top turns it into metrics and traces. */

export type CounterName =
  | 'polls'
  | 'articles'
  | 'summaries'
  | 'model_tokens'
  | 'model_cost_usd'
  | 'updates_refused'

export type TimerName = 'job' | 'tick' | 'update' | 'telegram_call' | 'model_call'

/** Few values each: every combination is kept in memory. Never an id, an address or a text. */
export type Labels = Readonly<Record<string, string>>

export interface Telemetry {
  count(name: CounterName, labels: Labels, by?: number): void
  /**
   * Runs `work` and times it, as a span where tracing is on. The outcome is 'ok', or 'failed' where it throws, which
   * is passed on; `outcomeOf` may name it more exactly.
   */
  timed<Result>(
    name: TimerName,
    labels: Labels,
    work: () => Promise<Result>,
    outcomeOf?: (result: Result) => string,
  ): Promise<Result>
}

/** Counts and times nothing. */
export const noTelemetry: Telemetry = {
  count: () => undefined,
  timed: (_name, _labels, work) => work(),
}
