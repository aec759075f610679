/** Says mangled commands, deep links, answers to questions and plain words to the bot, in a chat and inline. */
import { openDesk } from './bot-desk.ts'
import { chat, reader } from './sample-updates.ts'
import { fuzzerOf, inBytes } from './subject.ts'

const said = [
  '/start',
  '/start topic_ai',
  '/start src_1',
  '/start pack_abc',
  '/start post_1_1',
  '/start chats',
  '/start read',
  '/start inline',
  '/start -1001_2',
  '/start@gazette_bot topic_ai',
  '/search ferry lang:en since:2026-01-01 topic:ai',
  '/subscribe https://news.example/feed.xml',
  '/schedule 8:30 weekdays',
  '/mute "ferry"',
  '/filters',
  '/interest solar power',
  '/list paper 1',
  '/history 3',
  '/digest',
  '/pause 3 days',
  '/settings',
  '/status',
  '/admin',
  '/export',
  '/remove 1',
  '/timezone Asia/Kolkata',
  '/options',
  '/chats',
  '/saved',
  '/help',
  'https://news.example/1',
  '早上八点半',
  'What about the ferry?',
  '渡轮什么时候开？',
  'mute ferry',
  'every weekday at 7',
  '@gazette_bot hello',
]
const tokens = [
  '/',
  '/start ',
  '_',
  'topic_',
  'src_',
  'pack_',
  'post_',
  '-',
  ' ',
  '\n',
  '\0',
  '\u202E',
  '\u200D',
  '👩‍👩‍👧',
  'ه',
  '新',
  'http://[',
  'https://a.b/',
  '"',
  "'",
  '(',
  ')',
  '[',
  '*',
  '&',
  '|',
  '!',
  ':*',
  '<->',
  '\\',
  '%',
  '_%',
  "' or 1=1 --",
  '0',
  '-1',
  '9'.repeat(30),
  'a'.repeat(300),
  '新'.repeat(300),
  '@',
  '#',
  'lang:',
  'since:',
  'topic:',
  'source:',
  '2026-02-30',
  '25:61',
  'UTC+99',
]
/** https://core.telegram.org/bots/api#message: text has up to 4096 characters; an inline query up to 256. */
const mostUnits = 4096
const mostInline = 256
let serial = 0

async function readWords(bytes: Uint8Array): Promise<void> {
  const desk = await openDesk()
  // Telegram sends no halves of characters.
  const text = new TextDecoder().decode(bytes).slice(0, mostUnits).toWellFormed()
  serial += 1
  if (serial % 3 === 0)
    return desk.give({
      update_id: 2_000_000 + serial,
      inline_query: {
        id: `${serial}`,
        from: reader,
        query: text.slice(0, mostInline).toWellFormed(),
        offset: serial % 2 === 0 ? '' : text.slice(0, 8).toWellFormed(),
      },
    })
  const command = /^\/[\w@]+/u.exec(text)?.[0]
  await desk.give({
    update_id: 2_000_000 + serial,
    message: {
      message_id: serial,
      date: 1,
      chat,
      from: reader,
      text,
      ...(command ? { entities: [{ type: 'bot_command', offset: 0, length: command.length }] } : {}),
    },
  })
}

export const { fuzz, fuzzCount } = fuzzerOf({
  name: 'words',
  fixtures: inBytes(said),
  tokens,
  prepare: openDesk,
  read: readWords,
})
