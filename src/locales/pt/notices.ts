/** What the bot tells unasked, in Portuguese. */
import type { notices as english } from '../en/notices.ts'
import { formatNumber, plural } from '../format.ts'

const n = (value: number) => formatNumber('pt', value)
const days = (value: number) =>
  `${n(value)} ${plural('pt', value, { one: 'dia', many: 'de dias', other: 'dias' })}`

export const notices: typeof english = {
  sourceStopped: (title) => `${title} não existe mais, então parei de ler. Você pode remover em /list.`,
  sourceFailing: (title, since) => `Não consigo ler ${title} há ${days(since)}. Continuo tentando.`,
  sourceQuiet: (title, since) =>
    `${title} não publica nada há ${days(since)}, o que é incomum. Talvez tenha mudado de endereço.`,
  sourceMoved: (title, host) => `${title} mudou para ${host}; sigo por lá.`,
  severalFeeds: 'O site agora oferece vários feeds: “Procurar o novo endereço” mostra todos.',
  noRights: (title) =>
    `Não posso mais escrever em ${title}, então os boletins de lá estão em pausa. Dê-me permissão para publicar e envie /resume lá.`,
  threadClosed: (title) =>
    `O tópico dos boletins em ${title} está fechado, então eles vão para o tópico geral.`,
  copyLabel: '(Reenviado: o Telegram não confirmou o primeiro envio.)',
  heldAsk: (number, part) =>
    number === null
      ? `O Telegram não me disse se minha última mensagem chegou. A parte ${n(part)} do boletim está aqui?`
      : `O Telegram não me disse se minha última mensagem chegou. A parte ${n(part)} do boletim nº ${n(number)} está aqui?`,
  heldArrived: 'Chegou',
  heldAgain: 'Enviar de novo',
  heldThanks: 'Obrigado. Se faltar algo, já vem.',
  heldSending: 'Estou enviando de novo.',
  heldSettled: 'Isso já está resolvido.',
  ledger: {
    when: (day, clock) => `${day}, ${clock}`,
    sent: (number, when, parts) => `Última edição: nº ${n(number)}, ${when}, mensagens: ${n(parts)}.`,
    nothing: (when) => `${when}: não havia novidades, então nada foi enviado.`,
    late: 'Ela chegou atrasada porque eu não estava em funcionamento na hora.',
    merged: (count) => `Edições perdidas que ela também cobre: ${n(count)}.`,
    waiting: (count) => `Mensagens ainda a caminho: ${n(count)}.`,
    unknown: (count) => `Mensagens que o Telegram nunca confirmou: ${n(count)}.`,
    failed: (count, why) => `Mensagens que não puderam ser entregues: ${n(count)}. ${why}`,
    copies: (count) => `Mensagens reenviadas porque o Telegram não confirmou: ${n(count)}.`,
  },
  apology: 'Tentei várias vezes e não consegui concluir. Tente de novo mais tarde.',
}
