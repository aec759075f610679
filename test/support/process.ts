/** Starts the program as its users do, in a process of its own, and ends it gently or not. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { flagsOn, ownEnvironment } from './own-flags.ts'

const root = join(import.meta.dirname, '../..')

export interface Program {
  pid: number
  /** Everything written so far, both streams. */
  output(): string
  /** The same of standard output alone. */
  result(): string
  /** Resolves when the output holds `text`; rejects with the output when the program ends first. */
  says(text: string): Promise<void>
  /** The exit code, when it ends by itself. */
  finished: Promise<number | null>
  /** Sends a signal and waits for the end; returns the exit code, null after a kill. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

/** Runs `gazette` with these words, typed in `folder`; nothing of this process's own settings reaches it. */
export function startProgram(
  words: readonly string[],
  environment: Record<string, string>,
  folder = root,
): Program {
  const flags = flagsOn('DATABASE_URL' in environment)
  const child: ChildProcess = spawn(process.execPath, [...flags, join(root, 'src/cli.ts'), ...words], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '',
      ...ownEnvironment,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let result = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    result += chunk.toString()
  })
  const listeners = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      for (const listener of listeners) listener()
    })
  const ended = once(child, 'close').then(() => {
    for (const listener of listeners) listener()
  })
  const isOver = () => child.exitCode !== null || child.signalCode !== null
  return {
    pid: child.pid ?? 0,
    finished: ended.then(() => child.exitCode),
    output: () => output,
    result: () => result,
    says: (text) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (output.includes(text)) resolve()
          else if (isOver()) reject(new Error(`the program ended:\n${output}`))
          else return
          listeners.delete(look)
        }
        listeners.add(look)
        look()
      }),
    end: async (signal) => {
      if (!isOver()) child.kill(signal)
      await ended
      return child.exitCode
    },
  }
}
