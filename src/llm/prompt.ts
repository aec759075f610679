/** Loads prompts from the prompts folder: front matter with version and model options, then named parts with placeholders. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

const folder = join(import.meta.dirname, '../../prompts')

const frontMatter = z.strictObject({
  version: z.int().positive(),
  temperature: z.number().min(0).max(2),
  max_tokens: z.int().positive(),
  placeholders: z.array(z.string().regex(/^[a-z]+$/u)),
})

export interface Prompt {
  /** Name and version, e.g. 'summarise-1': stored with what the prompt made. */
  version: string
  temperature: number
  maxTokens: number
  /** Part by its heading, e.g. 'System'. */
  parts: ReadonlyMap<string, string>
}

const loaded = new Map<string, Promise<Prompt>>()

/** The prompt `prompts/<name>.md`, read once. Throws an Error naming what is wrong with the file. */
export function loadPrompt(name: string): Promise<Prompt> {
  let prompt = loaded.get(name)
  if (!prompt) {
    prompt = readFile(join(folder, `${name}.md`), 'utf8').then((text) => parsePrompt(name, text))
    loaded.set(name, prompt)
  }
  return prompt
}

/** Parses the text of a prompt file; every placeholder used must be declared, every declared one used. */
export function parsePrompt(name: string, text: string): Prompt {
  const match = /^---\n(.*?)\n---\n(.*)$/su.exec(text.replaceAll('\r\n', '\n'))
  if (!match) throw new Error(`prompt ${name}: no front matter`)
  const options = frontMatter.parse(parse(match[1]!))
  const parts = new Map<string, string>()
  for (const section of match[2]!.split(/^# (?=\S)/mu).slice(1)) {
    const end = section.indexOf('\n')
    parts.set(section.slice(0, end).trim(), section.slice(end + 1).trim())
  }
  const used = new Set([...parts.values()].flatMap(placeholdersOf))
  const declared = new Set(options.placeholders)
  const odd = differing(used, declared)
  if (odd.length > 0)
    throw new Error(`prompt ${name}: declared and used placeholders differ: ${odd.join(', ')}`)
  return {
    version: `${name}-${options.version}`,
    temperature: options.temperature,
    maxTokens: options.max_tokens,
    parts,
  }
}

/** What only one of the two sets holds. */
function differing(one: ReadonlySet<string>, other: ReadonlySet<string>): string[] {
  return [...one, ...other].filter((each) => one.has(each) !== other.has(each))
}

const placeholder = /\{\{([a-z]+)\}\}/gu

const placeholdersOf = (part: string): string[] => [...part.matchAll(placeholder)].map((match) => match[1]!)

/**
 * A part with its placeholders filled, in one pass, so that a value cannot name another. Throws an Error where the part
 * is missing, a value is, or a value is given that the part does not use.
 */
export function fillPart(
  prompt: Prompt,
  part: string,
  values: Readonly<Record<string, string>> = {},
): string {
  const text = prompt.parts.get(part)
  if (text === undefined) throw new Error(`prompt ${prompt.version}: no part ${part}`)
  const odd = differing(new Set(placeholdersOf(text)), new Set(Object.keys(values)))
  if (odd.length > 0)
    throw new Error(`prompt ${prompt.version}, ${part}: given and used differ: ${odd.join(', ')}`)
  return text.replace(placeholder, (_, name: string) => values[name]!)
}
