/** Where feeds name their hub: in a header, in link elements of any prefix, in JSON. */
import { expect, test } from 'vitest'
import { findHub } from '../../src/sources/hub.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const at = 'https://a.example/feed.xml'

test.each([
  [
    'a Link header',
    '',
    '<https://hub.example/>; rel="hub", <https://a.example/self>; rel=self',
    'https://a.example/self',
  ],
  [
    'Atom',
    '<feed><link rel="self" href="/me"/><link href="https://hub.example/" rel=\'hub\'/>',
    null,
    'https://a.example/me',
  ],
  ['RSS with a prefix', '<rss><channel><atom10:link rel="hub" href="https://hub.example/"/>', null, at],
  [
    'a title with marks of the header itself',
    '',
    '<https://x.example/>; rel="author"; title="<b>, c; rel=hub", <https://hub.example/>; REL="Hub self"',
    'https://hub.example/',
  ],
  ['no quotation marks', '<feed><LINK REL=hub HREF=https://hub.example/></feed>', null, at],
  [
    'JSON with a hub of another kind first',
    '{"feed_url":"https:\\/\\/a.example\\/me","hubs":[{"type":"rssCloud","url":"https://two.example/"},{"url":"https:\\/\\/hub.example\\/","type":"WebSub"}]}',
    null,
    'https://a.example/me',
  ],
  ['JSON', '{"version":"1","hubs":[{"type":"WebSub","url":"https://hub.example/"}]}', null, at],
])('%s', (_name, body, header, topic) => {
  expect(findHub(bytes(body), header, at)).toEqual({ hub: 'https://hub.example/', topic })
})

test.each([
  '',
  '<link rel="alternate" href="https://hub.example/">',
  '<link rel="hub" href="javascript:alert(1)">',
  '<feed><!-- <link rel="hub" href="https://hub.example/"/> --></feed>',
  '<feed><entry><content><![CDATA[<link rel="hub" href="https://hub.example/">]]></content></entry></feed>',
])('no hub in %j', (body) => {
  expect(findHub(bytes(body), null, at)).toBeNull()
})
