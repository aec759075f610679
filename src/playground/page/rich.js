/** Turns the blocks of a rich message into elements: headings, paragraphs, quotations, and parts that unfold. */
import { make } from './dom.js'
import { link } from './entities.js'

const marks = { bold: 'b', italic: 'i', underline: 'u', strikethrough: 's', code: 'code' }

/** The element of a message's `rich_message`. What the bot never sends is shown by its kind. */
export function renderRich({ blocks, is_rtl: isRtl }) {
  return make('div', { class: 'rich', dir: isRtl ? 'rtl' : 'auto' }, blocks.map(renderBlock))
}

function renderBlock(block) {
  switch (block.type) {
    case 'heading':
      return make(`h${block.size}`, {}, renderWords(block.text))
    case 'paragraph':
    case 'footer':
      return make('p', { dir: 'auto' }, renderWords(block.text))
    case 'pre':
      return make('pre', {}, renderWords(block.text))
    case 'expandable_blockquote':
      return make('blockquote', {}, renderWords(block.text))
    case 'blockquote':
      return make('blockquote', {}, block.blocks.map(renderBlock))
    case 'details':
      return make(
        'details',
        { open: block.is_open },
        make('summary', { dir: 'auto' }, renderWords(block.summary)),
        block.blocks.map(renderBlock),
      )
    case 'divider':
      return make('hr')
    default:
      return make('p', {}, `[${block.type}]`)
  }
}

/** Nodes of a rich text: words, a list, or words in a style. */
function renderWords(text) {
  if (typeof text === 'string') return [text]
  if (Array.isArray(text)) return text.flatMap(renderWords)
  if (text.type === 'url') return [link(text.url, renderWords(text.text))]
  return [make(marks[text.type] ?? 'span', {}, renderWords(text.text))]
}
