/** Lists the links of an HTML page for feed discovery, at any size and however broken, without building its tree. */
import { Tokenizer } from 'htmlparser2'
import { decodeEntities } from './feed/entities.ts'

/**
 * A `link`, `a`, `base` or `meta` element; names in lower case and without a prefix, an anchor's first words (or its
 * picture's) under `text`, the picture's file under `picture`, whether it shows the sign of a feed under `icon`.
 */
export interface LinkElement {
  name: string
  attributes: ReadonlyMap<string, string>
}

const wanted = new Set(['base', 'meta', 'link', 'a', 'area'])
const longestLabel = 60
/** Elements that draw an icon; what it shows stands in a class, or in the address of a symbol. */
const drawing = new Set(['i', 'span', 'svg', 'use'])
const feedIcon = /(?:^|[^a-z])rss(?:$|[^a-z])|icon[-_]feed|feed[-_]icon/iu

/** Returns the elements that can name a feed, in order; what is commented out, or text of a script, is none. */
export function linkElements(html: string): LinkElement[] {
  const elements: LinkElement[] = []
  let attributes: Map<string, string> | null = null
  let attribute = ''
  let value = ''
  let anchor: Map<string, string> | null = null
  let inPicture = false
  let inDrawing = false
  const addLabel = (words: string) => {
    const label = anchor?.get('text') ?? ''
    if (label.length < longestLabel) anchor?.set('text', `${label} ${words.trim()}`.trim())
  }
  const nameOf = (start: number, end: number) =>
    html
      .slice(start, end)
      .toLowerCase()
      .replace(/^[\w-]+:/u, '')
  const ignore = () => undefined
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      onopentagname(start, end) {
        const name = nameOf(start, end)
        attributes = wanted.has(name) ? new Map() : null
        if (attributes) elements.push({ name, attributes })
        if (attributes && name === 'a') anchor = attributes
        inPicture = name === 'img'
        inDrawing = anchor !== null && drawing.has(name)
      },
      onattribname(start, end) {
        attribute = html.slice(start, end).toLowerCase()
        value = ''
      },
      onattribdata(start, end) {
        if (attributes || inPicture || inDrawing) value += html.slice(start, end)
      },
      onattribend() {
        if (inPicture && attribute === 'alt') addLabel(value)
        if (inPicture && attribute === 'src')
          anchor?.set('picture', value.slice(-longestLabel).split('/').at(-1) ?? '')
        if (inDrawing && /^class$|href$/u.test(attribute) && feedIcon.test(value)) anchor?.set('icon', 'rss')
        if (attributes && attributes.size < 32 && !attributes.has(attribute))
          attributes.set(attribute, decodeEntities(value))
      },
      ontext(start, end) {
        if (anchor) addLabel(html.slice(start, Math.min(end, start + longestLabel)))
      },
      onclosetag(start, end) {
        if (nameOf(start, end) === 'a') anchor = null
      },
      onattribentity: ignore,
      oncdata: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onend: ignore,
      onopentagend: ignore,
      onprocessinginstruction: ignore,
      onselfclosingtag: ignore,
      ontextentity: ignore,
    },
  )
  tokenizer.write(html)
  tokenizer.end()
  return elements
}
