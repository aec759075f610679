/** The words around the articles of a digest, in Spanish. */
import type { digests as english } from '../en/digests.ts'
import { formatNumber, plural } from '../format.ts'

const n = (value: number) => formatNumber('es', value)
const count = (value: number, one: string, other: string) =>
  `${n(value)} ${plural('es', value, { one, many: `de ${other}`, other })}`
const articles = (value: number) => count(value, 'artículo', 'artículos')

export const digests: typeof english = {
  title: (number) => `Boletín n.º ${n(number)}`,
  previewTitle: 'Lo nuevo ahora',
  previewNote: 'Es un adelanto: tu próximo boletín lo incluirá todo igualmente.',
  count: (shown, sources) => `${articles(shown)} de ${count(sources, 'fuente', 'fuentes')}`,
  late: (day, clock) => `Debía llegar el ${day}, a las ${clock}; llega tarde porque estuve sin servicio.`,
  merged: (value) =>
    `Incluye también ${plural('es', value, { one: 'un boletín anterior que no salió', many: `${n(value)} de boletines anteriores que no salieron`, other: `${n(value)} boletines anteriores que no salieron` })}.`,
  afterHoliday: 'Qué bueno verte de nuevo: esto es lo que hubo durante la pausa.',
  afterMove: (day, clock) =>
    `En tu nueva zona horaria ya había pasado la hora del boletín del ${day}, a las ${clock}; aquí lo tienes.`,
  quietWeek: 'Una semana tranquila: nada nuevo en lo que sigues. Sigo atento.',
  update: '🔄 Novedad: ',
  watched: (word) => `👁 Vigilas «${word}»`,
  carried: 'Lo pediste tú',
  because: (title) => `Porque te gustó «${title}»`,
  tools: 'Valorar o guardar…',
  leftOutButton: (value) => `Quedaron fuera (${n(value)})`,
  first: 'Tu primer boletín: lo más nuevo de los últimos tres días.',
  empty: 'Hoy no hay nada nuevo en lo que sigues.',
  stillReading: 'Todavía estoy leyendo tus fuentes por primera vez; habrá más en el próximo boletín.',
  otherTopic: 'Otros',
  part: (part, parts) => `Parte ${part} de ${parts}`,
  moreSources: (value) => `+${count(value, 'fuente', 'fuentes')}`,
  minutes: (value) => `${n(value)} min`,
  edited: (when) => `actualizado: ${when}`,
  keySentences: 'Frases clave de los artículos, elegidas sin IA.',
  why: (text) => `Por qué importa: ${text}`,
  by: (author) => `por ${author}`,
  originallyBy: (author) => `original de ${author}`,
  read: 'Leer',
  original: 'Original',
  leftOut: (value) => `Quedaron fuera: ${articles(value)}`,
  leftOutTitle: 'Qué quedó fuera y por qué',
  nothingLeftOut: 'No quedó nada fuera.',
  andMore: (value) => `… y ${n(value)} más`,
  reasons: {
    limit: 'menos importante que los incluidos',
    length: 'el boletín estaba completo',
    told: 'ya te lo conté y no hay novedades',
    disliked: 'pediste menos como este',
    mutedSource: 'silenciaste su fuente',
    mutedTopic: 'silenciaste su tema',
    mutedStory: 'silenciaste la noticia hasta que avance',
    story: 'la misma noticia que un artículo incluido',
    duplicate: 'el mismo texto que un artículo incluido',
    old: 'anterior al periodo de este boletín',
    muted: 'contiene palabras que silenciaste',
    language: 'en otro idioma',
    empty: 'no tiene texto',
  },
  otherReason: 'no cabía',
}
