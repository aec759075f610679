/** The words on web pages, in French. */
import type { pages as english } from '../en/pages.ts'

export const pages: typeof english = {
  title: 'Gazette',
  what: 'Un bot Telegram qui envoie de courts bulletins des articles qui vous intéressent.',
  error: 'Un problème est survenu de notre côté. Réessayez dans un instant.',
}
