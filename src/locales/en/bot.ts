/** What the bot says in conversation, in English. */
import { formatNumber, plural } from '../format.ts'

const count = (n: number, one: string, other: string) =>
  `${formatNumber('en', n)} ${plural('en', n, { one, other })}`

export const bot = {
  commands: {
    start: 'Choose topics, see a digest at once',
    digest: 'What is new now, in all or one topic',
    subscribe: 'Follow a site or a topic',
    list: 'What you follow',
    topics: 'Choose topics',
    unsubscribe: 'Stop following something',
    packs: 'Share a bundle of what you follow',
    search: 'Search what I have read',
    summary: 'Summarise a link',
    schedule: 'When each digest comes, and what it covers',
    filters: 'Mute or watch words, sources, topics',
    saved: 'What you saved for later',
    history: 'Read past digests again',
    settings: 'Time, place, days, language, length',
    status: 'When the next digest comes',
    pause: 'Pause the digests',
    resume: 'Resume the digests',
    stop: 'Stop all digests',
    help: 'What I can do',
    export: 'Export all my data',
    privacy: 'What is stored, and who sees it',
    delete: 'Delete all my data',
  },
  profile: {
    short: 'Short digests of the sources and topics you choose, at your hour.',
    long: 'I read the sites, feeds and topics you choose and send you one short digest, at the hour you like. Send me a link for a summary, an address to follow, or a question about what I have read.',
  },

  buttons: {
    back: '‹ Back',
    done: 'Done',
    cancel: 'Cancel',
    undo: 'Undo',
    firstDigest: 'Show my first digest ›',
    otherLanguage: '中文',
    otherTime: 'Another time',
    otherZone: 'Another place',
    shareLocation: 'Use my location',
    myList: 'What I follow',
    settings: 'Settings',
    topics: 'Choose topics',
    digestNow: 'Show what is new',
    previous: '‹ Earlier',
    next: 'Later ›',
    resume: 'Resume',
    deleteAll: 'Yes, delete everything',
    keep: 'No, keep it',
    summarise: 'Summarise them',
    followAll: 'Follow them',
    ask: 'Search for an answer',
    help: 'What can I do?',
    follow: (name: string) => `Follow ${name}`,
    unfollow: (name: string) => `Stop ${name}`,
    followSource: 'Follow this source',
    unfollowSource: 'Stop following',
    retry: 'Try again',
    findFeed: 'Find its new address',
    undoImport: 'Undo the import',
    importAgain: 'Import again',
    dropFailed: (n: number) => `Remove the ${formatNumber('en', n)} that failed`,
    more: 'What was left out',
    evidence: (n: number) => `Source of point ${n}`,
    chosen: (text: string) => `✓ ${text}`,
  },

  start: {
    title: 'Hello, I am Gazette.',
    what: 'I read the sites and topics you choose and send you one short digest a day, at your hour.',
    choose: 'Tap the topics you like, then see your first digest at once.',
    chooseFirst: 'Choose at least one topic first, or send me the address of a site you read.',
    group: 'Digests will come to this chat. Only its admins can change what is in them.',
    onItsWay: 'Your first digest is on its way.',
    change: 'Change the hour or the place here, or leave it as it is.',
    ready: 'All set.',
    whatNext: 'Send me any link for a summary, an address to follow, or a question.',
  },

  schedule: {
    every: (days: string, times: string, place: string) => `${days} at ${times}, ${place} time.`,
    everyDay: 'Every day',
    weekdays: 'Monday to Friday',
    weekend: 'Saturday and Sunday',
    nowThere: (clock: string) => `It is ${clock} there now.`,
    next: (day: string, clock: string) => `Next digest: ${day}, ${clock}.`,
    paused: 'Digests are paused.',
    none: 'No digest is planned yet. /start sets one up.',
  },

  topics: {
    title: 'Topics',
    choose: 'Tap to follow or to stop following.',
    following: (n: number) => `You follow ${count(n, 'topic', 'topics')}.`,
    none: 'No topics are offered here yet. Send me the address of a site instead.',
    noSuch: (text: string) => `I know no topic called “${text}”. These are the ones I know:`,
    which: 'Which one do you mean?',
    matches: (text: string) => `“${text}”: this fits.`,
    followed: (names: string) => `You now follow ${names}.`,
    already: (names: string) => `You follow ${names} already.`,
  },

  list: {
    title: 'What you follow',
    summary: (topics: number, sources: number) =>
      `${count(topics, 'topic', 'topics')}, ${count(sources, 'source', 'sources')}.`,
    empty: 'Nothing yet. Choose a few topics, or send me the address of a site, a blog or a feed.',
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
    topic: 'topic',
    failing: 'cannot be read at the moment',
    stopped: 'no longer exists',
    removed: (name: string) => `You no longer follow ${name}.`,
    restored: (name: string) => `You follow ${name} again.`,
    which: 'Which one do you want to stop following?',
    howToAdd: 'To add a site, just send me its address.',
  },

  subscribe: {
    ask: 'Send me the address of a site, a blog, a feed or a channel, or the name of a topic.',
    looking: (where: string) => `Looking for articles on ${where} …`,
    followed: (title: string) => `You now follow ${title}.`,
    already: (title: string) => `You follow ${title} already.`,
    preview: (n: number) => `It published ${count(n, 'article', 'articles')} in the last week.`,
    latest: 'Latest:',
    choose: (n: number) => `There are ${count(n, 'feed', 'feeds')} there. Which do you want to follow?`,
    perWeek: (n: number) => `About ${count(n, 'article', 'articles')} a week`,
    unfollowed: (title: string) => `You no longer follow ${title}.`,
    retrying: (title: string) =>
      `I read ${title} again now. If it answers, you will find it in your next digest.`,
    imported: (n: number) => `You now follow ${count(n, 'more source', 'more sources')}.`,
    importing: (done: number, total: number) =>
      `Reading your feeds: ${formatNumber('en', done)} of ${formatNumber('en', total)} …`,
    importedLeft: (n: number, limit: number) =>
      `${count(n, 'was', 'were')} followed already, or did not fit: ${formatNumber('en', limit)} is the most.`,
    importFailed: (n: number) => `${count(n, 'feed', 'feeds')} could not be read:`,
    importMore: (n: number) => `${formatNumber('en', n)} more`,
    importRead: 'I have read the others. What is new comes with your next digest.',
    importUndone: (n: number) => `You no longer follow ${count(n, 'source', 'sources')} of that list.`,
  },

  links: {
    reading: (where: string) => `Reading ${where} …`,
    several: (n: number) => `That is ${count(n, 'link', 'links')}. What shall I do with them?`,
    tooMany: (n: number) => `I took the first ${n}.`,
    askSummary: 'Send me the link of an article, and I will sum it up.',
  },

  digest: {
    gathering: 'Gathering what is new …',
    gatheringTopic: (name: string) => `Gathering what is new in ${name} …`,
    nothingNew: 'Nothing new since your last digest. Send a link or follow more in /topics.',
  },

  answer: {
    searching: 'Looking through what I have read …',
    sources: 'From:',
    nothing: 'I found nothing about that in what I have read. Try other words, or send me a link.',
  },

  summary: {
    by: (author: string) => `By ${author}`,
    originallyBy: (author: string) => `Originally by ${author}`,
    keySentences: 'Key sentences from the article, chosen without a model.',
    why: (text: string) => `Why it matters: ${text}`,
    evidenceTitle: (n: number) => `Where point ${n} comes from`,
  },

  settings: {
    title: 'Settings',
    time: 'Hour',
    zone: 'Place',
    days: 'Days',
    language: 'Language',
    summaryLanguage: 'Summaries in',
    length: 'Length',
    layout: 'Layout',
    same: 'the language you chose',
    original: 'each article’s own language',
    lengths: { short: 'Short', standard: 'Standard', long: 'Long' },
    lengthNotes: {
      short: 'one or two points for each article',
      standard: 'about three points for each article',
      long: 'about five points for each article',
    },
    layouts: { compact: 'Compact', standard: 'Standard', detailed: 'Detailed' },
    layoutNotes: {
      compact: 'headlines first, the rest folded away',
      standard: 'headlines with their points',
      detailed: 'everything, with authors and reasons',
    },
    everyDay: 'Every day',
    weekdays: 'Mon to Fri',
    weekend: 'Sat and Sun',
    chooseTime: 'When should the digest come? Choose one or several.',
    chooseZone: 'Where are you? The clock beside each place is its time now.',
    chooseDays: 'On which days?',
    chooseLanguage: 'Which language shall I speak?',
    chooseSummary: 'In which language shall I write the summaries?',
    chooseLength: 'How much of each article?',
    chooseLayout: 'How should a digest look?',
    typeTime: 'Write the time, for example 8:30. Several are fine: 8:00, 18:30.',
    typeZone: 'Write your city, for example Tokyo, or a zone such as Europe/Paris or UTC+8.',
    locationButton: 'Send my location',
    locationAsk: 'Press the button below. I keep only the time zone, not the place.',
    saved: 'Saved.',
    oneTime: 'One hour has to stay. /pause stops the digests.',
  },

  state: {
    paused: 'Paused. No digest comes until you resume; everything else still works.',
    resumed: 'Welcome back. Your digests come again.',
    notPaused: 'Your digests are on already.',
    stopped:
      'Stopped. I will send no more digests. Your topics and settings are kept: /resume brings them back, /delete removes them.',
    status: 'Status',
    follows: (topics: number, sources: number) =>
      `You follow ${count(topics, 'topic', 'topics')} and ${count(sources, 'source', 'sources')}.`,
    failing: (n: number) => `${count(n, 'source', 'sources')} cannot be read at the moment; see /list.`,
    on: 'Digests are on.',
  },

  help: {
    title: 'What I can do',
    lines: [
      'Send a link: I sum it up.',
      '/subscribe with an address or a topic: I follow it for you.',
      'Send a question or a few words: I look through what I have read.',
      'Send an OPML file: I take over your feeds.',
      '/digest shows what is new now, /list what you follow.',
      '/settings changes the hour, the place, the language and the length.',
      '/pause and /resume work at once. /delete removes all your data.',
    ],
    group:
      'In a group or a channel, admins use the same commands. Digests come to the topic where /start was sent.',
  },

  remove: {
    title: 'Delete all your data?',
    what: 'This removes your topics, sources, settings and digests here for good. It cannot be undone. Messages already in this chat stay until you delete them.',
    done: 'Everything is deleted.',
    removed: (subscriptions: number, schedules: number, digests: number) =>
      `Removed: ${count(subscriptions, 'subscription', 'subscriptions')}, ${count(schedules, 'schedule', 'schedules')}, ${count(digests, 'digest', 'digests')}, and your settings.`,
    sources: (n: number) =>
      `${count(n, 'address', 'addresses')} that only you followed ${plural('en', n, { one: 'is', other: 'are' })} forgotten too.`,
    comeBack: 'If you ever want to come back: /start.',
    packs: (n: number) =>
      `${count(n, 'pack', 'packs')} that you made ${plural('en', n, { one: 'is', other: 'are' })} gone; whoever followed from ${plural('en', n, { one: 'it', other: 'them' })} keeps what they follow.`,
    kept: 'Nothing was deleted.',
  },

  chat: {
    groupHello: 'Hello! I can bring a short digest to this chat. An admin can send /start to choose topics.',
    channelHello: (title: string) =>
      `I can post in ${title} now. Write /start in the channel to choose its topics; I will answer there.`,
    channelNoRights: (title: string) => `I cannot post in ${title} yet. Allow me to post messages there.`,
    gone: (title: string) => `I was removed from ${title}. Its settings are kept in case I come back.`,
  },

  oldButton: 'This button is out of date. Here is the way on:',
  unreadable: 'I can read links, words and OPML files. Send me one of those, or look at /help.',
  invited: (user: string) => `${user} may use this bot now.`,
  inviteHow: 'Write /invite and the number that the person was shown.',

  zones: {
    'Asia/Shanghai': 'Shanghai',
    'Asia/Hong_Kong': 'Hong Kong',
    'Asia/Taipei': 'Taipei',
    'Asia/Singapore': 'Singapore',
    'Asia/Tokyo': 'Tokyo',
    'Asia/Kolkata': 'India',
    'Asia/Dubai': 'Dubai',
    'Europe/London': 'London',
    'Europe/Berlin': 'Berlin',
    'Europe/Moscow': 'Moscow',
    'America/New_York': 'New York',
    'America/Chicago': 'Chicago',
    'America/Los_Angeles': 'Los Angeles',
    'America/Sao_Paulo': 'São Paulo',
    'Australia/Sydney': 'Sydney',
    UTC: 'UTC',
  } as Record<string, string>,
}
