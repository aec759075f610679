/** The words on web pages, in Russian. */
import type { pages as english } from '../en/pages.ts'

export const pages: typeof english = {
  title: 'Gazette',
  what: 'Телеграм-бот, который присылает короткие дайджесты интересных вам статей.',
  error: 'У нас что-то пошло не так. Попробуйте ещё раз чуть позже.',
}
