/** What the bot says of schedules, filters, saved articles, past digests and the stories of one, in French. */
import type { reading as english } from '../en/reading.ts'
import { formatNumber, plural } from '../format.ts'

const n = (value: number) => formatNumber('fr', value)
const of = (word: string) => (/^[aeiouéèêâîôœ]/iu.test(word) ? `d’${word}` : `de ${word}`)
const count = (value: number, one: string, other: string) =>
  `${n(value)} ${plural('fr', value, { one, many: of(other), other })}`

export const reading: typeof english = {
  schedules: {
    allBut: (names) => `tout ce que vous suivez sauf ${names}`,
    title: 'Vos bulletins',
    what: 'Chaque bulletin a ses heures, ses thèmes et ses sources. Touchez-en un pour le modifier.',
    line: (when, covers) => `${when} Contenu : ${covers}.`,
    edit: (number) => `Modifier le bulletin ${n(number)}`,
    one: (number) => `Bulletin ${n(number)}`,
    add: '+ Ajouter un bulletin',
    added: 'Ajouté. Choisissez ses heures et son contenu.',
    everything: 'tout ce que vous suivez',
    nothing: 'plus rien de ce que vous suivez',
    someOf: (names, more) =>
      more > 0
        ? `${names}, et ${n(more)} ${plural('fr', more, { one: 'autre', many: 'd’autres', other: 'autres' })}`
        : names,
    times: 'Heures',
    days: 'Jours',
    covers: 'Contenu',
    coversHow:
      'Touchez ce que ce bulletin doit contenir. Les nouveaux thèmes et sources ne rejoignent qu’un bulletin qui contient tout.',
    all: 'Tout',
    instant: 'Dès la parution',
    timed: 'À heures fixes',
    asItHappens: (from, to, most) =>
      from === to
        ? `Dès la parution, au plus ${count(most, 'bulletin', 'bulletins')} par jour.`
        : `Dès la parution, silence de ${from} à ${to}, au plus ${count(most, 'bulletin', 'bulletins')} par jour.`,
    quiet: 'Heures de silence',
    quietHow: 'Rien n’arrive pendant ces heures. Ce qui paraît alors arrive ensuite.',
    noQuiet: 'Sans heures de silence',
    mostADay: (value) => `Au plus ${n(value)} par jour`,
    mostHow: 'Combien de bulletins au plus par jour ? Le reste attend le lendemain.',
    here: 'L’envoyer dans ce sujet',
    remove: 'Retirer',
    removed: 'Retiré. Ses articles sont gardés : si vous annulez, il revient tel quel.',
    restored: 'Il est de retour.',
    lastOne: 'C’est votre seul bulletin. /pause le suspend pour un temps.',
    next: (day, clock) => `Prochain : ${day}, ${clock}.`,
    repeated: (day, clock) =>
      `Vous avez déjà reçu le bulletin du ${day} à ${clock} dans votre ancien fuseau ; il ne sera donc pas renvoyé.`,
    passed: 'Dans votre nouveau fuseau, une de vos heures est déjà passée : ce bulletin arrive maintenant.',
    typeTime: 'Écrivez les heures de ce bulletin, par exemple 8:05 ou 7:30, 12:00, 18:45.',
  },
  holiday: {
    until: (day) =>
      `En pause jusqu’au ${day}. Ensuite, un seul bulletin apportera ce qui est paru entre-temps.`,
    days: (value) => count(value, 'jour', 'jours'),
    weeks: (value) => count(value, 'semaine', 'semaines'),
    otherDate: 'Jusqu’à une date',
    typeDate: (day) => `Écrivez le jour où les bulletins reprennent, par exemple ${day}.`,
  },
  options: {
    title: 'Autres réglages',
    button: 'Autres réglages',
    what: 'Touchez pour activer ou désactiver.',
    richNote:
      'La présentation dépliable n’a pas d’image ; les aperçus et les bulletins passés sont de simples messages.',
    loud: 'Avec un son',
    leadImage: 'Image de la une',
    weeklyWord: 'Un mot les semaines calmes',
    entries: 'Nombre d’actualités',
    minutes: 'Temps de lecture',
    entriesTitle: 'Combien d’actualités un bulletin doit-il contenir au plus ?',
    minutesTitle: 'Combien de minutes de lecture au plus pour un bulletin ?',
    byLength: 'Selon la longueur',
    anyLength: 'Sans limite',
    stories: (value) => count(value, 'actualité', 'actualités'),
    minuteCount: (value) => count(value, 'minute', 'minutes'),
  },
  filters: {
    tap: 'Touchez un numéro pour retirer un filtre.',
    title: 'Filtres',
    empty: 'Rien n’est filtré. Masquez ce que vous ne voulez pas, surveillez les mots à ne jamais manquer.',
    muteWord: '🔇 Masquer un mot',
    muteSource: '🔇 Masquer une source',
    muteTopic: '🔇 Masquer un thème',
    watch: '👁 Surveiller un mot',
    typeMute: 'Écrivez un mot ou une expression. Les articles qui le contiennent sont écartés.',
    typeWatch:
      'Écrivez un mot ou une expression. Les articles qui le contiennent arrivent toujours, avec une marque.',
    chooseSource: 'Quelle source faut-il masquer ?',
    chooseTopic: 'Quel thème faut-il masquer ?',
    nothingToMute: 'Vous ne suivez rien qui puisse être masqué.',
    kinds: {
      'mute-word': (name) => `🔇 « ${name} » (mot masqué)`,
      'mute-source': (name) => `🔇 ${name} (source masquée)`,
      'mute-topic': (name) => `🔇 ${name} (thème masqué)`,
      'mute-story': (name) => `🔇 ${name} (masquée jusqu’à du nouveau)`,
      watch: (name) => `👁 « ${name} » (mot surveillé)`,
      'follow-story': (name) => `📌 ${name} (actualité suivie)`,
      'less-topic': (name) => `➖ ${name} (moins)`,
      'more-topic': (name) => `➕ ${name} (davantage)`,
    },
    until: (line, day) => `${line}, jusqu’au ${day}`,
    howLong: (line) => `${line} : pour combien de temps ?`,
    day: 'Un jour',
    week: 'Une semaine',
    month: 'Un mois',
    forGood: 'Pour toujours',
    none: 'Rien du tout',
    removed: (line) => `Retiré : ${line}`,
  },
  saved: {
    title: 'À lire plus tard',
    empty:
      'Rien n’est encore enregistré. Touchez « Noter ou enregistrer… » sous un bulletin, puis un numéro, puis « Enregistrer ».',
    tap: 'Touchez un numéro pour retirer un article de la liste.',
    removed: (title) => `Retiré de la liste : ${title}`,
  },
  history: {
    title: 'Bulletins passés',
    empty: 'Aucun bulletin n’est encore arrivé.',
    how: 'Touchez-en un pour le relire, ou écrivez /history et un jour, par exemple /history 2026-11-20.',
    line: (number, day) => `N° ${n(number)} · ${day}`,
    noneThen: (day) => `Aucun bulletin n’est arrivé le ${day}. Voici les plus proches :`,
    later: 'Plus récents ›',
    earlier: '‹ Plus anciens',
  },
  story: {
    back: '‹ Retour',
    like: '👍 J’aime',
    dislike: '👎 Pas pour moi',
    more: 'Plus de ce genre',
    less: 'Moins de ce genre',
    notTopic: (topic) => `Hors du thème ${topic}`,
    turnedAway: (topic) =>
      `Retiré de « ${topic} », qui en tient compte. Touchez de nouveau pour l’y remettre.`,
    save: 'Enregistrer',
    follow: 'Suivre cette actualité',
    mute: 'Masquer jusqu’à du nouveau',
    muteSource: 'Masquer cette source',
    close: 'Fermer',
    sources: 'Publié par :',
    liked: 'Vos prochains bulletins en apporteront plus de ce genre.',
    disliked: 'Vos prochains bulletins en apporteront moins de ce genre.',
    undone: 'Annulé.',
    saved: 'Enregistré. La liste est dans /saved.',
    following: 'Chaque suite de cette actualité sera dans vos bulletins.',
    muted: 'Cette actualité est écartée jusqu’à ce qu’il y ait du nouveau.',
    sourceMuted: 'Cette source est écartée de vos bulletins. /filters permet de la rétablir.',
    leftOutWhy: (reason) => `Écarté : ${reason}.`,
    sendNow: 'Me l’envoyer maintenant',
    intoNext: 'L’ajouter au prochain',
    willCome: 'Il sera dans votre prochain bulletin.',
    chooseLeftOut: 'Touchez un numéro pour l’avoir quand même.',
  },
}
