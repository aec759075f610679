/** Adds what a recipe's data tells and its page's text does not: cards are often folded up, or drawn by a script. */
import { htmlToText, type Block } from '../blocks.ts'
import { isProse } from './block-signs.ts'
import { descendants, textOf, type PageElement } from './tree.ts'

export interface Recipe {
  ingredients: string[]
  steps: string[]
}

type Thing = Readonly<Record<string, unknown>>

const mostLines = 150
/** Sections hold steps, which may be lists of sentences. */
const maxDepth = 4

/** The recipe that a page's JSON-LD is about; null for a page of several. */
export function readRecipe(things: readonly Thing[]): Recipe | null {
  const recipes = things.filter(({ '@type': type }) => [type].flat().includes('Recipe'))
  if (new Set(recipes.map(({ name }) => name)).size !== 1) return null
  const [best] = recipes
    .map((thing) => ({
      ingredients: linesOf(thing['recipeIngredient'] ?? thing['ingredients']),
      steps: linesOf(thing['recipeInstructions']),
    }))
    .toSorted((one, other) => lengthOf(other) - lengthOf(one))
  return best ?? null
}

/** The recipe that a page marks where it shows it. */
export function markedRecipe(root: PageElement): Recipe {
  const recipe: Recipe = { ingredients: [], steps: [] }
  for (const element of descendants(root)) {
    const name = element.attributes['itemprop']
    const lines =
      name === undefined
        ? null
        : /\brecipeInstructions\b/u.test(name)
          ? recipe.steps
          : /\b(?:recipeIngredient|ingredients)\b/u.test(name)
            ? recipe.ingredients
            : null
    if (lines && lines.length < mostLines) lines.push(element.attributes['content'] ?? textOf(element, 2_000))
  }
  return recipe
}

function lengthOf({ ingredients, steps }: Recipe): number {
  return ingredients.length + steps.length
}

const isEscapedTwice = /&amp;(?:#\d+|\p{L}+);/u

function linesOf(value: unknown, depth = 0): string[] {
  if (depth > maxDepth) return []
  if (typeof value === 'string')
    return htmlToText(isEscapedTwice.test(value) ? htmlToText(value) : value).split(/\n+/u)
  if (Array.isArray(value)) return value.slice(0, mostLines).flatMap((each) => linesOf(each, depth + 1))
  if (typeof value !== 'object' || value === null) return []
  const { itemListElement, text, name } = value as Thing
  return linesOf(itemListElement ?? text ?? name, depth + 1)
}

/** Fewer letters stand in other sentences too. */
const fewestLetters = 6
/** A step is told where it begins so, */
const opening = 40
/** and a list where so many of its lines are: pages write some in their own ways. */
const toldShare = 0.5

/** The blocks with the ingredients and the steps that they lack. */
export function completeRecipe(blocks: readonly Block[], recipe: Recipe | null): readonly Block[] {
  if (recipe === null) return blocks
  const steps = [...new Set(recipe.steps)].filter((line) => line !== '')
  const ingredients = [...new Set(recipe.ingredients)].filter((line) => line !== '')
  const openings = steps.map((line) => lettersOf(line).slice(0, opening))
  const letters = blocks.map(({ text }) => lettersOf(text))
  const lacksSteps = !isTold(openings, letters.join(''))
  // The steps name the ingredients too.
  const short = blocks.filter((block) => !isProse(block)).map(({ text }) => lettersOf(text))
  const lacksIngredients = !isTold(ingredients.map(namedIn), short.join(''))
  const firstStep = letters.findIndex(
    (text) => text.length >= fewestLetters && openings.some((line) => text.startsWith(line)),
  )
  const at = lacksIngredients && firstStep >= 0 ? firstStep : blocks.length
  const asItem = (text: string): Block => ({ kind: 'item', text, links: [] })
  return [
    ...blocks.slice(0, at),
    ...(lacksIngredients ? ingredients.map(asItem) : []),
    ...blocks.slice(at),
    ...(lacksSteps ? steps.map(asItem) : []),
  ]
}

function isTold(lines: readonly string[], letters: string): boolean {
  const long = lines.filter((line) => line.length >= fewestLetters)
  return long.filter((line) => letters.includes(line)).length >= long.length * toldShare
}

/** What is measured, without the measure before it and what is to be done with it: its last two words. */
function namedIn(ingredient: string): string {
  const words = (/^[^,(]*/u.exec(ingredient)?.[0] ?? '').match(/\p{L}+/gu) ?? []
  return words.slice(-2).join('').toLowerCase()
}

/** Measures in brackets are added here and left out there. */
function lettersOf(text: string): string {
  return text.replace(/\([^()]{0,80}\)|[^\p{L}]/gu, '').toLowerCase()
}
