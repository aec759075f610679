/** The words around the articles of a digest, in Russian. */
import type { digests as english } from '../en/digests.ts'
import { formatNumber, plural } from '../format.ts'

const n = (value: number) => formatNumber('ru', value)
const count = (value: number, one: string, few: string, many: string) =>
  `${n(value)} ${plural('ru', value, { one, few, many, other: few })}`

export const digests: typeof english = {
  title: (number) => `Дайджест № ${n(number)}`,
  previewTitle: 'Что нового',
  previewNote: 'Это предпросмотр: всё это будет и в следующем дайджесте.',
  count: (shown, sources) =>
    `${count(shown, 'статья', 'статьи', 'статей')} из ${count(sources, 'источника', 'источников', 'источников')}`,
  late: (day, clock) => `Должен был прийти: ${day}, ${clock}. Опоздал, потому что бот был отключён.`,
  merged: (value) =>
    plural('ru', value, {
      one: `Сюда вошёл и ${n(value)} пропущенный дайджест.`,
      few: `Сюда вошли и ${n(value)} пропущенных дайджеста.`,
      many: `Сюда вошли и ${n(value)} пропущенных дайджестов.`,
      other: `Сюда вошли и ${n(value)} пропущенных дайджеста.`,
    }),
  afterHoliday: 'С возвращением! Вот что появилось, пока дайджесты были на паузе.',
  afterMove: (day, clock) =>
    `В вашем новом часовом поясе время этого дайджеста (${day}, ${clock}) уже прошло, поэтому он приходит сейчас.`,
  quietWeek: 'Тихая неделя: в ваших подписках ничего нового. Продолжаю следить.',
  update: '🔄 Новое: ',
  watched: (word) => `👁 Вы отслеживаете «${word}»`,
  carried: 'Добавлено по вашей просьбе',
  because: (title) => `Потому что вам понравилось «${title}»`,
  tools: 'Оценить или отложить…',
  leftOutButton: (value) => `Не вошло (${n(value)})`,
  first: 'Ваш первый дайджест: самое свежее за три дня.',
  empty: 'Сегодня в ваших подписках ничего нового.',
  stillReading: 'Я ещё читаю ваши источники в первый раз; в следующем дайджесте будет больше.',
  otherTopic: 'Разное',
  part: (part, parts) => `Часть ${part} из ${parts}`,
  moreSources: (value) => `+${count(value, 'источник', 'источника', 'источников')}`,
  minutes: (value) => `${n(value)} мин`,
  edited: (when) => `обновлено: ${when}`,
  keySentences: 'Ключевые предложения статей, выбранные без ИИ.',
  why: (text) => `Почему это важно: ${text}`,
  by: (author) => `автор: ${author}`,
  originallyBy: (author) => `автор оригинала: ${author}`,
  read: 'Читать',
  original: 'Оригинал',
  leftOut: (value) => `Не вошло: ${count(value, 'статья', 'статьи', 'статей')}`,
  leftOutTitle: 'Что не вошло и почему',
  nothingLeftOut: 'В дайджест вошло всё.',
  andMore: (value) => `… и ещё ${n(value)}`,
  reasons: {
    limit: 'менее важно, чем показанное',
    length: 'в дайджесте не осталось места',
    told: 'уже было, и с тех пор ничего нового',
    disliked: 'вы просили поменьше такого',
    mutedSource: 'вы скрыли этот источник',
    mutedTopic: 'вы скрыли эту тему',
    mutedStory: 'вы скрыли этот сюжет до новых событий',
    story: 'тот же сюжет уже показан',
    duplicate: 'тот же текст уже показан',
    old: 'старше, чем охватывает дайджест',
    muted: 'есть слова, которые вы скрыли',
    language: 'на другом языке',
    empty: 'нет текста',
  },
  otherReason: 'не поместилось',
}
