/** The words around the articles of a digest, in Portuguese. */
import type { digests as english } from '../en/digests.ts'
import { formatNumber, plural } from '../format.ts'

const n = (value: number) => formatNumber('pt', value)
const count = (value: number, one: string, other: string) =>
  `${n(value)} ${plural('pt', value, { one, many: `de ${other}`, other })}`
const articles = (value: number) => count(value, 'artigo', 'artigos')

export const digests: typeof english = {
  title: (number) => `Boletim nº ${n(number)}`,
  previewTitle: 'As novidades de agora',
  previewNote: 'É uma prévia: seu próximo boletim também traz tudo isto.',
  count: (shown, sources) => `${articles(shown)} de ${count(sources, 'fonte', 'fontes')}`,
  late: (day, clock) => `Previsto para ${day}, às ${clock}; chega atrasado porque fiquei fora do ar.`,
  merged: (value) =>
    `Inclui também ${plural('pt', value, { one: 'um boletim anterior que não saiu', many: `${n(value)} de boletins anteriores que não saíram`, other: `${n(value)} boletins anteriores que não saíram` })}.`,
  afterHoliday: 'Que bom ter você de volta: isto é o que houve de novo durante a pausa.',
  afterMove: (day, clock) =>
    `No seu novo fuso horário, o horário do boletim de ${day}, às ${clock}, já tinha passado; aqui está ele.`,
  quietWeek: 'Semana tranquila: nada de novo no que você segue. Continuo de olho.',
  update: '🔄 Atualização: ',
  watched: (word) => `👁 Você monitora “${word}”`,
  carried: 'Você pediu este',
  because: (title) => `Porque você gostou de “${title}”`,
  tools: 'Avaliar ou salvar…',
  leftOutButton: (value) => `Ficaram de fora (${n(value)})`,
  first: 'Seu primeiro boletim: o mais novo dos últimos três dias.',
  empty: 'Hoje não há nada de novo no que você segue.',
  stillReading: 'Ainda estou lendo suas fontes pela primeira vez; vem mais no próximo boletim.',
  otherTopic: 'Outros',
  part: (part, parts) => `Parte ${part} de ${parts}`,
  moreSources: (value) => `+${count(value, 'fonte', 'fontes')}`,
  minutes: (value) => `${n(value)} min`,
  edited: (when) => `atualizado: ${when}`,
  keySentences: 'Frases-chave dos artigos, escolhidas sem IA.',
  why: (text) => `Por que importa: ${text}`,
  by: (author) => `por ${author}`,
  originallyBy: (author) => `original de ${author}`,
  read: 'Ler',
  original: 'Original',
  leftOut: (value) => `Ficaram de fora: ${articles(value)}`,
  leftOutTitle: 'O que ficou de fora e por quê',
  nothingLeftOut: 'Nada ficou de fora.',
  andMore: (value) => `… e mais ${n(value)}`,
  reasons: {
    limit: 'menos importante que os incluídos',
    length: 'o boletim estava cheio',
    told: 'já noticiado antes, sem novidades',
    disliked: 'você pediu menos como este',
    mutedSource: 'você silenciou a fonte',
    mutedTopic: 'você silenciou o tema',
    mutedStory: 'você silenciou a notícia até haver novidade',
    story: 'a mesma notícia de um artigo incluído',
    duplicate: 'o mesmo texto de um artigo incluído',
    old: 'anterior ao período deste boletim',
    muted: 'contém palavras que você silenciou',
    language: 'em outro idioma',
    empty: 'não tem texto',
  },
  otherReason: 'não coube',
}
