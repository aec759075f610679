/** The log of a chat: bubbles with entities and keyboards, drafts and what the bot is doing; edits happen in place. */
import { byId, make, toast } from './dom.js'
import { renderText } from './entities.js'
import { renderRich } from './rich.js'
import { currentLanguage, t } from './words.js'

const nameOf = (sender) => sender.title ?? [sender.first_name, sender.last_name].filter(Boolean).join(' ')

const clockOf = (seconds) =>
  new Date(seconds * 1000).toLocaleTimeString(currentLanguage(), { hour: '2-digit', minute: '2-digit' })
const dayOf = (seconds) =>
  new Date(seconds * 1000).toLocaleDateString(currentLanguage(), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  })

/** What is shown for each message id, with the message it shows. */
const shown = new Map()
let shownChat = null

// What grows below the log, suggestions or a keyboard, covers none of what was read: it moves up.
let height = byId('log').clientHeight
new ResizeObserver(([{ target }]) => {
  target.scrollTop += Math.max(0, height - target.clientHeight)
  height = target.clientHeight
}).observe(byId('log'))

/** Shows `view` for `user`; `acts` are send(text), press(message, button) and stop(). */
export function showMessages(view, user, acts) {
  const log = byId('log')
  const key = `${view.chat.id}|${user.id}|${currentLanguage()}`
  if (key !== shownChat) {
    log.replaceChildren()
    shown.clear()
    shownChat = key
  }
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 120
  log.querySelector('.passing')?.remove()
  log.querySelector('.welcome')?.remove()
  let day = ''
  let previous = null
  for (const message of view.messages) {
    const today = dayOf(message.date)
    const content = JSON.stringify(message)
    const known = shown.get(message.message_id)
    if (known?.content === content) {
      previous = known.element
      day = today
      continue
    }
    const element = makeMessage(message, view, user, acts, today === day ? null : today)
    if (known) known.element.replaceWith(element)
    else if (previous) previous.after(element)
    else log.prepend(element)
    shown.set(message.message_id, { content, element })
    previous = element
    day = today
  }
  const ids = new Set(view.messages.map((message) => message.message_id))
  for (const [id, { element }] of shown)
    if (!ids.has(id)) {
      element.remove()
      shown.delete(id)
    }
  const passing = makePassing(view, acts)
  if (passing) log.append(passing)
  if (view.messages.length === 0) log.append(makeWelcome(acts))
  if (atEnd || view.messages.at(-1)?.from?.id === user.id) log.scrollTop = log.scrollHeight
}

function makeMessage(message, view, user, acts, day) {
  const sender = message.from ?? message.sender_chat
  const own = sender.id === user.id
  const text = message.text ?? message.caption ?? ''
  const topic = view.topics.find(({ id }) => id === message.message_thread_id)
  const showName = !own && view.chat.type !== 'private'
  return make(
    'div',
    { class: `row ${own ? 'own' : ''}`, 'data-id': message.message_id },
    day ? make('div', { class: 'day' }, day) : null,
    make(
      'article',
      { class: 'bubble', dir: 'auto', 'aria-label': `${own ? t('you') : nameOf(sender)}` },
      showName || topic
        ? make('div', { class: 'sender' }, nameOf(sender), topic ? ` · ${topic.name}` : '')
        : null,
      message.reply_to_message ? make('div', { class: 'reply' }, message.reply_to_message.text ?? '…') : null,
      makePicture(message.photo?.at(-1)),
      message.document ? make('div', { class: 'file' }, `📄 ${message.document.file_name}`) : null,
      message.location
        ? make('div', { class: 'file' }, `📍 ${message.location.latitude}, ${message.location.longitude}`)
        : null,
      message.chat_shared ? make('div', { class: 'file' }, `↪ ${message.chat_shared.chat_id}`) : null,
      message.rich_message
        ? renderRich(message.rich_message)
        : make(
            'div',
            { class: 'text' },
            renderText(text, message.entities ?? message.caption_entities, acts.send),
          ),
      make('time', {}, `${message.edit_date ? `${t('edited')} ` : ''}${clockOf(message.date)}`),
    ),
    makeKeyboard(message, acts),
  )
}

function makePicture(photo) {
  if (!photo) return null
  const { file_id: id, width, height } = photo
  return make('img', { class: 'picture', src: `/control/files/${id}`, width, height, alt: t('picture') })
}

function makeKeyboard(message, acts) {
  const rows = message.reply_markup?.inline_keyboard
  if (!rows) return null
  return make(
    'div',
    { class: 'keyboard' },
    rows.map((row) =>
      make(
        'div',
        {},
        row.map((button) => makeButton(message, button, acts)),
      ),
    ),
  )
}

function makeButton(message, button, acts) {
  if (button.url)
    return make(
      'a',
      { class: 'button', href: button.url, target: '_blank', rel: 'noopener noreferrer' },
      `${button.text} ↗`,
    )
  const element = make('button', { dir: 'auto' }, button.text)
  element.addEventListener('click', async () => {
    if (button.copy_text) {
      await navigator.clipboard.writeText(button.copy_text.text)
      return toast(t('copied'))
    }
    element.setAttribute('aria-busy', 'true')
    await acts.press(message, button)
    element.removeAttribute('aria-busy')
  })
  return element
}

function makePassing({ draft, action }, { stop }) {
  if (draft)
    return make(
      'div',
      { class: 'row passing', 'aria-live': 'polite' },
      make(
        'article',
        { class: 'bubble draft', dir: 'auto' },
        make(
          'div',
          { class: 'text' },
          draft.text === '' ? t('thinking') : renderText(draft.text, draft.entities),
        ),
      ),
      draft.canStop
        ? make('div', { class: 'keyboard' }, make('div', {}, make('button', { onclick: stop }, t('stop'))))
        : null,
    )
  return action ? make('div', { class: 'row passing typing' }, t('typing')) : null
}

function makeWelcome({ send }) {
  return make(
    'div',
    { class: 'welcome' },
    make('h1', {}, t('welcome')),
    make('p', {}, t('what')),
    make('button', { class: 'primary', onclick: () => send('/start') }, t('begin')),
    make(
      'ol',
      {},
      t('steps').map((step) => make('li', {}, step)),
    ),
  )
}
