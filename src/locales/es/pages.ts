/** The words on web pages, in Spanish. */
import type { pages as english } from '../en/pages.ts'

export const pages: typeof english = {
  title: 'Gazette',
  what: 'Un bot de Telegram que envía boletines breves con los artículos que te interesan.',
  error: 'Algo falló de nuestro lado. Inténtalo de nuevo en un momento.',
}
