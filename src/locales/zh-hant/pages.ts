/** The words on web pages, in Traditional Chinese. */
import type { pages as english } from '../en/pages.ts'

export const pages: typeof english = {
  title: 'Gazette',
  what: '一個 Telegram 機器人，把你關心的文章整理成簡短的摘要。',
  error: '我們這邊出了點問題，請稍後再試。',
}
