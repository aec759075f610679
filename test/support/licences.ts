/** `npm run licences`: writes docs/licences.md, the licence of everything that is installed to run Gazette, from the lock file. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
export const licencesFile = join(root, 'docs/licences.md')

interface Locked {
  version: string
  license?: string
  dev?: boolean
}

/** Licences that let us run and pass on the package with its notice. */
export const accepted =
  /^(?:MIT|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|CC0-1\.0|PSF-2\.0|Unlicense|BlueOak-1\.0\.0|\(MIT OR CC0-1\.0\))$/u

/** Every installed package that is not for development alone, by name. */
export function listLicences(): { name: string; version: string; licence: string }[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>
  }
  return Object.entries(lock.packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true)
    .map(([path, { version, license = 'unknown' }]) => ({
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      licence: license,
    }))
    .toSorted(
      (one, other) => one.name.localeCompare(other.name, 'en') || one.version.localeCompare(other.version),
    )
}

/** The page in Markdown. */
export function renderLicences(): string {
  const rows = listLicences().map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`)
  return `# Licences

Gazette itself is under the [MIT licence](../LICENSE). These packages are installed to run it; their licences travel with
them in \`node_modules\`. The file \`src/core/language-ngrams.generated.json\` holds the numbers of eld (Apache-2.0,
https://github.com/nitotm/efficient-language-detector-js), laid out anew by \`test/support/generate-ngrams.ts\`. Written by \`npm run licences\` from the lock file.

| package | version | licence |
| --- | --- | --- |
${rows.join('\n')}
`
}

if (process.argv[1] === import.meta.filename) writeFileSync(licencesFile, renderLicences())
