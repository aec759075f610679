/** The operator's screens, in English and Chinese over HTTP: numbers, chart, failing sources, broadcast, switches, invitations, limits, alerts. */
import { inflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { topicName } from '../../src/locales/locales.ts'
import { alertOperators } from '../../src/pipeline/alert.ts'
import { addPerson, ids } from '../../src/playground/people.ts'
import { type Chat, control, labelsOf, openChat, textOf } from '../support/chat.ts'
import { skipSeconds, startTestGazette, type TestGazette } from '../support/gazette.ts'
import { addUsage } from '../support/rows.ts'
import { languages, say } from '../support/languages.ts'

let gazette: TestGazette
const newer = (chat: Chat, id: number) => chat.see((message) => message.message_id > id)

beforeAll(async () => {
  gazette = await startTestGazette({
    environment: { ADMIN_IDS: `${ids.mei},${ids.alex}`, LLM_PRICES: 'tiny=0.25/1' },
  })
  const at = gazette.clock.now()
  await addUsage(gazette.database.db, { at, input: 1_000_000, output: 500_000 })
})
afterAll(() => gazette.close())

describe.each(languages)('$name', (language) => {
  const { tag, user: operatorId, words } = language
  const { admin, bot, errors } = words
  const { labels } = admin
  const w = say(language)
  /** Somebody who is no operator, and somebody who comes later. */
  const [readerId, lateId] = w([5_000_000_011, 5_000_000_012], [5_000_000_021, 5_000_000_022])
  let operator: Chat
  let reader: Chat
  const screenOf = async (text: string) => newer(operator, await operator.send(text))
  const told = async (text: string) => textOf(await newer(reader, await reader.send(text)))
  const chats = async () =>
    (await gazette.database.db.selectFrom('subscribers').select('id').execute()).length

  beforeAll(async () => {
    for (const [id, name] of [
      [readerId, w('Rosa', '小雨')],
      [lateId, w('Noor', '阿蓝')],
    ] as const)
      addPerson(gazette.api.world, { id, is_bot: false, first_name: name, language_code: tag })
    operator = await openChat(gazette.api.url, { user: operatorId, pause: skipSeconds(gazette) })
    reader = await openChat(gazette.api.url, { user: readerId, pause: skipSeconds(gazette) })
    await told('/start topic_ai')
    await screenOf('/start')
  })
  afterAll(() => {
    operator.close()
    reader.close()
  })

  test('numbers and a chart for the operator, words like any other for everybody else', async () => {
    const all = await chats()
    expect(textOf(await screenOf('/admin'))).toContain(admin.chats(all, 0, 0))
    await operator.tap(labels.chart)
    const chart = await operator.see((message) => message.photo !== undefined)
    for (const [name, last, most] of [
      [admin.chart.subscribers, all, all],
      [admin.chart.cost, '0.75', '0.75'],
    ] as const)
      expect(chart.caption).toContain(admin.chart.line(name, String(last), String(most)))
    const png = Buffer.from(gazette.api.world.files.get(chart.photo!.at(-1)!.file_id)!.bytes)
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([960, 900])
    const start = png.indexOf('IDAT') + 4
    const pixels = inflateSync(png.subarray(start, start + png.readUInt32BE(start - 8)))
    expect(new Set(pixels).size).toBeGreaterThan(8)
    const other = await newer(reader, await reader.send('/admin'))
    expect(textOf(other)).not.toContain(admin.title)
    const pressed = await control<{ id: string }>(gazette.api.url, 'press', {
      chat: readerId,
      from: readerId,
      message: other.message_id,
      data: 'v1:adm-switch:maintenance:1',
    })
    await reader.answered(pressed.id)
    await reader.see(errors.gone({}))
  })

  test('a source that cannot be read is shown with its followers, and read again at a tap', async () => {
    const { db } = gazette.database
    const title = w('Tide Tables', '潮汐表')
    const { id } = await db
      .insertInto('sources')
      .values({
        url: `https://tides.example/${tag}`,
        kind: 'feed',
        title,
        next_poll_at: new Date('2100-01-01'),
        poll_gap_ms: 3_600_000,
        created_at: gazette.clock.now(),
        failing_since: new Date('2026-11-02'),
        error: 'timedOut',
        failures: 3,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await screenOf('/admin')
    await operator.tap(labels.failing)
    const shown = textOf(await operator.see(title))
    expect(shown).toContain(admin.failingLine(title, '\n', 0, 'timedOut').split('\n')[0])
    expect(shown).toMatch(w(/2 November/u, /11月2日/u))
    await operator.tap(title)
    await operator.see(admin.retried)
    const { next_poll_at: next } = await db
      .selectFrom('sources')
      .select('next_poll_at')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(next.getTime()).toBeLessThanOrEqual(gazette.clock.now().getTime())
    await db.deleteFrom('sources').where('id', '=', id).execute()
    await operator.tap(labels.back)
    await operator.see(admin.title)
  })

  test('a broadcast is seen first, reaches every chat once, and says how far it is', async () => {
    const all = await chats()
    const text = w('News tomorrow 🎉', '明天更新 🎉')
    const got = async () => (await reader.messages()).filter((message) => textOf(message) === text).length
    await screenOf('/admin')
    await operator.tap(labels.broadcast)
    await operator.see(admin.askBroadcast)
    await operator.send(w('Nwes tomorrow', '明天更薪'))
    await operator.see(admin.draft(all))
    await operator.tap(labels.rewrite)
    await operator.see(admin.askBroadcast)
    const sent = await operator.send(text)
    const { message_id: message, reply_markup: markup } = await operator.see(
      (each) => each.message_id > sent && labelsOf(each).includes(admin.sendTo(all)),
    )
    expect(await got()).toBe(0)
    const data = markup!.inline_keyboard
      .flat()
      .flatMap((each) => ('callback_data' in each ? [each.callback_data] : []))
      .find((each) => each.includes('bc-send'))
    // A double tap.
    for (let tap = 0; tap < 2; tap += 1)
      await control(gazette.api.url, 'press', { chat: operatorId, from: operatorId, message, data })
    await gazette.running.idle()
    await reader.see(text)
    await screenOf('/admin')
    expect(await got()).toBe(1)
  })

  test('maintenance, an invitation and a closed door keep others out, never the operator', async () => {
    await screenOf('/admin')
    await operator.tap(labels.beginMaintenance)
    await operator.see(admin.maintenanceOn)
    expect(await told('/list')).toBe(errors.maintenance({}))
    await operator.tap(labels.endMaintenance)
    await operator.see(admin.maintenanceOff)

    await operator.tap(labels.byInvitation)
    await operator.see(admin.inviteOnlyOn)
    const late = await openChat(gazette.api.url, { user: lateId, pause: skipSeconds(gazette) })
    const start = async () => textOf(await newer(late, await late.send('/start')))
    expect(await start()).toBe(errors.inviteOnly({ user: lateId }))
    expect(textOf(await screenOf('/invite'))).toBe(bot.inviteHow)
    expect(textOf(await screenOf(`/invite ${lateId}`))).toBe(bot.invited(String(lateId)))
    expect(await start()).toContain(bot.start.title)
    late.close()
    await screenOf('/admin')
    await operator.tap(labels.openToAll)
    await operator.see(admin.inviteOnlyOff)

    await operator.tap(labels.readers)
    await operator.see(admin.askReader)
    expect(textOf(await screenOf(String(readerId)))).toContain(admin.isWelcome)
    await operator.tap('10,000')
    await operator.see(admin.ownLimit(10_000))
    await operator.tap(labels.block)
    await operator.see(admin.isBlocked)
    expect(await told('/list')).toBe(errors.turnedAway({}))
    await operator.tap(labels.unblock)
    await operator.see((message) => textOf(message).includes(admin.isWelcome))
    expect(await told('/list')).toContain(bot.list.title)
  })

  test('a topic that died is told to the operator once, and again only after it came back', async () => {
    const { db } = gazette.database
    const { names } = await db
      .selectFrom('topics')
      .select('names')
      .where('slug', '=', 'ai')
      .executeTakeFirstOrThrow()
    const alert = admin.alerts.topic(topicName(names, tag), 7)
    await db
      .updateTable('subscriptions')
      .set({ created_at: new Date('2020-01-01') })
      .execute()
    await alertOperators(gazette.running.pipeline)
    await alertOperators(gazette.running.pipeline)
    await operator.see(alert)
    await gazette.running.idle()
    expect((await operator.messages()).filter((message) => textOf(message) === alert)).toHaveLength(1)
    await db.updateTable('subscriptions').set({ created_at: gazette.clock.now() }).execute()
    await alertOperators(gazette.running.pipeline)
    expect(
      await db.selectFrom('operator_settings').select('key').where('key', 'like', 'alert:%').execute(),
    ).toEqual([])
  })
})
