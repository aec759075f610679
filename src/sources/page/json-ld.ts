/** Reads the JSON-LD of a page for its article: what publishers tell search engines about it. */
import { readRecipe, type Recipe } from './recipe.ts'

export interface LinkedArticle {
  headline: string | null
  authors: string[]
  datePublished: string | null
  body: string | null
  image: string | null
  siteName: string | null
  /** False where the publisher says that readers must pay. */
  free: boolean
  recipe: Recipe | null
}

type Thing = Readonly<Record<string, unknown>>

const articleTypes =
  /^(?:.*\/)?(?:[A-Za-z]*Article|NewsArticle|BlogPosting|Posting|SocialMediaPosting|DiscussionForumPosting|Report|Review|CreativeWork|WebPage|QAPage|TechArticle|LiveBlogPosting|Recipe)$/u
const maxScriptLength = 1_000_000

/** The article among a page's JSON-LD scripts; null where none is readable. */
export function readJsonLd(scripts: readonly string[]): LinkedArticle | null {
  const things: Thing[] = []
  for (const script of scripts) collect(parseLoosely(script), things, 0)
  const articles = things
    .filter((thing) => typesOf(thing).some((type) => articleTypes.test(type)))
    .toSorted((one, other) => rank(other) - rank(one))
  const best = articles[0]
  if (!best) return null
  const everywhere = (key: string) => textOf(best[key]) ?? null
  return {
    headline: everywhere('headline') ?? (rank(best) > 10 ? everywhere('name') : null),
    authors: authorsOf(articles, things),
    datePublished: everywhere('datePublished') ?? everywhere('dateCreated') ?? everywhere('uploadDate'),
    body: everywhere('articleBody') ?? everywhere('text'),
    image: imageOf(best['image'] ?? best['thumbnailUrl']),
    siteName: namesOf(best['publisher'], things)[0] ?? null,
    free: !['false', 'False', false].includes(best['isAccessibleForFree'] as string | boolean),
    recipe: readRecipe(things),
  }
}

function withoutFaults(script: string): string {
  // oxlint-disable-next-line no-control-regex -- raw line ends inside strings are the commonest fault
  return script.replace(/[\u0000-\u001f]+/gu, ' ').replace(/,\s*(?=[}\]])/gu, '')
}

/** What begins and never ends goes to the end, so that no part is looked through twice. */
const stringOrComment = /"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?$)|\/\/[^\n]*|\/\*.*?(?:\*\/|$)/gsu

function withoutComments(script: string): string {
  return script.replace(stringOrComment, (part) => (part.startsWith('"') ? part : ' '))
}

/** Scripts carry raw line ends, trailing commas, CDATA marks and comments. */
function parseLoosely(script: string): unknown {
  if (script.length > maxScriptLength) return null
  const text = script
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/u, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*;?\s*$/u, '')
    .trim()
    .replace(/;$/u, '')
  for (const attempt of [
    (from: string) => from,
    withoutFaults,
    (from: string) => withoutFaults(withoutComments(from)),
    // Some frameworks escape what they write into scripts too.
    (from: string) => from.replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
  ]) {
    try {
      return JSON.parse(attempt(text)) as unknown
    } catch {
      // The next attempt is more lenient; a script that fails all says nothing.
    }
  }
  return null
}

function collect(value: unknown, things: Thing[], depth: number): void {
  if (depth > 6 || things.length > 300 || typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const each of value) collect(each, things, depth + 1)
    return
  }
  const thing = value as Thing
  things.push(thing)
  for (const key of [
    '@graph',
    'mainEntity',
    'mainEntityOfPage',
    'itemListElement',
    'hasPart',
    'liveBlogUpdate',
  ])
    if (key in thing && key !== 'liveBlogUpdate') collect(thing[key], things, depth + 1)
}

function typesOf(thing: Thing): string[] {
  const type = thing['@type']
  return (Array.isArray(type) ? type : [type]).filter((each): each is string => typeof each === 'string')
}

function rank(thing: Thing): number {
  const exact = typesOf(thing).some((type) => /Article|Posting|Report|Review/u.test(type))
  return (
    (exact ? 20 : 0) +
    (thing['articleBody'] ? 4 : 0) +
    (thing['headline'] ? 2 : 0) +
    (thing['author'] ? 2 : 0) +
    (thing['datePublished'] ? 1 : 0)
  )
}

function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return textOf(value[0])
  if (typeof value !== 'string') return null
  return value.trim() || null
}

function namesOf(value: unknown, things: readonly Thing[]): string[] {
  if (typeof value === 'string') {
    // Some write the person as a text of data.
    if (/^\s*[{[]/u.test(value)) return namesOf(parseLoosely(value), things)
    const name = value.replace(/<[^>]*>/gu, ' ').trim()
    return name === '' || /^https?:/u.test(name) ? [] : [name]
  }
  if (Array.isArray(value)) return [...new Set(value.flatMap((each) => namesOf(each, things)))].slice(0, 10)
  if (typeof value !== 'object' || value === null) return []
  const thing = value as Thing
  const name = textOf(thing['name'])
  if (name !== null) return namesOf(name, things)
  const id = thing['@id']
  const target =
    typeof id === 'string' ? things.find((each) => each['@id'] === id && each !== thing) : undefined
  return target && textOf(target['name']) !== null ? namesOf(target['name'], things) : []
}

/** Who wrote the best of the articles; another may name a person where it names its site, or the whole name. */
function authorsOf(articles: readonly Thing[], things: readonly Thing[]): string[] {
  const [own = [], ...others] = articles.map((each) =>
    namesOf(each['author'] ?? each['Author'] ?? each['creator'], things),
  )
  const site = namesOf(articles[0]?.['publisher'], things)[0]?.toLowerCase()
  // A magazine may leave that word out.
  const isSite = (name: string) => site !== undefined && `${site} `.startsWith(`${name.toLowerCase()} `)
  const people = own.every(isSite)
    ? others.find((names) => names.length > 0 && !names.some(isSite))
    : undefined
  return (people ?? own).map(
    (name) =>
      others
        .flat()
        .find((other) => other.startsWith(`${name} `) && surnames.test(other.slice(name.length))) ?? name,
  )
}

const surnames = /^(?: (?:\p{Lu}\.|van|von|der|den|de|da|di|du|la|le|\p{Lu}[\p{L}'’-]+)){1,4}$/u

function imageOf(value: unknown): string | null {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return imageOf(value[0])
  if (typeof value !== 'object' || value === null) return null
  return textOf((value as Thing)['url']) ?? textOf((value as Thing)['contentUrl'])
}
