/** Lets a number of calls run at once, and begin in a minute; the others wait their turn, first come first served. */
import { setTimeout } from 'node:timers/promises'

/**
 * Returns a function that runs `task` when there is room, and settles as the task does. Rejects with the signal's reason
 * where that ends the wait.
 */
export function createGate(room: number): <T>(task: () => Promise<T>, signal?: AbortSignal) => Promise<T> {
  let free = room
  const waiting: (() => void)[] = []
  const wait = (signal?: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      const leave = () => {
        waiting.splice(waiting.indexOf(enter), 1)
        reject(signal?.reason as Error)
      }
      const enter = () => {
        signal?.removeEventListener('abort', leave)
        resolve()
      }
      waiting.push(enter)
      signal?.addEventListener('abort', leave, { once: true })
    })
  return async (task, signal) => {
    signal?.throwIfAborted()
    if (free > 0) free -= 1
    else await wait(signal)
    try {
      return await task()
    } finally {
      // The place goes straight to the next in line, so nobody can slip in between.
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}

/**
 * Returns a function that resolves when another call may begin, so that no minute sees more than `perMinute`. Rejects
 * with an AbortError where `signal` ends the wait. `clock` is the machine's own: the server counts real minutes.
 */
export function createTurns(
  perMinute: number,
  clock: { now(): number; sleep(ms: number, signal?: AbortSignal): Promise<void> } = {
    now: () => performance.now(),
    sleep: (ms, signal) => setTimeout(ms, undefined, signal ? { signal } : {}),
  },
): (signal?: AbortSignal) => Promise<void> {
  const begun: number[] = []
  return async (signal) => {
    const now = clock.now()
    while (begun.length > 0 && begun[0]! <= now - 60_000) begun.shift()
    const wait = begun.length < perMinute ? 0 : begun.at(-perMinute)! + 60_000 - now
    const turn = now + wait
    begun.push(turn)
    if (wait === 0) return
    try {
      await clock.sleep(wait, signal)
    } catch (error) {
      // Who stops waiting leaves the turn to those who come later.
      begun.splice(begun.indexOf(turn), 1)
      throw error
    }
  }
}
