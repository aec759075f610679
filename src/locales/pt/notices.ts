/** What the bot tells unasked, in Portuguese. */
import type { notices as english } from '../en/notices.ts'
import { formatNumber, plural } from '../format.ts'

const n = (value: number) => formatNumber('pt', value)
const form = (value: number, one: string, other: string) => plural('pt', value, { one, many: other, other })
const messages = (value: number) =>
  `${n(value)} ${plural('pt', value, { one: 'mensagem', many: 'de mensagens', other: 'mensagens' })}`
const days = (value: number) =>
  `${n(value)} ${plural('pt', value, { one: 'dia', many: 'de dias', other: 'dias' })}`

export const notices: typeof english = {
  sourceStopped: (title) => `${title} não existe mais, então parei de ler. Para remover, use /list.`,
  sourceFailing: (title, since) => `Não consigo ler ${title} há ${days(since)}. Continuo tentando.`,
  sourceQuiet: (title, since) =>
    `${title} não publica nada há ${days(since)}, o que é incomum. Talvez tenha mudado de endereço.`,
  sourceMoved: (title, host) => `${title} mudou para ${host}; sigo por lá.`,
  severalFeeds: 'O site agora oferece vários feeds: “Procurar o novo endereço” mostra todos.',
  noRights: (title) =>
    `Não posso mais escrever em ${title}, então os boletins de lá estão em pausa. Dê-me permissão para publicar e depois envie /resume lá.`,
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
    sent: (number, when, parts) => `Último boletim: nº ${n(number)}, ${when}, em ${messages(parts)}.`,
    nothing: (when) => `${when}: não havia novidades, então nada foi enviado.`,
    late: 'Ele chegou atrasado porque eu estava fora do ar na hora prevista.',
    merged: (value) =>
      form(
        value,
        'Inclui também um boletim que não saiu.',
        `Inclui também ${n(value)} boletins que não saíram.`,
      ),
    waiting: (value) =>
      form(
        value,
        'Uma das mensagens dele ainda está a caminho.',
        `${n(value)} das mensagens dele ainda estão a caminho.`,
      ),
    unknown: (value) => `O Telegram nunca confirmou ${form(value, 'uma', n(value))} das mensagens dele.`,
    failed: (value, why) =>
      form(
        value,
        `Uma das mensagens dele não pôde ser entregue: ${why}`,
        `${n(value)} das mensagens dele não puderam ser entregues: ${why}`,
      ),
    copies: (value) =>
      form(
        value,
        'Uma mensagem foi reenviada porque o Telegram não a confirmou.',
        `Houve ${n(value)} reenvios de mensagens que o Telegram não confirmou.`,
      ),
  },
}
