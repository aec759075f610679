/** The words around the articles of a digest, in German. */
import type { digests as english } from '../en/digests.ts'
import { formatNumber, plural } from '../format.ts'

const n = (value: number) => formatNumber('de', value)

export const digests: typeof english = {
  title: (number) => `Ausgabe Nr. ${n(number)}`,
  previewTitle: 'Was es Neues gibt',
  previewNote: 'Eine Vorschau: Deine nächste Ausgabe enthält all das trotzdem.',
  count: (shown, sources) =>
    `${n(shown)} Artikel aus ${n(sources)} ${plural('de', sources, { one: 'Quelle', other: 'Quellen' })}`,
  late: (day, clock) =>
    `Diese Ausgabe war für ${day}, ${clock} Uhr geplant. Sie kommt verspätet, weil ich ausgeschaltet war.`,
  merged: (value) =>
    plural('de', value, {
      one: 'Sie enthält auch eine frühere Ausgabe, die ausgefallen ist.',
      other: `Sie enthält auch ${n(value)} frühere Ausgaben, die ausgefallen sind.`,
    }),
  afterHoliday: 'Willkommen zurück: Das war neu, während deine Ausgaben pausiert waren.',
  afterMove: (day, clock) =>
    `In deiner neuen Zeitzone war der Termin am ${day} um ${clock} Uhr schon vorbei; hier ist die Ausgabe.`,
  quietWeek: 'Eine ruhige Woche: nichts Neues in deinen Abos. Ich halte weiter Ausschau.',
  update: '🔄 Neuer Stand: ',
  watched: (word) => `👁 Du beobachtest „${word}“`,
  carried: 'Auf deinen Wunsch dabei',
  because: (title) => `Weil dir „${title}“ gefallen hat`,
  tools: 'Bewerten oder merken …',
  leftOutButton: (value) => `Ausgelassen (${n(value)})`,
  first: 'Deine erste Ausgabe: das Neueste der letzten drei Tage.',
  empty: 'Heute nichts Neues in deinen Abos.',
  stillReading: 'Ich lese deine Quellen gerade zum ersten Mal; mehr kommt mit der nächsten Ausgabe.',
  otherTopic: 'Sonstiges',
  part: (part, parts) => `Teil ${part} von ${parts}`,
  moreSources: (value) => `+${n(value)} ${plural('de', value, { one: 'Quelle', other: 'Quellen' })}`,
  minutes: (value) => `${n(value)} Min.`,
  edited: (when) => `aktualisiert ${when}`,
  keySentences: 'Schlüsselsätze aus den Artikeln, ohne KI ausgewählt.',
  why: (text) => `Warum es wichtig ist: ${text}`,
  by: (author) => `von ${author}`,
  originallyBy: (author) => `ursprünglich von ${author}`,
  read: 'Lesen',
  original: 'Original',
  leftOut: (value) => `Ausgelassen: ${n(value)} Artikel`,
  leftOutTitle: 'Was ausgelassen wurde und warum',
  nothingLeftOut: 'Nichts wurde ausgelassen.',
  andMore: (value) => `… und ${n(value)} weitere`,
  reasons: {
    limit: 'weniger wichtig als das Gezeigte',
    length: 'die Ausgabe war voll',
    told: 'schon berichtet, seither nichts Neues',
    disliked: 'du wolltest weniger davon',
    mutedSource: 'du hast die Quelle stummgeschaltet',
    mutedTopic: 'du hast das Thema stummgeschaltet',
    mutedStory: 'du hast die Meldung stummgeschaltet, bis es Neues gibt',
    story: 'dieselbe Meldung wie eine gezeigte',
    duplicate: 'derselbe Text wie ein gezeigter',
    old: 'älter als der Zeitraum dieser Ausgabe',
    muted: 'enthält stummgeschaltete Wörter',
    language: 'in einer anderen Sprache',
    empty: 'enthält keinen Text',
  },
  otherReason: 'passte nicht hinein',
}
