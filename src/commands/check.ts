/** One finding of `gazette doctor`. */
import { messageOf } from '../core/errors.ts'
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
export const safeMessageOf = (error: unknown): string => redact(messageOf(error))
