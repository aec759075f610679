/** The words on web pages, in English. */
export const pages = {
  title: 'Gazette',
  what: 'A Telegram bot that delivers short digests of the articles you care about.',
  error: 'Something went wrong on our side. Please try again in a moment.',
}
