/** The words on web pages, in Portuguese. */
import type { pages as english } from '../en/pages.ts'

export const pages: typeof english = {
  title: 'Gazette',
  what: 'Um bot do Telegram que envia boletins curtos com os artigos que interessam a você.',
  error: 'Algo deu errado do nosso lado. Tente de novo daqui a pouco.',
}
