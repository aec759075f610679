/** What the bot says in conversation, in German. */
import type { bot as english } from '../en/bot.ts'
import { formatNumber, plural } from '../format.ts'

const count = (n: number, one: string, other: string) =>
  `${formatNumber('de', n)} ${plural('de', n, { one, other })}`

export const bot: typeof english = {
  commands: {
    start: 'Themen wählen und gleich loslesen',
    digest: 'Was es jetzt Neues gibt',
    subscribe: 'Website oder Thema abonnieren',
    list: 'Was du abonniert hast',
    topics: 'Themen wählen',
    unsubscribe: 'Etwas abbestellen',
    packs: 'Deine Abos als Paket teilen',
    search: 'In allem Gelesenen suchen',
    summary: 'Einen Link zusammenfassen',
    schedule: 'Wann welche Ausgabe kommt',
    filters: 'Stummschalten und beobachten',
    saved: 'Was du dir gemerkt hast',
    history: 'Frühere Ausgaben nachlesen',
    settings: 'Uhrzeit, Ort, Tage, Sprache, Länge',
    status: 'Wann die nächste Ausgabe kommt',
    pause: 'Ausgaben pausieren',
    resume: 'Ausgaben fortsetzen',
    stop: 'Alle Ausgaben beenden',
    help: 'Was ich kann',
    chats: 'Gruppen und Kanäle, die du verwaltest',
    export: 'Alle meine Daten exportieren',
    privacy: 'Was gespeichert wird und wer es sieht',
    delete: 'Alle meine Daten löschen',
  },
  profile: {
    short: 'Kurz zusammengefasst: deine Quellen und Themen, zu deiner Uhrzeit.',
    long: 'Ich lese die Websites, Feeds und Themen, die du auswählst, und schicke dir einen kurzen Überblick, wann du ihn haben möchtest. Schick mir einen Link für eine Zusammenfassung, eine Adresse zum Abonnieren oder eine Frage zu dem, was ich gelesen habe.',
  },

  buttons: {
    back: '‹ Zurück',
    done: 'Fertig',
    cancel: 'Abbrechen',
    undo: 'Rückgängig',
    firstDigest: 'Erste Ausgabe zeigen ›',
    otherLanguage: '🌐 English, 中文, …',
    otherTime: 'Andere Uhrzeit',
    otherZone: 'Anderer Ort',
    shareLocation: 'Meinen Standort nutzen',
    myList: 'Meine Abos',
    settings: 'Einstellungen',
    topics: 'Themen wählen',
    digestNow: 'Neues zeigen',
    previous: '‹ Vorherige',
    next: 'Nächste ›',
    resume: 'Fortsetzen',
    deleteAll: 'Ja, alles löschen',
    keep: 'Nein, behalten',
    summarise: 'Zusammenfassen',
    followAll: 'Alle abonnieren',
    ask: 'Antwort suchen',
    help: 'Was kannst du?',
    follow: (name) => `Abonnieren: ${name}`,
    unfollow: (name) => `Abbestellen: ${name}`,
    followSource: 'Quelle abonnieren',
    unfollowSource: 'Abbestellen',
    retry: 'Noch einmal versuchen',
    findFeed: 'Neue Adresse suchen',
    undoImport: 'Import rückgängig machen',
    importAgain: 'Noch einmal importieren',
    dropFailed: (n) => `Nicht lesbare entfernen (${formatNumber('de', n)})`,
    more: 'Was nicht dabei war',
    evidence: (n) => `Beleg zu Punkt ${n}`,
    noneOfThese: 'Nichts davon',
    ownTopic: '+ Eigenes Thema',
    keepTopic: 'Behalten und abonnieren',
    otherWords: 'Andere Worte',
    discard: 'Verwerfen',
    rename: 'Umbenennen',
    deleteTopic: 'Dieses Thema löschen',
    chosen: (text) => `✓ ${text}`,
  },

  start: {
    title: 'Hallo, ich bin Gazette.',
    what: 'Ich lese die Websites und Themen, die du auswählst, und schicke dir einmal am Tag einen kurzen Überblick, zu deiner Uhrzeit.',
    choose: 'Tippe auf Themen, die dich interessieren, und sieh dir gleich deine erste Ausgabe an.',
    chooseFirst:
      'Wähle zuerst mindestens ein Thema oder schick mir die Adresse einer Website, die du gern liest.',
    group: 'Die Ausgaben kommen in diesen Chat. Nur Admins können ändern, was darin steht.',
    onItsWay: 'Deine erste Ausgabe ist unterwegs.',
    change: 'Uhrzeit und Ort kannst du hier ändern oder einfach so lassen.',
    ready: 'Alles bereit.',
    whatNext:
      'Schick mir jederzeit einen Link zum Zusammenfassen, eine Adresse zum Abonnieren oder eine Frage.',
  },

  schedule: {
    every: (days, times, place) => `${days} um ${times} Uhr (Ortszeit: ${place}).`,
    everyDay: 'Jeden Tag',
    weekdays: 'Montag bis Freitag',
    weekend: 'Samstag und Sonntag',
    nowThere: (clock) => `Dort ist es jetzt ${clock} Uhr.`,
    next: (day, clock) => `Nächste Ausgabe: ${day}, ${clock} Uhr.`,
    paused: 'Die Ausgaben sind pausiert.',
    none: 'Noch ist keine Ausgabe geplant. Mit /start richtest du eine ein.',
  },

  topics: {
    title: 'Themen',
    choose: 'Tippe, um zu abonnieren oder abzubestellen.',
    following: (n) => `Du hast ${count(n, 'Thema', 'Themen')} abonniert.`,
    none: 'Hier gibt es noch keine Themen. Schick mir stattdessen die Adresse einer Website.',
    noSuch: (text) => `Ein Thema namens „${text}“ kenne ich nicht. Diese kenne ich:`,
    which: 'Welches meinst du?',
    matches: (text) => `Zu „${text}“ passt:`,
    followed: (names) => `Abonniert: ${names}.`,
    already: (names) => `Schon abonniert: ${names}.`,
  },

  interests: {
    title: 'Eigenes Thema',
    ask: 'Sag in wenigen Worten, was dich interessiert, in jeder Sprache. Zum Beispiel: Robotaxis in Europa oder 芯片出口管制.',
    trying: (words) => `Ich prüfe, was „${words}“ bringen würde …`,
    words: (words) => `Ich suche nach: ${words}`,
    statedAs: (phrase) => `In deinen Worten: ${phrase}`,
    fits: (n) =>
      `Aus dem letzten Monat ${plural('de', n, { one: 'würde', other: 'würden' })} ${count(n, 'Artikel', 'Artikel')} dazu passen, zum Beispiel:`,
    nothingYet:
      'Im letzten Monat habe ich nichts Passendes gelesen. Ich kann das Thema behalten und danach Ausschau halten.',
    site: (name, host) => `Es gibt eine Website dieses Namens: ${name} (${host}).`,
    noSource: (name) => `Ich kenne keine Quelle namens „${name}“.`,
    orTopic: 'Oder als Thema behalten: Im letzten Monat passte nichts dazu, ich halte aber Ausschau.',
    discarded: 'Verworfen. Nichts wurde gespeichert.',
    askName: (name) => `Wie soll „${name}“ künftig heißen?`,
    confirmDelete: (name) =>
      `„${name}“ löschen, mit allem, was es gelernt hat? Wer das Thema abonniert hat, bekommt es dann nicht mehr.`,
    deleted: (name) => `„${name}“ ist gelöscht.`,
  },

  list: {
    title: 'Deine Abos',
    summary: (topics, sources) =>
      `${count(topics, 'Thema', 'Themen')}, ${count(sources, 'Quelle', 'Quellen')}.`,
    empty:
      'Noch nichts. Wähle ein paar Themen oder schick mir die Adresse einer Website, eines Blogs oder eines Feeds.',
    page: (page, pages) => `Seite ${page} von ${pages}`,
    topic: 'Thema',
    failing: 'derzeit nicht lesbar',
    stopped: 'existiert nicht mehr',
    removed: (name) => `Du hast ${name} abbestellt.`,
    restored: (name) => `Du hast ${name} wieder abonniert.`,
    which: 'Was möchtest du abbestellen?',
    howToAdd: 'Um eine Website hinzuzufügen, schick mir einfach ihre Adresse.',
  },

  subscribe: {
    ask: 'Schick mir die Adresse einer Website, eines Blogs, eines Feeds oder eines Kanals oder den Namen eines Themas.',
    looking: (where) => `Ich suche Artikel auf ${where} …`,
    followed: (title) => `Du hast jetzt ${title} abonniert.`,
    already: (title) => `Du hast ${title} schon abonniert.`,
    preview: (n) => `In der letzten Woche sind dort ${count(n, 'Artikel', 'Artikel')} erschienen.`,
    latest: 'Neueste:',
    choose: (n) =>
      `Dort gibt es ${plural('de', n, { one: 'einen Feed', other: `${formatNumber('de', n)} Feeds` })}. Welchen möchtest du abonnieren?`,
    perWeek: (n) => `Etwa ${count(n, 'Artikel', 'Artikel')} pro Woche`,
    unfollowed: (title) => `Du hast ${title} abbestellt.`,
    chooseInstead: (title) => `Was du auswählst, ersetzt ${title}.`,
    inPlaceOf: (title) => `${title} wird damit ersetzt.`,
    retrying: (title) =>
      `Ich lese ${title} jetzt noch einmal. Wenn es klappt, steht es in deiner nächsten Ausgabe.`,
    imported: (n) => `Du hast ${count(n, 'weitere Quelle', 'weitere Quellen')} abonniert.`,
    importing: (done, total) =>
      `Ich lese deine Feeds: ${formatNumber('de', done)} von ${formatNumber('de', total)} …`,
    importedLeft: (n, limit) =>
      `${count(n, 'Feed war schon abonniert oder passte', 'Feeds waren schon abonniert oder passten')} nicht mehr dazu: Mehr als ${formatNumber('de', limit)} gehen nicht.`,
    importFailed: (n) => `${count(n, 'Feed ist', 'Feeds sind')} nicht lesbar:`,
    importMore: (n) => `${count(n, 'weiterer', 'weitere')}`,
    importRead: 'Die übrigen habe ich gelesen. Neues kommt mit deiner nächsten Ausgabe.',
    importUndone: (n) => `Du hast ${count(n, 'Quelle', 'Quellen')} aus dieser Liste abbestellt.`,
  },

  links: {
    reading: (where) => `Ich lese ${where} …`,
    several: (n) =>
      plural('de', n, {
        one: 'Das ist ein Link. Was soll ich damit tun?',
        other: `Das sind ${formatNumber('de', n)} Links. Was soll ich damit tun?`,
      }),
    tooMany: (n) =>
      plural('de', n, {
        one: 'Ich habe nur den ersten genommen.',
        other: `Ich habe die ersten ${formatNumber('de', n)} genommen.`,
      }),
    readingText: 'Ich lese deinen Text …',
    askSummary: 'Schick mir den Link zu einem Artikel, und ich fasse ihn zusammen.',
  },

  digest: {
    gathering: 'Ich stelle zusammen, was es Neues gibt …',
    nothingInTopic: 'Zu diesem Thema gab es in den letzten drei Tagen nichts. Die anderen zeigt /topics.',
    gatheringTopic: (name) => `Ich stelle zusammen, was es Neues zu „${name}“ gibt …`,
    nothingNew:
      'Seit deiner letzten Ausgabe gibt es nichts Neues. Schick mir einen Link oder wähle mehr in /topics.',
  },

  answer: {
    searching: 'Ich suche in allem, was ich gelesen habe …',
    sources: 'Quellen:',
    nothing:
      'Dazu habe ich in allem Gelesenen nichts gefunden. Versuch es mit anderen Worten oder schick mir einen Link.',
    stopped: 'Gestoppt. Das war bis dahin geschrieben.',
    stoppedEmpty: 'Gestoppt, bevor etwas geschrieben war.',
    together: (earlier) => `Zusammen mit deiner Frage davor gesucht: „${earlier}“.`,
    notIn: (name) => `In „${name}“ finde ich dazu nichts.`,
    otherLanguage: (language) =>
      `Ich habe gerade keine KI und finde nur Wörter, die so im Text stehen. Frag in seiner Sprache: ${language}.`,
    elsewhere: 'In anderem, was ich gelesen habe:',
    fromYours: (name) => `Aus dem Text, den du geschickt hast: „${name}“.`,
  },

  summary: {
    by: (author) => `Von ${author}`,
    originallyBy: (author) => `Ursprünglich von ${author}`,
    noAuthor: 'Ein Autor ist nicht genannt.',
    keySentences: 'Schlüsselsätze aus dem Artikel, ohne KI ausgewählt.',
    why: (text) => `Warum es wichtig ist: ${text}`,
    evidenceTitle: (n) => `Woher Punkt ${n} stammt`,
  },

  settings: {
    title: 'Einstellungen',
    time: 'Uhrzeit',
    zone: 'Ort',
    days: 'Tage',
    language: 'Sprache',
    summaryLanguage: 'Zusammenfassungen',
    length: 'Länge',
    layout: 'Darstellung',
    same: 'In meiner Sprache',
    original: 'In der Originalsprache',
    lengths: { short: 'Kurz', standard: 'Normal', long: 'Lang' },
    lengthNotes: {
      short: 'ein oder zwei Punkte pro Artikel',
      standard: 'etwa drei Punkte pro Artikel',
      long: 'etwa fünf Punkte pro Artikel',
    },
    layouts: { compact: 'Kompakt', standard: 'Normal', detailed: 'Ausführlich', rich: 'Aufklappbar' },
    layoutNotes: {
      compact: 'zuerst die Schlagzeilen, der Rest eingeklappt',
      standard: 'Schlagzeilen mit ihren Punkten',
      detailed: 'alles, mit Autoren und Gründen',
      rich: 'Schlagzeilen, die sich beim Antippen öffnen; braucht eine neue Telegram-Version',
    },
    everyDay: 'Jeden Tag',
    weekdays: 'Mo bis Fr',
    weekend: 'Sa und So',
    chooseTime: 'Wann soll die Ausgabe kommen? Wähle eine oder mehrere Uhrzeiten.',
    chooseZone: 'Wo bist du? Neben jedem Ort steht, wie spät es dort gerade ist.',
    chooseDays: 'An welchen Tagen?',
    chooseLanguage: 'Welche Sprache soll ich sprechen?',
    chooseSummary: 'In welcher Sprache soll ich zusammenfassen?',
    chooseLength: 'Wie viel aus jedem Artikel?',
    chooseLayout: 'Wie soll eine Ausgabe aussehen?',
    typeTime: 'Schreib die Uhrzeit, zum Beispiel 8:30. Mehrere gehen auch: 8:00, 18:30.',
    typeZone: 'Schreib deine Stadt, zum Beispiel Tokio, oder eine Zeitzone wie Europe/Paris oder UTC+8.',
    locationButton: 'Meinen Standort senden',
    locationAsk: 'Tippe unten auf den Button. Ich behalte nur die Zeitzone, nicht den Ort.',
    saved: 'Gespeichert.',
    oneTime: 'Mindestens eine Uhrzeit muss bleiben. Mit /pause hältst du die Ausgaben an.',
  },

  state: {
    paused: 'Pausiert. Bis du fortsetzt, kommt keine Ausgabe; alles andere geht weiterhin.',
    resumed: 'Willkommen zurück. Deine Ausgaben kommen wieder.',
    notPaused: 'Deine Ausgaben laufen bereits.',
    stopped:
      'Beendet. Es kommen keine Ausgaben mehr. Deine Themen und Einstellungen bleiben: /resume bringt sie zurück, /delete löscht sie.',
    status: 'Status',
    follows: (topics, sources) =>
      `Deine Abos: ${count(topics, 'Thema', 'Themen')} und ${count(sources, 'Quelle', 'Quellen')}.`,
    failing: (n) => `${count(n, 'Quelle ist', 'Quellen sind')} derzeit nicht lesbar; siehe /list.`,
    on: 'Die Ausgaben laufen.',
  },

  talk: {
    about:
      'Ich bin Gazette, ein freies, quelloffenes Programm; betrieben wird es von dem, der diesen Bot eingerichtet hat. Ich koste nichts und füge keine Werbung hinzu.',
    hello: 'Hallo!',
    anyTime: 'Jederzeit gern.',
    cancelled: 'Gut, abgebrochen.',
    sorry: 'Das tut mir leid. Hier änderst du Themen, Uhrzeit und Länge:',
    nothingToCancel: 'Es gibt nichts abzubrechen. Hier geht es weiter:',
  },

  help: {
    title: 'Was ich kann',
    lines: [
      'Schick einen Link oder gleich einen langen Text: Ich fasse ihn zusammen, und du kannst mich danach fragen.',
      '/subscribe mit einer Adresse oder einem Thema: Ich lese für dich mit.',
      'Schick eine Frage oder ein paar Worte: Ich suche in allem, was ich gelesen habe.',
      'Schick eine OPML-Datei: Ich übernehme deine Feeds.',
      '/digest zeigt, was es Neues gibt, /list deine Abos.',
      '/settings ändert Uhrzeit, Ort, Sprache und Länge.',
      '/pause und /resume wirken sofort. /delete löscht alle deine Daten.',
      'Oder einfach sagen: „jeden Tag um 8:30“, „kein Sport mehr“, „was gibt’s Neues?“',
    ],
    group:
      'In einer Gruppe oder einem Kanal nutzen Admins dieselben Befehle. Die Ausgaben kommen in das Thema, in dem /start gesendet wurde.',
  },

  remove: {
    title: 'Alle deine Daten löschen?',
    what: 'Deine Themen, Quellen, Einstellungen und Ausgaben werden hier endgültig gelöscht. Das lässt sich nicht rückgängig machen. Nachrichten in diesem Chat bleiben, bis du sie selbst löschst.',
    done: 'Alles ist gelöscht.',
    removed: (subscriptions, schedules, digests) =>
      `Gelöscht: ${count(subscriptions, 'Abo', 'Abos')}, ${count(schedules, 'Zeitplan', 'Zeitpläne')}, ${count(digests, 'Ausgabe', 'Ausgaben')} und deine Einstellungen.`,
    sources: (n) =>
      `Auch ${count(n, 'Adresse, die nur du abonniert hattest, ist', 'Adressen, die nur du abonniert hattest, sind')} gelöscht.`,
    comeBack: 'Falls du einmal zurückkommen möchtest: /start.',
    packs: (n) =>
      plural('de', n, {
        one: 'Ein Paket von dir ist weg; wer daraus etwas abonniert hat, behält es.',
        other: `${formatNumber('de', n)} Pakete von dir sind weg; wer daraus etwas abonniert hat, behält es.`,
      }),
    kept: 'Es wurde nichts gelöscht.',
  },

  chat: {
    groupHello:
      'Hallo! Ich kann regelmäßig einen kurzen Überblick in diesen Chat schicken. Admins wählen mit /start die Themen.',
    channelHello: (title) =>
      `Ich kann jetzt in „${title}“ posten. Schreib /start in den Kanal, um die Themen zu wählen; ich antworte dort.`,
    channelNoRights: (title) =>
      `In „${title}“ kann ich noch nicht posten. Erlaube mir dort, Nachrichten zu senden.`,
    gone: (title) =>
      `Ich wurde aus „${title}“ entfernt. Die Einstellungen bleiben gespeichert, falls ich zurückkomme.`,
  },

  oldButton: 'Dieser Button ist veraltet. Hier geht es weiter:',
  unreadable: 'Ich kann Links, Text und OPML-Dateien lesen. Schick mir etwas davon oder lies /help.',
  invited: (user) => `${user} darf diesen Bot jetzt nutzen.`,
  inviteHow: 'Schreib /invite und die ID, die der Person angezeigt wurde.',

  zones: {
    'Asia/Shanghai': 'Shanghai',
    'Asia/Hong_Kong': 'Hongkong',
    'Asia/Taipei': 'Taipeh',
    'Asia/Singapore': 'Singapur',
    'Asia/Tokyo': 'Tokio',
    'Asia/Kolkata': 'Indien',
    'Asia/Dubai': 'Dubai',
    'Europe/London': 'London',
    'Europe/Berlin': 'Berlin',
    'Europe/Moscow': 'Moskau',
    'America/New_York': 'New York',
    'America/Chicago': 'Chicago',
    'America/Los_Angeles': 'Los Angeles',
    'America/Sao_Paulo': 'São Paulo',
    'Australia/Sydney': 'Sydney',
    UTC: 'UTC',
  },
}
