/** The processes of a soak: two of each service, started again when they end, watched for memory and for ends of their own. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Program, startProgram } from '../support/process.ts'

const services = ['bot', 'scheduler', 'worker', 'sender'] as const

interface Place {
  /** 'worker 1' */
  name: string
  service: string
  program: Program | null
}

/** Memory of one process at one time. */
export interface Sample {
  name: string
  pid: number
  /** Milliseconds since all processes ran. */
  at: number
  mb: number
}

export interface SoakFleet {
  /** Resolves when all of them run; rejects when one cannot. Memory is measured from then on. */
  running: Promise<void>
  samples: Sample[]
  /** Ends that nobody ordered, with the last words; those at start-up while the database was away are only counted. */
  fallen: string[]
  /** Processes, ended by whom ever, that had a rejection or an error which nobody handled. */
  rejections: string[]
  failedStarts: number
  kills: number
  /** kill -9 of a process picked at random; of the second of each service only, where the first are to live. */
  kill(sparesFirst: boolean): Promise<void>
  /** Ends everything gently; returns exit codes other than 0, by name. */
  stop(): Promise<string[]>
}

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Starts eight processes with this environment; `isDatabaseUp` says whether a start that failed has no excuse. What they say is kept in `logs`. */
export function startSoakFleet(
  environment: Record<string, string>,
  isDatabaseUp: (since: number) => boolean,
  logs?: string,
): SoakFleet {
  let begun = Date.now()
  let stopping = false
  const places: Place[] = services.flatMap((service) =>
    [1, 2].map((nth) => ({ name: `${service} ${nth}`, service, program: null })),
  )
  const ordered = new WeakSet<Program>()
  const fleet: SoakFleet = {
    running: Promise.resolve(),
    samples: [],
    fallen: [],
    rejections: [],
    failedStarts: 0,
    kills: 0,
    kill: async (sparesFirst) => {
      const living = places.filter(({ program, name }) => program && (!sparesFirst || name.endsWith('2')))
      const place = living[Math.floor(Math.random() * living.length)]
      if (!place?.program) return
      ordered.add(place.program)
      fleet.kills += 1
      await place.program.end('SIGKILL')
    },
    stop: async () => {
      stopping = true
      clearInterval(sampling)
      const codes = await Promise.all(
        places.map(async ({ program }) => (program ? program.end('SIGTERM') : 0)),
      )
      await Promise.all(keepers)
      return codes.flatMap((code, at) => (code === 0 ? [] : [`${places[at]!.name} ended with ${code}`]))
    },
  }

  /** Keeps one place filled, as a service manager does. */
  async function keep(place: Place): Promise<void> {
    while (!stopping) {
      const startedAt = Date.now()
      const program = startProgram(['start'], { ...environment, SERVICES: place.service })
      place.program = program
      const code = await program.finished
      place.program = null
      if (logs !== undefined) writeFileSync(join(logs, `${place.name} ${program.pid}.log`), program.output())
      if (hasRejected(program)) fleet.rejections.push(`${place.name}: ${program.output().slice(-1500)}`)
      if (stopping) return
      if (!ordered.has(program)) {
        const excused = !program.output().includes('Gazette is running') && !isDatabaseUp(startedAt)
        if (excused) fleet.failedStarts += 1
        else fleet.fallen.push(`${place.name} ended by itself (${code}): ${program.output().slice(-1500)}`)
      }
      await rest(1000)
    }
  }

  const keepers = places.map(keep)
  fleet.running = Promise.all(
    places.flatMap(({ program }) => program?.says('Gazette is running') ?? []),
  ).then(() => {
    begun = Date.now()
  })
  const sampling = setInterval(() => {
    for (const { name, program } of places) {
      const mb = program && residentMb(program.pid)
      if (program && mb) fleet.samples.push({ name, pid: program.pid, at: Date.now() - begun, mb })
    }
  }, 5000)
  return fleet
}

const hasRejected = (program: Program): boolean => /unhandled|uncaught/iu.test(program.output())

/** What a process holds in memory (Linux); null when it has just ended. */
function residentMb(pid: number): number | null {
  try {
    return Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
  } catch {
    return null
  }
}

export interface Slope {
  name: string
  /** Of the regression through the least of each half minute: what a garbage collection left. */
  mbPerMinute: number
  minutes: number
  lastMb: number
  /** It had grown up by then and lived through the whole of it: a process that has just started takes memory, and leaks none. */
  whole: boolean
}

/** Share of the measured time that a process is to have lived before. */
const grownAfter = 0.2

/** The slope of each process over the part of its life between `from` and `to`, of those that lived a minute of it. */
export function slopes(samples: readonly Sample[], from: number, to: number): Slope[] {
  const late = samples.filter(({ at }) => at >= from && at <= to)
  return [...Map.groupBy(late, ({ name, pid }) => `${name} (${pid})`)].flatMap(([name, own]) => {
    const minutes = (own.at(-1)!.at - own[0]!.at) / 60_000
    if (minutes < 1) return []
    const least = [...Map.groupBy(own, ({ at }) => Math.floor(at / 30_000))].map(
      ([half, seen]) => [half / 2, Math.min(...seen.map(({ mb }) => mb))] as const,
    )
    const mean = (pick: 0 | 1) => least.reduce((sum, point) => sum + point[pick], 0) / least.length
    const [x, y] = [mean(0), mean(1)]
    const over = least.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0)
    const under = least.reduce((sum, point) => sum + (point[0] - x) ** 2, 0)
    const born = samples.find(({ pid }) => pid === own[0]!.pid)!.at
    const whole = born <= from - (to - from) * grownAfter && minutes >= ((to - from) / 60_000) * 0.8
    return [{ name, mbPerMinute: over / under, minutes, lastMb: own.at(-1)!.mb, whole }]
  })
}

/** What is to be measured: of each service one process is spared by the kills, and has a slope over the whole time. */
export function listUnmeasured(measured: readonly Slope[]): string[] {
  const whole = measured.filter((each) => each.whole).map(({ name }) => name)
  return services
    .filter((service) => !whole.some((name) => name.startsWith(service)))
    .map((service) => `no ${service} lived through the last half`)
}
