/** More wishes in plain words: less and more of something, and the part of a day for an hour, in each language. */
import { expect, test } from 'vitest'
import type { LocaleTag } from '../../src/locales/locales.ts'
import { plainCommand } from '../../src/locales/plain-words.ts'
import { whenOf, wishesOf } from '../support/said.ts'

const all = [1, 2, 3, 4, 5, 6, 7]

test.each<[LocaleTag, string, unknown]>([
  ['en', 'every Monday morning', { times: ['08:00'], days: [1] }],
  ['en', 'every evening', { times: ['20:00'], days: all }],
  ['en', 'on weekdays in the afternoon please', { times: ['15:00'], days: [1, 2, 3, 4, 5] }],
  ['zh-Hans', '每周一早上', { times: ['08:00'], days: [1] }],
  ['zh-Hans', '每天中午发给我', { times: ['12:00'], days: all }],
  ['zh-Hant', '每週五晚上', { times: ['20:00'], days: [5] }],
  ['es', 'todos los días por la noche, por favor', { times: ['20:00'], days: all }],
  ['de', 'bitte jeden Montag abends', { times: ['20:00'], days: [1] }],
  ['fr', 'le lundi matin', { times: ['08:00'], days: [1] }],
  ['ja', '毎週月曜日の朝に送って', { times: ['08:00'], days: [1] }],
  ['id', 'setiap senin pagi', { times: ['08:00'], days: [1] }],
  ['en', 'not on weekends', { days: [1, 2, 3, 4, 5] }],
  ['en', 'no digests on the weekend please', { days: [1, 2, 3, 4, 5] }],
  ['zh-Hans', '周末不要发', { days: [1, 2, 3, 4, 5] }],
  ['zh-Hant', '週末就不要再給我推播了', { days: [1, 2, 3, 4, 5] }],
  ['en', 'Monday morning', null],
  ['en', 'what happens every Monday morning', null],
  ['en', 'every Monday morning meeting', null],
  ['zh-Hans', '周一早上', null],
  ['zh-Hans', '每周一早上开会', null],
])('%s: the hour and days of %s', (tag, text, expected) => {
  expect(whenOf(tag, text)).toEqual(expected)
})

test.each<[LocaleTag, string, unknown]>([
  ['en', 'less sports please', ['less', 'sports']],
  ['en', 'Show me a bit less news about sports', ['less', 'sports']],
  ['en', 'too much sports', ['less', 'sports']],
  ['en', 'I want to see more stories about AI', ['more', 'ai']],
  ['zh-Hans', '少一点体育', ['less', '体育']],
  ['zh-Hans', '以后少给我推点体育新闻吧', ['less', '体育']],
  ['zh-Hans', '体育太多了', ['less', '体育']],
  ['zh-Hans', '体育少发一点', ['less', '体育']],
  ['zh-Hans', '多来点AI', ['more', 'ai']],
  ['zh-Hant', '多看一點AI的新聞', ['more', 'ai']],
  ['zh-Hant', '體育少一點', ['less', '體育']],
  ['es', 'menos noticias de deportes', ['less', 'deportes']],
  ['ru', 'поменьше про спорт', ['less', 'спорт']],
  ['ar', 'أقل من الرياضة', ['less', 'الرياضة']],
  ['ja', 'スポーツを減らして', ['less', 'スポーツ']],
  ['ja', 'もっとスポーツが見たい', ['more', 'スポーツ']],
  ['de', 'weniger Sport bitte', ['less', 'sport']],
  ['fr', 'moins de sport', ['less', 'sport']],
  ['pt', 'mais notícias de esportes', ['more', 'esportes']],
  ['hi', 'खेल की खबरें कम करो', ['less', 'खेल']],
  ['id', 'kurangi olahraga', ['less', 'olahraga']],
  ['en', 'shorter digests please', ['shorter', null]],
  ['en', 'too many articles', ['shorter', null]],
  ['en', 'more articles', ['longer', null]],
  ['zh-Hans', '摘要太长了', ['shorter', null]],
  ['zh-Hans', '文章少一点', ['shorter', null]],
  ['zh-Hant', '每期長一點', ['longer', null]],
  ['fr', "moins d'articles", ['shorter', null]],
  ['en', 'summaries in Chinese', ['summaries', 'chinese']],
  ['zh-Hans', '摘要用英文', ['summaries', '英文']],
  ['en', 'unmute lottery', ['unmute', 'lottery']],
  ['zh-Hans', '取消屏蔽体育', ['unmute', '体育']],
  ['en', 'mute the word “lottery”', ['drop', 'lottery']],
  ['zh-Hans', '屏蔽关键词“彩票”', ['drop', '彩票']],
  ['zh-Hans', '不要体育了谢谢', ['leave', '体育']],
  ['zh-Hans', '一周一次就好', ['rhythm', null]],
  ['en', 'hola', ['hello', null]],
  ['zh-Hans', 'Привет!', ['hello', null]],
  ['en', 'what does it cost?', ['about', null]],
  ['zh-Hant', '這個免費嗎', ['about', null]],
  ['de', 'Wer hat dich gemacht?', ['about', null]],
  ['es', '¿Es gratis?', ['about', null]],
  ['fr', "C'est gratuit ?", ['about', null]],
  ['ja', '無料ですか？', ['about', null]],
  ['en', 'What do you know about me?', ['stored', null]],
  ['zh-Hans', '我的数据安全吗？', ['stored', null]],
  ['ru', 'ты хранишь мои данные?', ['stored', null]],
  ['en', 'mute everything', ['silence', null]],
  ['zh-Hans', '屏蔽一切', ['silence', null]],
])('%s: what is wished in %s', (tag, text, expected) => {
  expect(wishesOf(tag, text)).toContainEqual(expected)
})

test.each<[LocaleTag, string]>([
  ['en', 'what did you mute'],
  ['en', 'shorter working weeks'],
  ['en', 'summaries in brief are useful'],
  ['zh-Hans', '我关注了什么'],
  ['zh-Hans', '我屏蔽了哪些词'],
  ['zh-Hans', '文章多少字合适'],
])('%s: %s asks for nothing to be done', (tag, text) => {
  // Whether there is such a topic or language, the bot finds out.
  const isOpen = (kind: string | null | undefined) =>
    ['news', 'less', 'more', 'summaries'].includes(kind ?? '')
  expect(wishesOf(tag, text).filter(([kind]) => !isOpen(kind))).toEqual([])
})

test.each<[LocaleTag, string, string]>([
  ['en', 'start', 'start'],
  ['zh-Hans', '开始', 'start'],
  ['en', 'What have I muted?', 'filters'],
  ['zh-Hans', '我屏蔽了什么？', 'filters'],
  ['zh-Hans', '我关注了什么', 'list'],
  ['en', 'When is the next digest?', 'status'],
  ['zh-Hant', '下一期什麼時候發？', 'status'],
  ['zh-Hans', '怎么加RSS', 'subscribe'],
  ['zh-Hans', '时区不对', 'settings'],
  ['zh-Hans', '全部删除', 'delete'],
])('%s: %s is the command %s', (tag, text, command) => {
  expect(plainCommand(tag, text)).toBe(command)
})
