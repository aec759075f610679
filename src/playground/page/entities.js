/** Turns a message's text and entities into elements. Offsets are UTF-16 units, as in JavaScript strings. */
import { make } from './dom.js'
import { t } from './words.js'

const tags = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  pre: 'pre',
}

/** Nodes for `text`; `sendCommand` is called when a command in it is tapped. */
export function renderText(text, entities = [], sendCommand = () => undefined) {
  const sorted = entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length)
  return renderRange(text, 0, text.length, sorted, sendCommand)
}

function renderRange(text, start, end, entities, sendCommand) {
  const nodes = []
  let at = start
  let rest = entities
  while (rest.length > 0) {
    const [entity, ...others] = rest
    const from = Math.max(entity.offset, at)
    const to = Math.min(entity.offset + entity.length, end)
    if (to <= from) {
      rest = others
      continue
    }
    if (from > at) nodes.push(text.slice(at, from))
    const inner = others.filter((each) => each.offset < to)
    nodes.push(
      wrap(entity, text.slice(from, to), renderRange(text, from, to, inner, sendCommand), sendCommand),
    )
    at = to
    rest = others.filter((each) => each.offset + each.length > to)
  }
  if (at < end) nodes.push(text.slice(at, end))
  // A quote is a block of its own: the line break beside it would double the gap.
  return nodes.map((node, index) =>
    typeof node === 'string' ? trimBeside(node, isBlock(nodes[index - 1]), isBlock(nodes[index + 1])) : node,
  )
}

const isBlock = (node) => node instanceof HTMLElement && ['BLOCKQUOTE', 'PRE'].includes(node.tagName)
const trimBeside = (text, after, before) => {
  const begun = after ? text.replace(/^\n/u, '') : text
  return before ? begun.replace(/\n$/u, '') : begun
}

export function link(href, nodes) {
  const safe = /^(?:https?|tg|mailto):/iu.test(href)
  return safe
    ? make('a', { href, target: '_blank', rel: 'noopener noreferrer' }, nodes)
    : make('span', {}, nodes)
}

/** A button in all but name: a real one would break lines beside it as if it were a picture. */
function makeCommand(text, nodes, sendCommand) {
  const onkeydown = ({ key }) => key === 'Enter' && sendCommand(text)
  return make(
    'span',
    { class: 'command', role: 'button', tabindex: 0, onclick: () => sendCommand(text), onkeydown },
    nodes,
  )
}

function wrap(entity, text, nodes, sendCommand) {
  const { type } = entity
  if (type === 'text_link') return link(entity.url, nodes)
  if (type === 'url') return link(/^[a-z]+:/iu.test(text) ? text : `https://${text}`, nodes)
  if (type === 'email') return link(`mailto:${text}`, nodes)
  if (type === 'bot_command') return makeCommand(text, nodes, sendCommand)
  if (type === 'blockquote') return make('blockquote', {}, nodes)
  if (type === 'expandable_blockquote') return expandable(nodes)
  if (type === 'spoiler')
    return make(
      'span',
      { class: 'spoiler', onclick: ({ currentTarget }) => currentTarget.classList.add('open') },
      nodes,
    )
  if (tags[type]) return make(tags[type], {}, nodes)
  return make('span', { class: 'mention' }, nodes)
}

/** A quote that is folded to three lines until it is tapped. */
function expandable(nodes) {
  const body = make('div', { class: 'folded' }, nodes)
  const toggle = make('button', { class: 'plain', 'aria-expanded': 'false' }, t('more'))
  toggle.addEventListener('click', () => {
    const folded = body.classList.toggle('folded')
    toggle.setAttribute('aria-expanded', String(!folded))
    toggle.textContent = t(folded ? 'more' : 'less')
  })
  const quote = make('blockquote', { class: 'expandable' }, body, toggle)
  // What fits is not folded, which shows only once it has a place on the page.
  requestAnimationFrame(() => {
    toggle.hidden = body.clientHeight > 0 && body.scrollHeight <= body.clientHeight
  })
  return quote
}
