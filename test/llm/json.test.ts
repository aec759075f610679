/** Models write JSON in many ways; what can be read is read, what cannot is refused with a reason. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseLooseJson } from '../../src/llm/json.ts'

const read = (text: string) => parseLooseJson(text)

test.each([
  ['plain', '{"a":1}', { a: 1 }],
  ['fenced', '```json\n{"a": [1, 2]}\n```', { a: [1, 2] }],
  ['talked around', 'Sure! Here it is: {"a": "好"} Hope that helps.', { a: '好' }],
  ['thought about', '<think>maybe {"a": 0}?</think>{"a": 1}', { a: 1 }],
  ['thought about, opening tag lost', 'so {"a": 0} … </think>\n{"a": 1}', { a: 1 }],
  ['trailing commas', '{"a": [1, 2,], "b": {"c": true,},}', { a: [1, 2], b: { c: true } }],
  ['comma forgotten', '{"a": [{"b": 1} {"b": 2}] "c": 3}', { a: [{ b: 1 }, { b: 2 }], c: 3 }],
  ['single quotes', "{'a': 'it''s'}", { a: "it''s" }],
  ['Chinese quotation marks and commas', '{“a”：“一”，“b”：2}', { a: '一', b: 2 }],
  ['quotation marks not escaped', '{"a": "he said "no" to it", "b": 1}', { a: 'he said "no" to it', b: 1 }],
  ['Python words', '{"a": None, "b": True, "c": False}', { a: null, b: true, c: false }],
  ['bare keys and comments', '{a: 1, // one\n b: 2 /* two */}', { a: 1, b: 2 }],
  ['escapes', String.raw`{"a": "\u4e2d\n\"x\" \/"}`, { a: '中\n"x" /' }],
  ['line feeds in a string', '{"a": "one\ntwo"}', { a: 'one\ntwo' }],
  ['braces before the JSON', 'Use {braces} so: {"a": 1}', { a: 1 }],
])('reads JSON: %s', (_, text, value) => {
  expect(read(text)).toEqual({ value, complete: true })
})

test.each([
  ['in an element', '{"list": [{"t": "one"}, {"t": "tw', { list: [{ t: 'one' }] }],
  ['between elements', '{"list": [{"t": "one"},', { list: [{ t: 'one' }] }],
  ['in a key', '{"a": 1, "lis', { a: 1 }],
  ['in a word', '{"a": 1, "b": tr', { a: 1 }],
  ['after a colon', '{"a": 1, "b":', { a: 1 }],
])('keeps what was whole when the text is cut %s', (_, text, value) => {
  expect(read(text)).toEqual({ value, complete: false })
})

test.each(['', 'I cannot help with that.', '[1, 2', '{not json at all}'])('refuses %j', (text) => {
  expect(() => read(text)).toThrow(SyntaxError)
})

test('deep nesting is refused, not followed', () => {
  expect(() => read('{"a":'.repeat(5000))).toThrow(SyntaxError)
})

test('whatever JSON.stringify writes comes back', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 })).filter((value) => !('__proto__' in value)),
      (value) => {
        const written = JSON.stringify(value)
        // A quotation mark before a comma or brace inside a text cannot be told from its end once escapes are optional,
        // so only what is properly escaped is promised, and JSON.stringify escapes properly.
        expect(JSON.stringify(read(written).value)).toBe(written)
      },
    ),
  )
})

test('no text makes it fail in another way', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'{}[]":,\\\'“”a1 \n/*tru') }), (text) => {
      const failure = failureOf(() => read(text))
      return failure === null || failure instanceof SyntaxError
    }),
  )
})

function failureOf(run: () => unknown): unknown {
  try {
    run()
    return null
  } catch (error) {
    return error
  }
}
