/** The words on web pages, in Hindi. */
import type { pages as english } from '../en/pages.ts'

export const pages: typeof english = {
  title: 'Gazette',
  what: 'Telegram बॉट, जो आपकी पसंद के लेखों का छोटा डाइजेस्ट भेजता है।',
  error: 'हमारी ओर से कुछ गड़बड़ हुई। कृपया थोड़ी देर में फिर कोशिश करें।',
}
