/** Wishes in plain words: what /help says one may say is understood in each language, and a question stays one. */
import { expect, test } from 'vitest'
import { parseFutureDay } from '../../src/core/day-words.ts'
import { splitWhen } from '../../src/core/when.ts'
import { locales, type LocaleTag } from '../../src/locales/locales.ts'
import { commandNames, plainCommand, plainWords } from '../../src/locales/plain-words.ts'
import { asksToFollow, whenWords } from '../../src/locales/wishes.ts'
import { sport, whenOf, wishesOf } from '../support/said.ts'

const tags = Object.keys(locales) as LocaleTag[]
test.each(tags)('%s: what /help offers to say is understood', (tag) => {
  const line = locales[tag].bot.help.lines.at(-1)!
  const said = [...line.matchAll(/[“«„「]\s*(.+?)\s*[”»“」]/gu)].map((match) => match[1]!)
  expect(said).toHaveLength(3)
  expect(whenOf(tag, said[0]!), said[0]).toEqual({ times: ['08:30'], days: [1, 2, 3, 4, 5, 6, 7] })
  expect(wishesOf(tag, said[1]!)[0], said[1]).toEqual(['drop', sport[tag]])
  expect(wishesOf(tag, said[2]!)[0], said[2]).toEqual(['news', null])
})

test.each(tags)('%s: a word for a command does not cancel what was asked', (tag) => {
  for (const name of commandNames)
    for (const word of [name, ...plainWords[tag][name]])
      expect(wishesOf(tag, word), word).not.toContainEqual(['cancel', null])
})

test.each<[LocaleTag, string]>([
  ['en', 'unsubscribe from everything'],
  ['zh-Hans', '取消所有订阅'],
  ['zh-Hant', '全部退訂'],
])('%s: %s stops all digests, and mutes no word', (tag, said) => {
  expect(plainCommand(tag, said)).toBe('stop')
})

const all = [1, 2, 3, 4, 5, 6, 7]

test.each<[LocaleTag, string, unknown, string]>([
  ['zh-Hans', '每天早上八点半给我发AI新闻', { times: ['08:30'], days: all }, 'ai新闻'],
  ['zh-Hans', '体育新闻，工作日晚上9点推送', { times: ['21:00'], days: [1, 2, 3, 4, 5] }, '体育新闻'],
  ['zh-Hant', '每天早上7點發科技新聞給我', { times: ['07:00'], days: all }, '科技新聞'],
  ['en', 'Send me tech news every weekday at 7:15', { times: ['07:15'], days: [1, 2, 3, 4, 5] }, 'tech news'],
  ['en', 'follow chess, at 8am and 6pm please', { times: ['08:00', '18:00'] }, 'follow chess'],
  ['de', 'KI-Nachrichten täglich um 7:30', { times: ['07:30'], days: all }, 'ki-nachrichten'],
  ['ru', 'присылай новости науки каждый день в 9:00', { times: ['09:00'], days: all }, 'новости науки'],
])('%s: %s says an hour and more', (tag, said, when, rest) => {
  const split = whenWords(tag).map((words) => splitWhen(said, tag, words))
  expect(split.find((each) => each !== null)).toEqual({ when, rest })
})

test.each<[LocaleTag, string]>([
  ['en', 'what happened in 1998'],
  ['en', '🎉 8 new phones'],
  ['zh-Hans', '每天早上8点半发给我'],
  ['ar', 'أخبار الرياضة'],
])('%s: %s says no hour beside other things', (tag, said) => {
  for (const words of whenWords(tag)) expect(splitWhen(said, tag, words)).toBeNull()
})

test.each<[LocaleTag, string, unknown]>([
  ['zh-Hans', '每天早上8点半发给我', { times: ['08:30'], days: all }],
  ['zh-Hans', '早上七点和晚上七点各发一次', { times: ['07:00', '19:00'] }],
  ['zh-Hans', '下午三点', { times: ['15:00'] }],
  ['zh-Hans', '改成晚上9点吧', { times: ['21:00'] }],
  ['zh-Hans', '工作日早上七点和晚上七点', { times: ['07:00', '19:00'], days: [1, 2, 3, 4, 5] }],
  ['zh-Hans', '只要周五', { days: [5] }],
  ['zh-Hans', '每周一三五晚上八点', { times: ['20:00'], days: [1, 3, 5] }],
  ['zh-Hans', '周一到周五 7:30', { times: ['07:30'], days: [1, 2, 3, 4, 5] }],
  ['zh-Hans', 'send it at 8pm', { times: ['20:00'] }],
  ['zh-Hant', '週末早上十點傳給我', { times: ['10:00'], days: [6, 7] }],
  ['zh-Hant', '週末早上十點發給我', { times: ['10:00'], days: [6, 7] }],
  ['en', 'send it at 8am every day', { times: ['08:00'], days: all }],
  ['en', 'weekdays at 7 and 19', { times: ['07:00', '19:00'], days: [1, 2, 3, 4, 5] }],
  ['en', 'friday only please', { days: [5] }],
  ['en', 'only on mondays and thursdays', { days: [1, 4] }],
  ['en', 'at 3pm', { times: ['15:00'] }],
  ['en', 'half past eight', { times: ['08:30'] }],
  ['es', 'solo los viernes', { days: [5] }],
  ['ru', 'по будням в 7:30', { times: ['07:30'], days: [1, 2, 3, 4, 5] }],
  ['ja', '平日の朝7時と19時に送って', { times: ['07:00', '19:00'], days: [1, 2, 3, 4, 5] }],
  ['ja', '平日の朝7時', { times: ['07:00'], days: [1, 2, 3, 4, 5] }],
  ['de', 'nur freitags um 18 Uhr', { times: ['18:00'], days: [5] }],
  ['fr', 'le week-end à 9h', { times: ['09:00'], days: [6, 7] }],
  ['id', 'hari kerja jam 7', { times: ['07:00'], days: [1, 2, 3, 4, 5] }],
  ['en', '7', null],
  ['en', 'Friday', null],
  ['en', 'weekdays at 7 and sundays at 10', null],
  ['en', 'what happened on friday', null],
  ['en', 'monthly 8:30', null],
  ['zh-Hans', '周五', null],
  ['zh-Hans', '下午三点开会', null],
  ['zh-Hans', '9点发生了什么', null],
  ['zh-Hans', '周五不要发', null],
])('%s: the hours and days in %s', (tag, text, expected) => {
  expect(whenOf(tag, text)).toEqual(expected)
})

test('an hour that does not exist is told as such, among other words it is none', () => {
  expect(() => whenOf('en', '25:00')).toThrow('badTime')
  expect(() => whenOf('zh-Hans', '每天 25:00')).toThrow('badTime')
  expect(whenOf('en', 'who won 25:10')).toBeNull()
})

test.each<[LocaleTag, string, unknown]>([
  ['zh-Hans', '取消', ['cancel', null]],
  ['zh-Hans', '算了', ['cancel', null]],
  ['zh-Hans', '你好', ['hello', null]],
  ['zh-Hans', '谢谢👍', ['thanks', null]],
  ['zh-Hans', '这周我错过了什么？', ['missed', null]],
  ['zh-Hans', '别再发了', ['silence', null]],
  ['zh-Hans', '今天有啥新闻啊', ['news', null]],
  ['zh-Hans', '最近AI有什么大新闻🤔', ['news', 'ai']],
  ['zh-Hans', '体育新闻', ['news', '体育']],
  ['zh-Hans', '别再发体育了', ['drop', '体育']],
  ['zh-Hans', '不想看加密货币的新闻', ['drop', '加密货币']],
  ['zh-Hans', '屏蔽娱乐', ['drop', '娱乐']],
  ['zh-Hans', '不想看这个', ['sorry', null]],
  ['en', 'Not interested in this', ['sorry', null]],
  ['zh-Hans', '昨天体育圈发生了什么', ['news', '体育']],
  ['en', 'what happened yesterday in sports?', ['news', 'sports']],
  ['zh-Hans', '体育的新闻别发了', ['drop', '体育']],
  ['zh-Hans', '帮我关注一下航天', ['follow', '航天']],
  ['zh-Hans', '我想看芯片的新闻', ['follow', '芯片']],
  ['zh-Hans', 'no more sports', ['drop', 'sports']],
  ['zh-Hans', '暂停到下周一', ['pause', '下周一']],
  ['zh-Hans', '我在东京', ['zone', '东京']],
  ['zh-Hans', '时区改成纽约', ['zone', '纽约']],
  ['en', 'pause until friday', ['pause', 'friday']],
  ['en', 'I’m in Tokyo now', ['zone', 'tokyo']],
  ['de', 'pause bis 24. Dezember', ['pause', '24. dezember']],
  ['zh-Hant', '謝啦', ['thanks', null]],
  ['zh-Hant', '別再推播體育了', ['drop', '體育']],
  ['en', 'cancel', ['cancel', null]],
  ['en', 'Never mind.', ['cancel', null]],
  ['en', 'Undo that', ['undo', null]],
  ['zh-Hans', '撤销', ['undo', null]],
  ['zh-Hant', '復原', ['undo', null]],
  ['ja', '元に戻して', ['undo', null]],
  ['ar', 'تراجع', ['undo', null]],
  ['en', 'hi there!', ['hello', null]],
  ['en', 'thx 🙏', ['thanks', null]],
  ['en', 'what did I miss this week', ['missed', null]],
  ['en', 'stop sending me stuff', ['silence', null]],
  ['en', 'stop sending me stuff about crypto', ['drop', 'crypto']],
  ['en', 'don’t send me any more sports', ['drop', 'sports']],
  ['en', 'unfollow Harbour Wire please', ['drop', 'harbour wire']],
  ['en', 'what’s new in space today?', ['news', 'space']],
  ['en', 'any news about chips', ['news', 'chips']],
  ['en', 'follow space', ['follow', 'space']],
  ['en', 'I don’t like sports', ['drop', 'sports']],
  ['zh-Hans', '我不喜欢体育', ['drop', '体育']],
  ['zh-Hans', '我对体育不感兴趣', ['drop', '体育']],
  ['zh-Hant', '我對體育沒興趣', ['drop', '體育']],
  ['zh-Hans', '随便来点新闻', ['news', null]],
  ['ja', 'スポーツはもう送らないで', ['drop', 'スポーツ']],
  ['de', 'nichts mehr über Krypto', ['drop', 'krypto']],
])('%s: what is wished in %s', (tag, text, expected) => {
  expect(wishesOf(tag, text)).toContainEqual(expected)
})

test.each<[LocaleTag, string]>([
  ['zh-Hans', '云雀七号有多少参数？'],
  ['zh-Hans', '加拿大'],
  ['zh-Hans', '为什么不要吃药'],
  ['zh-Hans', '发'],
  ['en', 'How long does Lark-7 run?'],
  ['en', 'who cancelled the summit'],
  ['en', 'I don’t like it'],
  ['en', 'I don’t like this one'],
  ['zh-Hans', '我不喜欢你'],
  ['en', 'why do people unfollow news'],
  ['en', 'less is more design'],
  ['en', 'more or less equal'],
  ['en', 'no less than ten'],
  ['zh-Hans', '少年体育'],
  ['zh-Hans', '少数民族'],
  ['zh-Hans', '多发性硬化新闻'],
  ['zh-Hans', '多模态大模型'],
  ['en', '🙏'],
  ['en', ''],
  ['en', `stop sending me ${'x'.repeat(200)}`],
])('%s: %s asks for nothing to be done', (tag, text) => {
  // News, more or less of something is a wish where that is a topic, which the bot finds out.
  const isOfTopic = ([kind, about]: (string | null)[]) =>
    about !== null && ['news', 'less', 'more'].includes(kind ?? '')
  expect(wishesOf(tag, text).filter((wish) => !isOfTopic(wish))).toEqual([])
})

test.each([
  ['zh-Hans', '三天', '2026-12-02'],
  ['zh-Hans', '一个星期', '2026-12-06'],
  // 2026-11-29 is a Sunday.
  ['zh-Hans', '周一', '2026-11-30'],
  ['zh-Hans', '下周一', '2026-11-30'],
  ['zh-Hans', '下周五', '2026-12-04'],
  ['zh-Hans', '星期天', '2026-12-06'],
  ['zh-Hans', '明天', '2026-11-30'],
  ['en', 'friday', '2026-12-04'],
  ['en', '3 days', '2026-12-02'],
  ['fr', 'vendredi', '2026-12-04'],
  ['en', 'the war', null],
])('%s: a pause until %s', (tag, text, date) => {
  expect(parseFutureDay(text, '2026-11-29', tag)).toBe(date)
})

test('words beside a link ask to follow it in any language', () => {
  for (const text of [
    '帮我订阅http://a.example/feed',
    'sub to this pls https://a.example',
    'add https://a.example',
    'follow a.example',
    'abonniere https://a.example',
  ])
    expect(asksToFollow(text), text).toBe(true)
  for (const text of [
    'https://follow.example/subscribe',
    '取消关注 https://a.example',
    'unfollow https://a.example',
    'this is what I would like you to read before we follow up tomorrow https://a.example',
    '看看 https://a.example',
  ])
    expect(asksToFollow(text), text).toBe(false)
})
