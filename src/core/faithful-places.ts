/** Countries by their names in English and Chinese, so that a summary's can be looked for in a source of either language. */

interface Countries {
  /** Region code of each Chinese name, simplified and traditional. */
  codes: ReadonlyMap<string, string>
  pattern: RegExp
  names: ReadonlyMap<string, readonly string[]>
}

let countries: Countries | null = null

/** Names that people use beside the ones of the standard. */
const others: Record<string, readonly string[]> = {
  US: ['美国', '美國', 'U.S.', 'America', 'USA'],
  GB: ['英国', '英國', 'Britain', 'UK', 'U.K.', 'British', 'England'],
  KR: ['韩国', '韓國', 'South Korea', 'Korean'],
  KP: ['朝鲜', '朝鮮', 'North Korea'],
  AE: ['阿联酋', '阿聯酋', 'UAE', 'Emirates'],
  FR: ['French'],
  DE: ['German'],
  NL: ['荷兰', 'Dutch', 'Netherlands'],
  ES: ['Spanish'],
  CH: ['Swiss'],
  GR: ['Greek'],
  CN: ['Beijing', '中方', '我国', '我國', '国内', '國內'],
  RU: ['俄方', '俄', 'Moscow'],
  JP: ['日方'],
  IL: ['以色列', '以军', '以方'],
}

/** Every region that CLDR names, from the codes of two letters that it knows. */
function loadCountries(): Countries {
  const tongues = ['en', 'zh-Hans', 'zh-Hant'].map(
    (tag) => new Intl.DisplayNames(tag, { type: 'region', fallback: 'none' }),
  )
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
  const codes = new Map<string, string>()
  const names = new Map<string, string[]>()
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    const own = [...tongues.map((tongue) => tongue.of(code) ?? ''), ...(others[code] ?? [])].filter(Boolean)
    if (own.length === 0 || /^[QXZ]/u.test(code)) continue
    names.set(code, own)
    for (const name of own) if (/^\p{Script=Han}{2,}$/u.test(name)) codes.set(name, code)
  }
  const longestFirst = [...codes.keys()].toSorted((a, b) => b.length - a.length)
  return { codes, names, pattern: new RegExp(longestFirst.join('|'), 'gu') }
}

/** Countries that Chinese `sentence` names, as it does, and `source` does not in either language. */
export function findUnknownCountries(sentence: string, source: string): string[] {
  if (!/\p{Script=Han}/u.test(sentence)) return []
  countries ??= loadCountries()
  const { codes, names, pattern } = countries
  return [...new Set(sentence.match(pattern))].filter((name) => {
    const known = names.get(codes.get(name)!)!
    return !known.some((other) => source.includes(shortOf(other)))
  })
}

/** "German" finds "Germany" and "Germans", 中 in 中美 is left alone: one Han character proves nothing. */
const shortOf = (name: string): string => (/^\p{Lu}\p{Ll}{5,}$/u.test(name) ? name.slice(0, -1) : name)
