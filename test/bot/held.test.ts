/** "Did this part arrive?", in English and Chinese over HTTP: where an answer of Telegram's is lost the reader's word settles it, once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Fault } from '../../src/playground/faults.ts'
import { type Chat, control, labelsOf, openChat, textOf } from '../support/chat.ts'
import { skipSeconds, startTestGazette, type TestGazette } from '../support/gazette.ts'
import { languages, say } from '../support/languages.ts'
import { rss, startWebServer, type WebServer } from '../support/web-server.ts'

const hour = 3_600_000

let web: WebServer
let gazette: TestGazette
beforeAll(async () => {
  web = await startWebServer()
  gazette = await startTestGazette({ allow: [web.host], environment: { AMBIGUOUS_SEND: 'hold' } })
})
afterAll(async () => {
  await gazette.close()
  await web.close()
})

describe.each(languages)('$name', (language) => {
  const { tag, user, words } = language
  const { bot, digests, notices } = words
  const w = say(language)
  const title = w('Harbour Notes', '港口札记')
  const headlines = w(['The ferry is late', 'The crane is painted red'], ['渡轮晚点了', '吊车漆成了红色'])
  let chat: Chat
  const publish = (count: number) =>
    web.pages.set(
      `/${tag}.xml`,
      rss(
        title,
        headlines.slice(0, count).map((headline, at) => ({
          title: headline,
          text: headline,
          url: `${web.url}/${tag}/${at}`,
          at: new Date(gazette.clock.now().getTime() - hour),
        })),
      ),
    )
  /** What happens to the next message that is sent to the chat by the sender. */
  const lose = (kind: Fault['kind']) =>
    control(gazette.api.url, 'faults', { kind, method: 'sendMessage', chat: user })
  const isDigest = (number: number) => (message: Parameters<typeof textOf>[0]) =>
    textOf(message).startsWith(digests.title(number))
  const digestsOf = async (number: number) => (await chat.messages()).filter(isDigest(number))

  beforeAll(async () => {
    chat = await openChat(gazette.api.url, { user, pause: skipSeconds(gazette) })
    publish(1)
    const sent = await chat.send(`/subscribe ${web.url}/${tag}.xml`)
    await chat.see((message) => message.message_id > sent && textOf(message).includes(title))
    await chat.send('/start')
    await chat.see(bot.start.title)
    await gazette.running.idle()
  })
  afterAll(() => chat.close())

  test('it came, and only the answer was lost: the reader says so, and nothing comes twice', async () => {
    await lose('drop-after')
    await chat.tap(bot.buttons.firstDigest)
    const asked = await chat.see(notices.heldAsk(1, 1))
    expect(labelsOf(asked)).toEqual([notices.heldArrived, notices.heldAgain])
    expect(textOf((await digestsOf(1))[0]!)).toContain(headlines[0])
    await chat.tap(notices.heldArrived)
    const thanked = await chat.see(notices.heldThanks)
    expect(thanked.message_id).toBe(asked.message_id)
    expect(labelsOf(thanked)).toEqual([])
    await gazette.running.idle()
    expect(await digestsOf(1)).toHaveLength(1)
  })

  test('it did not come: it is sent again at a tap, once, however often the button is pressed', async () => {
    publish(2)
    await lose('drop-before')
    await gazette.running.advance(new Date(gazette.clock.now().getTime() + 24 * hour))
    const asked = await chat.see(notices.heldAsk(2, 1))
    expect(await digestsOf(2)).toEqual([])
    // By its words to the bot: the button may be gone when it is pressed for the second time.
    const [again] = asked
      .reply_markup!.inline_keyboard.flat()
      .flatMap((each) => ('callback_data' in each && each.text === notices.heldAgain ? [each] : []))
    const press = { chat: user, from: user, message: asked.message_id, data: again!.callback_data }
    for (const { id } of await Promise.all(
      [1, 2].map(() => control<{ id: string }>(gazette.api.url, 'press', press)),
    ))
      await chat.answered(id)
    const digest = await chat.see(isDigest(2))
    expect(textOf(digest)).toContain(headlines[1])
    await gazette.running.idle()
    expect(await digestsOf(2)).toHaveLength(1)
    await chat.see(
      (message) =>
        message.message_id === asked.message_id &&
        [notices.heldSending, notices.heldSettled].includes(textOf(message)),
    )
    const status = await chat.send('/status')
    const shown = textOf(await chat.see((message) => message.message_id > status))
    expect(shown).toContain(notices.ledger.copies(1))
  })
})
