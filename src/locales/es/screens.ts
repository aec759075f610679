/** What the bot says on the screens of packs, lists, search and the reader's own data, in Spanish. */
import type { screens as english } from '../en/screens.ts'
import { formatNumber, plural } from '../format.ts'

const n = (value: number) => formatNumber('es', value)
const count = (value: number, one: string, other: string) =>
  `${n(value)} ${plural('es', value, { one, many: `de ${other}`, other })}`

export const screens: typeof english = {
  chats: {
    title: 'Grupos y canales',
    what: 'Estoy en estos chats y tú los administras. Toca uno para elegir qué recibe y dónde.',
    none: 'Que yo sepa, no estoy en ningún grupo ni canal tuyo. Añádeme con un botón de abajo y vuelve a abrir esta pantalla.',
    inPrivate: 'Esto lo muestro en nuestro chat privado.',
    addGroup: 'Añádeme a un grupo',
    addChannel: 'Añádeme a un canal',
    sources: 'Mis fuentes',
    sourcesHow: 'Toca una fuente que sigas para traerla también a este chat, o para quitarla.',
    where: 'En qué tema',
    general: 'El tema general',
    chooseThread:
      '¿A qué tema del foro debe ir? Solo conozco aquellos donde me han escrito: escribe /start en otro para añadirlo.',
    into: (place) => `Va a: ${place}.`,
    bySubject: 'Un tema por materia',
    bySubjectHow:
      'Con «Un tema por materia», yo mismo creo los temas en el foro, ahora y cada vez que se siga una materia nueva.',
    openPost:
      'Toca un número para guardar esa noticia para ti. Responde a este mensaje para preguntar por una.',
  },

  labels: {
    otherDigest: 'Pasar a otro boletín',
    ownDigest: '+ Un boletín propio',
    newPack: 'Crear un paquete',
    copyLink: 'Copiar el enlace',
    share: 'Enviárselo a alguien',
    rename: 'Cambiar el nombre',
    deletePack: 'Eliminar este paquete',
    reallyDelete: 'Sí, eliminarlo',
    followAll: 'Seguirlo todo',
    packs: 'Mis paquetes',
    search: 'Buscar en la lista',
    folder: 'Carpeta',
    mute: 'Silenciar',
    unmute: 'Dejar de silenciar',
    ownName: 'Usar su nombre original',
    noFolder: 'Sin carpeta',
    shorter: 'Más corto',
    longer: 'Más largo',
    keySentences: 'Frases clave',
    bySummary: 'El resumen',
    myLanguage: 'En mi idioma',
    itsLanguage: 'En su idioma original',
    chooseChannel: 'Elegir un canal',
    allTopics: 'Todos los temas',
    byTopic: 'Tema',
    bySource: 'Fuente',
    everything: 'Todo, de cualquier fecha',
    export: 'Exportar mis datos',
    deleteMine: 'Eliminar mis datos',
    privacy: 'Qué se guarda',
    back: '‹ Atrás',
  },

  packs: {
    title: 'Paquetes',
    what: 'Un paquete reúne temas y fuentes en un solo enlace. Quien lo abre lo mira primero y luego sigue todo o una parte.',
    none: 'Aún no tienes paquetes.',
    askName:
      '¿Cómo se llamará el paquete? Empieza con todo lo que sigues aquí; después podrás quitar lo que quieras.',
    full: (limit) => `Tienes ${count(limit, 'paquete', 'paquetes')}, que es el máximo. Primero elimina uno.`,
    contents: (topics, sources) =>
      `${count(topics, 'tema', 'temas')}, ${count(sources, 'fuente', 'fuentes')}`,
    choose: 'Toca para incluir algo o dejarlo fuera.',
    link: (link) => `Su enlace: ${link}`,
    everybody: 'Quien tenga el enlace verá las direcciones que contiene.',
    askRename: '¿Cómo se llamará ahora el paquete?',
    deleted: (name) => `El paquete «${name}» se ha eliminado. Quienes lo usaron conservan lo que siguen.`,
    deleteWhat: (name) =>
      `¿Eliminar el paquete «${name}»? Su enlace dejará de funcionar; quienes lo usaron conservan lo que siguen.`,
    offer: 'Alguien comparte esto contigo. Síguelo todo o toca lo que quieras.',
    followedAll: (value) => `Ahora sigues ${count(value, 'elemento más', 'elementos más')}.`,
    nothingMore: 'Ya lo sigues todo.',
    undone: 'Se ha deshecho.',
    noLonger: 'Este paquete ya no está. Puedes elegir temas aquí.',
  },

  deepLink: {
    topic: (name) => `Ahora sigues ${name}.`,
    source: (name) => `Ahora sigues ${name}.`,
    gone: 'Lo que señalaba el enlace ya no está. Puedes elegir temas aquí.',
  },

  list: {
    inDigest: (numbers) => `boletín ${numbers}`,
    topics: 'Temas',
    sources: 'Fuentes',
    loose: 'Otras fuentes',
    failing: 'No se pueden leer',
    mutedGroup: 'Silenciados',
    muted: 'silenciado',
    group: (name, value) => `${name} · ${n(value)}`,
    chooseGroup: 'Abre un grupo o busca.',
    askSearch: '¿Qué buscas? Escribe parte del nombre o de la dirección.',
    found: (words, value) => `«${words}»: ${count(value, 'resultado', 'resultados')}.`,
    nothing: 'Aquí no hay nada.',
  },

  item: {
    inDigest: (numbers) => `Viene en el boletín ${numbers}.`,
    inNoDigest: 'Ahora mismo no viene en ningún boletín.',
    askDigest: '¿En qué boletín debe venir? Toca uno, o escribe su número o una hora como 18:30.',
    moved: (number) => `A partir de ahora viene en el boletín ${number}.`,
    topic: 'Un tema: artículos de todas las fuentes que encajen.',
    folder: (name) => `En la carpeta ${name}.`,
    mutedNote: 'Silenciado: no sale en ningún boletín. Lo sigues igualmente.',
    unmuted: 'Vuelve a salir en tus boletines.',
    well: (age) => `Funciona bien; última lectura: ${age}.`,
    unread: 'Aún no se ha leído.',
    newest: (age) => `Su artículo más reciente: ${age}.`,
    failing: (day) => `No se puede leer desde el ${day}.`,
    stopped: 'Ya no existe.',
    lastWeek: (value) => `${count(value, 'artículo', 'artículos')} en los últimos siete días.`,
    askName: '¿Cómo quieres llamarlo?',
    askFolder: '¿En qué carpeta? Toca una o escribe el nombre de una nueva.',
  },

  reply: {
    about: (title) => `Mirando «${title}»…`,
    aboutAll: 'Mirando los artículos de ese mensaje…',
  },

  again: {
    writing: 'Escribiéndolo de nuevo…',
    noModel:
      'Solo una IA podría reescribirlo o traducirlo, y ahora no hay ninguna disponible. Estas son las frases tal como están en el texto.',
  },

  forward: {
    from: (title) => `Esto viene de ${title}. ¿Qué hago?`,
    chosen: (title) => `Elegiste ${title}.`,
    closed: (title) =>
      `${title} no tiene dirección pública, así que no puedo leerlo. Puedo seguir canales públicos.`,
    choose:
      'Toca el botón de abajo y Telegram te mostrará tus canales. Puedo seguir los que tengan dirección pública.',
  },

  preview: {
    yesterday: (value) => `En las últimas 24 horas habría traído ${count(value, 'artículo', 'artículos')}.`,
    week: (value) =>
      `En los últimos siete días: ${count(value, 'artículo', 'artículos')}, dentro de tu boletín habitual.`,
    overlap: (known, all) =>
      `${n(known)} de ${n(all)} ya te ${plural('es', known, { one: 'llega', many: 'llegan', other: 'llegan' })}.`,
  },

  search: {
    ask: '¿Qué busco? Escribe unas palabras.',
    nothing: 'No encontré nada con esas palabras en lo que he leído. Prueba con otras.',
    nothingNarrowed: 'Aquí no hay nada. Amplía la búsqueda con los botones de abajo.',
    inTopic: (name) => `En el tema ${name}`,
    fromSource: (name) => `De ${name}`,
    chooseTopic: '¿Solo en qué tema?',
    chooseSource: '¿Solo de qué fuente?',
    ages: { 0: 'Cualquier fecha', 1: '1 día', 7: '7 días', 30: '30 días' },
  },

  inline: {
    open: 'Abrir el chat conmigo',
    nothing: 'Nada; abrir el chat',
    readIt: 'Resumirlo en el chat',
  },

  data: {
    everything: 'Todo lo que guardo de este chat, en JSON.',
    opml: 'Las fuentes que sigues, en OPML: sirve para cualquier lector de feeds.',
    privacyTitle: 'Qué se guarda y quién lo ve',
    kept: [
      'Tu ID de Telegram, el nombre de este chat, tu idioma, lugar y ajustes.',
      'Lo que sigues, tus paquetes, carpetas, filtros, artículos guardados y opiniones.',
      'Qué artículos salieron en tus boletines, para no repetirlos.',
      'Una pregunta se guarda solo mientras la respondo, 15 minutos como máximo.',
      'Un texto que envías para resumir se guarda tres días, para los botones de su resumen; lo último que te mostré, también.',
    ],
    howLong: (days) =>
      `El texto de los artículos se borra después de ${count(days, 'día', 'días')}. Lo tuyo se queda hasta que lo elimines.`,
    noModel:
      'Aquí no se usa ningún modelo de lenguaje: lo que escribes no sale de esta instalación salvo hacia Telegram.',
    model: (name, host) =>
      `Los artículos por resumir y las preguntas, con los artículos de los que tratan, van al modelo ${name} en ${host}; tu nombre, tu ID y tus suscripciones, no.`,
    rights: '/export te da todo en archivos. /delete lo elimina para siempre.',
  },
}
