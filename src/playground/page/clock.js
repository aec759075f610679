/** The clock of the playground: shows domain time and moves it, so that tomorrow's digest can be seen today. */
import { byId, make, toast } from './dom.js'
import { post } from './server.js'
import { currentLanguage, t } from './words.js'

let ahead = 0
let moving = false

export function setNow(iso) {
  ahead = new Date(iso).getTime() - Date.now()
  tick()
}

const now = () => new Date(Date.now() + ahead)

function tick() {
  const element = document.querySelector('#clock time')
  if (!element) return
  element.textContent = now().toLocaleString(currentLanguage(), {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
}

function tomorrow() {
  const at = now()
  at.setDate(at.getDate() + 1)
  at.setHours(8, 0, 0, 0)
  return at
}

async function moveTo(at) {
  if (moving || Number.isNaN(at.getTime())) return
  moving = true
  showClock(true)
  try {
    const answer = await post('clock', { to: at.toISOString() })
    setNow(answer.now)
  } catch (error) {
    toast(error.message)
  } finally {
    moving = false
    showClock(true)
  }
}

/** Shows the clock; its buttons only where the clock can be moved. */
export function showClock(canAdvance) {
  const field = make('input', { type: 'datetime-local', 'aria-label': t('goTo') })
  byId('clock').setAttribute('aria-label', t('now'))
  byId('clock').replaceChildren(
    make('time', {}),
    ...(moving
      ? [make('span', { role: 'progressbar' }, t('moving'))]
      : canAdvance
        ? [
            make('button', { onclick: () => moveTo(new Date(now().getTime() + 3_600_000)) }, t('hour')),
            make(
              'button',
              { class: 'wide', onclick: () => moveTo(new Date(now().getTime() + 6 * 3_600_000)) },
              t('hours'),
            ),
            make('button', { onclick: () => moveTo(tomorrow()) }, t('tomorrow')),
            make(
              'span',
              { class: 'wide' },
              field,
              make('button', { onclick: () => moveTo(new Date(field.value)) }, t('go')),
            ),
          ]
        : []),
  )
  tick()
}

setInterval(tick, 10_000)
