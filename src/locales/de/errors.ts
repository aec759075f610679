/** What went wrong and what to do about it, in German. */
import type { ErrorArgs } from '../../core/errors.ts'
import type { errors as english } from '../en/errors.ts'
import { plural } from '../format.ts'

const at = (args: ErrorArgs, unknown = 'diese Website') =>
  args['host'] === undefined ? unknown : String(args['host'])

export const errors: typeof english = {
  notAdminThere: (args) =>
    `Du bist in „${args['title'] ?? '?'}“ kein Admin mehr, deshalb kannst du dort von hier aus nichts ändern. Ein Admin des Chats kann dich wieder ernennen.`,
  chatLost: (args) =>
    `Ich bin nicht mehr in „${args['title'] ?? '?'}“. Füge mich dort wieder hinzu und komm dann zurück.`,
  noTopicRights: (args) =>
    `Ich darf in „${args['title'] ?? '?'}“ keine Themen anlegen. Mach mich dort zum Admin mit dem Recht „Themen verwalten“ und tippe dann in /chats noch einmal auf „Ein Thema je Bereich“.`,
  notAFeed: () =>
    'Dort habe ich keine Artikel zum Abonnieren gefunden. Versuch es mit der Adresse der News- oder Blogseite oder des RSS-Feeds.',
  noFeedThere: (args) =>
    `${at(args)} gibt keinen Feed heraus, deshalb kann ich dem nicht folgen. Such denselben Autor, Kanal oder Podcast anderswo: auf einer eigenen Website, in einem Blog oder, bei Podcasts, in Apple Podcasts.`,
  badUrl: () =>
    'Das sieht nicht nach einer Webadresse aus. Schick sie vollständig, zum Beispiel https://example.com/blog',
  addressNotAllowed: () =>
    'Ich kann nur öffentliche Webseiten lesen. Diese Adresse liegt in einem privaten Netz.',
  unreachable: (args) =>
    `Ich konnte ${at(args)} nicht erreichen. Prüfe die Adresse oder versuch es in ein paar Minuten noch einmal.`,
  tooLarge: (args) =>
    `Das ist zu groß für mich${args['megabytes'] === undefined ? '' : ` (über ${args['megabytes']} MB)`}. Versuch es mit der Adresse eines einzelnen Artikels oder Feeds.`,
  timedOut: (args) =>
    `${at(args, 'Diese Website')} hat zu lange nicht geantwortet. Bitte versuch es in ein paar Minuten noch einmal.`,
  httpStatus: (args) =>
    Number(args['status']) === 404 || Number(args['status']) === 410
      ? `${at(args, 'Diese Website')} meldet, dass es diese Seite nicht gibt. Prüfe die Adresse.`
      : `${at(args, 'Diese Website')} gibt mir die Seite nicht${args['status'] === undefined ? '' : ` (Fehler ${args['status']})`}. Versuch es später noch einmal oder schick eine andere Adresse.`,
  emptyArticle: () =>
    'Dort habe ich keinen Artikeltext gefunden. Wenn man sich für die Seite anmelden muss, kann ich sie nicht lesen; versuch einen anderen Link.',
  notText: () =>
    'Der Link führt zu einer Datei, die ich nicht lesen kann, etwa einem PDF, einem Bild oder einem Video. Schick mir den Link einer Webseite oder den Text selbst.',
  guarded: () =>
    'Die Seite gab mir keinen Artikel, sondern etwas für einen Browser: eine Prüfung, eine Einwilligung, ein Skript oder einen Fehler. Versuch einen anderen Link oder schick mir den Text selbst.',
  paywalled: () =>
    'Den vollen Text gibt es dort nur mit Abo oder Mitgliedschaft, deshalb kann ich ihn nicht zusammenfassen. Versuch einen anderen Link oder schick mir den Text selbst.',
  badTime: () =>
    'Diese Uhrzeit habe ich nicht verstanden. Schreib sie wie 8:30 oder 20:00; mehrere gehen auch: 8:00, 18:30.',
  badZone: () =>
    'Diesen Ort kenne ich nicht. Schreib eine Stadt wie Tokio, eine Zeitzone wie Europe/Paris oder UTC+8.',
  badDays: () =>
    'Diese Tage habe ich nicht verstanden. Schreib zum Beispiel „Mo Mi Fr“, „werktags“ oder „jeden Tag“.',
  tooManySubscriptions: (args) =>
    args['limit'] === undefined
      ? 'Mehr Themen und Quellen schaffe ich nicht. Bestell zuerst in /list etwas ab.'
      : `Du hast ${args['limit']} Themen und Quellen abonniert, mehr schaffe ich nicht. Bestell zuerst in /list etwas ab.`,
  nothingFollowed: () =>
    'Du hast noch nichts abonniert. Wähle ein paar Themen in /topics oder schick mir die Adresse einer Website.',
  notOpml: () =>
    'Diese Datei kann ich nicht lesen. Eine Feedliste nehme ich als OPML-Datei (.opml oder .xml), wie fast alle Feedreader sie exportieren, oder als Text- oder CSV-Datei mit Adressen. Von einem Artikel schick mir den Link oder den Text, auch als .txt- oder .md-Datei.',
  fileLost: () => 'Ich konnte diese Datei nicht von Telegram abrufen. Bitte schick sie noch einmal.',
  noFeeds: () =>
    'In dieser Datei habe ich keine Feeds gefunden. Exportiere deine Abos in deinem Feedreader als OPML und schick mir diese Datei.',
  askedToWait: () =>
    'Diese Website hat mich gebeten, langsamer zu machen. Bitte versuch es in ein paar Minuten noch einmal.',
  adminsOnly: () => 'Das können nur die Admins dieses Chats ändern.',
  maintenance: () => 'Wir arbeiten gerade am System. Bitte versuch es in Kürze noch einmal.',
  turnedAway: () =>
    'Du darfst diesen Bot nicht nutzen. Wenn du das für einen Irrtum hältst, frag die Person, die ihn betreibt.',
  privateOnly: () => 'Bitte mach das in einem privaten Chat mit mir.',
  tooFast: (args) =>
    `Das war viel auf einmal. Gib mir ${plural('de', Number(args['seconds'] ?? 1), { one: 'eine Sekunde', other: `${args['seconds'] ?? 1} Sekunden` })}, dann geht es weiter.`,
  daySpent: (args) =>
    `Mehr kann ich an einem Tag für eine Person nicht lesen und beantworten. In ${plural('de', Number(args['minutes'] ?? 1), { one: 'einer Minute', other: `${args['minutes'] ?? 1} Minuten` })} geht es weiter; deine Ausgaben kommen wie immer.`,
  inviteOnly: (args) =>
    `Dieses Gazette gibt es nur mit Einladung. Bitte die Person, die es betreibt, dich freizuschalten; deine ID ist ${args['user'] ?? '?'}.`,
  emptyText: () => 'Darin habe ich nichts zum Zusammenfassen gefunden.',
  emptyInterest: () =>
    'Das ist zu unbestimmt. Nenne, was dich interessiert, zum Beispiel: Robotaxis in Europa.',
  tooManyTopics: (args) =>
    args['limit'] === undefined
      ? 'Mehr eigene Themen kann ich nicht behalten. Lösche zuerst eines in /topics.'
      : `Du hast ${args['limit']} eigene Themen, mehr kann ich nicht behalten. Lösche zuerst eines in /topics.`,
  notFollowing: () => 'Das hast du nicht abonniert. /list zeigt alle deine Abos.',
  noTopic: () =>
    'Ein Thema mit diesem Namen kenne ich nicht. Wähle eines in /topics oder schick die Adresse einer Website.',
  badName: (args) => `Bitte schreib einen einzeiligen Namen mit höchstens ${args['limit'] ?? 60} Zeichen.`,
  gone: () => 'Das gibt es nicht mehr. /list zeigt deine Abos, /digest das Neueste.',
  noSuchFile: (args) => `Es gibt keine lesbare Datei ${args['file'] ?? ''}.`,
  noSuchChat: (args) => `Ein Chat mit der ID ${args['chat'] ?? '?'} hat dem Bot noch nicht geschrieben.`,
  modelUnreachable: () =>
    'Das Sprachmodell ist nicht erreichbar. Bitte versuch es in ein paar Minuten noch einmal.',
  tooManyFilters: (args) =>
    `Mehr als ${args['limit'] ?? 100} Filter gehen nicht. Entferne zuerst einen in /filters.`,
  badWord: () => 'Ich brauche ein Wort mit mindestens einem Buchstaben, Zeichen oder Emoji.',
  tooManySchedules: (args) =>
    `Mehr als ${args['limit'] ?? 10} Ausgaben gehen pro Chat nicht. Entferne zuerst eine in /schedule.`,
  badDate: () => 'Diesen Tag habe ich nicht verstanden. Schreib ihn wie 2026-12-24.',
  internal: () => 'Bei mir ist etwas schiefgegangen; es ist vermerkt. Bitte versuch es gleich noch einmal.',
}
