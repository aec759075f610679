/** For how long a wish is meant, told apart from what it is about. */
import { expect, test } from 'vitest'
import { splitLasting } from '../../src/core/lasting.ts'

// A Monday.
const today = '2026-03-02'

test.each([
  ['en', 'mute crypto for a week', 'mute crypto', '2026-03-09'],
  ['en', 'Mute crypto for the next two weeks, please!', 'mute crypto', '2026-03-16'],
  ['en', 'mute crypto 3 days', 'mute crypto', '2026-03-05'],
  ['en', 'no more sports for ten days', 'no more sports', '2026-03-12'],
  ['en', 'mute crypto until Friday', 'mute crypto', '2026-03-06'],
  ['en', 'mute crypto till the 24th of December', 'mute crypto', '2026-12-24'],
  ['en', 'for a month, mute crypto', 'mute crypto', '2026-04-02'],
  ['en', 'mute crypto for 24 hours', 'mute crypto', '2026-03-03'],
  ['en', 'mute crypto this week', 'mute crypto', '2026-03-09'],
  ['en', 'mute crypto for now', 'mute crypto', null],
  ['en', 'mute crypto forever', 'mute crypto', 'ever'],
  ['en', 'mute Black Friday until Monday', 'mute black friday', '2026-03-09'],
  ['en', 'mute until Friday', 'mute', '2026-03-06'],
  ['zh-Hans', '屏蔽加密货币一周', '屏蔽加密货币', '2026-03-09'],
  ['zh-Hans', '屏蔽加密货币３天吧', '屏蔽加密货币', '2026-03-05'],
  ['zh-Hans', '屏蔽加密货币到周五', '屏蔽加密货币', '2026-03-06'],
  ['zh-Hans', '屏蔽加密货币直到12月24日', '屏蔽加密货币', '2026-12-24'],
  ['zh-Hans', '屏蔽加密货币一个月', '屏蔽加密货币', '2026-04-02'],
  ['zh-Hans', '屏蔽加密货币半年', '屏蔽加密货币', '2026-09-02'],
  ['zh-Hans', '这周别给我发体育', '别给我发体育', '2026-03-09'],
  ['zh-Hans', '三天内不要发体育', '不要发体育', '2026-03-05'],
  ['zh-Hans', '周五之前不要发体育', '不要发体育', '2026-03-06'],
  ['zh-Hans', '暂时不要发体育', '不要发体育', null],
  ['zh-Hant', '封鎖加密貨幣兩個星期', '封鎖加密貨幣', '2026-03-16'],
  ['zh-Hant', '封鎖加密貨幣到下週一', '封鎖加密貨幣', '2026-03-09'],
  ['es', 'silencia cripto durante una semana', 'silencia cripto', '2026-03-09'],
  ['es', 'silencia cripto hasta el viernes', 'silencia cripto', '2026-03-06'],
  ['de', 'Krypto ausblenden bis Freitag', 'krypto ausblenden', '2026-03-06'],
  ['de', 'Krypto ausblenden für zwei Wochen', 'krypto ausblenden', '2026-03-16'],
  ['fr', 'masque crypto pendant une semaine', 'masque crypto', '2026-03-09'],
  ['fr', "masque crypto jusqu'au 5 mai", 'masque crypto', '2026-05-05'],
  ['pt', 'silenciar cripto até sexta-feira', 'silenciar cripto', '2026-03-06'],
  ['ru', 'скрой крипту на неделю', 'скрой крипту', '2026-03-09'],
  ['ru', 'скрой крипту до 5 мая', 'скрой крипту', '2026-05-05'],
  ['ar', 'اكتم العملات لمدة أسبوع', 'اكتم العملات', '2026-03-09'],
  ['hi', 'एक हफ़्ते के लिए क्रिप्टो म्यूट करें', 'क्रिप्टो म्यूट करें', '2026-03-09'],
  ['id', 'bisukan kripto selama dua minggu', 'bisukan kripto', '2026-03-16'],
  ['ja', '金曜日まで暗号資産をミュート', '暗号資産をミュート', '2026-03-06'],
  ['ja', '一週間、暗号資産をミュート', '暗号資産をミュート', '2026-03-09'],
] as const)('in %s: %s', (tag, text, rest, until) => {
  expect(splitLasting(text, today, tag)).toEqual({ rest: rest.normalize('NFKC'), until })
})

test.each([
  ['en', 'mute Black Friday'],
  ['en', 'mute 24 hours of Le Mans'],
  ['en', 'mute a week in politics'],
  ['en', 'mute the last 7 days'],
  ['en', 'mute fashion week'],
  ['en', 'mute Until Dawn'],
  ['en', 'mute 500 Days of Summer'],
  ['en', 'how did the strike go on for so long'],
  ['zh-Hans', '屏蔽巴黎时装周'],
  ['zh-Hans', '屏蔽黑色星期五'],
  ['zh-Hans', '屏蔽世界杯第一周'],
  ['zh-Hans', '屏蔽过去三天'],
  ['zh-Hans', '屏蔽周一'],
  ['zh-Hans', '屏蔽双十一'],
  ['zh-Hans', '屏蔽2026年'],
  ['zh-Hans', '屏蔽感到孤独'],
] as const)('in %s, no span: %s', (tag, text) => {
  expect(splitLasting(text, today, tag)).toBeNull()
})
