/** A group, a forum and a channel for scripts about them, one of each in either language. */
import { addChat } from '../../src/playground/people.ts'
import type { World } from '../../src/playground/world.ts'
import type { Language } from './languages.ts'

export interface Places {
  /** Of the one who reads this language. */
  group: number
  channel: number
  /** Of the other one; who reads this language is an admin of it. */
  forum: number
  titles: { group: string; channel: string; forum: string }
}

/** Adds the chats of one language. The forum has the topics 2 and 3. */
export function addPlaces(world: World, { tag, user, other }: Language): Places {
  const [last, titles] =
    tag === 'en'
      ? [11, { group: 'Rowing club', forum: 'Press room', channel: 'Evening paper' }]
      : [12, { group: '赛艇俱乐部', forum: '新闻编辑部', channel: '晚报' }]
  const places = {
    group: -4_100_000_000 - last,
    forum: -1_002_000_000_000 - last,
    channel: -1_002_000_000_100 - last,
    titles,
  }
  addChat(world, { id: places.group, type: 'group', title: titles.group }, [
    [user, 'creator'],
    [other, 'member'],
  ])
  const forum = addChat(
    world,
    { id: places.forum, type: 'supergroup', title: titles.forum, is_forum: true },
    [
      [other, 'creator'],
      [user, 'administrator'],
    ],
  )
  for (const thread of [2, 3])
    forum.topics.set(thread, { name: `# ${thread}`, color: 0x6fb9f0, closed: false })
  forum.nextMessageId = 4
  addChat(world, { id: places.channel, type: 'channel', title: titles.channel, username: `paper_${last}` }, [
    [user, 'creator'],
    [other, 'member'],
  ])
  return places
}
