/** The words around the articles of a digest, in French. */
import type { digests as english } from '../en/digests.ts'
import { formatNumber, plural } from '../format.ts'

const n = (value: number) => formatNumber('fr', value)
const articles = (value: number) =>
  `${n(value)} ${plural('fr', value, { one: 'article', many: 'd’articles', other: 'articles' })}`
const sourceCount = (value: number) =>
  `${n(value)} ${plural('fr', value, { one: 'source', many: 'de sources', other: 'sources' })}`

export const digests: typeof english = {
  title: (number) => `Bulletin n° ${n(number)}`,
  previewTitle: 'Les nouveautés du moment',
  previewNote: 'C’est un aperçu : votre prochain bulletin reprendra tout cela.',
  count: (shown, sources) => `${articles(shown)} de ${sourceCount(sources)}`,
  late: (day, clock) => `Prévu le ${day} à ${clock}, il arrive en retard car j’étais à l’arrêt.`,
  merged: (value) =>
    `Il reprend aussi ${plural('fr', value, { one: 'un bulletin précédent qui a été manqué', many: `${n(value)} de bulletins précédents qui ont été manqués`, other: `${n(value)} bulletins précédents qui ont été manqués` })}.`,
  afterHoliday: 'Heureux de vous revoir : voici ce qui est paru pendant la pause.',
  afterMove: (day, clock) =>
    `Dans votre nouveau fuseau horaire, l’heure du bulletin du ${day} à ${clock} était déjà passée ; le voici.`,
  quietWeek: 'Une semaine calme : rien de nouveau dans ce que vous suivez. Je reste à l’affût.',
  update: '🔄 Du nouveau : ',
  watched: (word) => `👁 Vous surveillez « ${word} »`,
  carried: 'Vous l’avez demandé',
  because: (title) => `Parce que vous avez aimé « ${title} »`,
  tools: 'Noter ou enregistrer…',
  leftOutButton: (value) => `Écartés (${n(value)})`,
  first: 'Votre premier bulletin : le plus récent de ces trois derniers jours.',
  empty: 'Rien de nouveau aujourd’hui dans ce que vous suivez.',
  stillReading:
    'Je lis encore vos sources pour la première fois ; la suite viendra avec le prochain bulletin.',
  otherTopic: 'Autres',
  part: (part, parts) => `Partie ${part} sur ${parts}`,
  moreSources: (value) => `+${sourceCount(value)}`,
  minutes: (value) => `${n(value)} min`,
  edited: (when) => `mis à jour : ${when}`,
  keySentences: 'Phrases clés des articles, choisies sans IA.',
  why: (text) => `Pourquoi c’est important : ${text}`,
  by: (author) => `par ${author}`,
  originallyBy: (author) => `auteur d’origine : ${author}`,
  read: 'Lire',
  original: 'Original',
  leftOut: (value) => `Écartés : ${articles(value)}`,
  leftOutTitle: 'Ce qui a été écarté, et pourquoi',
  nothingLeftOut: 'Rien n’a été écarté.',
  andMore: (value) =>
    `…et ${n(value)} ${plural('fr', value, { one: 'autre', many: 'd’autres', other: 'autres' })}`,
  reasons: {
    limit: 'moins important que les articles retenus',
    length: 'le bulletin était plein',
    told: 'déjà raconté, et rien de nouveau depuis',
    disliked: 'vous en avez demandé moins de ce genre',
    mutedSource: 'vous avez masqué sa source',
    mutedTopic: 'vous avez masqué son thème',
    mutedStory: 'vous avez masqué cette actualité jusqu’à du nouveau',
    story: 'la même actualité qu’un article retenu',
    duplicate: 'le même texte qu’un article retenu',
    old: 'antérieur à la période de ce bulletin',
    muted: 'il contient un mot masqué',
    language: 'dans une autre langue',
    empty: 'il n’a pas de texte',
  },
  otherReason: 'n’a pas trouvé de place',
}
