/** What went wrong and what to do about it, in Spanish. */
import type { ErrorArgs } from '../../core/errors.ts'
import type { errors as english } from '../en/errors.ts'
import { formatNumber, plural } from '../format.ts'

const at = (args: ErrorArgs) => (args['host'] === undefined ? 'ese sitio' : String(args['host']))
/** The same at the beginning of a sentence. */
const begin = (args: ErrorArgs) => (args['host'] === undefined ? 'Ese sitio' : String(args['host']))
const count = (value: number, one: string, other: string) =>
  `${formatNumber('es', value)} ${plural('es', value, { one, many: `de ${other}`, other })}`

export const errors: typeof english = {
  notAdminThere: (args) =>
    `Ya no administras ${args['title'] ?? '?'}, así que desde aquí no puedes cambiar nada allí. Un administrador puede volver a nombrarte.`,
  chatLost: (args) => `Ya no estoy en ${args['title'] ?? '?'}. Añádeme de nuevo y vuelve aquí.`,
  noTopicRights: (args) =>
    `No puedo crear temas en ${args['title'] ?? '?'}. Hazme administrador con el permiso «Gestionar temas» y vuelve a tocar «Un tema por materia» en /chats.`,
  notAFeed: () =>
    'Ahí no encontré artículos para seguir. Prueba con la dirección de la página de noticias o del blog del sitio, o con la de su feed RSS.',
  noFeedThere: (args) =>
    `${at(args)} no ofrece ningún feed, así que no puedo seguirlo. Busca al mismo autor, canal o programa en otra parte: en su propio sitio, en un blog o, si es un pódcast, en Apple Podcasts.`,
  badUrl: () => 'Eso no parece una dirección web. Envíala completa, por ejemplo https://example.com/blog',
  addressNotAllowed: () =>
    'Solo puedo leer páginas web públicas. Esa dirección está dentro de una red privada.',
  unreachable: (args) =>
    `No pude conectar con ${at(args)}. Revisa la dirección o inténtalo de nuevo en unos minutos.`,
  tooLarge: (args) =>
    `Eso es demasiado grande para mí${args['megabytes'] === undefined ? '' : ` (más de ${args['megabytes']} MB)`}. Prueba con la dirección de un solo artículo o feed.`,
  timedOut: (args) => `${begin(args)} tardó demasiado en responder. Inténtalo de nuevo en unos minutos.`,
  httpStatus: (args) =>
    Number(args['status']) === 404 || Number(args['status']) === 410
      ? `${begin(args)} dice que esta página no existe. Revisa la dirección.`
      : `${begin(args)} no me dio la página${args['status'] === undefined ? '' : ` (error ${args['status']})`}. Inténtalo más tarde o envía otra dirección.`,
  emptyArticle: () =>
    'Ahí no encontré el texto de ningún artículo. Si la página pide iniciar sesión, no puedo leerla; prueba con otro enlace.',
  notText: () =>
    'Ese enlace lleva a un archivo que no puedo leer, como un PDF, una imagen o un vídeo. Envíame el enlace de una página web, o el texto mismo.',
  guarded: () =>
    'Ese sitio no me dio un artículo, sino una página pensada para un navegador: una comprobación, un consentimiento, un script o un error. Prueba con otro enlace, o envíame el texto mismo.',
  paywalled: () =>
    'El texto completo es solo para suscriptores o miembros de ese sitio, así que no puedo resumirlo. Prueba con otro enlace, o envíame el texto mismo.',
  badTime: () => 'No entendí esa hora. Escríbela así: 8:30 o 20:00; pueden ser varias a la vez: 8:00, 18:30.',
  badZone: () => 'No conozco ese lugar. Escribe una ciudad como Madrid, una zona como America/Lima o UTC-5.',
  badDays: () =>
    'No entendí esos días. Escribe por ejemplo «lun mié vie», «de lunes a viernes» o «todos los días».',
  tooManySubscriptions: (args) =>
    `Ya sigues ${args['limit'] ?? 'muchos'} temas y fuentes, el máximo que puedo manejar. Primero deja de seguir algo en /list.`,
  nothingFollowed: () =>
    'Aún no sigues nada. Elige unos temas en /topics o envíame la dirección de un sitio.',
  notOpml: () =>
    'No puedo leer este archivo. Acepto listas de feeds en un archivo OPML (.opml o .xml), como las exportan casi todos los lectores, o en un archivo de texto o CSV con direcciones. Si es un artículo, envíame su enlace o su texto, también como archivo .txt o .md.',
  fileLost: () => 'No pude obtener ese archivo de Telegram. Envíamelo otra vez, por favor.',
  noFeeds: () =>
    'No encontré feeds en ese archivo. Exporta tus suscripciones como OPML desde tu lector y envíame ese archivo.',
  askedToWait: () => 'Ese sitio me pidió ir más despacio. Inténtalo de nuevo en unos minutos.',
  adminsOnly: () => 'Solo los administradores de este chat pueden cambiar eso.',
  maintenance: () => 'Estamos haciendo mantenimiento. Inténtalo de nuevo dentro de un rato.',
  turnedAway: () =>
    'No puedes usar este bot. Si crees que es un error, pregunta a la persona que lo administra.',
  privateOnly: () => 'Haz eso en un chat privado conmigo, por favor.',
  tooFast: (args) =>
    `Son demasiadas cosas a la vez. Dame ${count(Number(args['seconds'] ?? 1), 'segundo', 'segundos')} y continúa.`,
  daySpent: (args) =>
    `No puedo leer ni responder más para una sola persona en un día. Podrás continuar dentro de ${count(Number(args['minutes'] ?? 1), 'minuto', 'minutos')}; tus boletines llegan como siempre.`,
  inviteOnly: (args) =>
    `Este Gazette es solo por invitación. Pide acceso a la persona que lo administra; tu ID es ${args['user'] ?? '?'}.`,
  emptyText: () => 'No encontré nada que resumir ahí.',
  emptyInterest: () => 'Esas palabras dicen muy poco. Di qué te interesa, por ejemplo: robotaxis en Europa.',
  tooManyTopics: (args) =>
    `Tienes ${args['limit'] ?? 'muchos'} temas propios, el máximo que puedo guardar. Primero elimina uno en /topics.`,
  notFollowing: () => 'No sigues eso. En /list está todo lo que sigues.',
  noTopic: () =>
    'No conozco ningún tema con ese nombre. Elige uno en /topics o envía la dirección de un sitio para seguirlo.',
  badName: (args) =>
    `Escribe un nombre de una línea, de ${count(Number(args['limit'] ?? 60), 'carácter', 'caracteres')} como máximo.`,
  gone: () => 'Eso ya no está. En /list ves lo que sigues; en /digest, lo nuevo.',
  noSuchFile: (args) => `No hay ningún archivo legible ${args['file'] ?? ''}.`,
  noSuchChat: (args) => `Ningún chat con el ID ${args['chat'] ?? '?'} ha escrito aún al bot.`,
  modelUnreachable: () =>
    'No se puede conectar con el modelo de lenguaje. Inténtalo de nuevo en unos minutos.',
  tooManyFilters: (args) =>
    `El máximo es de ${count(Number(args['limit'] ?? 100), 'filtro', 'filtros')}. Primero quita uno en /filters.`,
  badWord: () => 'Necesito una palabra con al menos una letra, un signo o un emoji.',
  tooManySchedules: (args) =>
    `El máximo es de ${count(Number(args['limit'] ?? 10), 'boletín', 'boletines')} por chat. Primero quita uno en /schedule.`,
  badDate: () => 'No entendí ese día. Escríbelo así: 2026-12-24.',
  internal: () => 'Algo falló de mi lado y ya quedó registrado. Inténtalo de nuevo en un momento.',
}
