/** Below the log: suggestions, the bot's reply keyboard, the command menu, files, and the field to write in. */
import { askInBox, byId, make } from './dom.js'
import { t } from './words.js'

/** Where "share my location" is in the playground: People's Square, Shanghai. */
const location = { latitude: 31.23, longitude: 121.47 }

let draft = ''

/** Shows the foot for `view`; `acts` are send(text, more) and sendFile(file), `suggestions` what to try. */
export function showComposer(view, acts, { suggestions, chats, thread, setThread }) {
  const foot = byId('foot')
  const writing = document.activeElement?.id === 'field'
  const field = make('textarea', {
    id: 'field',
    rows: 1,
    dir: 'auto',
    placeholder: t(view.chat.type === 'channel' ? 'writeIn' : 'write'),
    'aria-label': t('write'),
  })
  field.value = draft
  const commands = make('div', { class: 'commands', hidden: true })
  const send = () => {
    const text = field.value.trim()
    if (text === '') return
    field.value = ''
    draft = ''
    commands.hidden = true
    acts.send(text)
  }
  const showCommands = (all) => {
    const begun = field.value.trim().toLowerCase()
    const fitting = view.commands.filter(({ command }) => all || `/${command}`.startsWith(begun))
    commands.hidden = fitting.length === 0 || !(all || begun.startsWith('/'))
    commands.replaceChildren(
      ...fitting.map(({ command, description }) =>
        make(
          'button',
          {
            onclick: () => {
              commands.hidden = true
              field.value = ''
              draft = ''
              acts.send(`/${command}`)
            },
          },
          make('b', {}, `/${command}`),
          ` ${description}`,
        ),
      ),
    )
  }
  field.addEventListener('input', () => {
    draft = field.value
    showCommands(false)
  })
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') commands.hidden = true
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    send()
  })
  const file = make('input', { type: 'file', hidden: true, 'aria-label': t('attach') })
  file.addEventListener('change', () => {
    if (file.files[0]) acts.sendFile(file.files[0])
  })
  const hints = suggestions.filter((each) => view.chat.type === 'private' && each !== '/start')
  foot.replaceChildren(
    ...[
      view.messages.length > 0 && hints.length > 0
        ? make(
            'div',
            { class: 'hints' },
            t('tryThis'),
            hints.map((each) => make('button', { onclick: () => acts.send(each) }, each)),
          )
        : null,
      commands,
      makeReplyKeyboard(view, acts, chats),
      view.topics.length > 0 ? makeTopics(view, thread, setThread) : null,
      make(
        'div',
        { class: 'compose' },
        make(
          'button',
          { class: 'plain', title: t('attach'), 'aria-label': t('attach'), onclick: () => file.click() },
          '📎',
        ),
        make(
          'button',
          {
            class: 'plain',
            title: t('commands'),
            'aria-label': t('commands'),
            onclick: () => (commands.hidden ? showCommands(true) : (commands.hidden = true)),
          },
          '/',
        ),
        field,
        make('button', { class: 'primary', onclick: send }, t('send')),
        file,
      ),
    ].filter(Boolean),
  )
  if (writing) field.focus()
}

function makeTopics(view, thread, setThread) {
  const select = make(
    'select',
    { 'aria-label': t('topic'), onchange: ({ target }) => setThread(Number(target.value) || null) },
    make('option', { value: '' }, t('general')),
    view.topics.map(({ id, name }) => make('option', { value: id, selected: id === thread }, name)),
  )
  return make('label', { class: 'topics' }, `${t('topic')} `, select)
}

function makeReplyKeyboard(view, acts, chats) {
  if (!view.keyboard) return null
  const tap = async (button) => {
    if (typeof button === 'string') return acts.send(button)
    if (button.request_location) return acts.send(undefined, { location })
    if (!button.request_chat) return acts.send(button.text)
    const fitting = chats.filter(
      ({ chat }) =>
        (chat.type === 'channel') === Boolean(button.request_chat.chat_is_channel) && chat.type !== 'private',
    )
    const chat = await askInBox(t('whichChat'), [
      ...fitting.map((each) => ({ label: each.chat.title, value: each.chat.id })),
      { label: t('cancel'), value: null },
    ])
    if (chat !== null)
      acts.send(undefined, { shared: { request_id: button.request_chat.request_id, chat_id: chat } })
  }
  return make(
    'div',
    { class: 'keyboard below' },
    view.keyboard.keyboard.map((row) =>
      make(
        'div',
        {},
        row.map((button) =>
          make(
            'button',
            { dir: 'auto', onclick: () => tap(button) },
            typeof button === 'string' ? button : button.text,
          ),
        ),
      ),
    ),
  )
}
