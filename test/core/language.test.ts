/** Languages told apart: by script first, simplified from traditional, and nothing made of nothing. */
import { expect, test } from 'vitest'
import { detectLanguage } from '../../src/core/language.ts'

test.each([
  ['en', 'The council of Halvern ordered two electric ferries on Tuesday, and fares do not change.'],
  ['zh-Hans', '哈尔文议会周二订购了两艘电动渡轮，票价不变，旧渡轮改作博物馆。'],
  ['zh-Hant', '哈爾文議會週二訂購了兩艘電動渡輪，票價不變，舊渡輪改作博物館。'],
  ['ja', 'ハルベルン議会は火曜日に電動フェリー二隻を発注し、運賃は変わらない。'],
  ['ko', '할번 의회는 화요일에 전기 여객선 두 척을 주문했다.'],
  ['ar', 'طلب مجلس هالفرن يوم الثلاثاء عبّارتين كهربائيتين ولن تتغير الأسعار.'],
  ['he', 'מועצת הלוורן הזמינה ביום שלישי שתי מעבורות חשמליות.'],
  ['ru', 'Совет Хальверна заказал во вторник два электрических парома.'],
  ['de', 'Der Rat von Halvern bestellte am Dienstag zwei elektrische Fähren, die Preise bleiben gleich.'],
  ['fr', 'Le conseil de Halvern a commandé mardi deux ferries électriques et les prix ne changent pas.'],
  ['es', 'El consejo de Halvern encargó el martes dos transbordadores eléctricos y los precios no cambian.'],
  ['vi', 'Hội đồng Halvern đã đặt mua hai chiếc phà điện vào thứ Ba và giá vé không thay đổi.'],
  ['id', 'Dewan Halvern memesan dua feri listrik pada hari Selasa karena yang lama dijadikan museum.'],
  ['ms', 'Majlis Halvern menempah dua feri elektrik pada hari Selasa kerana yang lama menjadi muzium.'],
  ['hi', 'हालवर्न परिषद ने मंगलवार को दो विद्युत नौकाओं का आदेश दिया।'],
  ['th', 'สภาเมืองสั่งซื้อเรือข้ามฟากไฟฟ้าสองลำเมื่อวันอังคาร'],
])('%s', (tag, text) => {
  expect(detectLanguage(text)).toBe(tag)
})

test('a few foreign names, emoji and links do not change the language', () => {
  expect(
    detectLanguage('OpenAI 和 Anthropic 周二发布了新的模型 GPT 与 Claude 🚀 https://example.com/news'),
  ).toBe('zh-Hans')
  expect(detectLanguage('The word 渡轮 means ferry, said Ines Dahl 🚢 on Tuesday in the harbour.')).toBe('en')
})

test('a short title is not taken for a language whose small words it lacks', () => {
  expect(detectLanguage('Harbour runner breaks ferry record in Halvern')).toBe('en')
  expect(detectLanguage('Kenyan runner breaks marathon record in Berlin')).toBe('en')
  expect(detectLanguage('Ang lahat ng tao ay isinilang na malaya at pantay-pantay sa karangalan.')).toBe('tl')
  expect(detectLanguage('Секој човек има право на живот, слобода и лична безбедност.')).toBe('mk')
})

test('nothing to go by is no language', () => {
  expect(detectLanguage('')).toBe('und')
  expect(detectLanguage('🚀🚀 123 %%')).toBe('und')
})
