/** The ways through the screens of which run.ts takes pictures: who goes, in which language, and what they do. */
import { ids } from '../../src/playground/people.ts'
import type { Site } from '../../src/playground/site/site.ts'
import { control, openChat } from '../support/chat.ts'
import { crawl, type Crawlable, privateCommands, settle } from '../support/crawler.ts'
import type { Camera } from './camera.ts'

export const operator = 5_000_000_009

interface Place {
  service: Crawlable
  camera: Camera
  site: Site
  user: number
  chat: number
}

export interface Walk {
  name: string
  locale: string
  user: number
  chat?: number
  dark?: boolean
  /** With the test's model server, which translates nothing. */
  model?: boolean
  go(place: Place): Promise<void>
}

const hour = 3_600_000
const groupScreens = ['start', 'topics', 'list', 'schedule', 'settings', 'filters', 'history', 'help']

/** Taps everything that can be reached from `commands`. */
const crawlAll =
  (commands: readonly string[]) =>
  async ({ service, camera, user, chat: chatId }: Place): Promise<void> => {
    const chat = await openChat(service.api.url, { user, chat: chatId })
    await crawl(service, chat, { user, chat: chatId, commands }, camera.look)
    chat.close()
  }

type Step =
  | string
  | RegExp
  | { hours: number }
  | { file: string; text: string }
  /** A picture for the README, scrolled to the message so many before the newest. */
  | { frame: string; back: number }

/** Says, taps, sends and waits, in order. A pattern taps the newest button whose label or data it fits. */
const steps =
  (list: (site: Site) => readonly Step[]) =>
  async ({ service, camera, site, user, chat: chatId }: Place): Promise<void> => {
    const { world, url } = service.api
    const chat = await openChat(url, { user, chat: chatId })
    const messages = () => [...world.chats.get(chatId)!.messages.values()]
    const press = async (pattern: RegExp) => {
      const [found] = messages()
        .toReversed()
        .flatMap((message) =>
          (message.reply_markup?.inline_keyboard.flat() ?? []).map((button) => ({ message, button })),
        )
        .filter(
          ({ button }) =>
            'callback_data' in button && (pattern.test(button.text) || pattern.test(button.callback_data)),
        )
      if (!found || !('callback_data' in found.button)) throw new Error(`no button fits ${pattern.source}`)
      const { message, button } = found
      const { id } = await control<{ id: string }>(url, 'press', {
        chat: chatId,
        from: user,
        message: message.message_id,
        data: button.callback_data,
      })
      await chat.answered(id)
      return button.text
    }
    const act = async (step: Exclude<Step, { frame: string }>): Promise<string> => {
      if (step instanceof RegExp) return press(step)
      if (typeof step === 'string') await chat.send(step)
      else if ('file' in step) await chat.sendFile(step.file, step.text)
      else await service.running.advance(new Date(world.now().getTime() + step.hours * hour))
      return typeof step === 'string' ? step : 'file' in step ? step.file : `+${step.hours} h`
    }
    for (const step of list(site)) {
      if (typeof step === 'object' && 'frame' in step) {
        await camera.frame(messages().at(-1 - step.back)!.message_id, step.frame)
        continue
      }
      const name = await act(step)
      await settle(service)
      await camera.look(messages(), name)
    }
    chat.close()
  }

const opml = (site: Site) =>
  `<opml version="2.0"><body>${[
    ...site.feeds.slice(0, 6).map(({ url, title }) => `<outline text="${title}" xmlUrl="${url}"/>`),
    `<outline text="Gone" xmlUrl="${site.url}/gone/feed.xml"/>`,
  ].join('')}</body></opml>`

const begin = ['/start', /^(?:Artificial intelligence|人工智能)$/u, /^(?:World|国际)$/u, /^v1:begin/u]

const reading = steps((site) => [
  ...begin,
  { hours: 1 },
  'How long does Lark-7 run?',
  '云雀七号有多少参数？',
  `${site.url}/fernwick/ai/lark-offline`,
  /^v1:again/u,
  '/search lark',
  `/subscribe ${site.url}/qianshao/ai`,
  `/subscribe ${site.url}/fernwick`,
  'robots',
  'qwertyuiop',
  { file: 'feeds.opml', text: opml(site) },
  '/list',
  /^v1:list:0:s/u,
  /^v1:item/u,
  `/subscribe http://10.0.0.1/`,
  `/subscribe ${site.url}/nothing`,
  `${site.url}/nothing`,
  '/pause yesterday',
  `${site.url}/fernwick/ai/lark-offline ${site.url}/fernwick/ai/lark-price`,
  { hours: 24 },
  { hours: 24 },
  /^v1:stories:/u,
  /^v1:story:/u,
  /^v1:more/u,
  '/history',
  '/saved',
  '/status',
])

const [chooseTopics, firstDigest] = [begin.slice(0, -1), begin.slice(-1)]

/** What the README shows. */
const forReadme = (tag: string, question: string, article: string) =>
  steps((site) => [
    ...chooseTopics,
    { frame: `readme-${tag}-start`, back: 1 },
    ...firstDigest,
    { frame: `readme-${tag}-digest`, back: 0 },
    question,
    `${site.url}${article}`,
    { frame: `readme-${tag}-answer`, back: 3 },
  ])

const withModel = steps((site) => [
  ...begin,
  'How long does Lark-7 run?',
  '云雀七号有多少参数？',
  `${site.url}/fernwick/ai/lark-offline`,
  /^v1:evidence/u,
])

const followMuch = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14].map((n) => new RegExp(`^v1:pick:${n}:1`, 'u'))

/** Digests in one layout: with as many stories as there may be, and with few. */
const inLayout = (layout: string) =>
  steps(() => [
    '/settings',
    /^v1:options/u,
    /^v1:opt-entries/u,
    /^v1:opt-most:entries:40/u,
    /^v1:settings/u,
    /^v1:set-layout/u,
    new RegExp(`^v1:layout:${layout}`, 'u'),
    '/start',
    ...followMuch,
    /^v1:begin/u,
    { hours: 48 },
    '/digest space',
  ])

const walkers = [
  {
    tag: 'en',
    locale: 'en-GB',
    user: ids.alex,
    dark: false,
    question: 'How long does Lark-7 run?',
    article: '/fernwick/ai/lark-offline',
  },
  {
    tag: 'zh',
    locale: 'zh-CN',
    user: ids.mei,
    dark: true,
    question: '云雀七号有多少参数？',
    article: '/qianshao/ai/yunque-zhuting',
  },
] as const

export const walks: readonly Walk[] = walkers.flatMap(
  ({ tag, locale, user, dark, question, article }): Walk[] => [
    { name: `${tag}-all`, locale, user, go: crawlAll(privateCommands) },
    { name: `${tag}-reading`, locale, user, dark, go: reading },
    { name: `${tag}-model`, locale, user, dark, model: true, go: withModel },
    ...['compact', 'standard', 'detailed', 'rich'].map((layout) => ({
      name: `${tag}-${layout}`,
      locale,
      user,
      dark,
      go: inLayout(layout),
    })),
    { name: `${tag}-readme`, locale, user, dark, go: forReadme(tag, question, article) },
    { name: `${tag}-group`, locale, user, chat: ids.group, go: crawlAll(groupScreens) },
    { name: `${tag}-forum`, locale, user, chat: ids.forum, go: crawlAll(groupScreens) },
    { name: `${tag}-channel`, locale, user, chat: ids.channel, go: crawlAll(groupScreens) },
    { name: `${tag}-operator`, locale, user: operator, go: crawlAll(['admin']) },
  ],
)
