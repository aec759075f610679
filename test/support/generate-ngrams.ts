/** Writes src/core/language-ngrams.generated.json: the smallest database of the package eld (Apache-2.0), laid out so that it takes a tenth of the memory. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const ngramsFile = join(import.meta.dirname, '../../src/core/language-ngrams.generated.json')

interface Eld {
  languages: Record<number, string>
  /** By n-gram: what it says for each language, by number. */
  ngrams: Record<string, Record<number, number>>
}

/** A file of the installed package that it does not export. */
const partOf = (file: string) => import(new URL(file, import.meta.resolve('eld')).href) as Promise<unknown>

/** The file's text, the same for the same version of the package. */
export async function generateNgrams(): Promise<string> {
  const { ngramsData } = (await partOf('../ngrams/extrasmall.js')) as { ngramsData: Eld }
  const { dictionary } = (await partOf('../dictionary.js')) as { dictionary: string[] }
  // It writes each byte of UTF-8 as a letter of its own; here it is the character of that number.
  const bytes = new Map(
    dictionary.flatMap((letter, byte) => (byte < 0x80 || letter === ' ' ? [] : [[letter, byte]])),
  )
  const named = (ngram: string) =>
    Array.from(ngram, (letter) => String.fromCodePoint(bytes.get(letter) ?? letter.codePointAt(0)!)).join('')
  const said = Object.values(ngramsData.ngrams).map((scores) => {
    const packed = Object.entries(scores).map(([language, score]) => Number(language) * 256 + score)
    return packed.length === 1 ? packed[0] : packed
  })
  const parts = {
    languages: Object.values(ngramsData.languages),
    pieces: Object.keys(ngramsData.ngrams).map(named).join('|'),
    said,
  }
  const lines = Object.entries(parts).map(([name, part]) => `  "${name}": ${JSON.stringify(part)}`)
  return `{\n${lines.join(',\n')}\n}\n`
}

if (process.argv[1] === import.meta.filename) writeFileSync(ngramsFile, await generateNgrams())
