/** Photographs messages in the playground's page at the width of a phone, and lays the pictures out on contact sheets. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Message } from '@grammyjs/types'
import type { Browser } from 'playwright-core'
import { labelsOf, textOf } from '../support/chat.ts'

/** CSS pixels of a common phone. */
const width = 390
const sheet = { columns: 4, height: 1900 }

interface Shot {
  name: string
  png: Buffer
  height: number
}

export interface Camera {
  /** Takes what changed since the last picture; nothing where the same kind of screen was taken already. */
  look(messages: readonly Message[], act: string): Promise<void>
  /** Takes what a phone shows when it is scrolled to the message: `name`.png beside the contact sheets. */
  frame(message: number, name: string): Promise<void>
  /** Writes the contact sheets and closes the page. */
  close(): Promise<void>
}

/** Only the messages of the picture, at their full height; framed: the chat as a phone shows it. */
const style = `
  #bar, #head, #foot { display: none }
  body:not(.framed) { height: auto; display: block }
  body:not(.framed) #log { overflow: visible; min-height: 0 }
  body:not(.framed) :is(.row:not(.taken), .day) { display: none }
`

/** Opens the page as `user` in `chat`. */
export async function openCamera(
  browser: Browser,
  where: {
    url: string
    folder: string
    name: string
    locale: string
    dark: boolean
    user: string
    chat: number
  },
): Promise<Camera> {
  const { folder, name } = where
  await mkdir(join(folder, name), { recursive: true })
  const page = await browser.newPage({
    locale: where.locale,
    colorScheme: where.dark ? 'dark' : 'light',
    viewport: { width, height: 844 },
    bypassCSP: true,
  })
  await page.goto(where.url)
  await page.locator('#menu').click()
  await page.locator('.who select').selectOption(where.user)
  if (String(where.chat) !== where.user) {
    await page.locator('#menu').click()
    await page.locator(`#sidebar [data-chat="${where.chat}"]`).click()
  }
  await page.addStyleTag({ content: style })
  const seen = new Map<number, string>()
  const kinds = new Set<string>()
  const shots: Shot[] = []

  async function look(messages: readonly Message[], act: string): Promise<void> {
    const changed = messages.filter((each) => seen.get(each.message_id) !== JSON.stringify(each))
    for (const each of changed) seen.set(each.message_id, JSON.stringify(each))
    const kind = kindOf(changed)
    if (changed.length === 0 || kinds.has(kind)) return
    kinds.add(kind)
    await page.waitForTimeout(250)
    const ids = changed.map((each) => String(each.message_id))
    // As text: this program knows no types of a page.
    await page.evaluate(`
      for (const row of document.querySelectorAll('.row'))
        row.classList.toggle('taken', ${JSON.stringify(ids)}.includes(row.dataset.id))
    `)
    const number = String(shots.length + 1).padStart(3, '0')
    const path = join(folder, name, `${number} ${act.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 40)}.png`)
    const log = page.locator('#log')
    const png = await log.screenshot({ path, animations: 'disabled' })
    shots.push({ name: `${number} ${act}`, png, height: (await log.boundingBox())?.height ?? 0 })
  }

  async function frame(message: number, file: string): Promise<void> {
    await page.waitForTimeout(250)
    await page.evaluate(`
      document.body.classList.add('framed')
      document.querySelector('.row[data-id="${message}"]').scrollIntoView({ block: 'start' })
      document.querySelector('#log').scrollBy(0, -8)
    `)
    await page.screenshot({ path: join(folder, `${file}.png`) })
    await page.evaluate("document.body.classList.remove('framed')")
  }

  async function close(): Promise<void> {
    await page.setViewportSize({ width: sheet.columns * (width + 10) + 10, height: 800 })
    for (const [index, columns] of arrange(shots).entries()) {
      await page.setContent(sheetHtml(columns))
      const png = await page.screenshot({ fullPage: true })
      await writeFile(join(folder, `${name}-${String(index + 1).padStart(2, '0')}.png`), png)
    }
    await page.close()
  }
  return { look, frame, close }
}

/** Screens that differ in numbers, ticks and times only are of one kind. */
function kindOf(messages: readonly Message[]): string {
  return messages
    .map((each) => [textOf(each), ...labelsOf(each)].join('|').replace(/[\d✓ ]+/gu, '#'))
    .join('||')
}

/** Sheets of columns, filled from left to right in order. */
function arrange(shots: readonly Shot[]): Shot[][][] {
  const sheets: Shot[][][] = []
  let room = 0
  for (const shot of shots) {
    const needed = shot.height + 34
    if (needed > room) {
      if ((sheets.at(-1)?.length ?? sheet.columns) === sheet.columns) sheets.push([])
      sheets.at(-1)!.push([])
      room = sheet.height
    }
    sheets.at(-1)!.at(-1)!.push(shot)
    room -= needed
  }
  return sheets
}

function sheetHtml(columns: readonly (readonly Shot[])[]): string {
  const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const figure = ({ name, png }: Shot) =>
    `<figure><figcaption>${escape(name)}</figcaption><img src="data:image/png;base64,${png.toString('base64')}"></figure>`
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 10px; display: flex; gap: 10px; align-items: flex-start; background: #777; font: 14px sans-serif }
    body > div { width: ${width}px }
    figure { margin: 0 0 12px } figcaption { color: #fff; background: #333; padding: 1px 6px } img { display: block; width: 100% }
  </style>${columns.map((shots) => `<div>${shots.map(figure).join('')}</div>`).join('')}`
}
