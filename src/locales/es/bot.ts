/** What the bot says in conversation, in Spanish. */
import type { bot as english } from '../en/bot.ts'
import { capitalise, formatNumber, plural } from '../format.ts'

const n = (value: number) => formatNumber('es', value)
const count = (value: number, one: string, other: string) =>
  `${n(value)} ${plural('es', value, { one, many: `de ${other}`, other })}`
const form = (value: number, one: string, other: string) => plural('es', value, { one, many: other, other })
const capital = (text: string) => capitalise('es', text)

export const bot: typeof english = {
  commands: {
    start: 'Elegir temas y ver un boletín al instante',
    digest: 'Lo nuevo, de todo o de un tema',
    subscribe: 'Seguir un sitio o un tema',
    list: 'Lo que sigues',
    topics: 'Elegir temas',
    unsubscribe: 'Dejar de seguir algo',
    packs: 'Compartir un paquete con lo que sigues',
    search: 'Buscar en lo que he leído',
    summary: 'Resumir un enlace',
    schedule: 'Cuándo llega cada boletín y qué incluye',
    filters: 'Silenciar o vigilar palabras, fuentes, temas',
    saved: 'Lo que guardaste para después',
    history: 'Releer boletines anteriores',
    settings: 'Hora, lugar, días, idioma, extensión',
    status: 'Cuándo llega el próximo boletín',
    pause: 'Pausar los boletines',
    resume: 'Reanudar los boletines',
    stop: 'Detener todos los boletines',
    help: 'Qué puedo hacer',
    chats: 'Tus grupos y canales',
    export: 'Exportar todos mis datos',
    privacy: 'Qué se guarda y quién lo ve',
    delete: 'Eliminar todos mis datos',
  },
  profile: {
    short: 'Boletines breves de las fuentes y los temas que elijas, a tu hora.',
    long: 'Leo los sitios, feeds y temas que elijas y te envío un solo boletín breve, a la hora que prefieras. Envíame un enlace para resumirlo, una dirección para seguirla o una pregunta sobre lo que he leído.',
  },

  buttons: {
    back: '‹ Atrás',
    done: 'Listo',
    cancel: 'Cancelar',
    undo: 'Deshacer',
    firstDigest: 'Ver mi primer boletín ›',
    otherLanguage: '🌐 English, 中文, …',
    otherTime: 'Otra hora',
    otherZone: 'Otro lugar',
    shareLocation: 'Usar mi ubicación',
    myList: 'Lo que sigo',
    settings: 'Ajustes',
    topics: 'Elegir temas',
    digestNow: 'Ver lo nuevo',
    previous: '‹ Anteriores',
    next: 'Siguientes ›',
    resume: 'Reanudar',
    deleteAll: 'Sí, eliminar todo',
    keep: 'No, conservarlo',
    summarise: 'Resumirlos',
    followAll: 'Seguirlos',
    ask: 'Buscar una respuesta',
    help: '¿Qué puedo hacer?',
    follow: (name) => `Seguir ${name}`,
    unfollow: (name) => `Dejar de seguir ${name}`,
    followSource: 'Seguir esta fuente',
    unfollowSource: 'Dejar de seguir',
    retry: 'Reintentar',
    findFeed: 'Buscar su nueva dirección',
    undoImport: 'Deshacer la importación',
    importAgain: 'Importar de nuevo',
    dropFailed: (value) => `Quitar ${form(value, 'la', 'las')} ${n(value)} con error`,
    more: 'Lo que quedó fuera',
    evidence: (value) => `Origen del punto ${value}`,
    noneOfThese: 'Ninguno de estos',
    ownTopic: '+ Un tema propio',
    keepTopic: 'Guardarlo y seguirlo',
    otherWords: 'Otras palabras',
    discard: 'Descartar',
    rename: 'Cambiar el nombre',
    deleteTopic: 'Eliminar este tema',
    chosen: (text) => `✓ ${text}`,
  },

  start: {
    title: 'Hola, soy Gazette.',
    what: 'Leo los sitios y temas que elijas y te envío un boletín breve al día, a tu hora.',
    choose: 'Toca los temas que te gusten y verás enseguida tu primer boletín.',
    chooseFirst: 'Elige primero al menos un tema, o envíame la dirección de un sitio que leas.',
    group: 'Los boletines llegarán a este chat. Solo sus administradores pueden cambiar lo que incluyen.',
    onItsWay: 'Tu primer boletín está en camino.',
    change: 'Cambia aquí la hora o el lugar, o déjalo como está.',
    ready: 'Todo listo.',
    whatNext: 'Envíame un enlace para resumirlo, una dirección para seguirla o una pregunta.',
  },

  schedule: {
    every: (days, times, place) => `${capital(days)} a las ${times}, hora de ${place}.`,
    everyDay: 'Todos los días',
    weekdays: 'De lunes a viernes',
    weekend: 'Sábados y domingos',
    nowThere: (clock) => `Allí son ahora las ${clock}.`,
    next: (day, clock) => `Próximo boletín: ${day}, ${clock}.`,
    paused: 'Los boletines están en pausa.',
    none: 'Aún no hay ningún boletín programado. Con /start creas uno.',
  },

  topics: {
    title: 'Temas',
    choose: 'Toca para seguir o dejar de seguir.',
    following: (value) => `Sigues ${count(value, 'tema', 'temas')}.`,
    none: 'Aquí aún no se ofrecen temas. Envíame la dirección de un sitio.',
    noSuch: (text) => `No conozco ningún tema llamado «${text}». Estos son los que conozco:`,
    which: '¿A cuál te refieres?',
    matches: (text) => `Esto coincide con «${text}»:`,
    followed: (names) => `Ahora sigues ${names}.`,
    already: (names) => `Ya sigues ${names}.`,
  },

  interests: {
    title: 'Un tema propio',
    ask: 'Di en pocas palabras qué te interesa, en cualquier idioma. Por ejemplo: robotaxis en Europa, o 芯片出口管制.',
    trying: (words) => `Viendo qué traería «${words}»…`,
    words: (words) => `Busco: ${words}`,
    statedAs: (phrase) => `En tus palabras: ${phrase}`,
    fits: (value) =>
      `${form(value, 'Encajaría', 'Encajarían')} ${count(value, 'artículo', 'artículos')} del último mes, por ejemplo:`,
    nothingYet:
      'Nada de lo que he leído en el último mes encaja. Puedo guardarlo y estar atento a lo que salga.',
    site: (name, host) => `Hay un sitio con ese nombre: ${name} (${host}).`,
    noSource: (name) => `No conozco ninguna fuente llamada «${name}».`,
    orTopic: 'O guárdalo como tema: en el último mes no he leído nada que encaje, y estaré atento.',
    discarded: 'Descartado. No se guardó nada.',
    askName: (name) => `¿Cómo quieres que se llame «${name}» a partir de ahora?`,
    confirmDelete: (name) =>
      `¿Eliminar «${name}» con todo lo que ha aprendido? Quienes lo siguen dejarán de recibirlo.`,
    deleted: (name) => `«${name}» se ha eliminado.`,
  },

  list: {
    title: 'Lo que sigues',
    summary: (topics, sources) =>
      `${count(topics, 'tema', 'temas')}, ${count(sources, 'fuente', 'fuentes')}.`,
    empty: 'Aún nada. Elige unos temas, o envíame la dirección de un sitio, un blog o un feed.',
    page: (page, pages) => `Página ${page} de ${pages}`,
    topic: 'tema',
    failing: 'ahora no se puede leer',
    stopped: 'ya no existe',
    removed: (name) => `Ya no sigues ${name}.`,
    restored: (name) => `Vuelves a seguir ${name}.`,
    which: '¿Qué quieres dejar de seguir?',
    howToAdd: 'Para añadir un sitio, envíame su dirección.',
  },

  subscribe: {
    ask: 'Envíame la dirección de un sitio, un blog, un feed o un canal, o el nombre de un tema.',
    looking: (where) => `Buscando artículos en ${where}…`,
    followed: (title) => `Ahora sigues ${title}.`,
    already: (title) => `Ya sigues ${title}.`,
    preview: (value) => `Publicó ${count(value, 'artículo', 'artículos')} en la última semana.`,
    latest: 'Lo último:',
    choose: (value) => `Ahí hay ${count(value, 'feed', 'feeds')}. ¿Cuál quieres seguir?`,
    perWeek: (value) => `Aprox. ${count(value, 'artículo', 'artículos')} por semana`,
    unfollowed: (title) => `Ya no sigues ${title}.`,
    chooseInstead: (title) => `El que elijas sustituirá a ${title}.`,
    inPlaceOf: (title) => `Sustituye a ${title}.`,
    retrying: (title) => `Voy a leer ${title} otra vez. Si responde, lo verás en tu próximo boletín.`,
    imported: (value) => `Ahora sigues ${count(value, 'fuente más', 'fuentes más')}.`,
    importing: (done, total) => `Leyendo tus feeds: ${n(done)} de ${n(total)}…`,
    importedLeft: (value, limit) =>
      `${count(value, 'fuente', 'fuentes')} ya ${form(value, 'la seguías o no cabía', 'las seguías o no cabían')}: el máximo es ${n(limit)}.`,
    importFailed: (value) =>
      `No se ${form(value, 'pudo', 'pudieron')} leer ${count(value, 'feed', 'feeds')}:`,
    importMore: (value) => `${n(value)} más`,
    importRead: 'He leído los demás. Lo nuevo llegará con tu próximo boletín.',
    importUndone: (value) => `Ya no sigues ${count(value, 'fuente', 'fuentes')} de esa lista.`,
  },

  links: {
    reading: (where) => `Leyendo ${where}…`,
    several: (value) =>
      `${form(value, 'Es', 'Son')} ${count(value, 'enlace', 'enlaces')}. ¿Qué hago con ${form(value, 'él', 'ellos')}?`,
    tooMany: (value) => `He tomado ${form(value, 'el primero', `los primeros ${n(value)}`)}.`,
    readingText: 'Leyendo tu texto…',
    askSummary: 'Envíame el enlace de un artículo y te lo resumo.',
  },

  digest: {
    gathering: 'Reuniendo lo nuevo…',
    nothingInTopic: 'No hubo nada de este tema en los últimos tres días. Los demás están en /topics.',
    gatheringTopic: (name) => `Reuniendo lo nuevo de ${name}…`,
    nothingNew: 'No hay nada nuevo desde tu último boletín. Envía un enlace o sigue más temas en /topics.',
  },

  answer: {
    searching: 'Buscando en lo que he leído…',
    sources: 'De:',
    nothing: 'No encontré nada sobre eso en lo que he leído. Prueba con otras palabras o envíame un enlace.',
    stopped: 'Detenido. Esto es lo que ya estaba escrito.',
    stoppedEmpty: 'Detenido antes de que hubiera nada escrito.',
    together: (earlier) => `Lo busqué junto con lo que preguntaste antes: «${earlier}».`,
    notIn: (name) => `No encuentro nada sobre eso en «${name}».`,
    otherLanguage: (language) =>
      `Ahora no tengo IA y solo encuentro palabras tal como están en el texto: pregunta en su idioma (${language}).`,
    elsewhere: 'En otras cosas que he leído:',
    fromYours: (name) => `Del texto que enviaste: «${name}».`,
  },

  summary: {
    by: (author) => `Por ${author}`,
    originallyBy: (author) => `Original de ${author}`,
    noAuthor: 'No nombra a ningún autor.',
    keySentences: 'Frases clave del artículo, elegidas sin IA.',
    why: (text) => `Por qué importa: ${text}`,
    evidenceTitle: (value) => `De dónde sale el punto ${value}`,
  },

  settings: {
    title: 'Ajustes',
    time: 'Hora',
    zone: 'Lugar',
    days: 'Días',
    language: 'Idioma',
    summaryLanguage: 'Idioma de los resúmenes',
    length: 'Extensión',
    layout: 'Formato',
    same: 'Mi idioma',
    original: 'El de cada artículo',
    lengths: { short: 'Corta', standard: 'Normal', long: 'Larga' },
    lengthNotes: {
      short: 'uno o dos puntos por artículo',
      standard: 'unos tres puntos por artículo',
      long: 'unos cinco puntos por artículo',
    },
    layouts: { compact: 'Compacto', standard: 'Normal', detailed: 'Detallado', rich: 'Desplegable' },
    layoutNotes: {
      compact: 'primero los titulares, el resto plegado',
      standard: 'titulares con sus puntos',
      detailed: 'todo, con autores y motivos',
      rich: 'titulares que se abren al tocarlos; requiere un Telegram reciente',
    },
    everyDay: 'Todos los días',
    weekdays: 'Lun a vie',
    weekend: 'Sáb y dom',
    chooseTime: '¿Cuándo debe llegar el boletín? Elige una hora o varias.',
    chooseZone: '¿Dónde estás? Junto a cada lugar verás qué hora es allí.',
    chooseDays: '¿Qué días?',
    chooseLanguage: '¿En qué idioma te hablo?',
    chooseSummary: '¿En qué idioma escribo los resúmenes?',
    chooseLength: '¿Qué extensión quieres para cada artículo?',
    chooseLayout: '¿Cómo quieres ver el boletín?',
    typeTime: 'Escribe la hora, por ejemplo 8:30. Pueden ser varias: 8:00, 18:30.',
    typeZone: 'Escribe tu ciudad, por ejemplo Madrid, o una zona como America/Lima o UTC-5.',
    locationButton: 'Enviar mi ubicación',
    locationAsk: 'Toca el botón de abajo. Solo guardo la zona horaria, no el lugar.',
    saved: 'Guardado.',
    oneTime: 'Tiene que quedar al menos una hora. Para detener los boletines, usa /pause.',
  },

  state: {
    paused: 'En pausa. No llegará ningún boletín hasta que los reanudes; todo lo demás sigue funcionando.',
    resumed: 'Qué bueno verte de nuevo. Tus boletines vuelven a llegar.',
    notPaused: 'Tus boletines ya están activos.',
    stopped:
      'Detenido. No enviaré más boletines. Tus temas y ajustes se conservan: /resume los recupera, /delete los elimina.',
    status: 'Estado',
    follows: (topics, sources) =>
      `Sigues ${count(topics, 'tema', 'temas')} y ${count(sources, 'fuente', 'fuentes')}.`,
    failing: (value) =>
      `Ahora no se ${form(value, 'puede', 'pueden')} leer ${count(value, 'fuente', 'fuentes')}; mira /list.`,
    on: 'Los boletines están activos.',
  },

  talk: {
    about:
      'Soy Gazette, un programa libre y gratuito; lo mantiene en marcha quien puso este bot. No pido dinero ni añado publicidad.',
    hello: '¡Hola!',
    anyTime: 'Para eso estoy.',
    cancelled: 'De acuerdo, cancelado.',
    sorry: 'Lo siento. Puedes elegir otros temas o cambiar la hora y la extensión:',
    nothingToCancel: 'No hay nada que cancelar. Puedes seguir por aquí:',
  },

  help: {
    title: 'Qué puedo hacer',
    lines: [
      'Envía un enlace, o un texto largo: te lo resumo y puedes preguntarme sobre él.',
      '/subscribe con una dirección o un tema: lo sigo por ti.',
      'Envía una pregunta o unas palabras y busco en lo que he leído.',
      'Envía un archivo OPML e importo tus feeds.',
      '/digest muestra lo nuevo; /list, lo que sigues.',
      '/settings cambia la hora, el lugar, el idioma y la extensión.',
      '/pause y /resume actúan al momento. /delete elimina todos tus datos.',
      'O dilo sin más: «todos los días a las 8:30», «no más deportes», «¿qué hay de nuevo?»',
    ],
    group:
      'En un grupo o canal, los administradores usan los mismos comandos. Los boletines llegan al tema del grupo donde se envió /start.',
  },

  remove: {
    title: '¿Eliminar todos tus datos?',
    what: 'Se eliminarán para siempre tus temas, fuentes, ajustes y boletines de aquí. No se puede deshacer. Los mensajes que ya están en este chat siguen hasta que los borres.',
    done: 'Todo se ha eliminado.',
    removed: (subscriptions, schedules, digests) =>
      `Eliminado: ${count(subscriptions, 'suscripción', 'suscripciones')}, ${count(schedules, 'horario', 'horarios')}, ${count(digests, 'boletín', 'boletines')} y tus ajustes.`,
    sources: (value) =>
      `También se ${form(value, 'eliminó', 'eliminaron')} ${count(value, 'dirección', 'direcciones')} que solo seguías tú.`,
    comeBack: 'Si algún día quieres volver: /start.',
    packs: (value) =>
      `También se ${form(value, 'eliminó', 'eliminaron')} ${count(value, 'paquete tuyo', 'paquetes tuyos')}; quien empezó a seguir algo desde ahí lo conserva.`,
    kept: 'No se eliminó nada.',
  },

  chat: {
    groupHello:
      '¡Hola! Puedo enviar un boletín breve a este chat. Un administrador puede enviar /start para elegir temas.',
    channelHello: (title) =>
      `Ya puedo publicar en ${title}. Escribe /start en el canal para elegir sus temas; responderé allí.`,
    channelNoRights: (title) =>
      `Todavía no puedo publicar en ${title}. Dame permiso para publicar mensajes allí.`,
    gone: (title) => `Me eliminaron de ${title}. Conservo sus ajustes por si vuelvo.`,
  },

  oldButton: 'Este botón ya no sirve. Puedes seguir por aquí:',
  unreadable: 'Puedo leer enlaces, texto y archivos OPML. Envíame algo de eso o mira /help.',
  invited: (user) => `${user} ya puede usar este bot.`,
  inviteHow: 'Escribe /invite y el ID que se le mostró a esa persona.',

  zones: {
    'Asia/Shanghai': 'Shanghái',
    'Asia/Hong_Kong': 'Hong Kong',
    'Asia/Taipei': 'Taipéi',
    'Asia/Singapore': 'Singapur',
    'Asia/Tokyo': 'Tokio',
    'Asia/Kolkata': 'India',
    'Asia/Dubai': 'Dubái',
    'Europe/London': 'Londres',
    'Europe/Berlin': 'Berlín',
    'Europe/Moscow': 'Moscú',
    'America/New_York': 'Nueva York',
    'America/Chicago': 'Chicago',
    'America/Los_Angeles': 'Los Ángeles',
    'America/Sao_Paulo': 'São Paulo',
    'Australia/Sydney': 'Sídney',
    UTC: 'UTC',
  },
}
