/** Hands a command to the process that holds the embedded database; loads nothing of the commands themselves, so it is quick. */
import { type IncomingMessage, request } from 'node:http'
import { splitLines } from '../core/lines.ts'
import { socketOf } from '../db/lock.ts'
import { exitCodes } from './command.ts'
import type { Asker, Write } from './run.ts'

/** Commands that need the database for themselves: they are never handed on. */
export const aloneCommands: readonly string[] = ['restore']

/** What is asked: the words of the command, and the folder in which they were typed. */
export interface Forwarded {
  words: readonly string[]
  folder: string
}

/** One line of the answer: what the command writes as it goes, and at last its exit code. */
export type AnswerLine = { kind: Parameters<Write>[0]; text: string } | { exitCode: number }

/** Runs a command in the process that holds `dataDir` and returns its exit code; null where none listens. */
export function forwardCommand(
  dataDir: string,
  words: readonly string[],
  { write, signal, folder }: Asker,
): Promise<number | null> {
  return new Promise<number | null>((resolve, reject) => {
    const call = request({ socketPath: socketOf(dataDir), path: '/', method: 'POST', signal }, (answer) => {
      takeAnswer(answer, write).then(resolve, reject)
    })
    call.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') resolve(null)
      else reject(error)
    })
    call.end(JSON.stringify({ words, folder } satisfies Forwarded))
  }).catch((error: unknown) => {
    if (!signal.aborted) throw error
    write('stderr', 'Stopped.\n')
    return exitCodes.failed
  })
}

/** Passes on what the command writes, and returns its exit code. */
async function takeAnswer(answer: IncomingMessage, write: Write): Promise<number> {
  for await (const text of splitLines(answer.setEncoding('utf8') as AsyncIterable<string>)) {
    const line = JSON.parse(text) as AnswerLine
    if ('exitCode' in line) return line.exitCode
    write(line.kind, line.text)
  }
  throw new Error('The process that holds the data ended.')
}
