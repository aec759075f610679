/** What the bot tells unasked, in Spanish. */
import type { notices as english } from '../en/notices.ts'
import { formatNumber, plural } from '../format.ts'

const n = (value: number) => formatNumber('es', value)
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
    sent: (number, when, parts) => `Última edición: n.º ${n(number)}, ${when}, mensajes: ${n(parts)}.`,
    nothing: (when) => `${when}: no había nada nuevo, así que no envié nada.`,
    late: 'Llegó tarde porque yo no estaba en marcha a su hora.',
    merged: (count) => `Ediciones perdidas que también incluye: ${n(count)}.`,
    waiting: (count) => `Mensajes que aún están en camino: ${n(count)}.`,
    unknown: (count) => `Mensajes que Telegram nunca confirmó: ${n(count)}.`,
    failed: (count, why) => `Mensajes que no se pudieron entregar: ${n(count)}. ${why}`,
    copies: (count) => `Mensajes enviados de nuevo porque Telegram no los confirmó: ${n(count)}.`,
  },
  apology: 'Lo intenté varias veces y no pude terminarlo. Inténtalo de nuevo más tarde.',
}
