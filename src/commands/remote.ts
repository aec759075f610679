/** Forwards a command to the process that holds the embedded database, over a socket in its directory. */
import { chmod, unlink } from 'node:fs/promises'
import { createServer, type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import type { CommandContext } from './command.ts'
import { type Outcome, runCommand } from './run.ts'

const socketOf = (dataDir: string): string => join(dataDir, 'gazette.sock')
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
    answerCommand(incoming, makeContext).then(
      (outcome) => answer.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(outcome)),
      () => answer.writeHead(400).end(),
    )
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
  makeContext: (io: CommandContext['io']) => CommandContext,
): Promise<Outcome> {
  let body = ''
  incoming.setEncoding('utf8')
  for await (const chunk of incoming) {
    body += chunk as string
    if (body.length > longestRequest) throw new Error('The command line is too long.')
  }
  return runCommand(JSON.parse(body) as string[], makeContext)
}

/** Runs a command in the process that holds `dataDir`; null where none listens. */
export function forwardCommand(dataDir: string, words: readonly string[]): Promise<Outcome | null> {
  return new Promise((resolve, reject) => {
    const call = request({ socketPath: socketOf(dataDir), path: '/', method: 'POST' }, (answer) => {
      let body = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => {
        body += chunk
      })
      answer.on('end', () => resolve(JSON.parse(body) as Outcome))
      answer.on('error', reject)
    })
    call.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') resolve(null)
      else reject(error)
    })
    call.end(JSON.stringify(words))
  })
}
