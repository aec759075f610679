/** Forwards a command to the process that holds the embedded database, over a socket in its directory. */
import { chmod, unlink } from 'node:fs/promises'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { splitLines } from '../core/lines.ts'
import type { CommandContext } from './command.ts'
import { runCommand, type Write } from './run.ts'

const socketOf = (dataDir: string): string => join(dataDir, 'gazette.sock')
/** Longest command line taken, in bytes. */
const longestRequest = 1_000_000

/** One line of the answer: what the command writes as it goes, and at last its exit code. */
type AnswerLine = { kind: Parameters<Write>[0]; text: string } | { exitCode: number }

/** Listens for commands; only the account that runs this process may connect. Returns how to stop. */
export async function listenForCommands(
  dataDir: string,
  makeContext: (io: CommandContext['io']) => CommandContext,
): Promise<() => Promise<void>> {
  const path = socketOf(dataDir)
  // We hold the directory's lock, so a socket found here is a dead process's.
  await unlink(path).catch(() => undefined)
  const server = createServer((incoming, answer) => {
    answerCommand(incoming, answer, makeContext).catch(() => answer.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })
  await chmod(path, 0o600)
  return async () => {
    await new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
    await unlink(path).catch(() => undefined)
  }
}

async function answerCommand(
  incoming: IncomingMessage,
  answer: ServerResponse,
  makeContext: (io: CommandContext['io']) => CommandContext,
): Promise<void> {
  let body = ''
  incoming.setEncoding('utf8')
  for await (const chunk of incoming) {
    body += chunk as string
    if (body.length > longestRequest) throw new Error('The command line is too long.')
  }
  // Who asked may go away: then nobody waits for the end of a long command.
  const gone = new AbortController()
  answer.on('close', () => gone.abort())
  const send = (line: AnswerLine) => answer.write(`${JSON.stringify(line)}\n`)
  answer.writeHead(200, { 'content-type': 'application/x-ndjson' })
  const exitCode = await runCommand(
    JSON.parse(body) as string[],
    makeContext,
    (kind, text) => void send({ kind, text }),
    gone.signal,
  )
  answer.end(`${JSON.stringify({ exitCode })}\n`)
}

/** Runs a command in the process that holds `dataDir` and returns its exit code; null where none listens. */
export function forwardCommand(
  dataDir: string,
  words: readonly string[],
  write: Write,
  signal: AbortSignal,
): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const call = request({ socketPath: socketOf(dataDir), path: '/', method: 'POST', signal }, (answer) => {
      takeAnswer(answer, write).then(resolve, reject)
    })
    call.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') resolve(null)
      else reject(error)
    })
    call.end(JSON.stringify(words))
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
