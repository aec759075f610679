/** `npm run screenshots [NAME]`: takes a picture of every screen at phone width into screenshots/, for somebody to look at; NAME is one of the walks below. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClock } from '../../src/clock.ts'
import { readConfig } from '../../src/config.ts'
import { openEmbedded } from '../../src/db/connect.ts'
import { silentLog } from '../../src/log.ts'
import { addPerson, ids } from '../../src/playground/people.ts'
import { startPlayground } from '../../src/start-playground.ts'
import { findChromium, openBrowser } from '../support/browser.ts'
import { control } from '../support/chat.ts'
import { type Crawlable, settle } from '../support/crawler.ts'
import { startModelServer } from '../support/model-server.ts'
import { openCamera } from './camera.ts'
import { operator, walks } from './walks.ts'

const folder = join(import.meta.dirname, '../../screenshots')
const only = process.argv[2]

const chromium = findChromium()
if (!chromium) throw new Error('there is no Chromium on this machine')
const browser = await openBrowser(chromium)
for (const walk of walks.filter(({ name }) => only === undefined || name.startsWith(only))) {
  const data = await mkdtemp(join(tmpdir(), 'gazette-screens-'))
  const model = walk.model ? await startModelServer() : null
  const clock = createClock()
  const database = await openEmbedded(data, clock.now())
  const playground = await startPlayground({
    config: readConfig({
      PORT: '0',
      ADMIN_IDS: String(operator),
      ...(model ? { OPENAI_BASE_URL: model.url } : {}),
    }),
    database,
    clock,
    log: silentLog,
    onFatal: (error) => {
      throw error
    },
  })
  const { api, running, site } = playground
  const service: Crawlable = { api, running, database }
  addPerson(api.world, { id: operator, is_bot: false, first_name: 'Olga', language_code: walk.locale })
  for (const chat of [ids.group, ids.forum, ids.channel]) {
    const { members } = api.world.chats.get(chat)!
    for (const admin of [ids.alex, ids.mei]) members.set(admin, 'administrator')
    // Who adds the bot decides which language it speaks there.
    await control(api.url, 'member', { chat, from: walk.user, status: 'administrator' })
  }
  await settle(service)
  const camera = await openCamera(browser, {
    url: api.url,
    folder,
    name: walk.name,
    locale: walk.locale,
    dark: walk.dark ?? false,
    user: String(walk.user),
    chat: walk.chat ?? walk.user,
  })
  try {
    await walk.go({ service, camera, site, user: walk.user, chat: walk.chat ?? walk.user })
  } finally {
    await camera.close()
    await playground.close()
    await database.close()
    await model?.close()
    await rm(data, { recursive: true, force: true })
  }
  process.stdout.write(`${walk.name}: ${folder}\n`)
}
await browser.close()
