/** What the bot says on the screens of packs, lists, search and the reader's own data, in English. */
import { formatNumber, plural } from '../format.ts'

const count = (n: number, one: string, other: string) =>
  `${formatNumber('en', n)} ${plural('en', n, { one, other })}`

export const screens = {
  /** Labels of buttons: at most 30 characters with the longest name cut. */
  labels: {
    newPack: 'Make a pack',
    copyLink: 'Copy the link',
    share: 'Send it to somebody',
    rename: 'Rename',
    deletePack: 'Delete this pack',
    reallyDelete: 'Yes, delete it',
    followAll: 'Follow all of it',
    packs: 'My packs',
    back: '‹ Back',
  },

  packs: {
    title: 'Packs',
    what: 'A pack is a bundle of topics and sources behind one link. Whoever opens it looks first and follows all or some of it.',
    none: 'You have no packs yet.',
    askName:
      'What shall the pack be called? It begins with everything you follow here; you can leave things out after.',
    full: (limit: number) =>
      `You have ${count(limit, 'pack', 'packs')}, which is the most. Delete one first.`,
    contents: (topics: number, sources: number) =>
      `${count(topics, 'topic', 'topics')}, ${count(sources, 'source', 'sources')}`,
    choose: 'Tap to put something in or to leave it out.',
    link: (link: string) => `Its link: ${link}`,
    everybody: 'Everybody with the link sees the addresses in it.',
    askRename: 'What shall the pack be called now?',
    deleted: (name: string) => `The pack ${name} is deleted. Who followed it keeps what they follow.`,
    deleteWhat: (name: string) =>
      `Delete the pack ${name}? Its link stops working; who followed it keeps what they follow.`,
    offer: 'Somebody shares these with you. Follow all of it, or tap what you want.',
    followedAll: (n: number) => `You now follow ${count(n, 'more', 'more')}.`,
    nothingMore: 'You follow all of it already.',
    undone: 'Taken back.',
    noLonger: 'This pack is no longer there. Choose topics here instead.',
  },

  deepLink: {
    topic: (name: string) => `You now follow ${name}.`,
    source: (name: string) => `You now follow ${name}.`,
    gone: 'What the link points to is no longer there. Choose topics here instead.',
  },
}
