/** The chat page: keeps who one is and which chat is open, and shows what the server says happened. */
import { setNow, showClock } from './clock.js'
import { showComposer } from './composer.js'
import { askInBox, byId, toast } from './dom.js'
import { addCalls, clearCalls, showCalls } from './inspector.js'
import { showMessages } from './messages.js'
import { follow, get, post } from './server.js'
import { showHead, showSidebar } from './sidebar.js'
import { currentLanguage, switchLanguage, t } from './words.js'

let state = null
let userId = 0
let chatId = 0
let thread = null
let view = null

const user = () => state.users.find(({ id }) => id === userId)

/** What happens to a callback once it is answered, by its id; an answer may come before the tap's own. */
const pressed = new Map()
const answered = new Map()

async function tell(path, body) {
  try {
    return await post(path, body)
  } catch (error) {
    toast(error instanceof TypeError ? t('gone') : error.message)
    return null
  }
}

const acts = {
  send: (text, more = {}) =>
    tell('message', { chat: chatId, from: userId, text, ...(thread ? { thread } : {}), ...more }),
  sendFile: async (file) => {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    await tell('document', {
      chat: chatId,
      from: userId,
      name: file.name,
      type: file.type || undefined,
      base64,
    })
  },
  stop: () => tell('stop', { chat: chatId }),
  /** Resolves when the bot has answered the tap, or after Telegram's patience. */
  press: async (message, button) => {
    const sent = await tell('press', {
      chat: chatId,
      from: userId,
      message: message.message_id,
      data: button.callback_data,
    })
    if (!sent || answered.has(sent.id)) return
    await new Promise((resolve) => {
      pressed.set(sent.id, resolve)
      setTimeout(resolve, 15_000)
    })
  },
}

function answer(callback) {
  answered.set(callback.id, true)
  pressed.get(callback.id)?.()
  pressed.delete(callback.id)
  if (callback.from !== userId || !callback.answer?.text) return
  if (callback.answer.alert) void askInBox(callback.answer.text, [{ label: t('ok'), value: true }])
  else toast(callback.answer.text)
}

async function loadState() {
  state = await get('state')
  if (!user()) {
    const wanted = currentLanguage() === 'zh' ? 'zh' : 'en'
    userId = (state.users.find(({ language_code: code }) => code?.startsWith(wanted)) ?? state.users[0]).id
    chatId = userId
  }
  setNow(state.now)
}

async function loadChat() {
  const wanted = chatId
  const loaded = await get(`chats/${wanted}?user=${userId}`)
  if (wanted === chatId) view = loaded
}

function show() {
  document.documentElement.lang = currentLanguage()
  byId('language').textContent = t('other')
  byId('inspect').textContent = t('inspect')
  showClock(state.canAdvance)
  showSidebar(state, user(), chatId, {
    be: (id) => open(id, id),
    open: (id) => open(userId, id),
    reset: () => tell('reset', {}),
  })
  showHead(view, state.bot, (status) => tell('member', { chat: chatId, from: userId, status }))
  showMessages(view, user(), acts)
  showComposer(view, acts, {
    suggestions: state.suggestions,
    chats: state.chats,
    thread,
    setThread: (id) => {
      thread = id
    },
  })
  showCalls()
}

async function open(asUser, chat) {
  userId = asUser
  chatId = chat
  thread = null
  document.body.classList.remove('menu')
  await loadChat()
  show()
}

let refreshing = null
/** Many happenings in a row are shown once. */
function refresh() {
  refreshing ??= (async () => {
    await new Promise((resolve) => setTimeout(resolve, 40))
    refreshing = null
    await loadState()
    await loadChat()
    show()
  })().catch(() => toast(t('gone')))
}

function take(happening) {
  if (happening.kind === 'call') {
    addCalls([happening.call])
    showCalls()
    if (['sendChatAction', 'sendMessageDraft'].includes(happening.call.method)) refresh()
  } else if (happening.kind === 'callback') answer(happening.callback)
  else if (happening.kind === 'clock') setNow(happening.now)
  else if (happening.kind !== 'confirmed') {
    if (happening.kind === 'reset') clearCalls()
    refresh()
  }
}

byId('language').addEventListener('click', () => {
  switchLanguage()
  show()
})
byId('inspect').addEventListener('click', ({ currentTarget }) => {
  const panel = byId('inspector')
  panel.hidden = !panel.hidden
  currentTarget.setAttribute('aria-expanded', String(!panel.hidden))
  showCalls()
})
byId('menu').addEventListener('click', ({ currentTarget }) => {
  const isOpen = document.body.classList.toggle('menu')
  currentTarget.setAttribute('aria-expanded', String(isOpen))
})
byId('chat').addEventListener('dragover', (event) => event.preventDefault())
byId('chat').addEventListener('drop', (event) => {
  event.preventDefault()
  if (event.dataTransfer.files[0]) void acts.sendFile(event.dataTransfer.files[0])
})

await loadState()
addCalls(await get('calls'))
await loadChat()
show()
follow(take, refresh)
