/** Takes out of a Markdown post what only its generator or editor understands: tags, shortcodes, marks, containers. */
import type { MarkdownIt } from 'markdown-it'

/**
 * Code, fenced or inline, and what is marked to be left as it is; everything else may be of a dialect. The first group
 * is the fence, the second the backticks, the third the raw text.
 */
const verbatim =
  /^[ \t]*(?:>[ \t]*)?(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t]*(?:>[ \t]*)?\1[`~]*[ \t]*$|$(?![\s\S]))|(?<!`)(`{1,2})(?!`)[^\n]{1,300}?(?<!`)\2(?!`)|\{%-?\s*raw\s*-?%\}((?:(?!\{%-?\s*(?:end)?raw)[\s\S]){0,20000})\{%-?\s*endraw\s*-?%\}/gmu

/** Returns a post's body in plain Markdown; code stays as written. */
export function plainMarkdown(body: string): string {
  const text = body
    // MDX imports stand before the text; further down they are code that the post is about.
    .replace(/^\s*(?:(?:import\s[^\n]{1,300}\sfrom\s[^\n]{1,200}|export\s+const\s[^\n]{1,500})\n+)+/u, '')
    .replace(/^\s*([^\n]{1,300})\n={2,}[ \t]*\n/u, '# $1\n')
  let plain = ''
  let from = 0
  for (const { 0: code, 3: raw, index } of text.matchAll(verbatim)) {
    plain += withoutDialect(text.slice(from, index)) + (raw ?? code)
    from = index + code.length
  }
  return plain + withoutDialect(text.slice(from))
}

function withoutDialect(text: string): string {
  return (
    text
      // Hugo, Hexo, Liquid, kramdown.
      .replace(/\{\{[<%][^}]{0,500}[>%]\}\}/gu, '')
      .replace(/\{%-?\s*(?:raw|endraw|\p{L}[^%]{0,500})-?%\}/gu, '')
      .replace(/\{\{-?\s*[\w.| "']{0,200}-?\}\}/gu, '')
      .replace(/\{:[^}\n]{0,200}\}[ \t]*$/gmu, '')
      .replace(/^(#{1,6}[ \t][^\n{]{0,500}[^\n{ \t])[ \t]*\{[#.][^}\n]{0,100}\}[ \t]*$/gmu, '$1')
      .replace(/^[ \t]*(?:\[\[?_?toc_?\]?\]|\$\{toc\})[ \t]*$/gimu, '')
      // Containers of VuePress and Docusaurus, call-outs of Obsidian: a name is a line of its own.
      .replace(
        /^([ \t]*):{3,}[ \t]{0,4}\{?[\w-]{0,40}\}?(?:\[([^\]\n]{0,200})\])?[ \t]{0,4}([^\n]{0,200})$/gmu,
        '\n$1$2$3\n',
      )
      .replace(/^((?:[ \t]*>)+[ \t]*)\[![\w-]{1,30}\][-+]?[ \t]*([^\n]{0,200})$/gmu, '$1$2\n$1')
      .replace(/\{\/\*(?:(?!\{\/\*|\*\/\})[\s\S]){0,2000}\*\/\}/gu, '')
      .replace(/%%[^%]{1,2000}%%/gu, '')
      // Notes at the foot are paragraphs, and what points at them is nothing to read.
      .replace(/^\[\^[^\]\s]{1,40}\]:[ \t]*/gmu, '\n')
      .replace(/\[\^[^\]\s]{1,40}\]|(?<=[\p{L}\p{N}\p{P}])\^\[[^\][\n]{1,500}\]/gu, '')
      .replace(/^(?:\.{3}|…|\\newpage)$/gmu, '')
  )
}

/** Reads what editors write inside a line: links of a wiki, marked words, tasks, letters above and below. */
export function dialectWords(markdown: MarkdownIt): void {
  markdown.core.ruler.push('dialect-words', ({ tokens }) => {
    for (const token of tokens)
      for (const [at, child] of (token.children ?? []).entries())
        if (child.type === 'text') child.content = plainWords(child.content, at === 0)
  })
}

function plainWords(text: string, isFirst: boolean): string {
  const words = isFirst ? text.replace(/^\[[ xX]\][ \t]+/u, '') : text
  if (!/[[=~^]/u.test(words)) return words
  return words
    .replace(/!\[\[[^\][\n]{1,200}\]\]/gu, '')
    .replace(
      /\[\[([^\][|\n]{1,200})(?:\|([^\][\n]{1,200}))?\]\]/gu,
      (_, page: string, name?: string) => name ?? page,
    )
    .replace(/==(?!\s)([^=\n]{1,300})(?<!\s)==/gu, '$1')
    .replace(/(?<=[\p{L}\p{N})])([~^])([\w+-]{1,8})\1(?![~^])/gu, '$2')
}
