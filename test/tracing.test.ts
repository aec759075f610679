/** Traces over real OTLP/HTTP: what Gazette does arrives at a collector, and nothing of whom it does it for. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text as readText } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { ids } from '../src/playground/people.ts'
import { type BotApi, startBotApi } from '../src/playground/server.ts'
import { openChat, textOf } from './support/chat.ts'
import { createTestPostgres } from './support/databases.ts'
import { testToken } from './support/gazette.ts'
import { type ModelServer, startModelServer } from './support/model-server.ts'
import { startProgram } from './support/process.ts'
import { startWebServer, type WebServer } from './support/web-server.ts'

/** One span as OTLP writes it in JSON: https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding */
interface Span {
  name: string
  attributes?: { key: string; value: Record<string, unknown> }[]
  status?: { code?: number; message?: string }
}
interface Export {
  resourceSpans: {
    resource: { attributes: { key: string; value: { stringValue?: string } }[] }
    scopeSpans: { spans: Span[] }[]
  }[]
}

const secretKey = 'sk-abcdefghijklmnop0123'
const secretWord = 'Zanzibarium'
let collector: Server
let collectorUrl: string
const bodies: string[] = []
let heard: () => void = () => undefined
let web: WebServer
let model: ModelServer
let api: BotApi
let drop: () => Promise<void>
let databaseUrl: string

beforeAll(async () => {
  collector = createServer((request, response) => {
    void readText(request).then((body) => {
      if (request.method === 'POST' && request.url === '/v1/traces') bodies.push(body)
      heard()
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  })
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve))
  collectorUrl = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`
  web = await startWebServer()
  model = await startModelServer()
  api = await startBotApi({ token: testToken, now: () => new Date() })
})
afterAll(async () => {
  await api.close()
  await model.close()
  await web.close()
  await drop()
  collector.close()
})

test.skipIf(inject('postgresUrl') === null)(
  'jobs, ticks, updates and calls arrive as spans, without secrets, addresses or words of readers and articles',
  async () => {
    ;({ url: databaseUrl, drop } = await createTestPostgres())
    const sentence = `The ${secretWord} opened on Friday after nine years. It carries 400 carts a day. Tolls are two coins.`
    web.pages.set('/article', {
      body: `<html lang="en"><head><title>${secretWord}</title></head><body><article><h1>${secretWord}</h1><p>${sentence}</p><p>${sentence}</p></article></body></html>`,
    })
    const program = startProgram(['start'], {
      BOT_TOKEN: testToken,
      TELEGRAM_API_ROOT: api.url,
      DATABASE_URL: databaseUrl,
      SERVICES: 'bot,worker,scheduler,sender',
      FETCH_ALLOW: web.host,
      OPENAI_BASE_URL: model.url,
      OPENAI_API_KEY: secretKey,
      OTEL_EXPORTER_OTLP_ENDPOINT: collectorUrl,
      OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment=port',
    })
    await program.says('Gazette is running')
    const chat = await openChat(api.url, { user: ids.alex })
    await chat.send('/start')
    await chat.see(/Gazette/u)
    await chat.send(`${web.url}/article`)
    await chat.see((message) => textOf(message).includes('carts a day'))
    // A failure too: its words would hold the address.
    await chat.send(`${web.url}/nothing-${secretWord}`)
    await chat.see((message) => /does not exist/u.test(textOf(message)))
    chat.close()
    // The clock ticks when it does; ending sends what is left.
    while (!bodies.some((body) => body.includes('"gazette.tick"')))
      await new Promise<void>((resolve) => (heard = resolve))
    expect(await program.end('SIGTERM')).toBe(0)

    const exports = bodies.map((body) => JSON.parse(body) as Export)
    const spans = exports.flatMap(({ resourceSpans }) =>
      resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)),
    )
    const names = new Set(spans.map(({ name }) => name))
    for (const name of ['update', 'job', 'tick', 'telegram_call', 'model_call'])
      expect(names).toContain(`gazette.${name}`)
    for (const { resourceSpans } of exports)
      for (const { resource } of resourceSpans) {
        const said = new Map(resource.attributes.map(({ key, value }) => [key, value.stringValue]))
        expect(said.get('service.name')).toBe('gazette')
        expect(said.get('deployment.environment')).toBe('port')
      }
    const own = spans.filter(({ name }) => name.startsWith('gazette.'))
    const keys = new Set(own.flatMap(({ attributes = [] }) => attributes.map(({ key }) => key)))
    expect([...keys].toSorted()).toEqual(['job', 'kind', 'method', 'model', 'tick'])
    const all = bodies.join('\n')
    for (const secret of [
      testToken,
      testToken.split(':')[1]!,
      secretKey,
      secretWord,
      web.host,
      'carts a day',
      `${ids.alex}`,
      'postgres://',
    ])
      expect(all.includes(secret), secret).toBe(false)
  },
)
