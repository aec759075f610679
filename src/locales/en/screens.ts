/** What the bot says on the screens of packs, lists, search and the reader's own data, in English. */
import { formatNumber, plural } from '../format.ts'

const count = (n: number, one: string, other: string) =>
  `${formatNumber('en', n)} ${plural('en', n, { one, other })}`

export const screens = {
  chats: {
    title: 'Groups and channels',
    what: 'I am in these chats, and you look after them. Tap one to say what it gets, and where.',
    none: 'I am in no group or channel of yours that I know of. Add me with a button below, then open this again.',
    inPrivate: 'I show this in our private chat.',
    addGroup: 'Add me to a group',
    addChannel: 'Add me to a channel',
    sources: 'My sources',
    sourcesHow: 'Tap a source that you follow to bring it to this chat too, or to take it out.',
    where: 'Where in the forum',
    general: 'The general topic',
    chooseThread:
      'Which topic of the forum shall it go to? I know those I was spoken to in: write /start in another one to add it here.',
    into: (place: string) => `It goes to ${place}.`,
    bySubject: 'A topic for each subject',
    bySubjectHow:
      'With a topic for each subject, I make them in the forum myself, now and whenever a subject is followed.',
    openPost: 'Tap a number to save that story for yourself. Reply to this message to ask about one.',
  },

  /** Labels of buttons: at most 30 characters with the longest name cut. */
  labels: {
    otherDigest: 'Move to another digest',
    ownDigest: '+ A digest of its own',
    newPack: 'Make a pack',
    copyLink: 'Copy the link',
    share: 'Send it to somebody',
    rename: 'Rename',
    deletePack: 'Delete this pack',
    reallyDelete: 'Yes, delete it',
    followAll: 'Follow all of it',
    packs: 'My packs',
    search: 'Search the list',
    folder: 'Folder',
    mute: 'Mute',
    unmute: 'Unmute',
    ownName: 'Use its own name',
    noFolder: 'In no folder',
    shorter: 'Shorter',
    longer: 'Longer',
    keySentences: 'Key sentences',
    bySummary: 'The summary',
    myLanguage: 'In my language',
    itsLanguage: 'In its own language',
    chooseChannel: 'Choose a channel',
    allTopics: 'All topics',
    byTopic: 'Topic',
    bySource: 'Source',
    everything: 'Everywhere, any time',
    export: 'Export my data',
    deleteMine: 'Delete my data',
    privacy: 'What is stored',
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

  list: {
    inDigest: (numbers: string) => `digest ${numbers}`,
    topics: 'Topics',
    sources: 'Sources',
    loose: 'Other sources',
    failing: 'Cannot be read',
    mutedGroup: 'Muted',
    muted: 'muted',
    group: (name: string, n: number) => `${name} · ${formatNumber('en', n)}`,
    chooseGroup: 'Open a group, or search.',
    askSearch: 'What are you looking for? Write a part of its name or address.',
    found: (words: string, n: number) => `“${words}”: ${formatNumber('en', n)} found.`,
    nothing: 'Nothing here.',
  },

  item: {
    inDigest: (numbers: string) => `It comes in digest ${numbers}.`,
    inNoDigest: 'No digest brings it at the moment.',
    askDigest: 'Which digest shall bring it? Tap one, or write its number or an hour such as 18:30.',
    moved: (number: string) => `Digest ${number} brings it from now on.`,
    topic: 'A topic: articles from every source that fits.',
    folder: (name: string) => `In the folder ${name}.`,
    mutedNote: 'Muted: no digest tells of it. You still follow it.',
    unmuted: 'Your digests tell of it again.',
    well: (age: string) => `Works well. Last read: ${age}.`,
    unread: 'Not read yet.',
    newest: (age: string) => `Newest article: ${age}.`,
    failing: (day: string) => `Cannot be read since ${day}.`,
    stopped: 'It no longer exists.',
    lastWeek: (n: number) => `${count(n, 'article', 'articles')} in the last seven days.`,
    askName: 'What do you want to call it?',
    askFolder: 'Which folder? Tap one, or write the name of a new one.',
  },

  reply: {
    about: (title: string) => `Looking into “${title}” …`,
    aboutAll: 'Looking into the articles of that message …',
  },

  again: {
    writing: 'Writing it anew …',
    noModel:
      'Only an AI could write this anew or in another language, and there is none to be had now. These are the sentences as they stand in the text.',
  },

  forward: {
    from: (title: string) => `This comes from ${title}. What shall I do?`,
    chosen: (title: string) => `You chose ${title}.`,
    closed: (title: string) =>
      `${title} has no public address, so I cannot read it. I can follow public channels.`,
    choose:
      'Press the button below, and Telegram shows you your channels. I can follow those with a public address.',
  },

  preview: {
    yesterday: (n: number) =>
      `In the last 24 hours it would have brought ${count(n, 'article', 'articles')}.`,
    week: (n: number) =>
      `That is ${count(n, 'article', 'articles')} in the last seven days, told in your usual digest.`,
    overlap: (known: number, all: number) =>
      known === all
        ? plural('en', all, { one: 'It comes to you already.', other: 'All of these come to you already.' })
        : `${formatNumber('en', known)} of these ${formatNumber('en', all)} ${plural('en', known, { one: 'comes', other: 'come' })} to you already.`,
  },

  search: {
    ask: 'What shall I look for? Write a few words.',
    nothing: 'I found nothing with these words in what I have read. Try other ones.',
    nothingNarrowed: 'Nothing here. Widen the search with the buttons below.',
    inTopic: (name: string) => `In the topic ${name}`,
    fromSource: (name: string) => `From ${name}`,
    chooseTopic: 'Only in which topic?',
    chooseSource: 'Only from which source?',
    ages: { 0: 'Any age', 1: '1 day', 7: '7 days', 30: '30 days' },
  },

  inline: {
    open: 'Open my chat',
    nothing: 'Nothing found; open my chat',
    readIt: 'Sum this link up in my chat',
  },

  data: {
    everything: 'Everything I keep about this chat, as JSON.',
    opml: 'The sources you follow, as OPML: any feed reader can take it.',
    privacyTitle: 'What is stored, and who sees it',
    kept: [
      'Your Telegram number, the name of this chat, your language, place and settings.',
      'What you follow, your packs, folders, filters, saved articles and opinions.',
      'Which articles your digests told, so that none comes twice.',
      'A question is kept while it is being answered, at most 15 minutes.',
      'A text that you send to be summed up is kept for three days, for the buttons below its summary; what you were shown last, too.',
    ],
    howLong: (days: number) =>
      `The text of articles is forgotten after ${count(days, 'day', 'days')}. What is yours stays until you delete it.`,
    noModel: 'No language model is used here: nothing you write leaves this installation but to Telegram.',
    model: (name: string, host: string) =>
      `Articles to sum up and questions with the articles they are about go to the model ${name} at ${host}; your name, number and subscriptions do not.`,
    rights: '/export gives you all of it as files. /delete removes it for good.',
  },
}
