/** What the bot tells unasked, in German. */
import type { notices as english } from '../en/notices.ts'
import { formatNumber, plural } from '../format.ts'

const n = (value: number) => formatNumber('de', value)

export const notices: typeof english = {
  sourceStopped: (title) =>
    `${title} existiert nicht mehr, deshalb lese ich es nicht weiter. In /list kannst du es entfernen.`,
  sourceFailing: (title, days) =>
    `Seit ${plural('de', days, { one: 'einem Tag', other: `${n(days)} Tagen` })} kann ich ${title} nicht lesen. Ich versuche es weiter.`,
  sourceQuiet: (title, days) =>
    `Bei ${title} ist seit ${plural('de', days, { one: 'einem Tag', other: `${n(days)} Tagen` })} nichts erschienen, das ist ungewöhnlich. Vielleicht ist die Quelle umgezogen.`,
  sourceMoved: (title, host) => `${title} ist zu ${host} umgezogen; ich lese dort weiter.`,
  severalFeeds: 'Die Website bietet jetzt mehrere Feeds an: „Neue Adresse suchen“ zeigt sie.',
  noRights: (title) =>
    `Ich darf in „${title}“ nicht mehr schreiben, deshalb sind die Ausgaben dort pausiert. Gib mir das Recht zu posten und sende dort /resume.`,
  threadClosed: (title) =>
    `Das Thema für die Ausgaben in „${title}“ ist geschlossen, deshalb kommen sie ins allgemeine Thema.`,
  copyLabel: '(Noch einmal: Telegram hat das erste nicht bestätigt.)',
  heldAsk: (number, part) =>
    number === null
      ? `Telegram hat mir nicht gesagt, ob meine letzte Nachricht ankam. Ist Teil ${n(part)} der Ausgabe da?`
      : `Telegram hat mir nicht gesagt, ob meine letzte Nachricht ankam. Ist Teil ${n(part)} der Ausgabe Nr. ${n(number)} da?`,
  heldArrived: 'Ist da',
  heldAgain: 'Noch einmal senden',
  heldThanks: 'Danke. Was noch fehlt, kommt jetzt.',
  heldSending: 'Ich sende es noch einmal.',
  heldSettled: 'Das ist schon erledigt.',
  ledger: {
    when: (day, clock) => `${day}, ${clock}`,
    sent: (number, when, parts) => `Letzte Ausgabe: Nr. ${n(number)}, ${when}, Nachrichten: ${n(parts)}.`,
    nothing: (when) => `${when}: Es gab nichts Neues, deshalb kam nichts.`,
    late: 'Sie kam verspätet, weil ich zur geplanten Zeit nicht lief.',
    merged: (count) => `Verpasste Ausgaben, die sie mit enthält: ${n(count)}.`,
    waiting: (count) => `Nachrichten, die noch unterwegs sind: ${n(count)}.`,
    unknown: (count) => `Nachrichten, die Telegram nie bestätigt hat: ${n(count)}.`,
    failed: (count, why) => `Nachrichten, die nicht zugestellt werden konnten: ${n(count)}. ${why}`,
    copies: (count) => `Erneut gesendet, weil Telegram nicht bestätigte: ${n(count)}.`,
  },
  apology:
    'Ich habe es mehrmals versucht und konnte das nicht abschließen. Bitte versuch es später noch einmal.',
}
