/** The words on web pages, in German. */
import type { pages as english } from '../en/pages.ts'

export const pages: typeof english = {
  title: 'Gazette',
  what: 'Ein Telegram-Bot, der dir die Artikel, die dich interessieren, kurz zusammengefasst bringt.',
  error: 'Bei uns ist etwas schiefgegangen. Bitte versuch es gleich noch einmal.',
}
