/** What the bot tells unasked, in German. */
import type { notices as english } from '../en/notices.ts'
import { formatNumber, plural } from '../format.ts'

const n = (value: number) => formatNumber('de', value)
const messages = (value: number) =>
  `${n(value)} ${plural('de', value, { one: 'Nachricht', other: 'Nachrichten' })}`

export const notices: typeof english = {
  sourceStopped: (title) =>
    `${title} existiert nicht mehr, deshalb lese ich dort nicht mehr. Entfernen kannst du die Quelle in /list.`,
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
  copyLabel: '(Erneut gesendet: Telegram hat die erste nicht bestätigt.)',
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
    sent: (number, when, parts) => `Letzte Ausgabe: Nr. ${n(number)}, ${when}, in ${messages(parts)}.`,
    nothing: (when) => `${when}: Es gab nichts Neues, deshalb kam nichts.`,
    late: 'Sie kam verspätet, weil ich zur geplanten Zeit ausgeschaltet war.',
    merged: (value) =>
      plural('de', value, {
        one: 'Sie enthält auch eine Ausgabe, die ausgefallen ist.',
        other: `Sie enthält auch ${n(value)} Ausgaben, die ausgefallen sind.`,
      }),
    waiting: (value) =>
      plural('de', value, {
        one: 'Eine ihrer Nachrichten ist noch unterwegs.',
        other: `${n(value)} ihrer Nachrichten sind noch unterwegs.`,
      }),
    unknown: (value) =>
      `Telegram hat ${plural('de', value, { one: 'eine', other: n(value) })} ihrer Nachrichten nie bestätigt.`,
    failed: (value, why) =>
      plural('de', value, {
        one: `Eine ihrer Nachrichten konnte nicht zugestellt werden: ${why}`,
        other: `${n(value)} ihrer Nachrichten konnten nicht zugestellt werden: ${why}`,
      }),
    copies: (value) =>
      plural('de', value, {
        one: 'Eine Nachricht wurde erneut gesendet, weil Telegram sie nicht bestätigt hat.',
        other: `Nachrichten wurden ${n(value)}-mal erneut gesendet, weil Telegram sie nicht bestätigt hat.`,
      }),
  },
}
