/** What went wrong and what to do about it, in French. */
import type { ErrorArgs } from '../../core/errors.ts'
import type { errors as english } from '../en/errors.ts'
import { formatNumber, plural } from '../format.ts'

const at = (args: ErrorArgs) => (args['host'] === undefined ? 'ce site' : String(args['host']))
/** The same at the beginning of a sentence. */
const begin = (args: ErrorArgs) => (args['host'] === undefined ? 'Ce site' : String(args['host']))
const count = (value: number, one: string, other: string) =>
  `${formatNumber('fr', value)} ${plural('fr', value, { one, many: `de ${other}`, other })}`

export const errors: typeof english = {
  notAdminThere: (args) =>
    `Vous n’administrez plus ${args['title'] ?? '?'} : rien ne peut y être changé d’ici. Un administrateur peut vous nommer à nouveau.`,
  chatLost: (args) =>
    `Je ne suis plus dans ${args['title'] ?? '?'}. Ajoutez-moi à nouveau, puis revenez ici.`,
  noTopicRights: (args) =>
    `Je ne peux pas créer de sujets dans ${args['title'] ?? '?'}. Nommez-moi administrateur avec le droit « Gérer les sujets », puis touchez de nouveau « Un sujet par thème » dans /chats.`,
  notAFeed: () =>
    'Je n’y ai pas trouvé d’articles à suivre. Essayez l’adresse de la page d’actualités ou du blog du site, ou celle de son flux RSS.',
  noFeedThere: (args) =>
    `${at(args)} ne fournit pas de flux, je ne peux donc pas suivre cette page. Cherchez le même auteur, la même chaîne ou la même émission ailleurs : sur son propre site, dans un blog ou, pour un podcast, dans Apple Podcasts.`,
  badUrl: () =>
    'Cela ne ressemble pas à une adresse web. Envoyez-la en entier, par exemple https://example.com/blog',
  addressNotAllowed: () =>
    'Je ne peux lire que des pages web publiques. Cette adresse se trouve dans un réseau privé.',
  unreachable: (args) =>
    `Je n’ai pas pu joindre ${at(args)}. Vérifiez l’adresse, ou réessayez dans quelques minutes.`,
  tooLarge: (args) =>
    `C’est trop volumineux pour moi${args['megabytes'] === undefined ? '' : ` (plus de ${args['megabytes']} Mo)`}. Essayez l’adresse d’un seul article ou d’un seul flux.`,
  timedOut: (args) => `${begin(args)} a mis trop de temps à répondre. Réessayez dans quelques minutes.`,
  httpStatus: (args) =>
    Number(args['status']) === 404 || Number(args['status']) === 410
      ? `${begin(args)} indique que cette page n’existe pas. Vérifiez l’adresse.`
      : `${begin(args)} a refusé de me donner la page${args['status'] === undefined ? '' : ` (erreur ${args['status']})`}. Réessayez plus tard, ou envoyez une autre adresse.`,
  emptyArticle: () =>
    'Je n’y ai trouvé aucun texte d’article. Si la page demande une connexion, je ne peux pas la lire ; essayez un autre lien.',
  notText: () =>
    'Ce lien mène à un fichier que je ne peux pas lire, comme un PDF, une image ou une vidéo. Envoyez-moi le lien d’une page web, ou le texte lui-même.',
  guarded: () =>
    'Ce site ne m’a pas donné d’article, mais une page faite pour un navigateur : une vérification, un consentement, un script ou une erreur. Essayez un autre lien, ou envoyez-moi le texte lui-même.',
  paywalled: () =>
    'Le texte complet est réservé aux abonnés ou aux membres de ce site ; je ne peux donc pas le résumer. Essayez un autre lien, ou envoyez-moi le texte lui-même.',
  badTime: () =>
    'Je n’ai pas compris cette heure. Écrivez-la ainsi : 8:30 ou 20:00 ; vous pouvez en donner plusieurs : 8:00, 18:30.',
  badZone: () =>
    'Je ne connais pas ce lieu. Écrivez une ville comme Paris, un fuseau comme America/Toronto, ou UTC+1.',
  badDays: () =>
    'Je n’ai pas compris ces jours. Écrivez par exemple « lun mer ven », « du lundi au vendredi » ou « tous les jours ».',
  tooManySubscriptions: (args) =>
    `Vous suivez déjà ${args['limit'] === undefined ? 'le maximum de' : args['limit']} thèmes et sources ; je ne peux pas en suivre davantage. Retirez-en d’abord un dans /list.`,
  nothingFollowed: () =>
    'Vous ne suivez encore rien. Choisissez quelques thèmes dans /topics, ou envoyez-moi l’adresse d’un site.',
  notOpml: () =>
    'Je ne peux pas lire ce fichier. J’accepte une liste de flux en fichier OPML (.opml ou .xml), comme l’exportent la plupart des lecteurs, ou en fichier texte ou CSV d’adresses. Pour un article, envoyez-moi son lien ou son texte, même en fichier .txt ou .md.',
  fileLost: () => 'Je n’ai pas pu récupérer ce fichier auprès de Telegram. Renvoyez-le, s’il vous plaît.',
  noFeeds: () =>
    'Je n’ai trouvé aucun flux dans ce fichier. Exportez vos abonnements en OPML depuis votre lecteur et envoyez ce fichier.',
  askedToWait: () => 'Ce site m’a demandé de ralentir. Réessayez dans quelques minutes.',
  adminsOnly: () => 'Seuls les administrateurs de cette discussion peuvent changer cela.',
  maintenance: () => 'Une maintenance est en cours. Réessayez dans un petit moment.',
  turnedAway: () =>
    'Vous ne pouvez pas utiliser ce bot. Si vous pensez à une erreur, adressez-vous à la personne qui le gère.',
  privateOnly: () => 'Faites cela dans une discussion privée avec moi, s’il vous plaît.',
  tooFast: (args) =>
    `Cela faisait beaucoup d’un coup. Laissez-moi ${count(Number(args['seconds'] ?? 1), 'seconde', 'secondes')}, puis continuez.`,
  daySpent: (args) =>
    `J’ai atteint ce que je peux lire et répondre pour une personne en une journée. Vous pourrez continuer dans ${count(Number(args['minutes'] ?? 1), 'minute', 'minutes')} ; vos bulletins continuent d’arriver comme d’habitude.`,
  inviteOnly: (args) =>
    `Ce Gazette est accessible sur invitation. Demandez l’accès à la personne qui le gère ; votre identifiant est ${args['user'] ?? '?'}.`,
  emptyText: () => 'Je n’y ai rien trouvé à résumer.',
  emptyInterest: () =>
    'Ces mots en disent trop peu. Dites ce qui vous intéresse, par exemple : robotaxis en Europe.',
  tooManyTopics: (args) =>
    `Vous avez ${args['limit'] === undefined ? 'le maximum de' : args['limit']} thèmes personnels ; je ne peux pas en garder davantage. Supprimez-en d’abord un dans /topics.`,
  notFollowing: () => 'Vous ne suivez pas cela. /list montre tout ce que vous suivez.',
  noTopic: () =>
    'Je ne connais aucun thème de ce nom. Choisissez-en un dans /topics, ou envoyez l’adresse d’un site à suivre.',
  badName: (args) =>
    `Écrivez un nom d’une seule ligne, de ${count(Number(args['limit'] ?? 60), 'caractère', 'caractères')} au plus.`,
  gone: () => 'Cela n’existe plus. /list montre ce que vous suivez, /digest les nouveautés.',
  noSuchFile: (args) => `Il n’y a pas de fichier lisible ${args['file'] ?? ''}.`,
  noSuchChat: (args) =>
    `Aucune discussion portant l’identifiant ${args['chat'] ?? '?'} n’a encore écrit au bot.`,
  modelUnreachable: () => 'Le modèle de langage est injoignable. Réessayez dans quelques minutes.',
  tooManyFilters: (args) =>
    `Le maximum est de ${count(Number(args['limit'] ?? 100), 'filtre', 'filtres')}. Retirez-en d’abord un dans /filters.`,
  badWord: () => 'Il me faut un mot d’au moins une lettre, un signe ou un emoji.',
  tooManySchedules: (args) =>
    `Le maximum est de ${count(Number(args['limit'] ?? 10), 'bulletin', 'bulletins')} par discussion. Retirez-en d’abord un dans /schedule.`,
  badDate: () => 'Je n’ai pas compris ce jour. Écrivez-le ainsi : 2026-12-24.',
  internal: () => 'Un problème est survenu de mon côté et a été noté. Réessayez dans un instant.',
}
