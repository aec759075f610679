/** What the bot tells unasked, in Spanish. */
import type { notices as english } from '../en/notices.ts'
import { formatNumber, plural } from '../format.ts'

const n = (value: number) => formatNumber('es', value)
const form = (value: number, one: string, other: string) => plural('es', value, { one, many: other, other })
const messages = (value: number) =>
  `${n(value)} ${plural('es', value, { one: 'mensaje', many: 'de mensajes', other: 'mensajes' })}`
const days = (value: number) =>
  `${n(value)} ${plural('es', value, { one: 'día', many: 'de días', other: 'días' })}`

export const notices: typeof english = {
  sourceStopped: (title) => `${title} ya no existe, así que dejé de leerlo. Puedes quitarlo en /list.`,
  sourceFailing: (title, since) => `No he podido leer ${title} desde hace ${days(since)}. Sigo intentándolo.`,
  sourceQuiet: (title, since) =>
    `${title} no ha publicado nada en ${days(since)}, algo inusual. Quizá se haya mudado.`,
  sourceMoved: (title, host) => `${title} se ha mudado a ${host}; lo sigo allí.`,
  severalFeeds: 'Su sitio ofrece ahora varios feeds: «Buscar su nueva dirección» los muestra.',
  noRights: (title) =>
    `Ya no puedo escribir en ${title}, así que sus boletines están en pausa. Dame permiso para publicar y envía /resume allí.`,
  threadClosed: (title) =>
    `El tema de ${title} donde llegaban los boletines está cerrado, así que van al tema general.`,
  copyLabel: '(Reenviado: Telegram no confirmó el primer envío.)',
  heldAsk: (number, part) =>
    number === null
      ? `Telegram no me dijo si llegó mi último mensaje. ¿Está aquí la parte ${n(part)} del boletín?`
      : `Telegram no me dijo si llegó mi último mensaje. ¿Está aquí la parte ${n(part)} del boletín n.º ${n(number)}?`,
  heldArrived: 'Sí, llegó',
  heldAgain: 'Enviarla otra vez',
  heldThanks: 'Gracias. Si falta algo, llega ahora.',
  heldSending: 'La estoy enviando otra vez.',
  heldSettled: 'Eso ya está resuelto.',
  ledger: {
    when: (day, clock) => `${day}, ${clock}`,
    sent: (number, when, parts) => `Último boletín: n.º ${n(number)}, ${when}, en ${messages(parts)}.`,
    nothing: (when) => `${when}: no había nada nuevo, así que no envié nada.`,
    late: 'Llegó tarde porque yo no estaba en marcha a la hora prevista.',
    merged: (value) =>
      form(
        value,
        'Incluye también un boletín que no salió.',
        `Incluye también ${n(value)} boletines que no salieron.`,
      ),
    waiting: (value) =>
      form(
        value,
        'Uno de sus mensajes aún está en camino.',
        `${n(value)} de sus mensajes aún están en camino.`,
      ),
    unknown: (value) => `Telegram nunca confirmó ${form(value, 'uno', n(value))} de sus mensajes.`,
    failed: (value, why) =>
      form(
        value,
        `Uno de sus mensajes no se pudo entregar: ${why}`,
        `${n(value)} de sus mensajes no se pudieron entregar: ${why}`,
      ),
    copies: (value) =>
      form(
        value,
        'Un mensaje se envió de nuevo porque Telegram no lo confirmó.',
        `Se enviaron mensajes de nuevo ${n(value)} veces porque Telegram no los confirmó.`,
      ),
  },
}
