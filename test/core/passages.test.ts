/** What a question finds in one text, in English and Chinese: told from what only shares a word with it, and a part of a long text that holds it. */
import { describe, expect, test } from 'vitest'
import { estimateTokens } from '../../src/core/budget.ts'
import { findInText, isFound, passageOf } from '../../src/core/passages.ts'

const english = {
  title: 'The tram of Norrby returns',
  text: [
    'The council of Norrby voted on Tuesday to bring back the tram that was torn up in 1961.',
    'The first line will run four kilometres from the harbour to the hospital.',
    'Engineers from Vess are to lay the rails next summer, and the work should take two years.',
    'The town pays sixty million crowns; the state gives another forty.',
    'Shopkeepers on Mill Street fear for their parking places.',
    'Mayor Oda Prell called the vote the end of a long quarrel.',
    'A ticket will cost as much as one for the bus.',
  ].join('\n\n'),
}
const chinese = {
  title: '诺尔比重建有轨电车',
  text: [
    '诺尔比议会星期二表决，决定恢复 1961 年拆除的有轨电车。',
    '第一条线路全长四公里，从港口通到医院。',
    '韦斯的工程师明年夏天铺设轨道，工期预计两年。',
    '市政府出资六千万克朗，国家另外补贴四千万。',
    '磨坊街的店主担心失去停车位。',
    '市长普雷尔说，这次表决结束了多年的争论。',
    '车票价格和公共汽车一样。',
  ].join('\n\n'),
}

const look = ({ title, text }: typeof english, question: string) => {
  const finding = findInText(text, title, question, 3)
  return { isFound: isFound(finding, question), told: finding.sentences.join('\n') }
}

describe('what stands in the text is found in its sentence', () => {
  test.each([
    [english, 'How long is the first line?', 'four kilometres'],
    [english, 'Who lays the rails?', 'Engineers from Vess'],
    [english, 'How many crowns does the town pay?', 'sixty million'],
    [english, 'What do the shopkeepers fear?', 'parking'],
    [english, 'What will tickets cost?', 'the bus'],
    [english, 'Who is the mayor?', 'Oda Prell'],
    [chinese, '第一条线路有多长？', '四公里'],
    [chinese, '工期多久？', '两年'],
    [chinese, '谁出资？', '六千万'],
    [chinese, '店主担心什么？', '停车位'],
    [chinese, '车票多少钱？', '公共汽车'],
    [chinese, '市长是谁', '普雷尔'],
  ])('%#: %s', (article, question, told) => {
    const found = look(article, question)
    expect(found.isFound).toBe(true)
    expect(found.told).toContain(told)
  })
})

test.each([
  [english, 'Who won the football cup?'],
  [english, 'What is the capital of Norrby?'],
  [english, 'How do I renew my passport?'],
  [english, 'Who invented the telephone?'],
  [chinese, '足球比赛谁赢了？'],
  [chinese, '护照怎么续签？'],
  [chinese, '电话是谁发明的？'],
  [chinese, '明天天气怎么样？'],
])('%#: what does not stand there is not found: %s', (article, question) => {
  expect(look(article, question).isFound).toBe(false)
})

test.each([
  ['The storks of Vess nest on nine roofs.', 'On how many roofs do storks nest?', english],
  ['韦斯的白鹳在九个屋顶上筑巢。', '白鹳在哪里筑巢？', chinese],
])(
  'of a text that is too long, the part that tells it is kept, in order and within bounds: %s',
  (held, asked, article) => {
    const padding = Array.from({ length: 60 }, () => article.text).join('\n')
    const part = passageOf(`${padding}\n${held}\n${padding}`, asked, 900)
    expect(part).toContain(held)
    expect(part.startsWith(article.text.split('\n')[0]!)).toBe(true)
    expect(estimateTokens(part)).toBeLessThanOrEqual(900)
    expect(passageOf(article.text, asked, 900)).toBe(article.text)
  },
)
