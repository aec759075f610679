/** All features of the bot, joined: which command, button and typed answer belongs to which handler. */
import type { Command, Feature, Press } from './context.ts'
import { topicPreviews } from './features/about-topic.ts'
import { administeringPeople } from './features/admin-people.ts'
import { administration } from './features/admin.ts'
import { again } from './features/again.ts'
import { ownData } from './features/data.ts'
import { cataloguing } from './features/catalogue.ts'
import { channelPosts } from './features/channel-post.ts'
import { chats } from './features/chats.ts'
import { digests } from './features/digest.ts'
import { following } from './features/follow.ts'
import { held } from './features/held.ts'
import { forwarding } from './features/forwarded.ts'
import { help } from './features/help.ts'
import { importing } from './features/import.ts'
import { inside } from './features/inside.ts'
import { intent } from './features/intent.ts'
import { interests } from './features/interests.ts'
import { inviting } from './features/invite.ts'
import { items } from './features/item.ts'
import { list } from './features/list.ts'
import { longTexts } from './features/long-text.ts'
import { moving } from './features/move.ts'
import { keptLinks } from './features/kept-link.ts'
import { packs } from './features/packs.ts'
import { pausing } from './features/pause.ts'
import { removing } from './features/remove.ts'
import { searching } from './features/search.ts'
import { settings } from './features/settings.ts'
import { sharedPacks } from './features/shared-pack.ts'
import { starting } from './features/start.ts'
import { subscribing } from './features/subscribe.ts'
import { summaries } from './features/summary.ts'
import { filtering } from './features/filters.ts'
import { history } from './features/history.ts'
import { leftOut } from './features/left-out.ts'
import { options } from './features/options.ts'
import { saved } from './features/saved.ts'
import { schedules } from './features/schedules.ts'
import { stories } from './features/stories.ts'
import { topics } from './features/topics.ts'
import { trouble } from './features/trouble.ts'
import { wishingHours } from './features/wished-hours.ts'
import { wishing } from './features/wishes.ts'
import { typedSettings } from './features/typed-settings.ts'

const all: readonly Feature[] = [
  starting,
  topics,
  subscribing,
  list,
  items,
  moving,
  following,
  digests,
  summaries,
  settings,
  typedSettings,
  pausing,
  help,
  removing,
  inside,
  stories,
  leftOut,
  saved,
  history,
  filtering,
  schedules,
  options,
  wishing,
  wishingHours,
  intent,
  interests,
  inviting,
  trouble,
  importing,
  held,
  packs,
  sharedPacks,
  topicPreviews,
  again,
  chats,
  channelPosts,
  keptLinks,
  longTexts,
  forwarding,
  searching,
  ownData,
  administration,
  administeringPeople,
  cataloguing,
]

/** Throws where two features claim one name: the later one would silently take the other's buttons. */
function join<T>(parts: readonly (Readonly<Record<string, T>> | undefined)[]): ReadonlyMap<string, T> {
  const joined = new Map<string, T>()
  for (const [name, handler] of parts.flatMap((part) => Object.entries(part ?? {}))) {
    if (joined.has(name)) throw new Error(`two features claim '${name}'`)
    joined.set(name, handler)
  }
  return joined
}

export const commands: ReadonlyMap<string, Command> = join(all.map((feature) => feature.commands))
export const presses: ReadonlyMap<string, Press> = join(all.map((feature) => feature.presses))
export const answers: ReadonlyMap<string, NonNullable<Feature['answers']>[string]> = join(
  all.map((feature) => feature.answers),
)
