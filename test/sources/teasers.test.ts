/** Cards that lead to other articles, however a site builds them, and what only looks like them. */
import { expect, test } from 'vitest'
import { extractArticle } from '../../src/sources/page.ts'

const told = (at: number) =>
  `<p>Part ${at}: the ferryman rowed across before dawn, counted the lamps on the other shore, and told whoever was awake what the night had brought down the river.</p>`
const cards = [
  ['Nine uses for an old oar', 'What three villages make of the wood that the river brings back to them.'],
  [
    'The baker below the bridge',
    'In a cellar under the arches a woman has kept her oven warm for forty years.',
  ],
  [
    'A short history of eels',
    'They paid rents and fed monks; then the weirs were built and they stayed away.',
  ],
  ['Why the bells ring at ten', 'Nobody knows who began it, but at ten the whole quay stands still.'],
] as const

const shapes: Record<string, (title: string, line: string) => string> = {
  'a picture, a linked line and a date': (title, line) =>
    `<li><img src="a.jpg"><div><a href="/of/1">${title}</a><p>${line}</p><time>12 May, 2024</time></div></li>`,
  'a headline without a link and a call with one': (title, line) =>
    `<div class="tile"><a href="/of/1"></a><div><h4>${title}</h4><p>${line}</p><a href="/of/1">Discover</a></div></div>`,
}
const page = (middle: string) =>
  extractArticle(
    `<html><body><main><h1>The ferryman's lamp</h1><div>${told(1)}${told(2)}${told(3)}${middle}${told(4)}${told(5)}${told(6)}${told(7)}${told(8)}</div></main></body></html>`,
    'https://river.example/lamp',
  ).text

test.each(Object.entries(shapes))('%s make a card', (_shape, card) => {
  const text = page(`<div>${cards.map(([title, line]) => card(title, line)).join('')}</div>`)
  for (const [title, line] of cards) {
    expect(text).not.toContain(title)
    expect(text).not.toContain(line)
  }
  for (let at = 1; at <= 8; at += 1) expect(text).toContain(`Part ${at}:`)
})

test('one card under a heading that offers others goes with it', () => {
  const [title, line] = cards[0]
  const card = `<article><a href="/of/1"><img src="a.jpg"></a><h3><a href="/of/1">${title}</a></h3><p>${line}</p></article>`
  const text = page(`<section><h2>You might also like</h2><div>${card}</div></section>`)
  expect(text).not.toContain(line)
  expect(page(card.replaceAll('<a href="/of/1">', '').replaceAll('</a>', ''))).toContain(line)
})

test('a list of what the article is about stays, with its pictures and links', () => {
  const item = (title: string, line: string) =>
    `<div class="item"><h3>${title}</h3><img src="a.jpg"><p>${line} ${line} ${line}</p><a href="https://shop.example/">Visit</a></div>`
  const text = page(`<div>${cards.map(([title, line]) => item(title, line)).join('')}</div>`)
  for (const [title, line] of cards) {
    expect(text).toContain(title)
    expect(text).toContain(line)
  }
  const short = cards.map(([title, line]) => `<li><b>${title}</b> ${line}</li>`).join('')
  expect(page(`<ul>${short}</ul>`)).toContain(cards[2][1])
})
