/** What the bot says to the operators of an installation, in German. */
import type { admin as english } from '../en/admin.ts'
import { formatNumber, plural } from '../format.ts'

const n = (value: number) => formatNumber('de', value)
const count = (value: number, one: string, other: string) =>
  `${n(value)} ${plural('de', value, { one, other })}`

export const admin: typeof english = {
  isRead: 'Wird gelesen.',
  isNotRead: 'Wird nicht gelesen.',
  askSource:
    'Schick die Adresse einer Website oder eines Feeds. Alle, die das Thema abonniert haben, bekommen deren Artikel.',
  askTopic:
    'Schreib den Namen des Themas, einen Doppelpunkt und Wörter, an denen ich seine Artikel erkenne. Zum Beispiel: Rudern: Regatta, Ruder, Steuermann',
  inCatalogue: (name) => `${name} steht jetzt im Katalog.`,
  labels: {
    addSource: '+ Quelle hinzufügen',
    addTopic: '+ Thema hinzufügen',
    renameTopic: 'Thema umbenennen',
    stopReading: 'Nicht mehr lesen',
    readAgain: 'Wieder lesen',
    chart: 'Verlauf über 30 Tage',
    failing: 'Gestörte Quellen',
    broadcast: 'Nachricht an alle',
    readers: 'Person suchen',
    catalogue: 'Katalog',
    openToAll: 'Für alle öffnen',
    byInvitation: 'Nur mit Einladung',
    beginMaintenance: 'Wartung beginnen',
    endMaintenance: 'Wartung beenden',
    refresh: 'Aktualisieren',
    back: '‹ Zurück',
    test: 'Noch einmal zeigen',
    rewrite: 'Neu schreiben',
    cancel: 'Abbrechen',
    stop: 'Stoppen',
    block: 'Sperren',
    unblock: 'Entsperren',
    usualLimit: 'Übliches Limit',
  },
  title: 'So läuft Gazette',
  chats: (active, paused, lost) => `Chats: ${n(active)} aktiv, ${n(paused)} pausiert, ${n(lost)} verloren`,
  today: (digests, failures) =>
    `Heute: ${count(digests, 'Ausgabe', 'Ausgaben')}, ${n(failures)} nicht zugestellt`,
  sources: (total, followed, failing) =>
    `Quellen: ${n(total)}, davon ${n(followed)} abonniert, ${n(failing)} gestört`,
  budget: (used, limit) => `Modell heute: ${n(used)} von ${count(limit, 'Token', 'Tokens')}`,
  cost: (usd) => `Modell in 30 Tagen: ${usd.toFixed(2).replace('.', ',')} USD`,
  noPrice:
    'In LLM_PRICES fehlt ein Modell, das benutzt wurde. Deshalb kann ich nicht sagen, was es gekostet hat.',
  inviteOnlyOn: 'Wer neu ist, braucht eine Einladung (/invite).',
  inviteOnlyOff: 'Alle können loslegen.',
  maintenanceOn: 'Wartung: Ich antworte nur den Betreibern. Ausgaben kommen weiterhin.',
  maintenanceOff: 'Ich antworte allen.',
  chart: {
    cost: 'Kosten des Modells in USD',
    title: (days) =>
      `${plural('de', days, { one: 'Der letzte Tag', other: `Die letzten ${n(days)} Tage` })}, von oben nach unten:`,
    line: (name, last, most) => `${name}: heute ${last}, höchstens ${most}`,
    subscribers: 'Chats',
    digests: 'Ausgaben',
    failures: 'Nicht zugestellte Teile',
    tokens: 'Tokens des Modells',
  },
  failingLine: (name, since, followers, error) =>
    `• ${name}: seit ${since}, ${count(followers, 'Abo', 'Abos')}, ${error}`,
  noneFailing: 'Alle Quellen sind lesbar.',
  retried: 'Wird jetzt noch einmal gelesen.',
  catalogue: 'Von welchem Thema möchtest du die Quellen ändern?',
  tapSource: 'Tippe eine Quelle an, um sie anzusehen.',
  noCatalogue: 'Dieses Thema hat keine eigenen Quellen.',
  askBroadcast:
    'Schreib die Nachricht, die alle Chats bekommen sollen. Du siehst sie zuerst; noch wird nichts gesendet.',
  draft: (chats) =>
    `Oben steht, was ${plural('de', chats, { one: 'ein Chat bekommt', other: `${n(chats)} Chats bekommen` })}.`,
  sendTo: (chats) => `An ${count(chats, 'Chat', 'Chats')} senden`,
  progress: (sent, waiting, failed) =>
    `${n(sent)} gesendet, ${n(waiting)} unterwegs, ${n(failed)} nicht zustellbar.`,
  stopped: (chats) =>
    `Gestoppt: ${plural('de', chats, { one: 'ein Chat hat', other: `${n(chats)} Chats haben` })} sie nicht bekommen.`,
  askReader: 'Schreib die ID der Person: nur Ziffern, so wie sie in /admin und in Fehlermeldungen steht.',
  reader: (user) => `Person ${user}`,
  isBlocked: 'Gesperrt.',
  isWelcome: 'Darf den Bot nutzen.',
  usualLimit: 'Für das Modell gilt das übliche Limit.',
  ownLimit: (tokens) => `Höchstens ${count(tokens, 'Token', 'Tokens')} des Modells pro Tag.`,
  used: (tokens) => `${count(tokens, 'Token', 'Tokens')} in den letzten 24 Stunden.`,
  limit: (tokens) => n(tokens),
  alerts: {
    budget:
      'Das Budget des Modells ist für heute aufgebraucht. Bis morgen bestehen Zusammenfassungen aus Schlüsselsätzen. LLM_DAILY_TOKENS erhöht das Budget.',
    lane: (minutes) =>
      `Seit ${count(minutes, 'Minute', 'Minuten')} wurde nichts gesendet, obwohl Nachrichten warten. Läuft der Versand?`,
    outage: (failing, all) =>
      `${n(failing)} von ${count(all, 'Quelle', 'Quellen')}, die in der letzten Stunde gelesen wurden, waren gestört. Funktioniert die Netzverbindung?`,
    topic: (name, days) =>
      `Das Thema „${name}“ ist abonniert, hat aber seit ${count(days, 'Tag', 'Tagen')} nichts gebracht. Seine Quellen stehen in /admin.`,
  },
}
