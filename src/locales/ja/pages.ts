/** The words on web pages, in Japanese. */
import type { pages as english } from '../en/pages.ts'

export const pages: typeof english = {
  title: 'Gazette',
  what: '気になる記事を短いダイジェストでお届けするTelegramボットです。',
  error: '問題が起きました。少し待ってからもう一度お試しください。',
}
