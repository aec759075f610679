/** What the bot says in conversation, in French. */
import type { bot as english } from '../en/bot.ts'
import { capitalise, formatNumber, plural } from '../format.ts'

const n = (value: number) => formatNumber('fr', value)
const of = (word: string) => (/^[aeiouéèêâîôœ]/iu.test(word) ? `d’${word}` : `de ${word}`)
const count = (value: number, one: string, other: string) =>
  `${n(value)} ${plural('fr', value, { one, many: of(other), other })}`
const form = (value: number, one: string, other: string) => plural('fr', value, { one, many: other, other })
const capital = (text: string) => capitalise('fr', text)

export const bot: typeof english = {
  commands: {
    start: 'Choisir des thèmes et voir un bulletin',
    digest: 'Les nouveautés, toutes ou par thème',
    subscribe: 'Suivre un site ou un thème',
    list: 'Ce que vous suivez',
    topics: 'Choisir des thèmes',
    unsubscribe: 'Ne plus suivre quelque chose',
    packs: 'Partager une sélection de ce que vous suivez',
    search: 'Chercher dans ce que j’ai lu',
    summary: 'Résumer un lien',
    schedule: 'Heures et contenu de chaque bulletin',
    filters: 'Masquer ou surveiller mots, sources, thèmes',
    saved: 'Vos articles enregistrés pour plus tard',
    history: 'Relire les bulletins passés',
    settings: 'Heure, lieu, jours, langue, longueur',
    status: 'Quand arrive le prochain bulletin',
    pause: 'Mettre les bulletins en pause',
    resume: 'Reprendre les bulletins',
    stop: 'Arrêter tous les bulletins',
    help: 'Ce que je sais faire',
    chats: 'Vos groupes et canaux',
    export: 'Exporter toutes mes données',
    privacy: 'Ce qui est conservé, et qui le voit',
    delete: 'Supprimer toutes mes données',
  },
  profile: {
    short: 'De courts bulletins des sources et des thèmes que vous choisissez, à votre heure.',
    long: 'Je lis les sites, les flux et les thèmes que vous choisissez et vous envoie un seul bulletin, court, à l’heure qui vous convient. Envoyez-moi un lien à résumer, une adresse à suivre ou une question sur ce que j’ai lu.',
  },

  buttons: {
    back: '‹ Retour',
    done: 'Terminé',
    cancel: 'Annuler',
    undo: 'Annuler l’action',
    firstDigest: 'Mon premier bulletin ›',
    otherLanguage: '🌐 English, 中文, …',
    otherTime: 'Une autre heure',
    otherZone: 'Un autre lieu',
    shareLocation: 'Utiliser ma position',
    myList: 'Mes abonnements',
    settings: 'Réglages',
    topics: 'Choisir des thèmes',
    digestNow: 'Voir les nouveautés',
    previous: '‹ Précédents',
    next: 'Suivants ›',
    resume: 'Reprendre',
    deleteAll: 'Oui, tout supprimer',
    keep: 'Non, garder',
    summarise: 'Les résumer',
    followAll: 'Les suivre',
    ask: 'Chercher une réponse',
    help: 'Que puis-je faire ?',
    follow: (name) => `Suivre ${name}`,
    unfollow: (name) => `Ne plus suivre ${name}`,
    followSource: 'Suivre cette source',
    unfollowSource: 'Ne plus suivre',
    retry: 'Réessayer',
    findFeed: 'Trouver sa nouvelle adresse',
    undoImport: 'Annuler l’importation',
    importAgain: 'Importer de nouveau',
    dropFailed: (value) => form(value, 'Retirer la source en échec', `Retirer les ${n(value)} en échec`),
    more: 'Ce qui a été écarté',
    evidence: (value) => `Source du point ${value}`,
    noneOfThese: 'Rien de tout cela',
    ownTopic: '+ Un thème à moi',
    keepTopic: 'Le garder et le suivre',
    otherWords: 'D’autres mots',
    discard: 'Abandonner',
    rename: 'Renommer',
    deleteTopic: 'Supprimer ce thème',
    chosen: (text) => `✓ ${text}`,
  },

  start: {
    title: 'Bonjour, je suis Gazette.',
    what: 'Je lis les sites et les thèmes que vous choisissez et vous envoie un court bulletin par jour, à votre heure.',
    choose: 'Touchez les thèmes qui vous intéressent et découvrez aussitôt votre premier bulletin.',
    chooseFirst: 'Choisissez d’abord au moins un thème, ou envoyez-moi l’adresse d’un site que vous lisez.',
    group:
      'Les bulletins arriveront dans cette discussion. Seuls ses administrateurs peuvent en changer le contenu.',
    onItsWay: 'Votre premier bulletin est en route.',
    change: 'Changez ici l’heure ou le lieu, ou laissez-les tels quels.',
    ready: 'Tout est prêt.',
    whatNext: 'Envoyez-moi un lien à résumer, une adresse à suivre ou une question.',
  },

  schedule: {
    every: (days, times, place) => `${capital(days)} à ${times}, heure locale (${place}).`,
    everyDay: 'Tous les jours',
    weekdays: 'Du lundi au vendredi',
    weekend: 'Samedi et dimanche',
    nowThere: (clock) => `Il y est actuellement ${clock}.`,
    next: (day, clock) => `Prochain bulletin : ${day}, ${clock}.`,
    paused: 'Les bulletins sont en pause.',
    none: 'Aucun bulletin n’est encore prévu. /start permet d’en créer un.',
  },

  topics: {
    title: 'Thèmes',
    choose: 'Touchez pour suivre ou ne plus suivre.',
    following: (value) => `Vous suivez ${count(value, 'thème', 'thèmes')}.`,
    none: 'Aucun thème n’est encore proposé ici. Envoyez-moi plutôt l’adresse d’un site.',
    noSuch: (text) => `Je ne connais aucun thème nommé « ${text} ». Voici ceux que je connais :`,
    which: 'Lequel voulez-vous dire ?',
    matches: (text) => `Ce qui correspond à « ${text} » :`,
    followed: (names) => `Vous suivez maintenant ${names}.`,
    already: (names) => `Vous suivez déjà ${names}.`,
  },

  interests: {
    title: 'Un thème à vous',
    ask: 'Dites en quelques mots ce qui vous intéresse, dans n’importe quelle langue. Par exemple : robotaxis en Europe, ou 芯片出口管制.',
    trying: (words) => `Je regarde ce que donnerait « ${words} »…`,
    words: (words) => `Je cherche : ${words}`,
    statedAs: (phrase) => `Avec vos mots : ${phrase}`,
    fits: (value) =>
      `${count(value, 'article', 'articles')} du mois dernier y ${form(value, 'figurerait', 'figureraient')}, par exemple :`,
    nothingYet:
      'Rien de ce que j’ai lu depuis un mois n’y correspond. Je peux le garder et guetter ce qui viendra.',
    site: (name, host) => `Il existe un site de ce nom : ${name} (${host}).`,
    noSource: (name) => `Je ne connais aucune source nommée « ${name} ».`,
    orTopic:
      'Ou gardez-le comme thème : rien de ce que j’ai lu ce dernier mois n’y correspond, mais je guetterai.',
    discarded: 'Abandonné. Rien n’a été gardé.',
    askName: (name) => `Comment faut-il appeler « ${name} » désormais ?`,
    confirmDelete: (name) =>
      `Supprimer « ${name} », avec tout ce qu’il a appris ? Ceux qui le suivent ne le recevront plus.`,
    deleted: (name) => `« ${name} » est supprimé.`,
  },

  list: {
    title: 'Ce que vous suivez',
    summary: (topics, sources) =>
      `${count(topics, 'thème', 'thèmes')}, ${count(sources, 'source', 'sources')}.`,
    empty:
      'Rien pour l’instant. Choisissez quelques thèmes, ou envoyez-moi l’adresse d’un site, d’un blog ou d’un flux.',
    page: (page, pages) => `Page ${page} sur ${pages}`,
    topic: 'thème',
    failing: 'illisible pour le moment',
    stopped: 'n’existe plus',
    removed: (name) => `Vous ne suivez plus ${name}.`,
    restored: (name) => `Vous suivez de nouveau ${name}.`,
    which: 'Que voulez-vous ne plus suivre ?',
    howToAdd: 'Pour ajouter un site, envoyez-moi simplement son adresse.',
  },

  subscribe: {
    ask: 'Envoyez-moi l’adresse d’un site, d’un blog, d’un flux ou d’un canal, ou le nom d’un thème.',
    looking: (where) => `Je cherche des articles sur ${where}…`,
    followed: (title) => `Vous suivez maintenant ${title}.`,
    already: (title) => `Vous suivez déjà ${title}.`,
    preview: (value) => `${count(value, 'article publié', 'articles publiés')} ces sept derniers jours.`,
    latest: 'Les derniers :',
    choose: (value) => `J’y trouve ${count(value, 'flux', 'flux')}. Lesquels voulez-vous suivre ?`,
    perWeek: (value) => `Environ ${count(value, 'article', 'articles')} par semaine`,
    unfollowed: (title) => `Vous ne suivez plus ${title}.`,
    chooseInstead: (title) => `Celui que vous choisirez remplacera ${title}.`,
    inPlaceOf: (title) => `Il remplace ${title}.`,
    retrying: (title) =>
      `Je relis ${title} maintenant. En cas de réponse, vous le trouverez dans votre prochain bulletin.`,
    imported: (value) => `Vous suivez maintenant ${count(value, 'source de plus', 'sources de plus')}.`,
    importing: (done, total) => `Lecture de vos flux : ${n(done)} sur ${n(total)}…`,
    importedLeft: (value, limit) =>
      `${count(value, 'flux', 'flux')} ${form(value, 'était déjà suivi ou n’entrait pas', 'étaient déjà suivis ou n’entraient pas')} : le maximum est de ${n(limit)}.`,
    importFailed: (value) =>
      `${count(value, 'flux', 'flux')} n’${form(value, 'a pas pu être lu', 'ont pas pu être lus')} :`,
    importMore: (value) => form(value, `${n(value)} autre`, `${n(value)} autres`),
    importRead: 'J’ai lu les autres. Les nouveautés viendront avec votre prochain bulletin.',
    importUndone: (value) => `Vous ne suivez plus ${count(value, 'source', 'sources')} de cette liste.`,
  },

  links: {
    reading: (where) => `Je lis ${where}…`,
    several: (value) => `Cela fait ${count(value, 'lien', 'liens')}. Que dois-je en faire ?`,
    tooMany: (value) => `J’ai pris ${form(value, 'le premier', `les ${n(value)} premiers`)}.`,
    readingText: 'Je lis votre texte…',
    askSummary: 'Envoyez-moi le lien d’un article et je le résumerai.',
  },

  digest: {
    gathering: 'Je rassemble les nouveautés…',
    nothingInTopic: 'Rien dans ce thème ces trois derniers jours. Les autres sont dans /topics.',
    gatheringTopic: (name) => `Je rassemble les nouveautés du thème ${name}…`,
    nothingNew:
      'Rien de nouveau depuis votre dernier bulletin. Envoyez un lien ou suivez d’autres thèmes dans /topics.',
  },

  answer: {
    searching: 'Je cherche dans ce que j’ai lu…',
    sources: 'Sources :',
    nothing:
      'Je n’ai rien trouvé là-dessus dans ce que j’ai lu. Essayez d’autres mots ou envoyez-moi un lien.',
    stopped: 'Arrêté. Voici ce qui était déjà écrit.',
    stoppedEmpty: 'Arrêté avant que rien ne soit écrit.',
    together: (earlier) => `Cherché avec votre question précédente : « ${earlier} ».`,
    notIn: (name) => `Je ne trouve rien là-dessus dans « ${name} ».`,
    otherLanguage: (language) =>
      `Sans IA pour le moment, je ne trouve que les mots du texte : posez la question dans sa langue (${language}).`,
    elsewhere: 'Ailleurs dans ce que j’ai lu :',
    fromYours: (name) => `D’après le texte que vous avez envoyé : « ${name} ».`,
  },

  summary: {
    by: (author) => `Par ${author}`,
    originallyBy: (author) => `Auteur d’origine : ${author}`,
    noAuthor: 'Aucun auteur n’est indiqué.',
    keySentences: 'Phrases clés de l’article, choisies sans IA.',
    why: (text) => `Pourquoi c’est important : ${text}`,
    evidenceTitle: (value) => `D’où vient le point ${value}`,
  },

  settings: {
    title: 'Réglages',
    time: 'Heure',
    zone: 'Lieu',
    days: 'Jours',
    language: 'Langue',
    summaryLanguage: 'Langue des résumés',
    length: 'Longueur',
    layout: 'Présentation',
    same: 'Ma langue',
    original: 'Langue de chaque article',
    lengths: { short: 'Courte', standard: 'Normale', long: 'Longue' },
    lengthNotes: {
      short: 'un ou deux points par article',
      standard: 'environ trois points par article',
      long: 'environ cinq points par article',
    },
    layouts: { compact: 'Compacte', standard: 'Normale', detailed: 'Détaillée', rich: 'Dépliable' },
    layoutNotes: {
      compact: 'les titres d’abord, le reste replié',
      standard: 'les titres et leurs points',
      detailed: 'tout, avec les auteurs et les raisons',
      rich: 'des titres qui se déplient quand on les touche ; demande un Telegram récent',
    },
    everyDay: 'Tous les jours',
    weekdays: 'Lun. à ven.',
    weekend: 'Sam. et dim.',
    chooseTime: 'Quand le bulletin doit-il arriver ? Choisissez une ou plusieurs heures.',
    chooseZone: 'Où êtes-vous ? L’heure indiquée est celle de chaque lieu en ce moment.',
    chooseDays: 'Quels jours ?',
    chooseLanguage: 'Quelle langue dois-je parler ?',
    chooseSummary: 'Dans quelle langue dois-je rédiger les résumés ?',
    chooseLength: 'Quelle longueur pour chaque article ?',
    chooseLayout: 'À quoi doit ressembler un bulletin ?',
    typeTime: 'Écrivez l’heure, par exemple 8:30. Il peut y en avoir plusieurs : 8:00, 18:30.',
    typeZone: 'Écrivez votre ville, par exemple Paris, ou un fuseau comme America/Toronto ou UTC+1.',
    locationButton: 'Envoyer ma position',
    locationAsk: 'Touchez le bouton ci-dessous. Je ne garde que le fuseau horaire, pas le lieu.',
    saved: 'Enregistré.',
    oneTime: 'Il faut garder au moins une heure. /pause suspend les bulletins.',
  },

  state: {
    paused: 'En pause. Aucun bulletin n’arrive avant que vous repreniez ; tout le reste fonctionne.',
    resumed: 'Heureux de vous revoir. Vos bulletins reprennent.',
    notPaused: 'Vos bulletins sont déjà actifs.',
    stopped:
      'Arrêté. Je n’enverrai plus de bulletins. Vos thèmes et réglages sont gardés : /resume les rétablit, /delete les supprime.',
    status: 'État',
    follows: (topics, sources) =>
      `Vous suivez ${count(topics, 'thème', 'thèmes')} et ${count(sources, 'source', 'sources')}.`,
    failing: (value) =>
      `${count(value, 'source est illisible', 'sources sont illisibles')} pour le moment ; consultez /list.`,
    on: 'Les bulletins sont actifs.',
  },

  talk: {
    about:
      'Je suis Gazette, un programme libre et gratuit ; celui qui a installé ce bot le fait tourner. Je ne demande pas d’argent et n’ajoute aucune publicité.',
    hello: 'Bonjour !',
    anyTime: 'À votre service.',
    cancelled: 'D’accord, annulé.',
    sorry: 'Désolé. Vous pouvez choisir d’autres thèmes, ou changer l’heure et la longueur :',
    nothingToCancel: 'Il n’y a rien à annuler. Vous pouvez continuer ici :',
  },

  help: {
    title: 'Ce que je sais faire',
    lines: [
      'Envoyez un lien, ou un long texte : je le résume, et vous pouvez m’interroger dessus.',
      '/subscribe avec une adresse ou un thème : je le suis pour vous.',
      'Envoyez une question ou quelques mots : je cherche dans ce que j’ai lu.',
      'Envoyez un fichier OPML : je reprends vos flux.',
      '/digest montre les nouveautés, /list ce que vous suivez.',
      '/settings change l’heure, le lieu, la langue et la longueur.',
      '/pause et /resume agissent aussitôt. /delete supprime toutes vos données.',
      'Ou dites-le simplement : « tous les jours à 8h30 », « ne m’envoie plus de sport », « quoi de neuf ? »',
    ],
    group:
      'Dans un groupe ou un canal, les administrateurs utilisent les mêmes commandes. Les bulletins arrivent dans le sujet où /start a été envoyé.',
  },

  remove: {
    title: 'Supprimer toutes vos données ?',
    what: 'Vos thèmes, sources, réglages et bulletins ici seront définitivement supprimés. C’est irréversible. Les messages déjà présents dans cette discussion restent jusqu’à ce que vous les effaciez.',
    done: 'Tout est supprimé.',
    removed: (subscriptions, schedules, digests) =>
      `Supprimés : ${count(subscriptions, 'abonnement', 'abonnements')}, ${count(schedules, 'horaire', 'horaires')}, ${count(digests, 'bulletin', 'bulletins')}, ainsi que vos réglages.`,
    sources: (value) =>
      `${count(value, 'adresse', 'adresses')} que personne d’autre ne suivait ${form(value, 'est supprimée', 'sont supprimées')} aussi.`,
    comeBack: 'Si vous souhaitez revenir un jour : /start.',
    packs: (value) =>
      `${count(value, 'sélection que vous aviez créée', 'sélections que vous aviez créées')} ${form(value, 'a disparu', 'ont disparu')} ; ceux qui s’en sont servis gardent ce qu’ils suivent.`,
    kept: 'Rien n’a été supprimé.',
  },

  chat: {
    groupHello:
      'Bonjour ! Je peux envoyer un court bulletin dans cette discussion. Un administrateur peut envoyer /start pour choisir les thèmes.',
    channelHello: (title) =>
      `Je peux maintenant publier dans ${title}. Écrivez /start dans le canal pour choisir ses thèmes ; j’y répondrai.`,
    channelNoRights: (title) =>
      `Je ne peux pas encore publier dans ${title}. Autorisez-moi à y publier des messages.`,
    gone: (title) => `J’ai été retiré de ${title}. Ses réglages sont gardés au cas où je reviendrais.`,
  },

  oldButton: 'Ce bouton n’est plus valable. Continuez par ici :',
  unreadable: 'Je lis les liens, le texte et les fichiers OPML. Envoyez-m’en un, ou consultez /help.',
  invited: (user) => `${user} peut maintenant utiliser ce bot.`,
  inviteHow: 'Écrivez /invite suivi de l’identifiant affiché à la personne.',

  zones: {
    'Asia/Shanghai': 'Shanghai',
    'Asia/Hong_Kong': 'Hong Kong',
    'Asia/Taipei': 'Taipei',
    'Asia/Singapore': 'Singapour',
    'Asia/Tokyo': 'Tokyo',
    'Asia/Kolkata': 'Inde',
    'Asia/Dubai': 'Dubaï',
    'Europe/London': 'Londres',
    'Europe/Berlin': 'Berlin',
    'Europe/Moscow': 'Moscou',
    'America/New_York': 'New York',
    'America/Chicago': 'Chicago',
    'America/Los_Angeles': 'Los Angeles',
    'America/Sao_Paulo': 'São Paulo',
    'Australia/Sydney': 'Sydney',
    UTC: 'UTC',
  },
}
