/** Turns a question into the terms to search for: what it is about, without the words that make it a question. */
import { stopWords } from './stop-words.ts'
import { tokenize } from './tokens.ts'

/** Chinese asks with these; left in, their characters pair up with the words beside them and hide those. In English the measure that is asked for seldom stands in what tells it. */
const asking =
  /\bhow (?:long|many|much|old|far|big|large|high|tall|fast|often|deep|wide|heavy|soon|late|well)\b|(?:一共|总共|總共|到底|究竟|大概)?(?:[有是要用叫能会會在花]|需要)?(?:多少|多大|多久|多长|多長|多高|多快|多远|多遠|多重|什么时候|什麼時候|什么|什麼|啥|为什么|為什麼|为何|為何|怎么样|怎麼樣|怎么|怎麼|怎样|怎樣|如何|哪里|哪裡|哪些|哪个|哪個|哪家|哪|谁|誰|几个|幾個|几天|幾天|几年|幾年|是不是|是否|有没有|有沒有|能不能|会不会|會不會)|请问|請問|告诉我|告訴我|[吗嗎呢么吧啊]+(?=$|[\s\p{P}])/giu

/** What a question goes on with and says nothing by: 'And when?', '那价格呢', 'Und warum?'. */
const onward =
  /^(?:那么|那麼|那|还有|還有|然后|然後)|呢(?=[\s\p{P}]*$)|^¿?(?:and|but|so|then|or|(?:and )?(?:what|how) about|y|e|et|und|aber|а|и|но|dan|lalu|और|तो|では|じゃあ?|それで)(?=[\s,،、])|^و(?=\p{L}{2})|^(?:ماذا عن)/iu
/** And words that stand for what was said before. */
const standIns =
  /(?:它们|它們|他们|他們|她们|她們|它|他|她|这个|這個|那个|那個|这家|這家|这些|這些|那些|这件事|這件事|上面|刚才|剛才)(?:的)?|(?<![\p{L}\p{M}])(?:it|its|they|them|their|he|him|his|she|her|this|that|these|those|there)(?![\p{L}\p{M}])/giu

/** How a search is asked for; what follows is searched for. */
const search =
  /^(?:(?:please |can you |could you )*(?:search|look|google)(?: (?:for|up|about))+|(?:请|請|帮我|幫我|我想|我要)*(?:(?:搜索|搜尋|查找)(?!引擎)(?:一下|下)?|[搜查找](?:一下|一[搜查找]|下|搜|查|找))(?:关于|關於|有关|有關)?)[\s:：]*(?=\S)/iu

/** What `text` asks to search for in so many words; null where it is no such wish. */
export function searchedFor(text: string): string | null {
  const said = text.trim()
  const rest = said.replace(search, '')
  return rest === said ? null : rest.replace(/[\s,]+(?:please|pls|for me)[\s.!]*$/iu, '')
}

/** Whether `question` needs what was said before it to be understood. */
export const leansBack = (question: string): boolean => {
  const said = question.trim()
  return said.search(onward) >= 0 || said.search(standIns) >= 0
}

/** The distinct terms of `question` in order, at most `most`; [] where it asks about nothing. */
export function questionTerms(question: string, most: number): string[] {
  const about = question.trim().replace(asking, ' ').replace(onward, ' ').replace(standIns, ' ')
  return [...new Set(tokenize(about))].filter((term) => !stopWords.has(term)).slice(0, most)
}
