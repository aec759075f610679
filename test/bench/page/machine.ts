/** Describes the machine that a bench ran on, in one line for its page. */
import { availableParallelism, cpus, totalmem } from 'node:os'

/** Processor, cores, memory, system and Node's version. */
export function describeMachine(): string {
  const model = cpus()[0]?.model.trim() || 'unknown processor'
  const gibibytes = Math.round(totalmem() / 2 ** 30)
  return `${availableParallelism()} cores of ${model}, ${gibibytes} GiB, ${process.platform}, Node ${process.versions.node}`
}
