/** A newcomer's first ten minutes in the playground, in a real browser, in English and in Chinese, with screenshots. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findChromium, openBrowser } from '../support/browser.ts'
import { type ModelServer, startModelServer } from '../support/model-server.ts'
import { type Program, startProgram } from '../support/process.ts'

const chromium = findChromium()
/** Kept after the run, to be looked at. */
const shots = join(import.meta.dirname, '../../screenshots')

const walks = [
  {
    locale: 'en-GB',
    scheme: 'light',
    topics: ['Artificial intelligence', 'World'],
    words: {
      begin: 'Send /start to begin',
      first: 'Show my first digest',
      number: (n: number) => `Digest no. ${n} `,
      link: /Lark-7 language model/u,
      follow: 'You now follow',
      tomorrow: 'Tomorrow 08:00',
      undo: 'Undo',
      evidence: 'Source of point 1',
      evidenceOf: 'Where point 1 comes from',
      question: 'How long does Lark-7 run?',
      sources: 'From:',
      answer: ['Lark-7'],
    },
    told: ['Lark-7', 'Selkie Strait'],
    next: /Otterbrook opens a shop|水獭溪开了一家/u,
  },
  {
    locale: 'zh-CN',
    scheme: 'dark',
    topics: ['人工智能', '国际'],
    words: {
      begin: '发送 /start 开始',
      first: '看我的第一期',
      number: (n: number) => `第 ${n} 期`,
      link: /Lark-7 language model/u,
      follow: '已关注',
      tomorrow: '明天 08:00',
      undo: '撤销',
      evidence: '第 1 点的出处',
      evidenceOf: '第 1 点的出处',
      question: '云雀七号有多少参数？',
      sources: '出处：',
      answer: ['云雀七号', '水獭溪实验室'],
    },
    told: ['云雀七号', '塞尔基海峡'],
    // Both languages tell it, and the scripted model translates nothing.
    next: /Otterbrook opens a shop|水獭溪开了一家/u,
  },
] as const

describe.skipIf(chromium === null).for(walks)('the walk in $locale', (walk) => {
  let folder: string
  let model: ModelServer
  let program: Program
  let address: string
  let browser: Browser
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gazette-walk-'))
    await mkdir(shots, { recursive: true })
    model = await startModelServer()
    program = startProgram(['start'], {
      DATA_DIR: folder,
      PORT: '0',
      LOG_LEVEL: 'warn',
      OPENAI_BASE_URL: model.url,
    })
    await program.says('Stop with Ctrl+C')
    address = /http:\/\/127\.0\.0\.1:\d+/u.exec(program.output())![0]
    browser = await openBrowser(chromium!)
  })
  afterAll(async () => {
    await browser.close()
    await program.end('SIGTERM')
    await model.close()
    await rm(folder, { recursive: true, force: true })
  })

  test('from the first visit to the next morning', async () => {
    const { locale, scheme, topics, words, told, next } = walk
    const page = await browser.newPage({
      locale,
      colorScheme: scheme,
      viewport: { width: 1180, height: 860 },
    })
    // A page is slow on a busy machine.
    page.setDefaultTimeout(120_000)
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text())
    })
    const shot = (name: string) => page.screenshot({ path: join(shots, `${locale}-${name}.png`) })
    await page.goto(address)
    await page.getByRole('button', { name: words.begin }).waitFor()
    await shot('1-open')
    await page.getByRole('button', { name: words.begin }).click()
    for (const topic of topics) {
      await page.getByRole('button', { name: topic, exact: true }).click()
      await page.getByRole('button', { name: `✓ ${topic}` }).waitFor()
    }
    await shot('2-topics')
    await page.getByRole('button', { name: words.first }).click()
    const first = await bubble(page, words.number(1))
    for (const subject of told) expect(first).toContain(subject)
    for (const topic of topics) expect(first).toContain(topic)
    await shot('3-first-digest')

    await write(page, await page.locator('.hints button').first().innerText())
    await page.locator('.bubble', { hasText: words.link }).last().waitFor()
    await page.getByRole('button', { name: words.evidence }).last().click()
    const evidence = await bubble(page, words.evidenceOf)
    expect(evidence).toContain('“Otterbrook Labs')
    await shot('4-link')

    await page.locator('.hints button', { hasText: words.question }).click()
    const answer = await bubble(page, words.sources)
    for (const part of words.answer) expect(answer).toContain(part)
    await shot('4-question')

    await page.locator('.hints button', { hasText: '/subscribe' }).click()
    expect(await bubble(page, words.follow)).toContain('智能前哨')
    await page.getByRole('button', { name: words.undo }).waitFor()
    await shot('5-followed')

    // On a phone the suggestions take more room: they cover no message, also where the page is opened anew.
    await page.setViewportSize({ width: 420, height: 860 })
    await page.reload()
    await page.getByRole('button', { name: words.undo }).waitFor()
    await page.locator('.hints button').first().waitFor()
    await page.waitForFunction('log.scrollHeight - log.scrollTop - log.clientHeight < 5')
    await page.setViewportSize({ width: 1180, height: 860 })

    // Who begins shortly before the hour of the digest has nothing new at that hour, and rightly hears nothing.
    for (let days = 0; days < 2 && !(await has(page, words.number(2))); days += 1) {
      await page.getByRole('button', { name: words.tomorrow }).click()
      await page.locator('#clock button').first().waitFor()
    }
    const second = await bubble(page, words.number(2))
    expect(second).toMatch(next)
    for (const subject of told.slice(0, 1)) expect(second).not.toContain(subject)
    await shot('6-morning')
    expect(await page.locator('.bubble', { hasText: words.number(2) }).count()).toBe(1)
    await page.setViewportSize({ width: 390, height: 844 })
    await shot('7-phone')
    expect(faults).toEqual([])
    await page.close()
  })
})

/** Text of the first bubble that holds `words`, once there is one. */
async function bubble(page: Page, words: string): Promise<string> {
  const found = page.locator('.bubble', { hasText: words }).last()
  await found.waitFor()
  return found.innerText()
}

const has = async (page: Page, words: string): Promise<boolean> =>
  (await page.locator('.bubble', { hasText: words }).count()) > 0

async function write(page: Page, text: string): Promise<void> {
  await page.locator('#field').fill(text)
  await page.keyboard.press('Enter')
}
