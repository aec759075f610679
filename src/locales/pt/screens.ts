/** What the bot says on the screens of packs, lists, search and the reader's own data, in Portuguese. */
import type { screens as english } from '../en/screens.ts'
import { formatNumber, plural } from '../format.ts'

const n = (value: number) => formatNumber('pt', value)
const count = (value: number, one: string, other: string) =>
  `${n(value)} ${plural('pt', value, { one, many: `de ${other}`, other })}`

export const screens: typeof english = {
  chats: {
    title: 'Grupos e canais',
    what: 'Estou nestes chats e você os administra. Toque em um para escolher o que ele recebe e onde.',
    none: 'Não estou em nenhum grupo ou canal seu. Adicione-me com um botão abaixo e abra esta tela de novo.',
    inPrivate: 'Mostro isto no nosso chat privado.',
    addGroup: 'Adicionar a um grupo',
    addChannel: 'Adicionar a um canal',
    sources: 'Minhas fontes',
    sourcesHow: 'Toque em uma fonte sua para trazê-la também a este chat, ou para tirá-la.',
    where: 'Em qual tópico',
    general: 'O tópico geral',
    chooseThread:
      'Para qual tópico do fórum? Só conheço aqueles em que escreveram para mim: escreva /start em outro para incluí-lo aqui.',
    into: (place) => `Vai para: ${place}.`,
    bySubject: 'Um tópico por assunto',
    bySubjectHow:
      'Com “Um tópico por assunto”, eu mesmo crio os tópicos no fórum, agora e a cada novo assunto seguido.',
    openPost:
      'Toque em um número para salvar a notícia para você. Responda a esta mensagem para perguntar sobre uma delas.',
  },

  labels: {
    otherDigest: 'Mover para outro boletim',
    ownDigest: '+ Um boletim próprio',
    newPack: 'Criar um pacote',
    copyLink: 'Copiar o link',
    share: 'Enviar para alguém',
    rename: 'Renomear',
    deletePack: 'Excluir este pacote',
    reallyDelete: 'Sim, excluir',
    followAll: 'Seguir tudo',
    packs: 'Meus pacotes',
    search: 'Buscar na lista',
    folder: 'Pasta',
    mute: 'Silenciar',
    unmute: 'Deixar de silenciar',
    ownName: 'Usar o nome original',
    noFolder: 'Sem pasta',
    shorter: 'Mais curto',
    longer: 'Mais longo',
    keySentences: 'Frases-chave',
    bySummary: 'O resumo',
    myLanguage: 'No meu idioma',
    itsLanguage: 'No idioma original',
    chooseChannel: 'Escolher um canal',
    allTopics: 'Todos os temas',
    byTopic: 'Tema',
    bySource: 'Fonte',
    everything: 'Tudo, de qualquer data',
    export: 'Exportar meus dados',
    deleteMine: 'Excluir meus dados',
    privacy: 'O que é guardado',
    back: '‹ Voltar',
  },

  packs: {
    title: 'Pacotes',
    what: 'Um pacote reúne temas e fontes em um único link. Quem o abre olha primeiro e depois segue tudo ou só uma parte.',
    none: 'Você ainda não tem pacotes.',
    askName:
      'Como o pacote vai se chamar? Ele começa com tudo o que você segue aqui; depois você pode tirar coisas.',
    full: (limit) => `Você tem ${count(limit, 'pacote', 'pacotes')}, o máximo permitido. Exclua um primeiro.`,
    contents: (topics, sources) => `${count(topics, 'tema', 'temas')}, ${count(sources, 'fonte', 'fontes')}`,
    choose: 'Toque para incluir algo ou deixar de fora.',
    link: (link) => `O link: ${link}`,
    everybody: 'Quem tem o link vê os endereços que estão nele.',
    askRename: 'Como o pacote vai se chamar agora?',
    deleted: (name) => `O pacote “${name}” foi excluído. Quem o usou continua com o que segue.`,
    deleteWhat: (name) =>
      `Excluir o pacote “${name}”? O link deixa de funcionar; quem o usou continua com o que segue.`,
    offer: 'Alguém compartilhou isto com você. Siga tudo ou toque no que quiser.',
    followedAll: (value) => `Agora você segue mais ${count(value, 'item', 'itens')}.`,
    nothingMore: 'Você já segue tudo isto.',
    undone: 'Desfeito.',
    noLonger: 'Este pacote não existe mais. Você pode escolher temas aqui.',
  },

  deepLink: {
    topic: (name) => `Agora você segue ${name}.`,
    source: (name) => `Agora você segue ${name}.`,
    gone: 'Aquilo para que o link apontava não existe mais. Você pode escolher temas aqui.',
  },

  list: {
    inDigest: (numbers) => `boletim ${numbers}`,
    topics: 'Temas',
    sources: 'Fontes',
    loose: 'Outras fontes',
    failing: 'Não podem ser lidas',
    mutedGroup: 'Silenciados',
    muted: 'silenciado',
    group: (name, value) => `${name} · ${n(value)}`,
    chooseGroup: 'Abra um grupo ou faça uma busca.',
    askSearch: 'O que você procura? Escreva parte do nome ou do endereço.',
    found: (words, value) => `“${words}”: ${count(value, 'resultado', 'resultados')}.`,
    nothing: 'Não há nada aqui.',
  },

  item: {
    inDigest: (numbers) => `Vem no boletim ${numbers}.`,
    inNoDigest: 'No momento não vem em nenhum boletim.',
    askDigest: 'Qual boletim deve trazê-lo? Toque em um, ou escreva o número ou um horário como 18:30.',
    moved: (number) => `A partir de agora vem no boletim ${number}.`,
    topic: 'Um tema: artigos de todas as fontes que combinam.',
    folder: (name) => `Na pasta ${name}.`,
    mutedNote: 'Silenciado: não aparece em nenhum boletim. Você continua seguindo.',
    unmuted: 'Volta a aparecer nos seus boletins.',
    well: (age) => `Funciona bem; última leitura: ${age}.`,
    unread: 'Ainda não foi lido.',
    newest: (age) => `Artigo mais recente: ${age}.`,
    failing: (day) => `Não pode ser lido desde ${day}.`,
    stopped: 'Não existe mais.',
    lastWeek: (value) => `${count(value, 'artigo', 'artigos')} nos últimos sete dias.`,
    askName: 'Que nome você quer dar?',
    askFolder: 'Em qual pasta? Toque em uma ou escreva o nome de uma nova.',
  },

  reply: {
    about: (title) => `Olhando “${title}”…`,
    aboutAll: 'Olhando os artigos dessa mensagem…',
  },

  again: {
    writing: 'Escrevendo de novo…',
    noModel:
      'Só uma IA poderia reescrever ou traduzir isto, e não há nenhuma disponível agora. Estas são as frases como estão no texto.',
  },

  forward: {
    from: (title) => `Isto vem de ${title}. O que eu faço?`,
    chosen: (title) => `Você escolheu ${title}.`,
    closed: (title) =>
      `${title} não tem endereço público, então não consigo ler. Posso seguir canais públicos.`,
    choose:
      'Toque no botão abaixo e o Telegram mostra seus canais. Posso seguir os que têm endereço público.',
  },

  preview: {
    yesterday: (value) => `Nas últimas 24 horas teria trazido ${count(value, 'artigo', 'artigos')}.`,
    week: (value) =>
      `Nos últimos sete dias: ${count(value, 'artigo', 'artigos')}, dentro do seu boletim de sempre.`,
    overlap: (known, all) =>
      `${n(known)} de ${n(all)} já ${plural('pt', known, { one: 'chega', many: 'chegam', other: 'chegam' })} até você.`,
  },

  search: {
    ask: 'O que eu procuro? Escreva algumas palavras.',
    nothing: 'Não achei nada com essas palavras no que li. Tente outras.',
    nothingNarrowed: 'Nada aqui. Amplie a busca com os botões abaixo.',
    inTopic: (name) => `No tema ${name}`,
    fromSource: (name) => `De ${name}`,
    chooseTopic: 'Só em qual tema?',
    chooseSource: 'Só de qual fonte?',
    ages: { 0: 'Qualquer data', 1: '1 dia', 7: '7 dias', 30: '30 dias' },
  },

  inline: {
    open: 'Abrir o chat comigo',
    nothing: 'Nada; abrir o chat',
    readIt: 'Resumir este link no chat',
  },

  data: {
    everything: 'Tudo o que guardo sobre este chat, em JSON.',
    opml: 'As fontes que você segue, em OPML: qualquer leitor de feeds aceita.',
    privacyTitle: 'O que é guardado e quem vê',
    kept: [
      'Seu ID do Telegram, o nome deste chat, seu idioma, lugar e configurações.',
      'O que você segue, seus pacotes, pastas, filtros, artigos salvos e opiniões.',
      'Quais artigos saíram nos seus boletins, para nenhum vir duas vezes.',
      'Uma pergunta só fica guardada enquanto é respondida, no máximo 15 minutos.',
      'Um texto que você manda para resumir fica guardado por três dias, para os botões do resumo; o que foi mostrado por último, também.',
    ],
    howLong: (days) =>
      `O texto dos artigos é apagado depois de ${count(days, 'dia', 'dias')}. O que é seu fica até você excluir.`,
    noModel:
      'Aqui não se usa modelo de linguagem: nada do que você escreve sai desta instalação, a não ser para o Telegram.',
    model: (name, host) =>
      `Os artigos a resumir e as perguntas, com os artigos de que tratam, vão para o modelo ${name} em ${host}; seu nome, seu ID e suas assinaturas, não.`,
    rights: '/export entrega tudo em arquivos. /delete exclui para sempre.',
  },
}
