/** Makes the counters, timers and spans of this process: Prometheus metrics always, OpenTelemetry traces where configured. */
import type { Tracer } from '@opentelemetry/api'
import { Counter, Histogram, Registry } from 'prom-client'
import { parsePrices, priceOf } from './core/budget.ts'
import type { CounterName, Telemetry, TimerName } from './core/telemetry.ts'
import type { Model, ModelAnswer } from './llm/model.ts'

const counters: Record<CounterName, { help: string; labels: string[] }> = {
  polls: { help: 'Sources read, by outcome', labels: ['outcome'] },
  articles: { help: 'Articles stored: new, or changed by their source', labels: ['kind'] },
  summaries: { help: 'Summaries made, by the model or as an extract', labels: ['kind'] },
  model_tokens: { help: 'Tokens that the language model used', labels: ['model', 'direction'] },
  model_cost_usd: { help: 'What they cost by LLM_PRICES', labels: ['model'] },
  updates_refused: { help: 'Requests to the webhook that were turned away', labels: ['reason'] },
}

const timers: Record<TimerName, { help: string; labels: string[] }> = {
  job: { help: 'Jobs of the queue', labels: ['job'] },
  tick: { help: 'Clock ticks', labels: ['tick'] },
  update: { help: 'Handlers of what Telegram sends', labels: ['kind'] },
  telegram_call: { help: 'Calls to the Bot API; outcome is ok or the error code', labels: ['method'] },
  model_call: { help: 'Calls to the language model', labels: ['model'] },
}

/** Seconds: from a handler's milliseconds to a slow model's minute. */
const buckets = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60]

export interface ProcessTelemetry extends Telemetry {
  registry: Registry
}

/** Creates the process's telemetry with a registry of its own; `tracer` gets a span for everything timed. */
export function createTelemetry(tracer: Tracer | null = null): ProcessTelemetry {
  const registry = new Registry()
  const counting = Object.fromEntries(
    Object.entries(counters).map(([name, { help, labels }]) => [
      name,
      new Counter({ name: `gazette_${name}_total`, help, labelNames: labels, registers: [registry] }),
    ]),
  )
  const timing = Object.fromEntries(
    Object.entries(timers).map(([name, { help, labels }]) => [
      name,
      new Histogram({
        name: `gazette_${name}_seconds`,
        help,
        labelNames: [...labels, 'outcome'],
        buckets,
        registers: [registry],
      }),
    ]),
  )
  const timed: Telemetry['timed'] = async (name, labels, work, outcomeOf = () => 'ok') => {
    const stop = timing[name]!.startTimer(labels)
    try {
      const result = await work()
      stop({ outcome: outcomeOf(result) })
      return result
    } catch (error) {
      stop({ outcome: 'failed' })
      throw error
    }
  }
  return {
    registry,
    count: (name, labels, by = 1) => counting[name]!.inc(labels, by),
    timed: (name, labels, work, outcomeOf) =>
      tracer === null
        ? timed(name, labels, work, outcomeOf)
        : tracer.startActiveSpan(`gazette.${name}`, { attributes: { ...labels } }, async (span) => {
            try {
              return await timed(name, labels, work, outcomeOf)
            } catch (error) {
              // The kind of error alone: its words may hold an address or a text.
              span.setStatus({ code: 2, message: error instanceof Error ? error.name : 'error' })
              throw error
            } finally {
              span.end()
            }
          }),
  }
}

/** The same model, counted: calls, tokens and what they cost by `prices` (LLM_PRICES). */
export function measureModel(model: Model, telemetry: Telemetry, prices: string): Model {
  const known = parsePrices(prices)
  const count = (answer: ModelAnswer) => {
    telemetry.count('model_tokens', { model: model.name, direction: 'input' }, answer.inputTokens)
    telemetry.count('model_tokens', { model: model.name, direction: 'output' }, answer.outputTokens)
    const usd = priceOf(known, model.name, answer)
    if (usd !== null) telemetry.count('model_cost_usd', { model: model.name }, usd)
  }
  return {
    ...model,
    complete: async (call) => {
      const onLost = (answer: ModelAnswer) => {
        count(answer)
        call.onLost?.(answer)
      }
      const answer = await telemetry.timed('model_call', { model: model.name }, () =>
        model.complete({ ...call, onLost }),
      )
      count(answer)
      return answer
    },
  }
}
