/** What every fuzz module shares: inputs made of noise, token soup and mangled fixtures, read one by one. */
import { createRandom } from '../support/random.ts'
import { mutate, pick } from './random.ts'

interface Inputs<Input> {
  name: string
  make: (random: () => number) => Input
  /** The input for whoever looks for its fault. */
  print: (input: Input) => string
  /** Reads one input; throws or rejects where an answer breaks its contract. */
  read: (input: Input) => void | Promise<void>
  /** Opens what reading needs, before time counts. */
  prepare?: (() => Promise<unknown>) | undefined
}

export interface Subject extends Pick<Inputs<Uint8Array>, 'name' | 'read' | 'prepare'> {
  fixtures: readonly Uint8Array[]
  /** Pieces that mean something to the readers, put where they do not belong. */
  tokens: readonly string[]
}

/** One input longer than this hangs. */
const longestMs = 2000

/** Fixtures from texts. */
export const inBytes = (texts: readonly string[]): Uint8Array[] =>
  texts.map((text) => new TextEncoder().encode(text))

/** Returns `fuzzCount` (so many inputs) and `fuzz` (so many seconds; resolves with how many inputs), which reject on a fault. */
export function fuzzerOver<Input>({ name, make, print, read, prepare }: Inputs<Input>) {
  const readNamed = async (input: Input, seed: number, index: number) => {
    try {
      await read(input)
    } catch (error) {
      throw new Error(`${name}: input ${index} of seed ${seed}, ${print(input)}`, { cause: error })
    }
  }
  return {
    async fuzzCount(count: number, seed: number): Promise<void> {
      const random = createRandom(seed)
      for (let index = 0; index < count; index++) await readNamed(make(random), seed, index)
    },
    async fuzz(seconds: number, seed: number): Promise<number> {
      await prepare?.()
      const random = createRandom(seed)
      const end = performance.now() + seconds * 1000
      let index = 0
      for (; performance.now() < end; index++) {
        const input = make(random)
        const before = process.cpuUsage()
        await readNamed(input, seed, index)
        // The time of this process: a busy machine is no hang.
        const { user, system } = process.cpuUsage(before)
        const took = (user + system) / 1000
        if (index > 0 && took > longestMs)
          throw new Error(
            `${name}: input ${index} of seed ${seed} took ${Math.round(took)} ms: ${print(input)}`,
          )
      }
      return index
    },
  }
}

/** The same over mangled bytes. */
export const fuzzerOf = ({ fixtures, tokens, ...rest }: Subject) =>
  fuzzerOver<Uint8Array>({
    ...rest,
    make: (random) => {
      if (pick(random, 20) === 0)
        return Uint8Array.from({ length: pick(random, 2000) }, () => pick(random, 256))
      if (pick(random, 10) === 0) {
        const soup = Array.from({ length: pick(random, 200) }, () => tokens[pick(random, tokens.length)])
        return new TextEncoder().encode(soup.join(''))
      }
      return mutate(fixtures[pick(random, fixtures.length)]!, random, tokens)
    },
    print: (bytes) => `base64 ${Buffer.from(bytes.subarray(0, 20_000)).toString('base64')}`,
  })

/** Throws where `text` holds half a character or a mark that turns text round. */
export function checkText(what: string, text: string | null): void {
  if (text === null) return
  if (!text.isWellFormed()) throw new Error(`${what} has half a character`)
  if (/[\u202a-\u202e\u2066-\u2069]/u.test(text)) throw new Error(`${what} has an overriding mark`)
}
