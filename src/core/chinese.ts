/** Tells simplified from traditional Chinese by the characters that only one of the two writes; used by language.ts. */

interface Sides {
  simplified: ReadonlySet<string>
  traditional: ReadonlySet<string>
}

let sides: Sides | null = null

/**
 * The two national character sets draw the line for us: GB 2312 holds what mainland China writes, Big5 what Taiwan
 * does. A character in one alone is telling. Rows: https://encoding.spec.whatwg.org/#legacy-multi-byte-chinese-(simplified)-encodings
 */
function loadSides(): Sides {
  const gb2312 = decodeRows('gbk', 0xb0, 0xf7, [[0xa1, 0xfe]])
  const trails: [number, number][] = [
    [0x40, 0x7e],
    [0xa1, 0xfe],
  ]
  const big5Common = decodeRows('big5', 0xa4, 0xc6, trails)
  const big5 = new Set([...big5Common, ...decodeRows('big5', 0xc9, 0xf9, trails)])
  return {
    simplified: new Set([...gb2312].filter((character) => !big5.has(character))),
    traditional: new Set([...big5Common].filter((character) => !gb2312.has(character))),
  }
}

function decodeRows(
  encoding: string,
  first: number,
  last: number,
  trails: readonly [number, number][],
): Set<string> {
  const bytes: number[] = []
  const lineFeed = 0x0a
  for (let lead = first; lead <= last; lead += 1)
    for (const [from, to] of trails)
      for (let trail = from; trail <= to; trail += 1) bytes.push(lead, trail, lineFeed)
  const decoded = new TextDecoder(encoding).decode(Uint8Array.from(bytes))
  return new Set(decoded.match(/\p{Script=Han}/gu))
}

/** 'zh-Hant' where traditional-only characters outnumber simplified-only ones, else 'zh-Hans'. */
export function detectChinese(text: string): 'zh-Hans' | 'zh-Hant' {
  sides ??= loadSides()
  let balance = 0
  for (const character of text) {
    if (sides.simplified.has(character)) balance -= 1
    else if (sides.traditional.has(character)) balance += 1
  }
  return balance > 0 ? 'zh-Hant' : 'zh-Hans'
}
