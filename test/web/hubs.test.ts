/** WebSub against a local hub: asked for, verified, pushed and signed; a push that nobody signed brings nothing. */
import { createHmac } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkAddresses } from '../../src/commands/check-machine.ts'
import type { CommandContext } from '../../src/commands/command.ts'
import { readConfig } from '../../src/config.ts'
import { findArticleByUrl } from '../../src/db/articles.ts'
import type { Database } from '../../src/db/connect.ts'
import { findSource } from '../../src/db/sources.ts'
import { silentLog } from '../../src/log.ts'
import { acceptPush, renewHubs, verifyHub } from '../../src/pipeline/hubs.ts'
import { poll } from '../../src/pipeline/poll.ts'
import { hubRoutes } from '../../src/web/hubs.ts'
import { startWeb, type Web } from '../../src/web/server.ts'
import { describeDatabases } from '../support/databases.ts'
import { openPipeline, type TestPipeline } from '../support/pipeline.ts'
import { addSource, noon } from '../support/rows.ts'
import { rss, startWebServer, type WebServer } from '../support/web-server.ts'

const day = 86_400_000

describeDatabases('hubs', (open) => {
  let database: Database
  let server: WebServer
  let hub: Server
  let hubUrl: string
  let web: Web
  let test_: TestPipeline
  const asked: URLSearchParams[] = []
  beforeAll(async () => {
    database = await open()
    server = await startWebServer()
    hub = createServer((request, response) => {
      let body = ''
      request.on('data', (chunk: Buffer) => (body += chunk.toString()))
      request.on('end', () => {
        asked.push(new URLSearchParams(body))
        response.writeHead(202).end()
      })
    })
    await new Promise<void>((resolve) => hub.listen(0, '127.0.0.1', resolve))
    const host = `127.0.0.1:${(hub.address() as AddressInfo).port}`
    hubUrl = `http://${host}/`
    test_ = await openPipeline(database, { allow: [server.host, host] })
    const { pipeline } = test_
    web = await startWeb({
      log: silentLog,
      host: '127.0.0.1',
      port: 0,
      routes: hubRoutes({
        verify: (token, query) => verifyHub(pipeline, token, query),
        accept: (token, push) => acceptPush(pipeline, token, push),
      }),
    })
    pipeline.settings.publicUrl = web.url
  })
  afterAll(async () => {
    await web.close()
    await test_.close()
    await server.close()
    await new Promise((resolve) => hub.close(resolve))
    await database.close()
  })
  const item = (n: number) => ({
    title: `推送 ${n}`,
    url: `${server.url}/pushed/${n}`,
    text: '推送来的正文。'.repeat(60),
    at: noon,
  })
  const call = (callback: string, query: Record<string, string>) =>
    fetch(`${callback}?${new URLSearchParams(query).toString()}`)
  const push = (callback: string, body: string, secret: string, method = 'sha256') =>
    fetch(callback, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/rss+xml',
        'x-hub-signature': `${method}=${createHmac(method, secret).update(body).digest('hex')}`,
      },
    })

  test('a source with a hub is asked for, verified, pushed, and then seldom polled', async () => {
    const feed = rss('推送', [item(1)])
    server.pages.set('/hub.xml', { ...feed, headers: { link: `<${hubUrl}>; rel="hub"` } })
    const source = await addSource(database.db, { url: `${server.url}/hub.xml`, shared: true })
    await poll(test_.pipeline, [source.id])
    expect(await renewHubs(test_.pipeline)).toBe(1)
    expect(await renewHubs(test_.pipeline)).toBe(0)
    const [form] = asked
    expect(form?.get('hub.mode')).toBe('subscribe')
    const [callback, secret] = [form!.get('hub.callback')!, form!.get('hub.secret')!]
    const topic = form!.get('hub.topic')!
    expect(callback.startsWith(`${web.url}/hubs/`)).toBe(true)

    const challenge = { 'hub.mode': 'subscribe', 'hub.challenge': 'abc', 'hub.lease_seconds': '864000' }
    expect((await call(callback, { ...challenge, 'hub.topic': 'https://else.example/' })).status).toBe(404)
    expect((await call(`${web.url}/hubs/unknown`, { ...challenge, 'hub.topic': topic })).status).toBe(404)
    const verified = await call(callback, { ...challenge, 'hub.topic': topic })
    expect([verified.status, await verified.text()]).toEqual([200, 'abc'])

    const forged = await push(callback, rss('推送', [item(2)]).body!, 'another secret')
    expect(forged.status).toBe(202)
    expect(await findArticleByUrl(database.db, item(2).url)).toBeUndefined()
    for (const method of ['sha1', 'sha256'])
      expect((await push(callback, rss('推送', [item(3)]).body!, secret, method)).status).toBe(202)
    expect((await push(callback, '<opml><body/></opml>', secret)).status).toBe(202)
    await test_.drain()
    expect(await findArticleByUrl(database.db, item(3).url)).toMatchObject({
      ready_at: noon,
      language: 'zh-Hans',
    })
    expect((await push(`${web.url}/hubs/unknown`, 'x', secret)).status).toBe(410)
    // Nor is it read: it is not found too long.
    expect((await push(`${web.url}/hubs/unknown`, 'x'.repeat(10_000_001), secret)).status).toBe(410)
    expect((await push(callback, 'x'.repeat(10_000_001), secret)).status).toBe(413)

    await poll(test_.pipeline, [source.id])
    const rare = (await findSource(database.db, source.id))!.next_poll_at.getTime() - noon.getTime()
    expect(rare).toBeGreaterThan(0.9 * day)
    // The lease is renewed before it runs out.
    test_.setTime(new Date(noon.getTime() + 7 * day))
    expect(await renewHubs(test_.pipeline)).toBe(0)
    test_.setTime(new Date(noon.getTime() + 8.1 * day))
    expect(await renewHubs(test_.pipeline)).toBe(1)
    test_.setTime(noon)
  })

  test('doctor is content with a proxy that forwards no more than hubs and Telegram need', async () => {
    const checked = (publicUrl: string) =>
      checkAddresses({ config: readConfig({ PUBLIC_URL: publicUrl }) } as CommandContext)
    expect(await checked(web.url)).toMatchObject([{ name: 'PUBLIC_URL', state: 'ok' }])
    expect(await checked(server.url)).toMatchObject([
      { state: 'failed', remedy: expect.stringContaining('/hubs/') },
    ])
  })

  test('a hub that refuses leaves its source to polling', async () => {
    server.pages.set('/no.xml', { ...rss('否', [item(9)]), headers: { link: `<${hubUrl}>; rel="hub"` } })
    const source = await addSource(database.db, { url: `${server.url}/no.xml`, shared: true })
    await poll(test_.pipeline, [source.id])
    await renewHubs(test_.pipeline)
    const form = asked.at(-1)!
    await call(form.get('hub.callback')!, { 'hub.mode': 'denied', 'hub.topic': form.get('hub.topic')! })
    await poll(test_.pipeline, [source.id])
    expect((await findSource(database.db, source.id))!.next_poll_at.getTime()).toBeLessThan(
      noon.getTime() + day / 2,
    )
    await test_.drain()
  })
})
