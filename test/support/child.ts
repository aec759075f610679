/** A child process that takes one order at a time over IPC and answers each. */
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'

export interface Child {
  process: ChildProcess
  /** Resolves with the child's answer; rejects with its error. */
  ask<Answer>(order: object): Promise<Answer>
}

/** Waits for the child's first words and returns them too. */
export async function openChild<Hello>(child: ChildProcess): Promise<[Child, Hello]> {
  const [hello] = (await once(child, 'message')) as [Hello]
  let last: Promise<unknown> = Promise.resolve()
  const ask = async <Answer>(order: object): Promise<Answer> => {
    const answer = last.then(async () => {
      child.send(order)
      const [said] = (await once(child, 'message')) as [{ result: Answer; error?: string }]
      if (said.error !== undefined) throw new Error(said.error)
      return said.result
    })
    last = answer.catch(() => undefined)
    return answer
  }
  return [{ process: child, ask }, hello]
}
