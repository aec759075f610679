/** Lets a number of calls run at once and makes the others wait their turn, first come first served. */

/** Returns a function that runs `task` when there is room, and settles as the task does. */
export function createGate(room: number): <T>(task: () => Promise<T>) => Promise<T> {
  let running = 0
  const waiting: (() => void)[] = []
  return async (task) => {
    if (running >= room) await new Promise<void>((resolve) => waiting.push(resolve))
    running += 1
    try {
      return await task()
    } finally {
      running -= 1
      waiting.shift()?.()
    }
  }
}
