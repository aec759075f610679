/** Names a language in English words, as a prompt asks for it. */

const names = new Intl.DisplayNames('en', { type: 'language' })

/** 'zh-Hans' -> 'Simplified Chinese'; an unknown or malformed tag gives the words for "as the article is". */
export function languageName(tag: string): string {
  if (tag === 'und') return 'the language of the article'
  try {
    return names.of(tag) ?? tag
  } catch {
    return 'the language of the article'
  }
}
