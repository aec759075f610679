/** What the bot says on the screens of packs, lists, search and the reader's own data, in French. */
import type { screens as english } from '../en/screens.ts'
import { formatNumber, plural } from '../format.ts'

const n = (value: number) => formatNumber('fr', value)
const of = (word: string) => (/^[aeiouéèêâîôœ]/iu.test(word) ? `d’${word}` : `de ${word}`)
const count = (value: number, one: string, other: string) =>
  `${n(value)} ${plural('fr', value, { one, many: of(other), other })}`

export const screens: typeof english = {
  chats: {
    title: 'Groupes et canaux',
    what: 'Je suis dans ces discussions et vous les administrez. Touchez-en une pour choisir ce qu’elle reçoit, et où.',
    none: 'Je ne suis dans aucun de vos groupes ou canaux. Ajoutez-moi avec un bouton ci-dessous, puis rouvrez cet écran.',
    inPrivate: 'La suite est dans notre discussion privée.',
    addGroup: 'M’ajouter à un groupe',
    addChannel: 'M’ajouter à un canal',
    sources: 'Mes sources',
    sourcesHow:
      'Touchez une de vos sources pour que cette discussion la reçoive aussi, ou pour l’en retirer.',
    where: 'Dans quel sujet',
    general: 'Le sujet général',
    chooseThread:
      'Vers quel sujet du forum ? Je ne connais que ceux où l’on m’a écrit : écrivez /start dans un autre pour l’ajouter ici.',
    into: (place) => `Va dans : ${place}.`,
    bySubject: 'Un sujet par thème',
    bySubjectHow:
      'Avec « Un sujet par thème », je crée moi-même les sujets dans le forum, maintenant et pour chaque nouveau thème suivi.',
    openPost:
      'Touchez un numéro pour enregistrer cette actualité pour vous. Répondez à ce message pour poser une question.',
  },

  labels: {
    otherDigest: 'Vers un autre bulletin',
    ownDigest: '+ Un bulletin à part',
    newPack: 'Créer une sélection',
    copyLink: 'Copier le lien',
    share: 'L’envoyer à quelqu’un',
    rename: 'Renommer',
    deletePack: 'Supprimer la sélection',
    reallyDelete: 'Oui, supprimer',
    followAll: 'Tout suivre',
    packs: 'Mes sélections',
    search: 'Chercher dans la liste',
    folder: 'Dossier',
    mute: 'Masquer',
    unmute: 'Ne plus masquer',
    ownName: 'Rétablir son nom',
    noFolder: 'Sans dossier',
    shorter: 'Plus court',
    longer: 'Plus long',
    keySentences: 'Phrases clés',
    bySummary: 'Le résumé',
    myLanguage: 'Dans ma langue',
    itsLanguage: 'Dans sa langue d’origine',
    chooseChannel: 'Choisir un canal',
    allTopics: 'Tous les thèmes',
    byTopic: 'Thème',
    bySource: 'Source',
    everything: 'Partout, toutes dates',
    export: 'Exporter mes données',
    deleteMine: 'Supprimer mes données',
    privacy: 'Ce qui est conservé',
    back: '‹ Retour',
  },

  packs: {
    title: 'Sélections',
    what: 'Une sélection réunit des thèmes et des sources derrière un seul lien. La personne qui l’ouvre regarde d’abord, puis suit tout ou partie.',
    none: 'Vous n’avez pas encore de sélection.',
    askName:
      'Comment la sélection doit-elle s’appeler ? Elle contient d’abord tout ce que vous suivez ici ; vous pourrez ensuite en retirer.',
    full: (limit) =>
      `Vous avez ${count(limit, 'sélection', 'sélections')}, c’est le maximum. Supprimez-en d’abord une.`,
    contents: (topics, sources) =>
      `${count(topics, 'thème', 'thèmes')}, ${count(sources, 'source', 'sources')}`,
    choose: 'Touchez pour ajouter un élément ou le retirer.',
    link: (link) => `Son lien : ${link}`,
    everybody: 'Toute personne qui a le lien voit les adresses qu’il contient.',
    askRename: 'Comment la sélection doit-elle s’appeler maintenant ?',
    deleted: (name) =>
      `La sélection « ${name} » est supprimée. Ceux qui l’ont utilisée gardent ce qu’ils suivent.`,
    deleteWhat: (name) =>
      `Supprimer la sélection « ${name} » ? Son lien ne marchera plus ; ceux qui l’ont utilisée gardent ce qu’ils suivent.`,
    offer: 'Quelqu’un partage ceci avec vous. Suivez tout, ou touchez ce que vous voulez.',
    followedAll: (value) => `Vous suivez maintenant ${count(value, 'élément de plus', 'éléments de plus')}.`,
    nothingMore: 'Vous suivez déjà tout cela.',
    undone: 'Annulé.',
    noLonger: 'Cette sélection n’existe plus. Choisissez plutôt des thèmes ici.',
  },

  deepLink: {
    topic: (name) => `Vous suivez maintenant ${name}.`,
    source: (name) => `Vous suivez maintenant ${name}.`,
    gone: 'Ce que ce lien désignait n’existe plus. Choisissez plutôt des thèmes ici.',
  },

  list: {
    inDigest: (numbers) => `bulletin ${numbers}`,
    topics: 'Thèmes',
    sources: 'Sources',
    loose: 'Autres sources',
    failing: 'Illisibles',
    mutedGroup: 'Masqués',
    muted: 'masqué',
    group: (name, value) => `${name} · ${n(value)}`,
    chooseGroup: 'Ouvrez un groupe, ou cherchez.',
    askSearch: 'Que cherchez-vous ? Écrivez une partie du nom ou de l’adresse.',
    found: (words, value) => `« ${words} » : ${count(value, 'résultat', 'résultats')}.`,
    nothing: 'Rien ici.',
  },

  item: {
    inDigest: (numbers) => `Dans le bulletin ${numbers}.`,
    inNoDigest: 'Dans aucun bulletin pour le moment.',
    askDigest:
      'Dans quel bulletin le mettre ? Touchez-en un, ou écrivez son numéro ou une heure comme 18:30.',
    moved: (number) => `Il sera désormais dans le bulletin ${number}.`,
    topic: 'Un thème : les articles de toutes les sources qui en parlent.',
    folder: (name) => `Dans le dossier ${name}.`,
    mutedNote: 'Masqué : aucun bulletin n’en parle. Vous le suivez toujours.',
    unmuted: 'Vos bulletins en parlent de nouveau.',
    well: (age) => `Fonctionne bien ; dernière lecture : ${age}.`,
    unread: 'Pas encore lu.',
    newest: (age) => `Son article le plus récent : ${age}.`,
    failing: (day) => `Illisible depuis le ${day}.`,
    stopped: 'N’existe plus.',
    lastWeek: (value) => `${count(value, 'article', 'articles')} ces sept derniers jours.`,
    askName: 'Comment voulez-vous l’appeler ?',
    askFolder: 'Quel dossier ? Touchez-en un, ou écrivez le nom d’un nouveau.',
  },

  reply: {
    about: (title) => `Je regarde « ${title} »…`,
    aboutAll: 'Je regarde les articles de ce message…',
  },

  again: {
    writing: 'Je le réécris…',
    noModel:
      'Seule une IA pourrait le réécrire ou le traduire, et aucune n’est disponible en ce moment. Voici les phrases telles qu’elles sont dans le texte.',
  },

  forward: {
    from: (title) => `Cela vient de ${title}. Que dois-je faire ?`,
    chosen: (title) => `Vous avez choisi ${title}.`,
    closed: (title) =>
      `${title} n’a pas d’adresse publique, je ne peux donc pas le lire. Je peux suivre les canaux publics.`,
    choose:
      'Touchez le bouton ci-dessous et Telegram vous montrera vos canaux. Je peux suivre ceux qui ont une adresse publique.',
  },

  preview: {
    yesterday: (value) =>
      `Ces dernières 24 heures, cela aurait apporté ${count(value, 'article', 'articles')}.`,
    week: (value) =>
      `Ces sept derniers jours : ${count(value, 'article', 'articles')}, dans votre bulletin habituel.`,
    overlap: (known, all) =>
      `${n(known)} sur ${n(all)} vous ${plural('fr', known, { one: 'parvient', many: 'parviennent', other: 'parviennent' })} déjà.`,
  },

  search: {
    ask: 'Que dois-je chercher ? Écrivez quelques mots.',
    nothing: 'Je n’ai rien trouvé avec ces mots dans ce que j’ai lu. Essayez-en d’autres.',
    nothingNarrowed: 'Rien ici. Élargissez la recherche avec les boutons ci-dessous.',
    inTopic: (name) => `Dans le thème ${name}`,
    fromSource: (name) => `Source : ${name}`,
    chooseTopic: 'Dans quel thème seulement ?',
    chooseSource: 'De quelle source seulement ?',
    ages: { 0: 'Toutes dates', 1: '1 jour', 7: '7 jours', 30: '30 jours' },
  },

  inline: {
    open: 'Ouvrir notre discussion',
    nothing: 'Rien ; ouvrir la discussion',
    readIt: 'Résumer ce lien en privé',
  },

  data: {
    everything: 'Tout ce que je conserve sur cette discussion, en JSON.',
    opml: 'Les sources que vous suivez, en OPML : tout lecteur de flux peut les reprendre.',
    privacyTitle: 'Ce qui est conservé, et qui le voit',
    kept: [
      'Votre identifiant Telegram, le nom de cette discussion, votre langue, votre lieu et vos réglages.',
      'Ce que vous suivez, vos sélections, dossiers, filtres, articles enregistrés et avis.',
      'Les articles parus dans vos bulletins, pour qu’aucun ne revienne.',
      'Une question n’est gardée que le temps d’y répondre, 15 minutes au plus.',
      'Un texte envoyé pour être résumé est gardé trois jours, pour les boutons sous son résumé ; ce qui vous a été montré en dernier aussi.',
    ],
    howLong: (days) =>
      `Le texte des articles est oublié après ${count(days, 'jour', 'jours')}. Ce qui est à vous reste jusqu’à ce que vous le supprimiez.`,
    noModel:
      'Aucun modèle de langage n’est utilisé ici : rien de ce que vous écrivez ne quitte cette installation, sauf vers Telegram.',
    model: (name, host) =>
      `Les articles à résumer et les questions, avec les articles concernés, vont au modèle ${name} sur ${host} ; votre nom, votre identifiant et vos abonnements, non.`,
    rights: '/export vous donne tout en fichiers. /delete le supprime pour toujours.',
  },
}
