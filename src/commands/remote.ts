/** Takes commands in the process that holds the embedded database, over a socket in its directory. */
import { chmod, unlink } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Config } from '../config.ts'
import { socketOf } from '../db/lock.ts'
import type { Pipeline } from '../pipeline/context.ts'
import type { CommandContext } from './command.ts'
import type { AnswerLine, Forwarded } from './forward.ts'
import { runCommand } from './run.ts'

/** Longest command line taken, in bytes. */
const longestRequest = 1_000_000

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

/** What a command is given that runs in the process of `pipeline`. */
export function contextIn(config: Config, pipeline: Pipeline): (io: CommandContext['io']) => CommandContext {
  const { log, now, db } = pipeline
  return (io) => ({ config, log, io, now, connect: async () => db, open: async () => pipeline })
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
  const { words, folder } = JSON.parse(body) as Forwarded
  const exitCode = await runCommand(words, makeContext, {
    write: (kind, text) => void send({ kind, text }),
    signal: gone.signal,
    folder,
  })
  answer.end(`${JSON.stringify({ exitCode })}\n`)
}
