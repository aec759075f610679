/** Who one is, and the chats of that person with their newest words; the chat's head with what can be done to the bot in it. */
import { byId, make } from './dom.js'
import { t } from './words.js'

const titleOf = (chat, bot) => (chat.type === 'private' ? bot.first_name : chat.title)

/** Shows the people and chats of `state`; `acts` are be(userId) and open(chatId). */
export function showSidebar(state, user, openId, acts) {
  const mine = state.chats.filter(({ chat }) => chat.type !== 'private' || chat.id === user.id)
  byId('sidebar').replaceChildren(
    make(
      'label',
      { class: 'who' },
      `${t('people')} `,
      make(
        'select',
        { onchange: ({ target }) => acts.be(Number(target.value)) },
        state.users.map((each) =>
          make(
            'option',
            { value: each.id, selected: each.id === user.id },
            `${each.first_name} (${each.language_code})`,
          ),
        ),
      ),
    ),
    make('h2', {}, t('chats')),
    make(
      'ul',
      {},
      mine.map(({ chat, last }) =>
        make(
          'li',
          {},
          make(
            'button',
            { 'aria-current': chat.id === openId, 'data-chat': chat.id, onclick: () => acts.open(chat.id) },
            make('b', { dir: 'auto' }, titleOf(chat, state.bot)),
            make('small', { dir: 'auto' }, last?.text?.slice(0, 60) ?? kindOf(chat)),
          ),
        ),
      ),
    ),
    make('button', { class: 'plain reset', onclick: acts.reset }, t('again')),
  )
}

const kindOf = (chat) =>
  chat.type === 'private' ? t('bot') : chat.type === 'channel' ? t('channel') : t('group')

/** Shows the head of the open chat; `setMember(status)` changes what the bot is in it. */
export function showHead(view, bot, setMember) {
  const isPrivate = view.chat.type === 'private'
  const { botStatus } = view
  const choices = isPrivate
    ? [botStatus === 'kicked' ? ['unblock', 'member'] : ['block', 'kicked']]
    : [
        ...(botStatus === 'left' || botStatus === 'kicked'
          ? [['addBot', view.chat.type === 'channel' ? 'administrator' : 'member']]
          : []),
        ...(botStatus === 'member' ? [['makeAdmin', 'administrator']] : []),
        ...(botStatus === 'member' || botStatus === 'administrator' ? [['removeBot', 'left']] : []),
      ]
  byId('head').replaceChildren(
    make('b', { dir: 'auto' }, titleOf(view.chat, bot)),
    make('small', {}, isPrivate ? t('bot') : kindOf(view.chat)),
    make('span', { class: 'space' }),
    ...choices.map(([word, status]) =>
      make('button', { class: 'plain', onclick: () => setMember(status) }, t(word)),
    ),
  )
}
