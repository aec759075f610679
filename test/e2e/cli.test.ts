/** The command line as its users run it: in processes of their own, on the embedded database, with and without a service beside it. */
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Program, startProgram } from '../support/process.ts'
import { rss, startWebServer, type WebServer } from '../support/web-server.ts'

let folder: string
let web: WebServer
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gazette-cli-'))
  web = await startWebServer()
  const text = 'The observatory at Kestrel Rock found a comet. It passes in May. Nobody needs a telescope.'
  web.pages.set(
    '/feed.xml',
    rss('Kestrel Sky', [{ title: 'A comet for May', url: `${web.url}/comet`, text, at: new Date() }]),
  )
  await writeFile(join(folder, 'post.md'), post)
})
afterAll(async () => {
  await web.close()
  await rm(folder, { recursive: true, force: true })
})

const post = `---
title: 渡口的新船
date: 2026-02-11 09:30:00
author: 河畔编辑部
---

作者 | 苏禾

原文链接：[阅读原文](https://mp.weixin.qq.com/s/abcDEF123)

---

> 一艘会自己靠岸的船

青石渡口昨天迎来第一艘无人渡船，每趟可载 36 人，票价仍是两元。**船长改在岸上值班**，同时照看三条航线。

渡口管理处说，新船充一次电能跑 14 趟，雾天由人接管。老船工们参加了两个月的培训，没有人离开。
`

async function run(words: string[], environment: Record<string, string> = {}, typedIn?: string) {
  const program = startProgram(
    words,
    {
      DATA_DIR: join(folder, 'data'),
      FETCH_ALLOW: web.host,
      LOG_LEVEL: 'warn',
      ...environment,
    },
    typedIn,
  )
  const code = await program.finished
  const json = words.includes('--json') ? (JSON.parse(program.result()) as unknown) : null
  return { code, output: program.output(), json }
}

test('summarise reads a post whole: who, when, where from, in which language, about what', async () => {
  const { code, json } = await run(['summarise', join(folder, 'post.md'), '--json'], {
    SITE_TIME_ZONE: 'Asia/Shanghai',
  })
  expect(code).toBe(0)
  expect(json).toMatchObject({
    title: '渡口的新船',
    author: '河畔编辑部',
    originalAuthor: '苏禾',
    originalUrl: 'https://mp.weixin.qq.com/s/abcDEF123',
    publishedAt: '2026-02-11T01:30:00.000Z',
    language: 'zh-Hans',
    kind: 'extract',
  })
  const { summary } = json as { summary: string[] }
  expect(summary.join('')).toContain('无人渡船')
  expect(summary.join('')).not.toMatch(/作者|阅读原文/u)
})

test('migrate works by itself', async () => {
  expect((await run(['migrate', '--json'])).json).toMatchObject({
    applied: (await readdir('migrations')).map((name) => name.replace('.ts', '')).toSorted(),
  })
})

describe('while a service holds the database', () => {
  let service: Program
  beforeAll(async () => {
    service = startProgram(['start'], {
      DATA_DIR: join(folder, 'data'),
      FETCH_ALLOW: web.host,
      SERVICES: 'web',
      PORT: '0',
    })
    await service.says('Gazette is running')
  })
  afterAll(() => service.end('SIGKILL'))

  test('migrate, add, poll, stats, export, digest, doctor and backup reach it', async () => {
    expect((await run(['migrate', '--json'])).json).toMatchObject({ applied: [] })
    const added = await run(['add', `${web.url}/feed.xml`, join(folder, 'post.md'), '--json'])
    expect(added.json).toMatchObject([
      { title: 'Kestrel Sky', inserted: 1, error: null },
      { title: '渡口的新船', inserted: 1, error: null },
    ])
    expect((await run(['poll', '--once', '--json'])).json).toMatchObject({ failed: 0 })
    expect((await run(['stats', '--json'])).json).toMatchObject({
      articles: { total: 2, ready: 2 },
      days: expect.arrayContaining([expect.objectContaining({ articles: 2 })]),
    })
    expect((await run(['stats'])).output).toMatch(/█+ +2 /u)
    expect((await run(['export'])).output).toContain(`xmlUrl="${web.url}/feed.xml"`)
    expect((await run(['digest', '--dry-run', '--json'])).json).toMatchObject({
      sent: false,
      shown: expect.any(Number),
      parts: [{ text: expect.stringContaining('A comet for May') }],
    })
    expect(await run(['digest', '--dry-run', '--topic', 'nosuch'])).toMatchObject({ code: 2 })
    const { code, output } = await run(['doctor'])
    expect(code).toBe(0)
    expect(output).toMatch(/ok +migrations: \d+ applied/u)
    // A folder may be called like the command.
    await mkdir(join(folder, 'backup'))
    const file = join(folder, 'backup/all.jsonl.gz')
    expect((await run(['backup', 'backup/all.jsonl.gz', '--json'], {}, folder)).json).toMatchObject({
      file,
      rows: { articles: 2 },
    })
    expect(await run(['restore', file])).toMatchObject({
      code: 1,
      output: expect.stringMatching(/Process \d+ uses the database/u),
    })
  })

  test('what makes no sense is told with the way to do it, and the exit code says which kind', async () => {
    expect(await run(['frobnicate'])).toMatchObject({
      code: 2,
      output: expect.stringContaining('There is no command'),
    })
    expect(await run(['summarise'])).toMatchObject({ code: 2, output: expect.stringContaining('Usage:') })
    expect(await run(['digest', '--chat', 'mei'])).toMatchObject({ code: 2 })
    expect(await run(['digest', '--chat', '5'])).toMatchObject({
      code: 1,
      output: expect.stringContaining('No chat'),
    })
    expect(await run(['summarise', 'nowhere.md'])).toMatchObject({
      code: 1,
      output: expect.stringContaining('nowhere.md'),
    })
    expect(await run(['add', `${web.url}/nothing`])).toMatchObject({ code: 1 })
    expect(await run(['start'], { PORT: 'eighty' })).toMatchObject({
      code: 1,
      output: expect.stringContaining('PORT must be a number'),
    })
  })

  test('a second service is refused by name, and the first ends when it is asked to', async () => {
    const second = await run(['start'], { SERVICES: 'web', PORT: '0' })
    expect(second.code).toBe(1)
    expect(second.output).toMatch(/in use by process \d+/u)
    expect(await service.end('SIGTERM')).toBe(0)
  })
})

test('without a token only the services that need none run, and no playground opens on a database of somebody’s', async () => {
  const refused = await run(['start'], { SERVICES: 'bot' })
  expect(refused).toMatchObject({ code: 1, output: expect.stringContaining('BOT_TOKEN is needed') })
  const unreachable = await run(['start'], { DATABASE_URL: 'postgres://127.0.0.1:1/nothing' })
  expect(unreachable.code).toBe(1)
  expect(unreachable.output).not.toContain('playground')
})
