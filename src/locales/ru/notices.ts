/** What the bot tells unasked, in Russian. */
import type { notices as english } from '../en/notices.ts'
import { formatNumber, plural } from '../format.ts'

const n = (value: number) => formatNumber('ru', value)
const messages = (value: number) =>
  `${n(value)} ${plural('ru', value, { one: 'сообщение', few: 'сообщения', many: 'сообщений', other: 'сообщения' })}`
const days = (value: number) =>
  `${n(value)} ${plural('ru', value, { one: 'день', few: 'дня', many: 'дней', other: 'дня' })}`

export const notices: typeof english = {
  sourceStopped: (title) =>
    `Источника «${title}» больше нет, и я перестал его читать. Убрать его можно в /list.`,
  sourceFailing: (title, value) => `Источник «${title}» не читается уже ${days(value)}. Продолжаю пробовать.`,
  sourceQuiet: (title, value) =>
    `Источник «${title}» ничего не публикует уже ${days(value)}, это на него не похоже. Возможно, он переехал.`,
  sourceMoved: (title, host) => `Источник «${title}» переехал на ${host}; теперь я читаю его там.`,
  severalFeeds: 'На сайте теперь несколько лент: их покажет кнопка «Найти новый адрес».',
  noRights: (title) =>
    `Мне больше нельзя писать в «${title}», поэтому дайджесты там на паузе. Дайте мне право публиковать и отправьте там /resume.`,
  threadClosed: (title) => `Тема для дайджестов в «${title}» закрыта, поэтому они приходят в общую тему.`,
  copyLabel: '(Повтор: Telegram не подтвердил первую отправку.)',
  heldAsk: (number, part) =>
    number === null
      ? `Telegram не сообщил, дошло ли моё последнее сообщение. Пришла ли часть ${n(part)} дайджеста?`
      : `Telegram не сообщил, дошло ли моё последнее сообщение. Пришла ли часть ${n(part)} дайджеста № ${n(number)}?`,
  heldArrived: 'Да, пришла',
  heldAgain: 'Отправить ещё раз',
  heldThanks: 'Спасибо. Если есть продолжение, оно сейчас придёт.',
  heldSending: 'Отправляю ещё раз.',
  heldSettled: 'Это уже улажено.',
  ledger: {
    when: (day, clock) => `${day}, ${clock}`,
    sent: (number, when, parts) =>
      `Последний дайджест: № ${n(number)}, ${when}, в ${n(parts)} ${plural('ru', parts, { one: 'сообщении', other: 'сообщениях' })}.`,
    nothing: (when) => `${when}: ничего нового не было, поэтому ничего не отправлено.`,
    late: 'Он пришёл с опозданием: в назначенное время бот был отключён.',
    merged: (value) =>
      plural('ru', value, {
        one: `В него вошёл и ${n(value)} пропущенный дайджест.`,
        few: `В него вошли и ${n(value)} пропущенных дайджеста.`,
        many: `В него вошли и ${n(value)} пропущенных дайджестов.`,
        other: `В него вошли и ${n(value)} пропущенных дайджеста.`,
      }),
    waiting: (value) => `Ещё в пути: ${messages(value)}.`,
    unknown: (value) =>
      `Telegram так и не подтвердил ${n(value)} ${plural('ru', value, { one: 'его сообщение', few: 'его сообщения', many: 'его сообщений', other: 'его сообщения' })}.`,
    failed: (value, why) => `Не удалось доставить ${messages(value)}: ${why}`,
    copies: (value) =>
      `Сообщения отправлялись повторно ${n(value)} ${plural('ru', value, { one: 'раз', few: 'раза', many: 'раз', other: 'раза' })}, потому что Telegram их не подтвердил.`,
  },
}
