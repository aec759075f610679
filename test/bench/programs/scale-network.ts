/** The private network of the scale bench: the hub's address, thousands of hosts that are all the hub, and a namespace for each worker. */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync, readFileSync } from 'node:fs'

export const hubAddress = '10.77.0.1'
/** Everything that the workers talk to and from. */
export const network = '10.77.0.0/16'
/** Hosts of feeds: the hub answers for each. */
export const feedNetwork = '10.78.0.0/16'

export const feedHost = (feed: number): string => `10.78.${Math.floor(feed / 250)}.${1 + (feed % 250)}`

const ip = (words: string) => execFileSync('ip', words.split(' '))

/** Gives the hub its addresses. */
export function openHub(): void {
  ip('link set lo up')
  ip(`address add ${hubAddress}/32 dev lo`)
  ip(`route add local ${feedNetwork} dev lo`)
}

export interface Guest {
  output(): string
  /** Ends it gently. */
  end(): Promise<void>
}

/** Starts a program in a network namespace of its own, `number` from 1, that reaches the hub and nothing else; resolves when it says `sign`. */
export async function startGuest(
  number: number,
  words: readonly string[],
  environment: Record<string, string>,
  sign: string,
): Promise<Guest> {
  // The program begins when its network is there.
  const waiting = 'echo waiting; read -r go; exec "$@"'
  const child = spawn('unshare', ['--net', 'sh', '-c', waiting, 'sh', process.execPath, ...words], {
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let output = ''
  const wanted = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      for (const look of wanted) look()
    })
  const says = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (output.includes(text)) resolve()
      }
      wanted.add(look)
      child.once('exit', () => reject(new Error(`worker ${number} ended:\n${output}`)))
      look()
    })
  await says('waiting')
  const inside = (words_: string) =>
    execFileSync('nsenter', ['-t', `${child.pid}`, '-n', 'ip', ...words_.split(' ')])
  ip(`link add to-worker${number} type veth peer name to-hub netns ${child.pid}`)
  ip(`address add 10.77.${number}.1/24 dev to-worker${number}`)
  ip(`link set to-worker${number} up`)
  inside('link set lo up')
  inside(`address add 10.77.${number}.2/24 dev to-hub`)
  inside('link set to-hub up')
  inside(`route add default via 10.77.${number}.1`)
  child.stdin.end('go\n')
  await says(sign)
  return {
    output: () => output,
    end: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

/** Seconds of processor time that everything in this process namespace has used. */
export function processorSeconds(): number {
  const ticksPerSecond = 100
  return globSync('/proc/[0-9]*/stat').reduce((sum, file) => {
    try {
      // https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: times of the process are fields 14 and 15.
      const fields = readFileSync(file, 'utf8')
        .replace(/^.*\) /su, '')
        .split(' ')
      return sum + (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
    } catch {
      return sum
    }
  }, 0)
}
