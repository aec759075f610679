/** The words on web pages, in Indonesian. */
import type { pages as english } from '../en/pages.ts'

export const pages: typeof english = {
  title: 'Gazette',
  what: 'Bot Telegram yang merangkum artikel yang Anda minati.',
  error: 'Ada yang salah di pihak kami. Silakan coba lagi nanti.',
}
