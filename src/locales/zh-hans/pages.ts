/** The words on web pages, in Simplified Chinese. */
import type { pages as english } from '../en/pages.ts'

export const pages: typeof english = {
  title: 'Gazette',
  what: '一个 Telegram 机器人，把你关心的文章整理成简短的摘要。',
  error: '我们这边出了点问题，请稍后再试。',
}
