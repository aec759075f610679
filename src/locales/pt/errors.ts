/** What went wrong and what to do about it, in Portuguese. */
import type { ErrorArgs } from '../../core/errors.ts'
import type { errors as english } from '../en/errors.ts'
import { formatNumber, plural } from '../format.ts'

const at = (args: ErrorArgs) => (args['host'] === undefined ? 'esse site' : String(args['host']))
/** The same at the beginning of a sentence. */
const begin = (args: ErrorArgs) => (args['host'] === undefined ? 'Esse site' : String(args['host']))
const count = (value: number, one: string, other: string) =>
  `${formatNumber('pt', value)} ${plural('pt', value, { one, many: `de ${other}`, other })}`

export const errors: typeof english = {
  notAdminThere: (args) =>
    `Você não administra mais ${args['title'] ?? '?'}, então não dá para mudar nada de lá por aqui. Um administrador pode devolver esse papel a você.`,
  chatLost: (args) => `Não estou mais em ${args['title'] ?? '?'}. Adicione-me de novo e volte aqui.`,
  noTopicRights: (args) =>
    `Não posso criar tópicos em ${args['title'] ?? '?'}. Torne-me administrador com a permissão “Gerenciar tópicos” e toque de novo em “Um tópico por assunto” em /chats.`,
  notAFeed: () =>
    'Não achei artigos para seguir ali. Tente o endereço da página de notícias ou do blog do site, ou o do feed RSS.',
  noFeedThere: (args) =>
    `${at(args)} não oferece feed, por isso não consigo seguir. Procure o mesmo autor, canal ou programa em outro lugar: no site próprio, em um blog ou, se for podcast, no Apple Podcasts.`,
  badUrl: () => 'Isso não parece um endereço da web. Mande-o completo, por exemplo https://example.com/blog',
  addressNotAllowed: () => 'Só consigo ler páginas públicas da web. Esse endereço fica em uma rede privada.',
  unreachable: (args) =>
    `Não consegui acessar ${at(args)}. Confira o endereço ou tente de novo em alguns minutos.`,
  tooLarge: (args) =>
    `Isso é grande demais para mim${args['megabytes'] === undefined ? '' : ` (mais de ${args['megabytes']} MB)`}. Tente o endereço de um único artigo ou feed.`,
  timedOut: (args) => `${begin(args)} demorou demais para responder. Tente de novo em alguns minutos.`,
  httpStatus: (args) =>
    Number(args['status']) === 404 || Number(args['status']) === 410
      ? `${begin(args)} diz que esta página não existe. Confira o endereço.`
      : `${begin(args)} não me deu a página${args['status'] === undefined ? '' : ` (erro ${args['status']})`}. Tente mais tarde ou mande outro endereço.`,
  emptyArticle: () =>
    'Não achei o texto de um artigo ali. Se a página exige login, não consigo ler; tente outro link.',
  notText: () =>
    'Esse link leva a um arquivo que não consigo ler, como um PDF, uma imagem ou um vídeo. Envie o link de uma página, ou o próprio texto.',
  guarded: () =>
    'Esse site não me deu um artigo, e sim uma página feita para um navegador: uma verificação, um consentimento, um script ou um erro. Tente outro link, ou envie o próprio texto.',
  paywalled: () =>
    'O texto completo é só para assinantes ou membros desse site, então não consigo resumir. Tente outro link, ou envie o próprio texto.',
  badTime: () =>
    'Não entendi esse horário. Escreva como 8:30 ou 20:00; podem ser vários de uma vez: 8:00, 18:30.',
  badZone: () =>
    'Não conheço esse lugar. Escreva uma cidade como Recife, um fuso como America/Sao_Paulo ou UTC-3.',
  badDays: () =>
    'Não entendi esses dias. Escreva, por exemplo, “seg qua sex”, “de segunda a sexta” ou “todos os dias”.',
  tooManySubscriptions: (args) =>
    `Você já segue ${args['limit'] ?? 'muitos'} temas e fontes, o máximo que consigo acompanhar. Deixe de seguir algo em /list primeiro.`,
  nothingFollowed: () =>
    'Você ainda não segue nada. Escolha alguns temas em /topics ou mande o endereço de um site.',
  notOpml: () =>
    'Não consigo ler este arquivo. Aceito uma lista de feeds em arquivo OPML (.opml ou .xml), como a maioria dos leitores exporta, ou em arquivo de texto ou CSV com endereços. Se for um artigo, mande o link ou o texto, também em arquivo .txt ou .md.',
  fileLost: () => 'Não consegui buscar esse arquivo no Telegram. Mande de novo, por favor.',
  noFeeds: () =>
    'Não achei feeds nesse arquivo. Exporte suas assinaturas como OPML no seu leitor e mande esse arquivo.',
  askedToWait: () => 'Esse site pediu para eu ir mais devagar. Tente de novo em alguns minutos.',
  adminsOnly: () => 'Só os administradores deste chat podem mudar isso.',
  maintenance: () => 'Estamos em manutenção. Tente de novo daqui a pouco.',
  turnedAway: () => 'Você não pode usar este bot. Se acha que é um engano, fale com quem o administra.',
  privateOnly: () => 'Faça isso em um chat privado comigo, por favor.',
  tooFast: (args) =>
    `Foi muita coisa de uma vez. Espere ${count(Number(args['seconds'] ?? 1), 'segundo', 'segundos')} e continue.`,
  daySpent: (args) =>
    `É o máximo que consigo ler e responder para uma pessoa em um dia. Você pode continuar daqui a ${count(Number(args['minutes'] ?? 1), 'minuto', 'minutos')}; seus boletins chegam como sempre.`,
  inviteOnly: (args) =>
    `Este Gazette é só para convidados. Peça acesso a quem o administra; seu ID é ${args['user'] ?? '?'}.`,
  emptyText: () => 'Não achei nada para resumir ali.',
  emptyInterest: () =>
    'Essas palavras dizem muito pouco. Diga o que interessa a você, por exemplo: robotáxis na Europa.',
  tooManyTopics: (args) =>
    `Você tem ${args['limit'] ?? 'muitos'} temas próprios, o máximo que consigo guardar. Exclua um em /topics primeiro.`,
  notFollowing: () => 'Você não segue isso. Em /list está tudo o que você segue.',
  noTopic: () =>
    'Não conheço nenhum tema com esse nome. Escolha um em /topics ou mande o endereço de um site para seguir.',
  badName: (args) =>
    `Escreva um nome de uma linha, com até ${count(Number(args['limit'] ?? 60), 'caractere', 'caracteres')}.`,
  gone: () => 'Isso não está mais aqui. /list mostra o que você segue; /digest, as novidades.',
  noSuchFile: (args) => `Não há nenhum arquivo legível ${args['file'] ?? ''}.`,
  noSuchChat: (args) => `Nenhum chat com o ID ${args['chat'] ?? '?'} escreveu ao bot ainda.`,
  modelUnreachable: () => 'Não foi possível acessar o modelo de linguagem. Tente de novo em alguns minutos.',
  tooManyFilters: (args) =>
    `O máximo é de ${count(Number(args['limit'] ?? 100), 'filtro', 'filtros')}. Remova um em /filters primeiro.`,
  badWord: () => 'Preciso de uma palavra com pelo menos uma letra, um sinal ou um emoji.',
  tooManySchedules: (args) =>
    `O máximo é de ${count(Number(args['limit'] ?? 10), 'boletim', 'boletins')} por chat. Remova um em /schedule primeiro.`,
  badDate: () => 'Não entendi esse dia. Escreva assim: 2026-12-24.',
  internal: () => 'Algo deu errado do meu lado, e já ficou registrado. Tente de novo daqui a pouco.',
}
