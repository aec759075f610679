/** The list of Bot API calls, newest first; one opens to show its parameters and answer. */
import { byId, make } from './dom.js'
import { t } from './words.js'

const calls = []
const kept = 300

export function addCalls(more) {
  calls.unshift(...more.toReversed())
  calls.length = Math.min(calls.length, kept)
}

export function clearCalls() {
  calls.length = 0
}

/** Shows the calls, if the inspector is open. */
export function showCalls() {
  const panel = byId('inspector')
  if (panel.hidden) return
  const open = new Set([...panel.querySelectorAll('details[open]')].map((each) => each.dataset.id))
  panel.replaceChildren(
    make('h2', {}, t('calls')),
    ...(calls.length === 0 ? [make('p', {}, t('noCalls'))] : calls.map((call) => makeCall(call, open))),
  )
}

function makeCall(call, open) {
  return make(
    'details',
    { 'data-id': call.id, open: open.has(String(call.id)), class: call.ok && !call.dropped ? '' : 'failed' },
    make(
      'summary',
      {},
      make('b', {}, call.method),
      ` ${call.params.chat_id ?? ''}`,
      make(
        'small',
        {},
        call.dropped ? `answer lost (${call.dropped})` : call.ok ? `${call.ms} ms` : call.code,
      ),
    ),
    make('pre', {}, JSON.stringify(call.params, null, 2)),
    call.description
      ? make('p', {}, call.description)
      : make('pre', {}, JSON.stringify(call.result, null, 2)),
  )
}
