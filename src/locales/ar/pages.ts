/** The words on web pages, in Arabic. */
import type { pages as english } from '../en/pages.ts'

export const pages: typeof english = {
  title: 'Gazette',
  what: 'بوت Telegram يقدّم موجزات قصيرة للمقالات التي تهمك.',
  error: 'حدث خطأ من جهتنا. يُرجى المحاولة مجدداً بعد لحظات.',
}
