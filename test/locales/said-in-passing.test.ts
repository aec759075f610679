/** What people say in passing, in each language: complaints, yes and no, how often, for how long, and hours by the part of the day. */
import { expect, test } from 'vitest'
import { parseFutureDay } from '../../src/core/day-words.ts'
import type { LocaleTag } from '../../src/locales/locales.ts'
import { sport, whenOf, wishesOf } from '../support/said.ts'

test.each<[LocaleTag, string]>([
  ['en', 'two weeks'],
  ['en', 'for two weeks'],
  ['zh-Hans', '两周'],
  ['es', 'dos semanas'],
  ['ru', 'две недели'],
  ['ar', 'أسبوعين'],
  ['ja', '2週間'],
  ['de', 'zwei Wochen'],
  ['fr', 'deux semaines'],
  ['pt', 'duas semanas'],
  ['hi', 'दो हफ़्ते'],
  ['id', 'dua minggu'],
])('%s: a pause of %s', (tag, text) => {
  expect(parseFutureDay(text, '2026-11-29', tag)).toBe('2026-12-13')
})

test.each<[LocaleTag, string, string, string, string, string]>([
  ['en', 'you are useless', 'twice a day', 'yes', 'no thanks', 'remove sports'],
  ['en', 'too many messages', 'no digests on weekends', 'haha', 'nope', 'stop sports'],
  ['zh-Hans', '太吵了', '一天两次', '哈哈哈', '不是', '不要体育了'],
  ['zh-Hant', '答非所問', '週末不要推播', '對的', '不', '移除體育'],
  ['es', 'eres tonto', 'una vez por semana', 'sí', 'no', 'quita deportes'],
  ['ru', 'ты дурак', 'раз в неделю', 'да', 'нет', 'убери спорт'],
  ['ar', 'أنت غبي', 'مرة في الأسبوع', 'نعم', 'لا', 'احذف الرياضة'],
  ['ja', 'うるさい', '週に1回', 'はい', 'いいえ', 'スポーツを外して'],
  ['de', 'das ist langweilig', 'einmal pro woche', 'ja', 'nein', 'entferne sport'],
  ['fr', "c'est nul", 'une fois par semaine', 'oui', 'non', 'retire sport'],
  ['pt', 'você é burro', 'uma vez por semana', 'sim', 'não', 'remova esportes'],
  ['hi', 'तुम बेकार हो', 'हफ़्ते में एक बार', 'हाँ', 'नहीं', 'खेल हटाओ'],
  ['id', 'kamu bodoh', 'seminggu sekali', 'ya', 'tidak', 'hapus olahraga'],
])('%s: %s, %s, %s, %s and %s are no questions', (tag, sorry, rhythm, yes, no, leave) => {
  expect(wishesOf(tag, sorry)[0]).toEqual(['sorry', null])
  expect(wishesOf(tag, rhythm)[0]).toEqual(['rhythm', null])
  expect(wishesOf(tag, yes)[0]).toEqual(['thanks', null])
  expect(wishesOf(tag, no)[0]).toEqual(['cancel', null])
  expect(wishesOf(tag, leave)).toContainEqual(['leave', sport[tag]])
})

test.each<[LocaleTag, string, string]>([
  ['en', 'every day at 8 in the evening', '20:00'],
  ['en', 'change the time to 9', '09:00'],
  ['zh-Hans', '每天晚上八点', '20:00'],
  ['es', 'todos los días a las 8 de la tarde', '20:00'],
  ['es', 'todos los días a las 12 de la noche', '00:00'],
  ['ru', 'каждый день в 8 вечера', '20:00'],
  ['ru', 'каждый день в 8:30 утра', '08:30'],
  ['ar', 'كل يوم الساعة 8 مساءً', '20:00'],
  ['ar', 'كل يوم الساعة 8 مساء', '20:00'],
  ['ja', '毎日夜8時に送って', '20:00'],
  ['de', 'jeden Tag um 8 Uhr abends', '20:00'],
  ['fr', 'tous les jours à 8h du soir', '20:00'],
  ['pt', 'todos os dias às 8 da noite', '20:00'],
  ['hi', 'रोज़ शाम 8 बजे', '20:00'],
  ['id', 'setiap hari jam 8 malam', '20:00'],
])('%s: %s is %s', (tag, text, time) => {
  expect(whenOf(tag, text)?.times).toEqual([time])
})

test('a whole date may end in its weekday', () => {
  expect(parseFutureDay('2031年12月24日星期三', '2026-11-29', 'zh-Hans')).toBe('2031-12-24')
})

test('what would be silly to mute or to look for is what it says', () => {
  expect(wishesOf('zh-Hans', '先别发了')[0]).toEqual(['silence', null])
  expect(wishesOf('zh-Hans', '总结一下今天的新闻')[0]).toEqual(['news', null])
  expect(wishesOf('en', 'top 5 stories')[0]).toEqual(['news', null])
  expect(wishesOf('en', 'I want to follow Quay News')).toContainEqual(['follow', 'quay news'])
})
