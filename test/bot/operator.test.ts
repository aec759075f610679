/** What operators do and hear, in English and Chinese over HTTP: a broadcast stopped half way, and alerts told once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { alertOperators } from '../../src/pipeline/alert.ts'
import { addPerson } from '../../src/playground/people.ts'
import { type Chat, labelsOf, openChat, textOf } from '../support/chat.ts'
import { skipSeconds, startTestGazette, type TestGazette } from '../support/gazette.ts'
import { languages, say } from '../support/languages.ts'
import { type ModelServer, startModelServer } from '../support/model-server.ts'
import { addUsage } from '../support/rows.ts'
import { startWebServer, type WebServer } from '../support/web-server.ts'

const minute = 60_000

let web: WebServer
let model: ModelServer
let gazette: TestGazette
beforeAll(async () => {
  web = await startWebServer()
  model = await startModelServer()
  gazette = await startTestGazette({
    allow: [web.host],
    modelUrl: model.url,
    environment: {
      ADMIN_IDS: languages.map(({ user }) => user).join(','),
      LLM_DAILY_TOKENS: '5000',
    },
  })
})
afterAll(async () => {
  await gazette.close()
  await model.close()
  await web.close()
})

/** Lets a call to each of these chats be under way until the returned function is called: what comes after waits. */
async function keepBusy(chatIds: readonly number[]): Promise<() => Promise<unknown>> {
  const { db } = gazette.database
  const now = gazette.clock.now()
  const { name, holder } = await db
    .selectFrom('leases')
    .selectAll()
    .where('name', 'like', 'sender:%')
    .executeTakeFirstOrThrow()
  const botId = Number(name.split(':')[1])
  const rows = await db.selectFrom('subscribers').select('id').where('chat_id', 'in', chatIds).execute()
  const calls = await db
    .insertInto('deliveries')
    .values(
      rows.map(({ id }) => ({
        bot_id: botId,
        subscriber_id: id,
        part: 0,
        kind: 'notice' as const,
        payload: JSON.stringify({ method: 'sendMessage', params: { text: '-' } }),
        state: 'sending' as const,
        holder,
        not_before: now,
        created_at: now,
      })),
    )
    .returning('id')
    .execute()
  const ids = calls.map(({ id }) => id)
  return () => db.deleteFrom('deliveries').where('id', 'in', ids).execute()
}

describe.each(languages)('$name', (language) => {
  const { tag, user, words } = language
  const { admin, bot } = words
  const { labels } = admin
  const w = say(language)
  const readers = w([5_000_000_031, 5_000_000_032], [5_000_000_041, 5_000_000_042])
  let operator: Chat
  const others: Chat[] = []
  let db: TestGazette['database']['db']
  const answerTo = async (text: string) => {
    const sent = await operator.send(text)
    return operator.see((message) => message.message_id > sent)
  }
  const heard = async (text: string) =>
    (await operator.messages()).filter((message) => textOf(message) === text).length
  /** Two looks of the clock at what is wrong now. */
  const look = async () => {
    for (let tick = 0; tick < 2; tick += 1) await alertOperators(gazette.running.pipeline)
  }

  beforeAll(async () => {
    db = gazette.database.db
    // Nothing that the other language's operator was told of is wrong any more.
    for (const table of ['sources', 'llm_usage'] as const) await db.deleteFrom(table).execute()
    await look()
    operator = await openChat(gazette.api.url, { user, pause: skipSeconds(gazette) })
    await answerTo('/start')
    for (const id of readers) {
      addPerson(gazette.api.world, { id, is_bot: false, first_name: `R${id}`, language_code: tag })
      const reader = await openChat(gazette.api.url, { user: id, pause: skipSeconds(gazette) })
      await reader.send('/start')
      await reader.see(bot.start.title)
      others.push(reader)
    }
  })
  afterAll(() => {
    operator.close()
    for (const reader of others) reader.close()
  })

  test('a broadcast is stopped half way: who had it has it, who had not never will', async () => {
    const text = w('The lift is out of order', '电梯坏了')
    const goOn = await keepBusy([readers[1]!])
    const all = (await db.selectFrom('subscribers').select('id').execute()).length
    await answerTo('/admin')
    await operator.tap(labels.broadcast)
    await operator.see(admin.askBroadcast)
    await operator.send(text)
    await operator.see(admin.draft(all))
    await operator.tap(admin.sendTo(all))
    await others[0]!.see(text)
    const isNearlyDone = async () => {
      await operator.tap(labels.refresh)
      return operator.see((message) => labelsOf(message).includes(labels.stop))
    }
    let progress = await isNearlyDone()
    while (!textOf(progress).includes(admin.progress(all - 1, 1, 0))) progress = await isNearlyDone()
    await operator.tap(labels.stop)
    const stopped = await operator.see(admin.stopped(1))
    expect(textOf(stopped)).toContain(admin.progress(all - 1, 0, 0))
    expect(labelsOf(stopped)).toEqual([labels.back])
    await goOn()
    await gazette.running.idle()
    expect((await others[1]!.messages()).filter((message) => textOf(message) === text)).toEqual([])
    // That is no failure of anybody's.
    await operator.tap(labels.back)
    expect(textOf(await operator.see(admin.title))).toContain(admin.today(0, 0))
  })

  test('a sender that stands still is told of once, as soon as it can be', async () => {
    const before = gazette.clock.now()
    const goOn = await keepBusy([user, ...readers, ...languages.map((each) => each.user)])
    const [subscriber] = await db
      .selectFrom('subscribers')
      .selectAll()
      .where('chat_id', '=', readers[0]!)
      .execute()
    await db
      .insertInto('deliveries')
      .values({
        bot_id: subscriber!.bot_id,
        subscriber_id: subscriber!.id,
        part: 0,
        kind: 'notice',
        payload: JSON.stringify({ method: 'sendMessage', params: { text: w('You have mail', '你有信') } }),
        not_before: before,
        created_at: before,
      })
      .execute()
    gazette.clock.setOffset(before.getTime() + 15 * minute - Date.now())
    await look()
    await goOn()
    await operator.see(admin.alerts.lane(15))
    await gazette.running.idle()
    await look()
    await gazette.running.idle()
    expect(await heard(admin.alerts.lane(15))).toBe(1)
  })

  test('an outage is told of once, and again when it comes again', async () => {
    const now = gazette.clock.now()
    const sources = Array.from({ length: 12 }, (_, at) => ({
      url: `https://outage.example/${tag}/${at}`,
      kind: 'feed' as const,
      title: String(at),
      next_poll_at: new Date('2100-01-01'),
      poll_gap_ms: 3_600_000,
      created_at: now,
      polled_at: now,
    }))
    await db.insertInto('sources').values(sources).execute()
    const fail = (since: Date | null) =>
      db
        .updateTable('sources')
        .set({ failing_since: since })
        .where('url', 'like', 'https://outage.%')
        .execute()
    const alert = admin.alerts.outage(12, 12)
    await fail(now)
    await look()
    await operator.see(alert)
    await gazette.running.idle()
    expect(await heard(alert)).toBe(1)
    await fail(null)
    await look()
    await fail(now)
    await look()
    await gazette.running.idle()
    expect(await heard(alert)).toBe(2)
  })

  test('a spent budget is told of once a day, and summaries are key sentences meanwhile', async () => {
    const spendAll = () => addUsage(db, { at: gazette.clock.now(), input: 5000, output: 0 })
    await spendAll()
    await look()
    await operator.see(admin.alerts.budget)
    await gazette.running.idle()
    expect(await heard(admin.alerts.budget)).toBe(1)
    const sentence = w('The heron stands in the weir all day.', '苍鹭整天站在堰里。')
    web.pages.set(`/${tag}/heron`, {
      body: `<html lang="${tag}"><meta charset="utf-8"><article><h1>Heron</h1><p>${sentence}</p><p>${sentence}</p></article></html>`,
    })
    const asked = model.calls.length
    await operator.send(`${web.url}/${tag}/heron`)
    expect(textOf(await operator.see(bot.summary.keySentences))).toContain(sentence)
    expect(model.calls.length).toBe(asked)
    gazette.clock.setOffset(gazette.clock.now().getTime() + 24 * 60 * minute - Date.now())
    await look()
    await spendAll()
    await look()
    await gazette.running.idle()
    expect(await heard(admin.alerts.budget)).toBe(2)
  })
})
