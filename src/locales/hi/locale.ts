/** Everything that Gazette says in Hindi, gathered for locales.ts. */
import type { Locale } from '../locale.ts'
import { admin } from './admin.ts'
import { bot } from './bot.ts'
import { digests } from './digests.ts'
import { errors } from './errors.ts'
import { notices } from './notices.ts'
import { pages } from './pages.ts'
import { reading } from './reading.ts'
import { screens } from './screens.ts'

export const hindi: Locale = {
  tag: 'hi',
  admin,
  bot,
  digests,
  errors,
  notices,
  pages,
  reading,
  screens,
}
