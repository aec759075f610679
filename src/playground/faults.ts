/** Faults that a test or a curious person orders: refusals, lost answers, slowness and rate limits, for the calls to come. */
import { ApiFailure, tooMany } from './failure.ts'
import type { ResponseParameters } from '@grammyjs/types'

export interface Fault {
  /**
   * error: answered with `code` and `description`; drop-before: the connection ends and nothing was done; drop-after:
   * it was done and the answer is lost; slow: done after `ms`, unless the caller has gone by then.
   */
  kind: 'error' | 'drop-before' | 'drop-after' | 'slow'
  /** Only this method; every method but getUpdates where absent. */
  method?: string
  /** Only calls with this chat_id. */
  chat?: number
  /** How many calls it meets; 1. */
  times?: number
  /** Calls that fit and are let through first; 0. */
  after?: number
  code?: number
  description?: string
  parameters?: ResponseParameters
  ms?: number
}

/** Sends a second over all chats, to one chat, and a minute to a group; null for no limit. */
export interface Limits {
  perSecond: number | null
  perChatSecond: number | null
  perGroupMinute: number | null
}

/** Shares of all calls but getUpdates, 0 to 1, that meet a fault by chance. */
export type Chances = Partial<Record<'error' | 'flood' | 'drop-before' | 'drop-after' | 'slow', number>>

export interface Faults {
  order(fault: Fault): void
  clear(): void
  /** Calls that ordered faults still wait for. */
  pending(): number
  /** The fault that this call meets, taken off the list. */
  take(method: string, chat: unknown): Fault | undefined
  /** Throws 429 where `limits` are used up. */
  spend(method: string, chat: unknown): void
  limits: Limits
  chances: Chances
}

/** What Telegram counts as sending, and as editing, which has a minute of its own in a group. */
const sending = /^(?:send(?!ChatAction)|copy|forward)/iu
const editing = /^edit/iu
/** What a chance fault is when it comes. */
const byChance: Readonly<Record<keyof Chances, Fault>> = {
  error: { kind: 'error', code: 500 },
  flood: { kind: 'error', code: 429, parameters: { retry_after: 1 } },
  'drop-before': { kind: 'drop-before' },
  'drop-after': { kind: 'drop-after' },
  slow: { kind: 'slow', ms: 1500 },
}

/** Starts with no faults and no limits. */
export function createFaults(): Faults {
  const ordered: Fault[] = []
  const sent = new Map<string, number[]>()
  const faults: Faults = {
    limits: { perSecond: null, perChatSecond: null, perGroupMinute: null },
    chances: {},
    order: (fault) => {
      ordered.push({ ...fault, times: fault.times ?? 1 })
    },
    pending: () => ordered.reduce((sum, fault) => sum + (fault.times ?? 1), 0),
    clear: () => {
      ordered.length = 0
      sent.clear()
      faults.limits = { perSecond: null, perChatSecond: null, perGroupMinute: null }
      faults.chances = {}
    },
    take: (method, chat) => {
      for (const fault of ordered.filter((each) => fits(each, method, chat))) {
        if (fault.after) {
          fault.after--
          continue
        }
        fault.times = (fault.times ?? 1) - 1
        if (fault.times <= 0) ordered.splice(ordered.indexOf(fault), 1)
        return fault
      }
      if (method.toLowerCase() === 'getupdates') return undefined
      let drawn = Math.random()
      for (const [kind, share] of Object.entries(faults.chances)) {
        drawn -= share
        if (drawn < 0) return byChance[kind as keyof Chances]
      }
      return undefined
    },
    spend: (method, chat) => {
      const edits = editing.test(method)
      if (!edits && !sending.test(method)) return
      const { perSecond, perChatSecond, perGroupMinute } = faults.limits
      const isGroup = Number(chat) < 0
      const buckets: [string, number | null, number][] = [
        ['', perSecond, 1000],
        [`s${String(chat)}`, edits ? null : perChatSecond, 1000],
        [`${edits ? 'e' : 'm'}${String(chat)}`, isGroup ? perGroupMinute : null, 60_000],
      ]
      const now = performance.now()
      const limited = buckets.filter(([, most]) => most !== null)
      for (const [name, most, windowMs] of limited) {
        const recent = (sent.get(name) ?? []).filter((at) => at > now - windowMs)
        sent.set(name, recent)
        if (recent.length >= (most ?? 0))
          throw tooMany(Math.max(1, Math.ceil(((recent[0] ?? now) + windowMs - now) / 1000)))
      }
      for (const [name] of limited) sent.get(name)?.push(now)
    },
  }
  return faults
}

/** Method names in calls are in any case. */
function fits(fault: Fault, method: string, chat: unknown): boolean {
  const name = method.toLowerCase()
  return (
    (fault.method === undefined ? name !== 'getupdates' : fault.method.toLowerCase() === name) &&
    (fault.chat === undefined || String(fault.chat) === String(chat))
  )
}

/** The refusal that an ordered error stands for. */
export function failureOf(fault: Fault): ApiFailure {
  const code = fault.code ?? 500
  if (code === 429 && fault.description === undefined) return tooMany(fault.parameters?.retry_after ?? 1)
  return new ApiFailure(code, fault.description ?? `Error ${code}`, fault.parameters)
}
