/** What the bot says to the operators of an installation, in Spanish. */
import type { admin as english } from '../en/admin.ts'
import { formatNumber, plural } from '../format.ts'

const n = (value: number) => formatNumber('es', value)
const count = (value: number, one: string, other: string) =>
  `${n(value)} ${plural('es', value, { one, many: `de ${other}`, other })}`
const form = (value: number, one: string, other: string) => plural('es', value, { one, many: other, other })

export const admin: typeof english = {
  isRead: 'Se está leyendo.',
  isNotRead: 'No se lee.',
  askSource:
    'Envía la dirección de un sitio o feed. Sus artículos llegarán a todos los que siguen este tema.',
  askTopic:
    'Escribe el nombre del tema, dos puntos y palabras por las que reconozco sus artículos. Por ejemplo: Remo: regata, remero, timonel',
  inCatalogue: (name) => `${name} ya está en el catálogo.`,
  labels: {
    addSource: '+ Añadir una fuente',
    addTopic: '+ Añadir un tema',
    renameTopic: 'Renombrar este tema',
    stopReading: 'Dejar de leerla',
    readAgain: 'Volver a leerla',
    chart: 'Gráfico de 30 días',
    failing: 'Fuentes con fallos',
    broadcast: 'Mensaje para todos',
    readers: 'Buscar una persona',
    catalogue: 'Catálogo',
    openToAll: 'Abrir a todo el mundo',
    byInvitation: 'Solo con invitación',
    beginMaintenance: 'Iniciar mantenimiento',
    endMaintenance: 'Terminar mantenimiento',
    refresh: 'Actualizar',
    back: '‹ Atrás',
    test: 'Mostrármelo otra vez',
    rewrite: 'Escribirlo de nuevo',
    cancel: 'Cancelar',
    stop: 'Detener',
    block: 'Bloquear',
    unblock: 'Desbloquear',
    usualLimit: 'Límite habitual',
  },
  title: 'Cómo va Gazette',
  chats: (active, paused, lost) =>
    `Chats: ${n(active)} ${form(active, 'activo', 'activos')}, ${n(paused)} en pausa, ${n(lost)} ${form(lost, 'perdido', 'perdidos')}`,
  today: (digests, failures) => `Hoy: ${count(digests, 'boletín', 'boletines')}, ${n(failures)} sin entregar`,
  sources: (total, followed, failing) =>
    `Fuentes: ${n(total)}, ${n(followed)} con seguidores, ${n(failing)} con fallos`,
  budget: (used, limit) => `Modelo, hoy: ${n(used)} de ${count(limit, 'token', 'tokens')}`,
  cost: (usd) => `Modelo, en 30 días: ${usd.toFixed(2)} USD`,
  noPrice: 'En LLM_PRICES falta un modelo que se usó, así que no puedo calcular cuánto costó.',
  inviteOnlyOn: 'Quien empieza necesita una invitación (/invite).',
  inviteOnlyOff: 'Cualquiera puede empezar.',
  maintenanceOn: 'Mantenimiento: solo respondo a los operadores. Los boletines siguen saliendo.',
  maintenanceOff: 'Respondo a todo el mundo.',
  chart: {
    cost: 'Gasto del modelo en USD',
    title: (days) => `${form(days, 'El último día', `Los últimos ${n(days)} días`)}, de arriba abajo:`,
    line: (name, last, most) => `${name}: ${last} hoy, ${most} como máximo`,
    subscribers: 'Chats',
    digests: 'Boletines',
    failures: 'Partes sin entregar',
    tokens: 'Tokens del modelo',
  },
  failingLine: (name, since, followers, error) =>
    `• ${name}: desde ${since}, ${count(followers, 'seguidor', 'seguidores')}, ${error}`,
  noneFailing: 'Todas las fuentes se leen bien.',
  retried: 'Se está leyendo otra vez.',
  catalogue: '¿De qué tema quieres cambiar las fuentes?',
  tapSource: 'Toca una fuente para verla.',
  noCatalogue: 'Este tema no tiene fuentes propias.',
  askBroadcast:
    'Escribe el mensaje que recibirán todos los chats. Primero lo verás tú; aún no se envía nada.',
  draft: (chats) =>
    `Esto es lo que ${form(chats, 'recibirá', 'recibirán')} ${count(chats, 'chat', 'chats')}.`,
  sendTo: (chats) => `Enviar a ${count(chats, 'chat', 'chats')}`,
  progress: (sent, waiting, failed) =>
    `${n(sent)} ${form(sent, 'enviado', 'enviados')}, ${n(waiting)} en camino, ${n(failed)} sin entregar.`,
  stopped: (chats) =>
    `Detenido: no ${form(chats, 'lo recibió', 'lo recibieron')} ${count(chats, 'chat', 'chats')}.`,
  askReader: 'Escribe el ID de la persona: solo cifras, como aparece en /admin y en los mensajes de error.',
  reader: (user) => `Usuario ${user}`,
  isBlocked: 'Acceso bloqueado.',
  isWelcome: 'Puede usar el bot.',
  usualLimit: 'El límite habitual del modelo.',
  ownLimit: (tokens) => `Como máximo ${count(tokens, 'token', 'tokens')} del modelo al día.`,
  used: (tokens) => `${count(tokens, 'token', 'tokens')} en las últimas 24 horas.`,
  limit: (tokens) => n(tokens),
  alerts: {
    budget:
      'Se agotó el presupuesto del modelo para hoy; hasta mañana los resúmenes serán frases clave. Se amplía con LLM_DAILY_TOKENS.',
    lane: (minutes) =>
      `No se ha enviado nada en ${count(minutes, 'minuto', 'minutos')} aunque hay mensajes en espera. ¿Funciona el servicio de envío?`,
    outage: (failing, all) =>
      `En la última hora ${form(failing, 'falló', 'fallaron')} ${n(failing)} de ${count(all, 'fuente leída', 'fuentes leídas')}. ¿Funciona la red?`,
    topic: (name, days) =>
      `El tema ${name} tiene seguidores, pero no ha traído nada en ${count(days, 'día', 'días')}. Revisa sus fuentes en /admin.`,
  },
}
