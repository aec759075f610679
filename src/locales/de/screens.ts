/** What the bot says on the screens of packs, lists, search and the reader's own data, in German. */
import type { screens as english } from '../en/screens.ts'
import { formatNumber, plural } from '../format.ts'

const count = (n: number, one: string, other: string) =>
  `${formatNumber('de', n)} ${plural('de', n, { one, other })}`

export const screens: typeof english = {
  chats: {
    title: 'Gruppen und Kanäle',
    what: 'In diesen Chats bin ich, und du verwaltest sie. Tippe einen an, um festzulegen, was er bekommt und wohin.',
    none: 'Ich bin in keiner Gruppe und keinem Kanal von dir. Füge mich mit einem Button unten hinzu und öffne das hier noch einmal.',
    inPrivate: 'Das zeige ich in unserem privaten Chat.',
    addGroup: 'Zu Gruppe hinzufügen',
    addChannel: 'Zu Kanal hinzufügen',
    sources: 'Meine Quellen',
    sourcesHow:
      'Tippe eine deiner Quellen an, um sie auch in diesen Chat zu bringen oder wieder herauszunehmen.',
    where: 'In welches Thema',
    general: 'Das allgemeine Thema',
    chooseThread:
      'In welches Thema des Forums? Ich kenne nur die, in denen mir jemand geschrieben hat: Schreib /start in ein anderes, dann erscheint es hier.',
    into: (place) => `Kommt in: ${place}.`,
    bySubject: 'Ein Thema je Bereich',
    bySubjectHow:
      'Bei „Ein Thema je Bereich“ lege ich die Themen im Forum selbst an, jetzt und für jeden neuen Bereich.',
    openPost:
      'Tippe eine Nummer an, um dir die Meldung zu merken. Antworte auf diese Nachricht, um zu einer Meldung etwas zu fragen.',
  },

  labels: {
    otherDigest: 'In eine andere Ausgabe',
    ownDigest: '+ Eine eigene Ausgabe',
    newPack: 'Paket erstellen',
    copyLink: 'Link kopieren',
    share: 'An jemanden senden',
    rename: 'Umbenennen',
    deletePack: 'Dieses Paket löschen',
    reallyDelete: 'Ja, löschen',
    followAll: 'Alles abonnieren',
    packs: 'Meine Pakete',
    search: 'In der Liste suchen',
    folder: 'Ordner',
    mute: 'Stummschalten',
    unmute: 'Stummschaltung aufheben',
    ownName: 'Originalnamen verwenden',
    noFolder: 'In keinem Ordner',
    shorter: 'Kürzer',
    longer: 'Länger',
    keySentences: 'Schlüsselsätze',
    bySummary: 'Zusammenfassung',
    myLanguage: 'In meiner Sprache',
    itsLanguage: 'In der Originalsprache',
    chooseChannel: 'Kanal wählen',
    allTopics: 'Alle Themen',
    byTopic: 'Thema',
    bySource: 'Quelle',
    everything: 'Überall, beliebig alt',
    export: 'Meine Daten exportieren',
    deleteMine: 'Meine Daten löschen',
    privacy: 'Was gespeichert wird',
    back: '‹ Zurück',
  },

  packs: {
    title: 'Pakete',
    what: 'Ein Paket bündelt Themen und Quellen hinter einem Link. Wer ihn öffnet, sieht sich erst alles an und abonniert dann das Ganze oder einen Teil davon.',
    none: 'Du hast noch keine Pakete.',
    askName:
      'Wie soll das Paket heißen? Zuerst enthält es alle deine Abos hier; danach kannst du etwas herausnehmen.',
    full: (limit) => `Du hast ${count(limit, 'Paket', 'Pakete')}, mehr gehen nicht. Lösche zuerst eines.`,
    contents: (topics, sources) =>
      `${count(topics, 'Thema', 'Themen')}, ${count(sources, 'Quelle', 'Quellen')}`,
    choose: 'Tippe, um etwas aufzunehmen oder wegzulassen.',
    link: (link) => `Der Link: ${link}`,
    everybody: 'Alle mit dem Link sehen die Adressen darin.',
    askRename: 'Wie soll das Paket jetzt heißen?',
    deleted: (name) => `Das Paket „${name}“ ist gelöscht. Wer daraus etwas abonniert hat, behält es.`,
    deleteWhat: (name) =>
      `Das Paket „${name}“ löschen? Der Link funktioniert dann nicht mehr; wer daraus etwas abonniert hat, behält es.`,
    offer: 'Jemand teilt das mit dir. Abonniere alles oder tippe auf das, was du möchtest.',
    followedAll: (n) => `${count(n, 'neues Abo', 'neue Abos')} hinzugefügt.`,
    nothingMore: 'Das alles hast du schon abonniert.',
    undone: 'Rückgängig gemacht.',
    noLonger: 'Dieses Paket gibt es nicht mehr. Wähle stattdessen hier Themen.',
  },

  deepLink: {
    topic: (name) => `Du hast jetzt ${name} abonniert.`,
    source: (name) => `Du hast jetzt ${name} abonniert.`,
    gone: 'Das Ziel dieses Links gibt es nicht mehr. Wähle stattdessen hier Themen.',
  },

  list: {
    inDigest: (numbers) => `Ausgabe ${numbers}`,
    topics: 'Themen',
    sources: 'Quellen',
    loose: 'Andere Quellen',
    failing: 'Nicht lesbar',
    mutedGroup: 'Stummgeschaltet',
    muted: 'stumm',
    group: (name, n) => `${name} · ${formatNumber('de', n)}`,
    chooseGroup: 'Öffne eine Gruppe oder suche.',
    askSearch: 'Was suchst du? Schreib einen Teil des Namens oder der Adresse.',
    found: (words, n) => `„${words}“: ${formatNumber('de', n)} gefunden.`,
    nothing: 'Hier ist nichts.',
  },

  item: {
    inDigest: (numbers) => `Kommt in Ausgabe ${numbers}.`,
    inNoDigest: 'Kommt zurzeit in keiner Ausgabe.',
    askDigest:
      'Welche Ausgabe soll es bringen? Tippe eine an oder schreib ihre Nummer oder eine Uhrzeit wie 18:30.',
    moved: (number) => `Ab jetzt kommt es in Ausgabe ${number}.`,
    topic: 'Ein Thema: Artikel aus allen passenden Quellen.',
    folder: (name) => `Im Ordner „${name}“.`,
    mutedNote: 'Stummgeschaltet: Kommt in keiner Ausgabe vor. Das Abo bleibt.',
    unmuted: 'Kommt wieder in deinen Ausgaben vor.',
    well: (age) => `Funktioniert, zuletzt ${age} gelesen.`,
    unread: 'Noch nicht gelesen.',
    newest: (age) => `Der neueste Artikel ist ${age} erschienen.`,
    failing: (day) => `Nicht lesbar seit ${day}.`,
    stopped: 'Existiert nicht mehr.',
    lastWeek: (n) => `${count(n, 'Artikel', 'Artikel')} in den letzten sieben Tagen.`,
    askName: 'Wie möchtest du es nennen?',
    askFolder: 'Welcher Ordner? Tippe auf einen oder schreib den Namen eines neuen.',
  },

  reply: {
    about: (title) => `Ich sehe mir „${title}“ an …`,
    aboutAll: 'Ich sehe mir die Artikel aus dieser Nachricht an …',
  },

  again: {
    writing: 'Ich schreibe neu …',
    noModel:
      'Neu schreiben oder übersetzen könnte das nur eine KI, und gerade ist keine verfügbar. Das sind die Sätze, wie sie im Text stehen.',
  },

  forward: {
    from: (title) => `Das kommt von „${title}“. Was soll ich tun?`,
    chosen: (title) => `Du hast „${title}“ gewählt.`,
    closed: (title) =>
      `„${title}“ hat keine öffentliche Adresse, deshalb kann ich dort nicht lesen. Öffentliche Kanäle kannst du abonnieren.`,
    choose:
      'Tippe unten auf den Button, dann zeigt dir Telegram deine Kanäle. Die mit öffentlicher Adresse kannst du abonnieren.',
  },

  preview: {
    yesterday: (n) =>
      `In den letzten 24 Stunden ${plural('de', n, { one: 'wäre', other: 'wären' })} das ${count(n, 'Artikel', 'Artikel')} gewesen.`,
    week: (n) =>
      `In den letzten sieben Tagen ${plural('de', n, { one: 'war', other: 'waren' })} es ${count(n, 'Artikel', 'Artikel')}, zusammengefasst in deiner üblichen Ausgabe.`,
    overlap: (known, all) =>
      `${formatNumber('de', known)} von diesen ${formatNumber('de', all)} bekommst du schon.`,
  },

  search: {
    ask: 'Wonach soll ich suchen? Schreib ein paar Worte.',
    nothing: 'Mit diesen Worten habe ich in allem Gelesenen nichts gefunden. Versuch es mit anderen.',
    nothingNarrowed: 'Hier ist nichts. Erweitere die Suche mit den Buttons unten.',
    inTopic: (name) => `Im Thema ${name}`,
    fromSource: (name) => `Aus ${name}`,
    chooseTopic: 'Nur in welchem Thema?',
    chooseSource: 'Nur aus welcher Quelle?',
    ages: { 0: 'Beliebig alt', 1: '1 Tag', 7: '7 Tage', 30: '30 Tage' },
  },

  inline: {
    open: 'Chat mit mir öffnen',
    nothing: 'Nichts gefunden; Chat öffnen',
    readIt: 'Link im Chat zusammenfassen',
  },

  data: {
    everything: 'Alles, was ich über diesen Chat speichere, als JSON.',
    opml: 'Deine Quellen als OPML: Jeder Feedreader kann das übernehmen.',
    privacyTitle: 'Was gespeichert wird und wer es sieht',
    kept: [
      'Deine Telegram-ID, der Name dieses Chats, deine Sprache, dein Ort und deine Einstellungen.',
      'Deine Abos, Pakete, Ordner, Filter, gemerkten Artikel und Bewertungen.',
      'Welche Artikel in deinen Ausgaben standen, damit keiner doppelt kommt.',
      'Eine Frage bleibt nur gespeichert, während ich sie beantworte, höchstens 15 Minuten.',
      'Ein Text, den du zum Zusammenfassen schickst, bleibt drei Tage gespeichert, für die Knöpfe unter der Zusammenfassung; ebenso, was dir zuletzt gezeigt wurde.',
    ],
    howLong: (days) =>
      `Den Text von Artikeln vergesse ich nach ${count(days, 'Tag', 'Tagen')}. Was dir gehört, bleibt, bis du es löschst.`,
    noModel:
      'Hier wird kein Sprachmodell verwendet: Was du schreibst, verlässt diese Installation nur in Richtung Telegram.',
    model: (name, host) =>
      `Artikel zum Zusammenfassen sowie Fragen mit den zugehörigen Artikeln gehen an das Modell ${name} bei ${host}; dein Name, deine ID und deine Abos nicht.`,
    rights: '/export gibt dir alles als Dateien. /delete löscht es endgültig.',
  },
}
