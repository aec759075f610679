/** What people send beside words and files: a sample of each kind as Telegram describes it to a bot; nothing of it can be fetched. */
import type { Message } from '@grammyjs/types'
import { z } from 'zod'

const file = (name: string) => ({ file_id: `PGmedia-${name}`, file_unique_id: `Umedia-${name}` })
const photo = [{ ...file('photo'), width: 320, height: 240, file_size: 9000 }]
const clip = { width: 320, height: 240, duration: 3 }

/** Those that may carry words. */
const captioned = {
  photo: { photo },
  video: { video: { ...file('video'), ...clip } },
  voice: { voice: { ...file('voice'), duration: 4, mime_type: 'audio/ogg' } },
  audio: { audio: { ...file('audio'), duration: 180, title: 'Song' } },
  // Old bots know a GIF as a document: it comes as both.
  animation: {
    animation: { ...file('gif'), ...clip },
    document: { ...file('gif'), file_name: 'wave.mp4', mime_type: 'video/mp4' },
  },
} as const

const bare = {
  sticker: { sticker: { ...file('sticker'), type: 'regular', width: 512, height: 512, emoji: '👍' } },
  video_note: { video_note: { ...file('note'), length: 240, duration: 5 } },
  contact: { contact: { phone_number: '+15550100', first_name: 'Ana' } },
  dice: { dice: { emoji: '🎲', value: 4 } },
  poll: { poll: { id: '1', question: 'Tea or coffee?', options: [{ text: 'Tea' }, { text: 'Coffee' }] } },
  // A place carries its coordinates as a location too.
  venue: {
    location: { latitude: 48.86, longitude: 2.35 },
    venue: { location: { latitude: 48.86, longitude: 2.35 }, title: 'Café', address: '1 rue du Test' },
  },
  pin: { pinned_message: { message_id: 1, date: 0 } },
  timer: { message_auto_delete_timer_changed: { message_auto_delete_time: 86_400 } },
} as const

export const mediaKinds = z.enum([...Object.keys(captioned), ...Object.keys(bare)] as [
  keyof typeof captioned | keyof typeof bare,
])
export type MediaKind = z.infer<typeof mediaKinds>

/** The content of a message of this kind; words become its caption, where it may have one. */
export function describeMedia(
  kind: MediaKind,
  {
    text,
    entities,
    album,
  }: { text: string | undefined; entities: Message['entities']; album: string | undefined },
): object {
  if (!(kind in captioned)) return bare[kind as keyof typeof bare]
  return {
    ...captioned[kind as keyof typeof captioned],
    ...(text === undefined ? {} : { caption: text, caption_entities: entities }),
    ...(album === undefined ? {} : { media_group_id: album }),
  }
}
