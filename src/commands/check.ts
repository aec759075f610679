/** One finding of `gazette doctor`. */
import { redact } from '../log.ts'

export interface Check {
  name: string
  state: 'ok' | 'warning' | 'failed'
  /** What was found. */
  found: string
  /** What to do about it; empty when nothing. */
  remedy: string
}

export const ok = (name: string, found: string): Check => ({ name, state: 'ok', found, remedy: '' })

/** An error's words, without a token that they may hold. */
export const messageOf = (error: unknown): string =>
  redact(error instanceof Error ? error.message : String(error))
