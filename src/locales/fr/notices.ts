/** What the bot tells unasked, in French. */
import type { notices as english } from '../en/notices.ts'
import { formatNumber, plural } from '../format.ts'

const n = (value: number) => formatNumber('fr', value)
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
    `Le sujet réservé aux bulletins dans ${title} est fermé ; ils vont donc dans le sujet général.`,
  copyLabel: '(Renvoyé : Telegram n’a pas confirmé le premier envoi.)',
  heldAsk: (number, part) =>
    number === null
      ? `Telegram ne m’a pas dit si mon dernier message est arrivé. La partie ${n(part)} du bulletin est-elle ici ?`
      : `Telegram ne m’a pas dit si mon dernier message est arrivé. La partie ${n(part)} du bulletin n° ${n(number)} est-elle ici ?`,
  heldArrived: 'Elle est là',
  heldAgain: 'La renvoyer',
  heldThanks: 'Merci. S’il manque une suite, elle arrive.',
  heldSending: 'Je la renvoie.',
  heldSettled: 'C’est déjà réglé.',
  ledger: {
    when: (day, clock) => `${day}, ${clock}`,
    sent: (number, when, parts) => `Dernière édition : n° ${n(number)}, ${when}, messages : ${n(parts)}.`,
    nothing: (when) => `${when} : rien de nouveau, donc rien n’a été envoyé.`,
    late: 'Elle est arrivée en retard, car je ne tournais pas à l’heure prévue.',
    merged: (count) => `Éditions manquées qu’elle reprend : ${n(count)}.`,
    waiting: (count) => `Messages encore en route : ${n(count)}.`,
    unknown: (count) => `Messages jamais confirmés par Telegram : ${n(count)}.`,
    failed: (count, why) => `Messages qui n’ont pas pu être remis : ${n(count)}. ${why}`,
    copies: (count) => `Messages renvoyés faute de confirmation de Telegram : ${n(count)}.`,
  },
  apology: 'J’ai essayé plusieurs fois sans pouvoir terminer. Réessayez plus tard.',
}
