/** The words of a sample post as HTML, as a teaser, and as the Markdown file of a blog. */
import MarkdownIt from 'markdown-it'
import cjkFriendly from 'markdown-it-cjk-friendly'
import type { Published } from './publications.ts'

const markdown = new MarkdownIt().use(cjkFriendly)

export const escapeText: (text: string) => string = markdown.utils.escapeHtml

/** The post's text as HTML, with its credits above it. */
export function renderBody(post: Published): string {
  return markdown.render([...creditLines(post), post.body].join('\n'))
}

/** The first paragraph as plain text. */
export function firstParagraph({ body }: Published): string {
  return body.split('\n\n')[0]!.replaceAll('**', '')
}

/** The post as a Hexo blog keeps it: front matter, credit lines, text. https://hexo.io/docs/front-matter */
export function writeMarkdown(post: Published): string {
  const front = [
    '---',
    `title: '${post.title.replaceAll("'", "''")}'`,
    `date: ${post.at.toISOString().slice(0, 19).replace('T', ' ')}`,
    `author: ${post.author}`,
    `tags: [${post.topic}]`,
    '---',
    '',
  ]
  return [...front, ...creditLines(post), post.body, ''].join('\n')
}

function creditLines({ original, language }: Published): string[] {
  if (!original) return []
  const { author, name, url } = original
  return language === 'en'
    ? [`Originally published at [${name}](${url})`, '', `By ${author}`, '', '---', '']
    : [`文章来源：[${name}](${url})`, '', `作者 | ${author}`, '', '---', '']
}
