/** Recipes whose ingredients or steps a page sets as furniture. */
import { expect, test } from 'vitest'
import { extractArticle } from '../../src/sources/page.ts'

const told =
  '<p>My aunt made this soup whenever the boats came in late. It takes an hour, most of which you can spend at the window, and it is even better on the next day.</p>'
const ingredients = [
  '500 g potatoes',
  '2 leeks',
  '1 litre fish stock',
  '300 g smoked haddock',
  '200 ml cream',
]
const steps = [
  'Peel the potatoes and cut them into cubes.',
  'Soften the leeks in butter for ten minutes.',
  'Poach the fish in the soup and stir in the cream.',
]
const each = (lines: readonly string[], around: (line: string, at: number) => string) =>
  lines.map(around).join('')
const page = (body: string) =>
  extractArticle(
    `<html><body><main><article><h1>Harbour soup</h1>${told}${told.replace('soup', 'dish')}${body}</article></main></body></html>`,
    'https://kitchen.example/soup',
  ).text

const shapes: Record<string, string> = {
  'a box beside the steps':
    `<div><aside class="ingredients"><h3>Ingredients</h3><h4>For the soup</h4><ul>${each(ingredients, (line) => `<li>${line}</li>`)}</ul></aside>` +
    `<section><h3>Method</h3>${each(steps, (line, at) => `<h4>Step ${at + 1}</h4><p>${line}</p>`)}</section></div>`,
  'links to what each ingredient is':
    `<h2>Ingredients</h2><ul>${each(ingredients, (line) => `<li><a href="/of/${encodeURIComponent(line)}">${line}</a></li>`)}</ul>` +
    `<h2>Method</h2><ol>${each(steps, (line) => `<li>${line}</li>`)}</ol>`,
  'boxes to tick':
    `<h2>Ingredients for 4</h2>${each(ingredients, (line) => `<label><input type="checkbox">${line}</label>`)}` +
    `<h2>Directions</h2>${each(steps, (line) => `<div><label><input type="checkbox">${line}</label></div>`)}`,
  'a tab that is folded up':
    '<div><a href="#what">Ingredients</a><a href="#how">Method</a></div>' +
    `<div id="what"><ul>${each(ingredients, (line) => `<li>${line}</li>`)}</ul></div>` +
    `<div id="how" style="display: none">${each(steps, (line) => `<p>${line}</p>`)}</div>`,
}

test.each(Object.entries(shapes))('a recipe is whole with %s', (_shape, body) => {
  const text = page(body)
  for (const line of [...ingredients, ...steps]) expect(text).toContain(line)
})

test('a heading above boxes of links, and what is hidden below it, open nothing', () => {
  const links = each(['Fish pie', 'Leek tart', 'Bread'], (line) => `<li><a href="/${line}">${line}</a></li>`)
  const text = page(
    `<h2>Ingredients</h2><ul><li>2 leeks</li></ul><h2>Method</h2><p>${steps[1]}</p><div hidden>Secret</div><ul>${links}</ul>`,
  )
  expect(text).toContain('2 leeks')
  expect(text).not.toContain('Fish pie')
  expect(text).not.toContain('Secret')
})

test('steps alone make no recipe of a page', () => {
  expect(page(`<h2>Method</h2><aside><p>${steps[0]}</p></aside>`)).not.toContain(steps[0])
})
