/** What the bot tells unasked, in French. */
import type { notices as english } from '../en/notices.ts'
import { formatNumber, plural } from '../format.ts'

const n = (value: number) => formatNumber('fr', value)
const form = (value: number, one: string, other: string) => plural('fr', value, { one, many: other, other })
const messages = (value: number) =>
  `${n(value)} ${plural('fr', value, { one: 'message', many: 'de messages', other: 'messages' })}`
const days = (value: number) =>
  `${n(value)} ${plural('fr', value, { one: 'jour', many: 'de jours', other: 'jours' })}`

export const notices: typeof english = {
  sourceStopped: (title) => `${title} n’existe plus, j’ai donc cessé de le lire. Retirez-le dans /list.`,
  sourceFailing: (title, since) =>
    `Je n’arrive plus à lire ${title} depuis ${days(since)}. Je continue d’essayer.`,
  sourceQuiet: (title, since) =>
    `${title} n’a rien publié depuis ${days(since)}, ce qui est inhabituel. L’adresse a peut-être changé.`,
  sourceMoved: (title, host) => `${title} a déménagé sur ${host} ; je le suis là-bas.`,
  severalFeeds: 'Son site propose maintenant plusieurs flux : « Trouver sa nouvelle adresse » les affiche.',
  noRights: (title) =>
    `Je ne peux plus écrire dans ${title}, ses bulletins sont donc en pause. Donnez-moi le droit de publier et envoyez-y /resume.`,
  threadClosed: (title) =>
    `Le sujet des bulletins dans ${title} est fermé ; ils arrivent donc dans le sujet général.`,
  copyLabel: '(Renvoyé : Telegram n’a pas confirmé le premier envoi.)',
  heldAsk: (number, part) =>
    number === null
      ? `Telegram ne m’a pas dit si mon dernier message est arrivé. La partie ${n(part)} du bulletin est-elle ici ?`
      : `Telegram ne m’a pas dit si mon dernier message est arrivé. La partie ${n(part)} du bulletin n° ${n(number)} est-elle ici ?`,
  heldArrived: 'Elle est là',
  heldAgain: 'La renvoyer',
  heldThanks: 'Merci. S’il y a une suite, elle arrive.',
  heldSending: 'Je la renvoie.',
  heldSettled: 'C’est déjà réglé.',
  ledger: {
    when: (day, clock) => `${day}, ${clock}`,
    sent: (number, when, parts) => `Dernier bulletin : n° ${n(number)}, ${when}, en ${messages(parts)}.`,
    nothing: (when) => `${when} : rien de nouveau, donc rien n’a été envoyé.`,
    late: 'Il est arrivé en retard, car j’étais à l’arrêt à l’heure prévue.',
    merged: (value) =>
      form(value, 'Il reprend aussi un bulletin manqué.', `Il reprend aussi ${n(value)} bulletins manqués.`),
    waiting: (value) =>
      form(
        value,
        'Un de ses messages est encore en route.',
        `${n(value)} de ses messages sont encore en route.`,
      ),
    unknown: (value) => `Telegram n’a jamais confirmé ${form(value, 'un', n(value))} de ses messages.`,
    failed: (value, why) =>
      form(
        value,
        `Un de ses messages n’a pas pu être remis : ${why}`,
        `${n(value)} de ses messages n’ont pas pu être remis : ${why}`,
      ),
    copies: (value) =>
      form(
        value,
        'Un message a été renvoyé, car Telegram ne l’avait pas confirmé.',
        `Des messages ont été renvoyés ${n(value)} fois, car Telegram ne les avait pas confirmés.`,
      ),
  },
}
