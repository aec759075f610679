/** What the bot says to the operators of an installation, in Portuguese. */
import type { admin as english } from '../en/admin.ts'
import { formatNumber, plural } from '../format.ts'

const n = (value: number) => formatNumber('pt', value)
const count = (value: number, one: string, other: string) =>
  `${n(value)} ${plural('pt', value, { one, many: `de ${other}`, other })}`
const form = (value: number, one: string, other: string) => plural('pt', value, { one, many: other, other })

export const admin: typeof english = {
  isRead: 'Está sendo lida.',
  isNotRead: 'Não está sendo lida.',
  askSource: 'Envie o endereço de um site ou feed. Os artigos dele vão chegar a todos que seguem este tema.',
  askTopic:
    'Escreva o nome do tema, dois-pontos e palavras pelas quais eu reconheça os artigos. Por exemplo: Remo: regata, remador, timoneiro',
  inCatalogue: (name) => `${name} agora está no catálogo.`,
  labels: {
    addSource: '+ Adicionar uma fonte',
    addTopic: '+ Adicionar um tema',
    renameTopic: 'Renomear este tema',
    stopReading: 'Parar de ler',
    readAgain: 'Voltar a ler',
    chart: 'Gráfico de 30 dias',
    failing: 'Fontes com falha',
    broadcast: 'Mensagem para todos',
    readers: 'Procurar uma pessoa',
    catalogue: 'Catálogo',
    openToAll: 'Abrir para todo mundo',
    byInvitation: 'Só com convite',
    beginMaintenance: 'Iniciar manutenção',
    endMaintenance: 'Encerrar manutenção',
    refresh: 'Atualizar',
    back: '‹ Voltar',
    test: 'Mostrar de novo',
    rewrite: 'Escrever de novo',
    cancel: 'Cancelar',
    stop: 'Parar',
    block: 'Bloquear',
    unblock: 'Desbloquear',
    usualLimit: 'Limite padrão',
  },
  title: 'Como vai o Gazette',
  chats: (active, paused, lost) =>
    `Chats: ${n(active)} ${form(active, 'ativo', 'ativos')}, ${n(paused)} em pausa, ${n(lost)} ${form(lost, 'perdido', 'perdidos')}`,
  today: (digests, failures) =>
    `Hoje: ${count(digests, 'boletim', 'boletins')}, ${n(failures)} não entregues`,
  sources: (total, followed, failing) =>
    `Fontes: ${n(total)}, ${n(followed)} com seguidores, ${n(failing)} com falha`,
  budget: (used, limit) => `Modelo hoje: ${n(used)} de ${count(limit, 'token', 'tokens')}`,
  cost: (usd) => `Modelo em 30 dias: ${usd.toFixed(2)} USD`,
  noPrice: 'Falta em LLM_PRICES um modelo que foi usado, então não sei dizer quanto custou.',
  inviteOnlyOn: 'Quem é novo precisa de convite (/invite).',
  inviteOnlyOff: 'Qualquer pessoa pode começar.',
  maintenanceOn: 'Manutenção: só respondo aos operadores. Os boletins continuam.',
  maintenanceOff: 'Respondo a todo mundo.',
  chart: {
    cost: 'Custo do modelo em USD',
    title: (days) => `${form(days, 'O último dia', `Os últimos ${n(days)} dias`)}, de cima para baixo:`,
    line: (name, last, most) => `${name}: ${last} hoje, ${most} no máximo`,
    subscribers: 'Chats',
    digests: 'Boletins',
    failures: 'Partes não entregues',
    tokens: 'Tokens do modelo',
  },
  failingLine: (name, since, followers, error) =>
    `• ${name}: desde ${since}, ${count(followers, 'seguidor', 'seguidores')}, ${error}`,
  noneFailing: 'Todas as fontes podem ser lidas.',
  retried: 'Está sendo lida de novo agora.',
  catalogue: 'De qual tema você quer mudar as fontes?',
  tapSource: 'Toque em uma fonte para vê-la.',
  noCatalogue: 'Este tema não tem fontes próprias.',
  askBroadcast:
    'Escreva a mensagem que todos os chats vão receber. Você a vê primeiro; nada é enviado ainda.',
  draft: (chats) =>
    `Acima está o que ${count(chats, 'chat', 'chats')} ${form(chats, 'vai receber', 'vão receber')}.`,
  sendTo: (chats) => `Enviar para ${count(chats, 'chat', 'chats')}`,
  progress: (sent, waiting, failed) =>
    `${n(sent)} ${form(sent, 'enviada', 'enviadas')}, ${n(waiting)} a caminho, ${n(failed)} não entregues.`,
  stopped: (chats) =>
    `Interrompido: ${count(chats, 'chat', 'chats')} não ${form(chats, 'recebeu', 'receberam')}.`,
  askReader: 'Escreva o ID da pessoa: só dígitos, como aparece em /admin e nas mensagens de erro.',
  reader: (user) => `Usuário ${user}`,
  isBlocked: 'Acesso bloqueado.',
  isWelcome: 'Pode usar o bot.',
  usualLimit: 'O limite padrão do modelo.',
  ownLimit: (tokens) => `No máximo ${count(tokens, 'token', 'tokens')} do modelo por dia.`,
  used: (tokens) => `${count(tokens, 'token', 'tokens')} nas últimas 24 horas.`,
  limit: (tokens) => n(tokens),
  alerts: {
    budget:
      'O limite do modelo para hoje acabou; até amanhã os resumos serão frases-chave. Para aumentar, use LLM_DAILY_TOKENS.',
    lane: (minutes) =>
      `Nada foi enviado há ${count(minutes, 'minuto', 'minutos')}, embora haja mensagens na fila. O serviço de envio está funcionando?`,
    outage: (failing, all) =>
      `${n(failing)} de ${count(all, 'fonte lida', 'fontes lidas')} na última hora ${form(failing, 'falhou', 'falharam')}. A rede está funcionando?`,
    topic: (name, days) =>
      `O tema ${name} tem seguidores, mas não traz nada há ${count(days, 'dia', 'dias')}. Veja as fontes dele em /admin.`,
  },
}
