/** Feeds mangled pages to the reader of articles and to the ones that judge and shorten what it found. */
import { itemFromPage } from '../../src/sources/item.ts'
import { extractArticle } from '../../src/sources/page.ts'
import { loadPageCases } from '../fixtures/page-cases.ts'
import { checkText, fuzzerOf } from './subject.ts'

const tokens = [
  '<',
  '>',
  '</',
  '"',
  '<div>',
  '</div>',
  '<p>',
  '</p>',
  '<table><tr><td>',
  '<article>',
  '<ul><li>',
  '<a href="//[">',
  '<!--',
  '-->',
  '<script>',
  '</script>',
  '<style>',
  '<title>',
  '<base href="http://[">',
  '<meta property="article:published_time" content="9999-99-99">',
  '<meta name="author" content="\u202E">',
  '<link rel="canonical" href="javascript:x">',
  '<script type="application/ld+json">{"@type":"NewsArticle","author":[{"name":{}}],"articleBody":7}</script>',
  '<script type="application/ld+json">[[{"@graph":null}]]</script>',
  '<img alt="',
  'class="comment related',
  'id="js_content" style="visibility:hidden"',
  'hidden',
  '&#xD800;',
  '&#0;',
  '\u202E',
  '\0',
  '👩‍👩‍👧',
  '作者：',
  'By Ann Lee',
  '2024年05月06日',
  'x'.repeat(3000),
  '。'.repeat(500),
]

function readPage(bytes: Uint8Array): void {
  const article = extractArticle(new TextDecoder().decode(bytes), 'https://example.org/a/page.html')
  checkText('the text', article.text)
  checkText('the title', article.title)
  checkText('the byline', article.byline)
  if (!/^https?:\/\//u.test(article.url)) throw new Error(`the address is ${article.url}`)
  if (article.image !== null && !/^https?:\/\//u.test(article.image))
    throw new Error(`the image is ${article.image}`)
  if (article.publishedAt !== null && Number.isNaN(article.publishedAt.getTime()))
    throw new Error('the date is none')
  checkText('the item', itemFromPage(article, article.url).title)
}

export const { fuzz, fuzzCount } = fuzzerOf({
  name: 'pages',
  fixtures: loadPageCases().map(({ html }) => new TextEncoder().encode(html)),
  tokens,
  read: readPage,
})
