/** What the bot says to the operators of an installation, in French. */
import type { admin as english } from '../en/admin.ts'
import { formatNumber, plural } from '../format.ts'

const n = (value: number) => formatNumber('fr', value)
const of = (word: string) => (/^[aeiouéèêâîôœ]/iu.test(word) ? `d’${word}` : `de ${word}`)
const count = (value: number, one: string, other: string) =>
  `${n(value)} ${plural('fr', value, { one, many: of(other), other })}`
const form = (value: number, one: string, other: string) => plural('fr', value, { one, many: other, other })

export const admin: typeof english = {
  isRead: 'Elle est lue.',
  isNotRead: 'Elle n’est pas lue.',
  askSource: 'Envoyez l’adresse d’un site ou d’un flux. Ses articles iront à tous ceux qui suivent ce thème.',
  askTopic:
    'Écrivez le nom du thème, deux-points, et des mots auxquels je reconnais ses articles. Par exemple : Aviron : régate, rame, barreur',
  inCatalogue: (name) => `${name} est maintenant au catalogue.`,
  labels: {
    addSource: '+ Ajouter une source',
    addTopic: '+ Ajouter un thème',
    renameTopic: 'Renommer ce thème',
    stopReading: 'Ne plus la lire',
    readAgain: 'La lire à nouveau',
    chart: 'Graphique sur 30 jours',
    failing: 'Sources en échec',
    broadcast: 'Message à tout le monde',
    readers: 'Chercher une personne',
    catalogue: 'Catalogue',
    openToAll: 'Ouvrir à tout le monde',
    byInvitation: 'Sur invitation seulement',
    beginMaintenance: 'Lancer la maintenance',
    endMaintenance: 'Terminer la maintenance',
    refresh: 'Actualiser',
    back: '‹ Retour',
    test: 'Me le remontrer',
    rewrite: 'Le réécrire',
    cancel: 'Annuler',
    stop: 'Arrêter',
    block: 'Bloquer',
    unblock: 'Débloquer',
    usualLimit: 'Limite habituelle',
  },
  title: 'Comment va Gazette',
  chats: (active, paused, lost) =>
    `Discussions : ${n(active)} ${form(active, 'active', 'actives')}, ${n(paused)} en pause, ${n(lost)} ${form(lost, 'perdue', 'perdues')}`,
  today: (digests, failures) =>
    `Aujourd’hui : ${count(digests, 'bulletin', 'bulletins')}, ${n(failures)} non remis`,
  sources: (total, followed, failing) =>
    `Sources : ${n(total)}, dont ${n(followed)} ${form(followed, 'suivie', 'suivies')} et ${n(failing)} en échec`,
  budget: (used, limit) => `Modèle aujourd’hui : ${n(used)} sur ${count(limit, 'token', 'tokens')}`,
  cost: (usd) => `Modèle sur 30 jours : ${usd.toFixed(2)} USD`,
  noPrice: 'Il manque dans LLM_PRICES un modèle qui a servi ; je ne peux donc pas dire ce qu’il a coûté.',
  inviteOnlyOn: 'Les nouveaux venus doivent être invités (/invite).',
  inviteOnlyOff: 'Tout le monde peut commencer.',
  maintenanceOn: 'Maintenance : je ne réponds qu’aux opérateurs. Les bulletins continuent.',
  maintenanceOff: 'Je réponds à tout le monde.',
  chart: {
    cost: 'Coût du modèle en USD',
    title: (days) =>
      form(days, 'Le dernier jour, de haut en bas :', `Les ${n(days)} derniers jours, de haut en bas :`),
    line: (name, last, most) => `${name} : ${last} aujourd’hui, ${most} au maximum`,
    subscribers: 'Discussions',
    digests: 'Bulletins',
    failures: 'Parties non remises',
    tokens: 'Tokens du modèle',
  },
  failingLine: (name, since, followers, error) =>
    `• ${name} : depuis ${since}, ${count(followers, 'abonné', 'abonnés')}, ${error}`,
  noneFailing: 'Toutes les sources sont lisibles.',
  retried: 'Elle est de nouveau en cours de lecture.',
  catalogue: 'De quel thème voulez-vous modifier les sources ?',
  tapSource: 'Touchez une source pour la voir.',
  noCatalogue: 'Ce thème n’a pas de source propre.',
  askBroadcast:
    'Écrivez le message que recevront toutes les discussions. Vous le verrez d’abord ; rien n’est encore envoyé.',
  draft: (chats) =>
    `Voici ce que ${form(chats, 'recevra', 'recevront')} ${count(chats, 'discussion', 'discussions')}.`,
  sendTo: (chats) => `Envoyer à ${count(chats, 'discussion', 'discussions')}`,
  progress: (sent, waiting, failed) =>
    `${n(sent)} ${form(sent, 'envoyé', 'envoyés')}, ${n(waiting)} en route, ${n(failed)} non remis.`,
  stopped: (chats) =>
    `Arrêté : ${count(chats, 'discussion', 'discussions')} ne ${form(chats, 'l’a pas reçu', 'l’ont pas reçu')}.`,
  askReader:
    'Écrivez l’identifiant de la personne : seulement des chiffres, comme dans /admin et les messages d’erreur.',
  reader: (user) => `Utilisateur ${user}`,
  isBlocked: 'Accès bloqué.',
  isWelcome: 'Peut utiliser le bot.',
  usualLimit: 'La limite habituelle pour le modèle.',
  ownLimit: (tokens) => `Au plus ${count(tokens, 'token', 'tokens')} du modèle par jour.`,
  used: (tokens) => `${count(tokens, 'token', 'tokens')} ces dernières 24 heures.`,
  limit: (tokens) => n(tokens),
  alerts: {
    budget:
      'Le budget du modèle est épuisé pour aujourd’hui ; jusqu’à demain, les résumés seront des phrases clés. LLM_DAILY_TOKENS permet de l’augmenter.',
    lane: (minutes) =>
      `Rien n’a été envoyé depuis ${count(minutes, 'minute', 'minutes')} alors que des messages attendent. Le service d’envoi fonctionne-t-il ?`,
    outage: (failing, all) =>
      `${n(failing)} sur ${count(all, 'source lue', 'sources lues')} depuis une heure ${form(failing, 'a échoué', 'ont échoué')}. Le réseau fonctionne-t-il ?`,
    topic: (name, days) =>
      `Le thème ${name} est suivi mais n’a rien apporté depuis ${count(days, 'jour', 'jours')}. Voyez ses sources dans /admin.`,
  },
}
