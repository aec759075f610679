/** What the bot says in conversation, in Portuguese. */
import type { bot as english } from '../en/bot.ts'
import { capitalise, formatNumber, plural } from '../format.ts'

const n = (value: number) => formatNumber('pt', value)
const count = (value: number, one: string, other: string) =>
  `${n(value)} ${plural('pt', value, { one, many: `de ${other}`, other })}`
const form = (value: number, one: string, other: string) => plural('pt', value, { one, many: other, other })
const capital = (text: string) => capitalise('pt', text)

export const bot: typeof english = {
  commands: {
    start: 'Escolher temas e ver um boletim na hora',
    digest: 'As novidades, de tudo ou de um tema',
    subscribe: 'Seguir um site ou um tema',
    list: 'O que você segue',
    topics: 'Escolher temas',
    unsubscribe: 'Deixar de seguir algo',
    packs: 'Compartilhar um pacote do que você segue',
    search: 'Buscar no que eu li',
    summary: 'Resumir um link',
    schedule: 'Quando vem cada boletim e o que inclui',
    filters: 'Silenciar ou monitorar palavras, fontes, temas',
    saved: 'O que você salvou para depois',
    history: 'Reler boletins anteriores',
    settings: 'Horário, lugar, dias, idioma, tamanho',
    status: 'Quando vem o próximo boletim',
    pause: 'Pausar os boletins',
    resume: 'Retomar os boletins',
    stop: 'Parar todos os boletins',
    help: 'O que eu sei fazer',
    chats: 'Grupos e canais que você administra',
    export: 'Exportar todos os meus dados',
    privacy: 'O que é guardado e quem vê',
    delete: 'Excluir todos os meus dados',
  },
  profile: {
    short: 'Boletins curtos das fontes e dos temas que você escolher, no seu horário.',
    long: 'Leio os sites, feeds e temas que você escolher e envio um único boletim curto, no horário que preferir. Mande um link para eu resumir, um endereço para seguir ou uma pergunta sobre o que eu li.',
  },

  buttons: {
    back: '‹ Voltar',
    done: 'Pronto',
    cancel: 'Cancelar',
    undo: 'Desfazer',
    firstDigest: 'Meu primeiro boletim ›',
    otherLanguage: '🌐 English, 中文, …',
    otherTime: 'Outro horário',
    otherZone: 'Outro lugar',
    shareLocation: 'Usar minha localização',
    myList: 'O que eu sigo',
    settings: 'Configurações',
    topics: 'Escolher temas',
    digestNow: 'Ver as novidades',
    previous: '‹ Anteriores',
    next: 'Seguintes ›',
    resume: 'Retomar',
    deleteAll: 'Sim, excluir tudo',
    keep: 'Não, manter',
    summarise: 'Resumir todos',
    followAll: 'Seguir todos',
    ask: 'Buscar uma resposta',
    help: 'O que posso fazer?',
    follow: (name) => `Seguir ${name}`,
    unfollow: (name) => `Deixar de seguir ${name}`,
    followSource: 'Seguir esta fonte',
    unfollowSource: 'Deixar de seguir',
    retry: 'Tentar de novo',
    findFeed: 'Procurar o novo endereço',
    undoImport: 'Desfazer a importação',
    importAgain: 'Importar de novo',
    dropFailed: (value) => `Remover ${form(value, 'a', 'as')} ${n(value)} com falha`,
    more: 'O que ficou de fora',
    evidence: (value) => `Origem do ponto ${value}`,
    noneOfThese: 'Nenhum destes',
    ownTopic: '+ Um tema só meu',
    keepTopic: 'Guardar e seguir',
    otherWords: 'Outras palavras',
    discard: 'Descartar',
    rename: 'Renomear',
    deleteTopic: 'Excluir este tema',
    chosen: (text) => `✓ ${text}`,
  },

  start: {
    title: 'Olá, eu sou o Gazette.',
    what: 'Leio os sites e temas que você escolher e envio um boletim curto por dia, no seu horário.',
    choose: 'Toque nos temas que interessam a você e veja na hora seu primeiro boletim.',
    chooseFirst: 'Escolha primeiro pelo menos um tema, ou me mande o endereço de um site que você lê.',
    group: 'Os boletins vão chegar neste chat. Só os administradores podem mudar o que eles trazem.',
    onItsWay: 'Seu primeiro boletim está a caminho.',
    change: 'Mude aqui o horário ou o lugar, ou deixe como está.',
    ready: 'Tudo pronto.',
    whatNext: 'Mande um link para eu resumir, um endereço para seguir ou uma pergunta.',
  },

  schedule: {
    every: (days, times, place) => `${capital(days)} às ${times}, horário local (${place}).`,
    everyDay: 'Todos os dias',
    weekdays: 'De segunda a sexta',
    weekend: 'Sábados e domingos',
    nowThere: (clock) => `Lá agora são ${clock}.`,
    next: (day, clock) => `Próximo boletim: ${day}, ${clock}.`,
    paused: 'Os boletins estão em pausa.',
    none: 'Nenhum boletim programado ainda. Use /start para criar um.',
  },

  topics: {
    title: 'Temas',
    choose: 'Toque para seguir ou deixar de seguir.',
    following: (value) => `Você segue ${count(value, 'tema', 'temas')}.`,
    none: 'Ainda não há temas aqui. Mande o endereço de um site.',
    noSuch: (text) => `Não conheço nenhum tema chamado “${text}”. Estes são os que eu conheço:`,
    which: 'Qual deles você quer dizer?',
    matches: (text) => `O que combina com “${text}”:`,
    followed: (names) => `Agora você segue ${names}.`,
    already: (names) => `Você já segue ${names}.`,
  },

  interests: {
    title: 'Um tema só seu',
    ask: 'Diga em poucas palavras o que interessa a você, em qualquer idioma. Por exemplo: robotáxis na Europa, ou 芯片出口管制.',
    trying: (words) => `Vendo o que “${words}” traria…`,
    words: (words) => `Eu procuro: ${words}`,
    statedAs: (phrase) => `Nas suas palavras: ${phrase}`,
    fits: (value) =>
      `${count(value, 'artigo', 'artigos')} do último mês ${form(value, 'entraria', 'entrariam')} nele, por exemplo:`,
    nothingYet: 'Nada do que li no último mês combina. Posso guardar o tema e ficar de olho.',
    site: (name, host) => `Existe um site com esse nome: ${name} (${host}).`,
    noSource: (name) => `Não conheço nenhuma fonte chamada “${name}”.`,
    orTopic: 'Ou guarde como tema: nada do que li no último mês combina, mas ficarei atento.',
    discarded: 'Descartado. Nada foi guardado.',
    askName: (name) => `Como “${name}” vai se chamar a partir de agora?`,
    confirmDelete: (name) =>
      `Excluir “${name}” com tudo o que aprendeu? Quem segue esse tema deixa de recebê-lo.`,
    deleted: (name) => `“${name}” foi excluído.`,
  },

  list: {
    title: 'O que você segue',
    summary: (topics, sources) => `${count(topics, 'tema', 'temas')}, ${count(sources, 'fonte', 'fontes')}.`,
    empty: 'Nada ainda. Escolha alguns temas, ou mande o endereço de um site, blog ou feed.',
    page: (page, pages) => `Página ${page} de ${pages}`,
    topic: 'tema',
    failing: 'não pode ser lida no momento',
    stopped: 'não existe mais',
    removed: (name) => `Você não segue mais ${name}.`,
    restored: (name) => `Você voltou a seguir ${name}.`,
    which: 'O que você quer deixar de seguir?',
    howToAdd: 'Para adicionar um site, é só me mandar o endereço.',
  },

  subscribe: {
    ask: 'Mande o endereço de um site, blog, feed ou canal, ou o nome de um tema.',
    looking: (where) => `Procurando artigos em ${where}…`,
    followed: (title) => `Agora você segue ${title}.`,
    already: (title) => `Você já segue ${title}.`,
    preview: (value) => `Publicou ${count(value, 'artigo', 'artigos')} na última semana.`,
    latest: 'Mais recentes:',
    choose: (value) => `Há ${count(value, 'feed', 'feeds')} ali. Qual você quer seguir?`,
    perWeek: (value) => `Cerca de ${count(value, 'artigo', 'artigos')} por semana`,
    unfollowed: (title) => `Você não segue mais ${title}.`,
    chooseInstead: (title) => `O que você escolher substituirá ${title}.`,
    inPlaceOf: (title) => `Ele substitui ${title}.`,
    retrying: (title) => `Estou lendo ${title} de novo. Se responder, você verá no seu próximo boletim.`,
    imported: (value) => `Agora você segue mais ${count(value, 'fonte', 'fontes')}.`,
    importing: (done, total) => `Lendo seus feeds: ${n(done)} de ${n(total)}…`,
    importedLeft: (value, limit) =>
      `${count(value, 'fonte', 'fontes')} você já seguia ou não ${form(value, 'cabia', 'cabiam')}: o máximo é ${n(limit)}.`,
    importFailed: (value) => `Não foi possível ler ${count(value, 'feed', 'feeds')}:`,
    importMore: (value) => `mais ${n(value)}`,
    importRead: 'Li os outros. As novidades vêm no seu próximo boletim.',
    importUndone: (value) => `Você não segue mais ${count(value, 'fonte', 'fontes')} dessa lista.`,
  },

  links: {
    reading: (where) => `Lendo ${where}…`,
    several: (value) =>
      `${form(value, 'É', 'São')} ${count(value, 'link', 'links')}. O que eu faço com ${form(value, 'ele', 'eles')}?`,
    tooMany: (value) => `Peguei ${form(value, 'o primeiro', `os primeiros ${n(value)}`)}.`,
    readingText: 'Lendo o seu texto…',
    askSummary: 'Mande o link de um artigo e eu faço o resumo.',
  },

  digest: {
    gathering: 'Reunindo as novidades…',
    nothingInTopic: 'Não houve nada neste tópico nos últimos três dias. Os outros estão em /topics.',
    gatheringTopic: (name) => `Reunindo as novidades de ${name}…`,
    nothingNew: 'Nada de novo desde seu último boletim. Mande um link ou siga mais temas em /topics.',
  },

  answer: {
    searching: 'Procurando no que eu li…',
    sources: 'De:',
    nothing: 'Não achei nada sobre isso no que li. Tente outras palavras ou mande um link.',
    stopped: 'Interrompido. Isto é o que já estava escrito.',
    stoppedEmpty: 'Interrompido antes de haver algo escrito.',
    together: (earlier) => `Procurei junto com a sua pergunta anterior: “${earlier}”.`,
    notIn: (name) => `Não encontro nada sobre isso em “${name}”.`,
    otherLanguage: (language) =>
      `Sem IA agora, só encontro palavras como estão no texto: pergunte no idioma dele (${language}).`,
    elsewhere: 'Em outras coisas que li:',
    fromYours: (name) => `Do texto que você enviou: “${name}”.`,
  },

  summary: {
    by: (author) => `Por ${author}`,
    originallyBy: (author) => `Original de ${author}`,
    noAuthor: 'Nenhum autor é indicado.',
    keySentences: 'Frases-chave do artigo, escolhidas sem IA.',
    why: (text) => `Por que importa: ${text}`,
    evidenceTitle: (value) => `De onde vem o ponto ${value}`,
  },

  settings: {
    title: 'Configurações',
    time: 'Horário',
    zone: 'Lugar',
    days: 'Dias',
    language: 'Idioma',
    summaryLanguage: 'Idioma dos resumos',
    length: 'Tamanho',
    layout: 'Formato',
    same: 'Meu idioma',
    original: 'O de cada artigo',
    lengths: { short: 'Curto', standard: 'Padrão', long: 'Longo' },
    lengthNotes: {
      short: 'um ou dois pontos por artigo',
      standard: 'cerca de três pontos por artigo',
      long: 'cerca de cinco pontos por artigo',
    },
    layouts: { compact: 'Compacto', standard: 'Padrão', detailed: 'Detalhado', rich: 'Expansível' },
    layoutNotes: {
      compact: 'manchetes primeiro, o resto recolhido',
      standard: 'manchetes com seus pontos',
      detailed: 'tudo, com autores e motivos',
      rich: 'manchetes que se abrem com um toque; requer um Telegram recente',
    },
    everyDay: 'Todos os dias',
    weekdays: 'Seg a sex',
    weekend: 'Sáb e dom',
    chooseTime: 'Quando o boletim deve chegar? Escolha um ou mais horários.',
    chooseZone: 'Onde você está? O relógio ao lado de cada lugar mostra a hora de lá.',
    chooseDays: 'Em quais dias?',
    chooseLanguage: 'Em que idioma eu falo com você?',
    chooseSummary: 'Em que idioma escrevo os resumos?',
    chooseLength: 'Que tamanho para cada artigo?',
    chooseLayout: 'Como o boletim deve aparecer?',
    typeTime: 'Escreva o horário, por exemplo 8:30. Podem ser vários: 8:00, 18:30.',
    typeZone: 'Escreva sua cidade, por exemplo Recife, ou um fuso como America/Sao_Paulo ou UTC-3.',
    locationButton: 'Enviar minha localização',
    locationAsk: 'Toque no botão abaixo. Guardo só o fuso horário, não o lugar.',
    saved: 'Salvo.',
    oneTime: 'É preciso manter pelo menos um horário. Para interromper os boletins, use /pause.',
  },

  state: {
    paused: 'Em pausa. Nenhum boletim chega até você retomar; todo o resto continua funcionando.',
    resumed: 'Que bom ter você de volta. Seus boletins voltam a chegar.',
    notPaused: 'Seus boletins já estão ativos.',
    stopped:
      'Interrompido. Não vou mais enviar boletins. Seus temas e configurações ficam guardados: /resume traz tudo de volta, /delete exclui.',
    status: 'Situação',
    follows: (topics, sources) =>
      `Você segue ${count(topics, 'tema', 'temas')} e ${count(sources, 'fonte', 'fontes')}.`,
    failing: (value) =>
      `${count(value, 'fonte', 'fontes')} não ${form(value, 'pode ser lida', 'podem ser lidas')} no momento; veja /list.`,
    on: 'Os boletins estão ativos.',
  },

  talk: {
    about:
      'Sou o Gazette, um programa livre e gratuito; quem instalou este bot é quem o mantém. Não peço dinheiro nem acrescento publicidade.',
    hello: 'Olá!',
    anyTime: 'Sempre às ordens.',
    cancelled: 'Tudo bem, cancelado.',
    sorry: 'Desculpe. Você pode escolher outros temas ou mudar o horário e o tamanho:',
    nothingToCancel: 'Não há nada para cancelar. Continue por aqui:',
  },

  help: {
    title: 'O que eu sei fazer',
    lines: [
      'Mande um link ou um texto longo: eu resumo, e você pode me perguntar sobre ele.',
      '/subscribe com um endereço ou tema: eu sigo para você.',
      'Mande uma pergunta ou algumas palavras: procuro no que eu li.',
      'Mande um arquivo OPML: eu importo seus feeds.',
      '/digest mostra as novidades; /list, o que você segue.',
      '/settings muda o horário, o lugar, o idioma e o tamanho.',
      '/pause e /resume valem na hora. /delete exclui todos os seus dados.',
      'Ou diga sem rodeios: “todos os dias às 8:30”, “não quero mais esportes”, “o que há de novo?”',
    ],
    group:
      'Em um grupo ou canal, os administradores usam os mesmos comandos. Os boletins chegam ao tópico em que /start foi enviado.',
  },

  remove: {
    title: 'Excluir todos os seus dados?',
    what: 'Seus temas, fontes, configurações e boletins daqui serão excluídos para sempre. Não dá para desfazer. As mensagens que já estão neste chat ficam até você apagá-las.',
    done: 'Tudo foi excluído.',
    removed: (subscriptions, schedules, digests) =>
      `Excluído: ${count(subscriptions, 'assinatura', 'assinaturas')}, ${count(schedules, 'programação', 'programações')}, ${count(digests, 'boletim', 'boletins')} e suas configurações.`,
    sources: (value) =>
      `${count(value, 'endereço', 'endereços')} que só você seguia também ${form(value, 'foi excluído', 'foram excluídos')}.`,
    comeBack: 'Se um dia quiser voltar: /start.',
    packs: (value) =>
      `${count(value, 'pacote seu', 'pacotes seus')} também ${form(value, 'foi excluído', 'foram excluídos')}; quem passou a seguir algo por ali continua seguindo.`,
    kept: 'Nada foi excluído.',
  },

  chat: {
    groupHello:
      'Olá! Posso enviar um boletim curto para este chat. Um administrador pode enviar /start para escolher os temas.',
    channelHello: (title) =>
      `Agora posso publicar em ${title}. Escreva /start no canal para escolher os temas; respondo por lá.`,
    channelNoRights: (title) => `Ainda não posso publicar em ${title}. Permita que eu publique mensagens lá.`,
    gone: (title) => `Fui removido de ${title}. As configurações ficam guardadas, caso eu volte.`,
  },

  oldButton: 'Este botão não vale mais. Continue por aqui:',
  unreadable: 'Eu leio links, texto e arquivos OPML. Mande um deles ou veja /help.',
  invited: (user) => `${user} já pode usar este bot.`,
  inviteHow: 'Escreva /invite e o ID que foi mostrado à pessoa.',

  zones: {
    'Asia/Shanghai': 'Xangai',
    'Asia/Hong_Kong': 'Hong Kong',
    'Asia/Taipei': 'Taipé',
    'Asia/Singapore': 'Singapura',
    'Asia/Tokyo': 'Tóquio',
    'Asia/Kolkata': 'Índia',
    'Asia/Dubai': 'Dubai',
    'Europe/London': 'Londres',
    'Europe/Berlin': 'Berlim',
    'Europe/Moscow': 'Moscou',
    'America/New_York': 'Nova York',
    'America/Chicago': 'Chicago',
    'America/Los_Angeles': 'Los Angeles',
    'America/Sao_Paulo': 'São Paulo',
    'Australia/Sydney': 'Sydney',
    UTC: 'UTC',
  },
}
