/** Commands without their slash: each word means one command, none is a topic, and what says more is a question. */
import { expect, test } from 'vitest'
import { matchTopics } from '../../src/bot/topic-match.ts'
import { commands } from '../../src/bot/features.ts'
import { topicCatalogue } from '../../src/core/topic-catalogue.ts'
import type { Topic } from '../../src/db/database.ts'
import { locales, type LocaleTag } from '../../src/locales/locales.ts'
import { commandNames, plainCommand, plainWords } from '../../src/locales/plain-words.ts'

const tags = Object.keys(locales) as LocaleTag[]
const topics = topicCatalogue.map((topic, at) => ({ ...topic, id: at + 1 })) as unknown as Topic[]

test('every one of them is a command that readers know', () => {
  expect(commandNames.filter((name) => !commands.has(name))).toEqual([])
  expect(commandNames.filter((name) => !Object.keys(locales.en.bot.commands).includes(name))).toEqual([])
})

test.each(tags)('%s', (tag) => {
  for (const name of commandNames) {
    expect(plainCommand(tag, name)).toBe(name)
    for (const word of plainWords[tag][name]) {
      expect(plainCommand(tag, word), word).toBe(name)
      expect(matchTopics(topics, word), word).toEqual({ exact: [], near: [] })
    }
  }
})

test.each<[LocaleTag, string, string]>([
  ['en', 'resume please', 'resume'],
  ['en', 'delete everything about me', 'delete'],
  ['en', 'Why do I get this?', 'list'],
  ['zh-Hans', '为什么给我推这个？', 'list'],
  ['en', "I didn't get my digest today!", 'status'],
  ['zh-Hans', '今天怎么没收到摘要？', 'status'],
  ['zh-Hans', '请继续', 'resume'],
  ['zh-Hans', '删除我的所有数据', 'delete'],
  ['es', 'borra todo sobre mí, por favor', 'delete'],
  ['ru', 'стоп, пожалуйста', 'stop'],
  ['ja', '停止してください', 'stop'],
  ['de', 'Pause bitte', 'pause'],
])('%s: %s is %s, however politely', (tag, text, name) => {
  expect(plainCommand(tag, text)).toBe(name)
})

test('marks and capitals do not matter, and what says more is no command', () => {
  expect(plainCommand('en', ' Pause! ')).toBe('pause')
  expect(plainCommand('en', '“HELP” 🙏')).toBe('help')
  expect(plainCommand('zh-Hans', '设置。')).toBe('settings')
  expect(plainCommand('zh-Hans', 'ｈｅｌｐ？')).toBe('help')
  expect(plainCommand('ar', '؟مساعدة')).toBe('help')
  for (const text of [
    'pause the war',
    '设置一个主题',
    'how to stop smoking',
    'مساعدة اللاجئين',
    '🙏',
    '',
    'x'.repeat(5000),
  ])
    expect(plainCommand('en', text), text).toBeNull()
})
