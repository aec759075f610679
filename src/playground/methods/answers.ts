/** Methods that answer a person's tap or inline query. */
import { badRequest } from '../failure.ts'
import { tell } from '../world.ts'
import type { Methods } from './call.ts'

/** https://core.telegram.org/bots/api#answercallbackquery */
const maxAnswerLength = 200
/** Telegram's clients stop waiting for an answer after this; a later one is refused. */
const answerableMs = 30_000
/** https://core.telegram.org/bots/api#answerinlinequery */
const maxResults = 50
const maxOffsetBytes = 64

const tooOld = 'query is too old and response timeout expired or query ID is invalid'

export const answerMethods: Methods = {
  answerCallbackQuery: ({ world }, params) => {
    const callback = world.callbacks.get(params.callback_query_id)
    if (!callback || callback.answer || Date.now() - callback.at > answerableMs) throw badRequest(tooOld)
    if ([...(params.text ?? '')].length > maxAnswerLength) throw badRequest('MESSAGE_TOO_LONG')
    callback.answer = { text: params.text ?? '', alert: params.show_alert ?? false, url: params.url ?? '' }
    tell(world, { kind: 'callback', callback })
    return true
  },
  answerInlineQuery: ({ world }, params) => {
    const inline = world.inlines.get(params.inline_query_id)
    if (!inline || inline.answer) throw badRequest(tooOld)
    if (params.results.length > maxResults) throw badRequest('RESULTS_TOO_MUCH')
    const idList = params.results.map((each) => each.id)
    if (new Set(idList).size < idList.length) throw badRequest('RESULT_ID_DUPLICATE')
    if (idList.some((id) => Buffer.byteLength(id) < 1 || Buffer.byteLength(id) > 64))
      throw badRequest('RESULT_ID_INVALID')
    const nextOffset = params.next_offset ?? ''
    if (Buffer.byteLength(nextOffset) > maxOffsetBytes) throw badRequest('NEXT_OFFSET_INVALID')
    inline.answer = {
      results: params.results,
      nextOffset,
      ...(params.button ? { button: params.button } : {}),
    }
    tell(world, { kind: 'inline', inline })
    return true
  },
}
