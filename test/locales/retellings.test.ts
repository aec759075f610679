/** How people ask for another length or language: understood in each language, and nothing else is taken for it. */
import { expect, test } from 'vitest'
import { type LocaleTag, locales } from '../../src/locales/locales.ts'
import { languageName } from '../../src/locales/format.ts'
import { readRetelling } from '../../src/locales/retellings.ts'

const short = { form: 'short' }
const long = { form: 'long' }
const english = { language: 'en' }

test.each<[LocaleTag, string, unknown]>([
  ['en', 'shorter', short],
  ['en', 'Make it a bit shorter, please!', short],
  ['en', 'too long', short],
  ['en', 'more detail', long],
  ['en', 'in more detail please', long],
  ['en', 'in English please', english],
  ['en', 'Can you say that in Spanish?', { language: 'es' }],
  ['en', 'translate it to Traditional Chinese', { language: 'zh-Hant' }],
  ['en', '换成英文', english],
  ['zh-Hans', '换成英文', english],
  ['zh-Hans', '用中文说', { language: 'zh-Hans' }],
  ['zh-Hans', '翻译成日语吧', { language: 'ja' }],
  ['zh-Hans', '换成繁体', { language: 'zh-Hant' }],
  ['zh-Hans', '英文版', english],
  ['zh-Hans', '简短一点', short],
  ['zh-Hans', '太长了', short],
  ['zh-Hans', '一句话总结', short],
  ['zh-Hans', '详细一点', long],
  ['zh-Hans', '能不能讲得更具体一些？', long],
  ['zh-Hans', 'in English please', english],
  ['zh-Hant', '請簡短一點', short],
  ['zh-Hant', '詳細一點', long],
  ['zh-Hant', '用國語說', { language: 'zh-Hant' }],
  ['es', 'más corto, por favor', short],
  ['es', 'más detalles', long],
  ['es', 'en inglés', english],
  ['ru', 'покороче, пожалуйста', short],
  ['ru', 'подробнее', long],
  ['ru', 'на английском', english],
  ['ru', 'переведи на китайский', { language: 'zh-Hans' }],
  ['ar', 'أقصر من فضلك', short],
  ['ar', 'بالتفصيل', long],
  ['ar', 'بالإنجليزية', english],
  ['ja', 'もっと短くして', short],
  ['ja', '詳しく教えてください', long],
  ['ja', '英語でお願いします', english],
  ['de', 'bitte etwas kürzer', short],
  ['de', 'ausführlicher bitte', long],
  ['de', 'auf Englisch bitte', english],
  ['de', 'ins Deutsche', { language: 'de' }],
  ['fr', 'plus court', short],
  ['fr', 'plus de détails', long],
  ['fr', 'en anglais, s’il te plaît', english],
  ['pt', 'mais curto', short],
  ['pt', 'mais detalhes, por favor', long],
  ['pt', 'em inglês', english],
  ['hi', 'थोड़ा छोटा करें', short],
  ['hi', 'विस्तार से बताएँ', long],
  ['hi', 'अंग्रेज़ी में', english],
  ['id', 'lebih singkat', short],
  ['id', 'lebih rinci', long],
  ['id', 'dalam bahasa Inggris', english],
])('%s: %s', (tag, said, meant) => {
  expect(readRetelling(tag, said)).toEqual(meant)
})

test.each(Object.keys(locales) as LocaleTag[])('%s: every language of the bot can be named', (tag) => {
  for (const language of Object.keys(locales) as LocaleTag[])
    expect(readRetelling('en', `in ${languageName('en', language)}`), language).toEqual({ language })
  for (const language of ['en', 'ja', 'ar'] as const)
    expect(readRetelling(tag, `换成${languageName('zh-Hans', language)}`)).toEqual(
      tag === 'ja' ? null : { language },
    )
})

test.each<[LocaleTag, string, LocaleTag]>([
  ['en', 'English', 'en'],
  ['en', '中文', 'zh-Hans'],
  ['en', 'Japanese!', 'ja'],
  ['zh-Hans', '日本語', 'ja'],
  ['zh-Hans', '英文', 'en'],
  ['zh-Hans', '繁体中文', 'zh-Hant'],
  ['zh-Hant', '中文', 'zh-Hant'],
  ['de', 'русский', 'ru'],
  ['ru', 'английский', 'en'],
  ['fr', 'Bahasa Indonesia', 'id'],
])('%s: %s alone is the name of a language', (tag, said, language) => {
  expect(readRetelling(tag, said)).toEqual({ language })
})

test.each<[LocaleTag, string]>([
  ['en', 'English breakfast'],
  ['en', 'French Open'],
  ['en', 'Chinese New Year'],
  ['zh-Hans', '普通'],
  ['zh-Hans', '国'],
  ['zh-Hans', '中国'],
  ['zh-Hans', '简体字的历史'],
  ['ru', 'русская кухня'],
  ['ru', 'английская премьер-лига'],
  ['en', 'in Paris'],
  ['en', 'shorter working weeks'],
  ['en', 'Why is the English channel closed?'],
  ['en', 'more'],
  ['zh-Hans', '用手机说'],
  ['zh-Hans', '短视频'],
  ['zh-Hans', '英文歌'],
  ['zh-Hans', '苹果详细一点'],
  ['ru', 'на Марсе'],
  ['ja', '東京で'],
  ['de', 'auf Mallorca'],
])('%s: %s asks for nothing of the kind', (tag, said) => {
  expect(readRetelling(tag, said)).toBeNull()
})
