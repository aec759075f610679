/** What the bot says to the operators of an installation, in Russian. */
import type { admin as english } from '../en/admin.ts'
import { formatNumber, plural } from '../format.ts'

const n = (value: number) => formatNumber('ru', value)
const count = (value: number, one: string, few: string, many: string) =>
  `${n(value)} ${plural('ru', value, { one, few, many, other: few })}`

export const admin: typeof english = {
  isRead: 'Читается.',
  isNotRead: 'Не читается.',
  askSource: 'Пришлите адрес сайта или ленты. Её статьи получат все, кто подписан на тему.',
  askTopic:
    'Напишите название темы, двоеточие и слова, по которым можно узнать её статьи. Например: Гребля: регата, весло, рулевой',
  inCatalogue: (name) => `${name} теперь в каталоге.`,
  labels: {
    addSource: '+ Добавить источник',
    addTopic: '+ Добавить тему',
    renameTopic: 'Переименовать тему',
    stopReading: 'Больше не читать',
    readAgain: 'Читать снова',
    chart: 'График за 30 дней',
    failing: 'Источники со сбоями',
    broadcast: 'Сообщение всем',
    readers: 'Найти читателя',
    catalogue: 'Каталог',
    openToAll: 'Открыть для всех',
    byInvitation: 'Только по приглашению',
    beginMaintenance: 'Начать обслуживание',
    endMaintenance: 'Закончить обслуживание',
    refresh: 'Обновить',
    back: '‹ Назад',
    test: 'Показать ещё раз',
    rewrite: 'Написать заново',
    cancel: 'Отмена',
    stop: 'Остановить',
    block: 'Закрыть доступ',
    unblock: 'Вернуть доступ',
    usualLimit: 'Обычный лимит',
  },
  title: 'Как дела у Gazette',
  chats: (active, paused, lost) => `Чаты: активных ${n(active)}, на паузе ${n(paused)}, потеряно ${n(lost)}`,
  today: (digests, failures) =>
    `Сегодня: ${count(digests, 'дайджест', 'дайджеста', 'дайджестов')}, не доставлено ${n(failures)}`,
  sources: (total, followed, failing) =>
    `Источники: всего ${n(total)}, с подписчиками ${n(followed)}, со сбоями ${n(failing)}`,
  budget: (used, limit) =>
    `Модель сегодня: ${n(used)} из ${n(limit)} ${plural('ru', limit, { one: 'токена', few: 'токенов', many: 'токенов', other: 'токена' })}`,
  cost: (usd) => `Модель за 30 дней: ${usd.toFixed(2).replace('.', ',')} USD`,
  noPrice: 'В LLM_PRICES нет одной из использованных моделей, поэтому её стоимость неизвестна.',
  inviteOnlyOn: 'Новым читателям нужно приглашение (/invite).',
  inviteOnlyOff: 'Начать может каждый.',
  maintenanceOn: 'Обслуживание: отвечаю только операторам. Дайджесты приходят как обычно.',
  maintenanceOff: 'Отвечаю всем.',
  chart: {
    cost: 'Стоимость модели, USD',
    title: (days) =>
      `${plural('ru', days, { one: `Последний ${n(days)} день`, few: `Последние ${n(days)} дня`, many: `Последние ${n(days)} дней`, other: `Последние ${n(days)} дня` })}, сверху вниз:`,
    line: (name, last, most) => `${name}: сегодня ${last}, максимум ${most}`,
    subscribers: 'Чаты',
    digests: 'Дайджесты',
    failures: 'Недоставленные части',
    tokens: 'Токены модели',
  },
  failingLine: (name, since, followers, error) =>
    `• ${name}: первый сбой ${since}, ${count(followers, 'подписчик', 'подписчика', 'подписчиков')}, ${error}`,
  noneFailing: 'Все источники читаются.',
  retried: 'Читаю ещё раз.',
  catalogue: 'Источники какой темы изменить?',
  tapSource: 'Нажмите на источник, чтобы открыть его.',
  noCatalogue: 'У этой темы нет своих источников.',
  askBroadcast: 'Напишите сообщение для всех чатов. Сначала его увидите вы; пока ничего не отправляется.',
  draft: (chats) => `Выше — то, что получит ${count(chats, 'чат', 'чата', 'чатов')}.`,
  sendTo: (chats) => `Отправить в ${count(chats, 'чат', 'чата', 'чатов')}`,
  progress: (sent, waiting, failed) =>
    `Отправлено ${n(sent)}, в пути ${n(waiting)}, не доставлено ${n(failed)}.`,
  stopped: (chats) => `Остановлено. Чатов, которые его не получили: ${n(chats)}.`,
  askReader: 'Напишите ID читателя: только цифры, как в /admin и сообщениях об ошибках.',
  reader: (user) => `Читатель ${user}`,
  isBlocked: 'Доступ закрыт.',
  isWelcome: 'Может пользоваться ботом.',
  usualLimit: 'Для модели действует обычный лимит.',
  ownLimit: (tokens) =>
    `Не больше ${n(tokens)} ${plural('ru', tokens, { one: 'токена', few: 'токенов', many: 'токенов', other: 'токена' })} модели в день.`,
  used: (tokens) => `${count(tokens, 'токен', 'токена', 'токенов')} за последние 24 часа.`,
  limit: (tokens) => n(tokens),
  alerts: {
    budget:
      'Бюджет модели на сегодня исчерпан: до завтра вместо пересказов будут ключевые предложения. Увеличить его можно в LLM_DAILY_TOKENS.',
    lane: (minutes) =>
      `Ничего не отправлялось уже ${count(minutes, 'минуту', 'минуты', 'минут')}, хотя сообщения ждут. Работает ли служба отправки?`,
    outage: (failing, all) =>
      `За последний час сбой у ${n(failing)} из ${n(all)} ${plural('ru', all, { one: 'прочитанного источника', few: 'прочитанных источников', many: 'прочитанных источников', other: 'прочитанного источника' })}. Работает ли сеть?`,
    topic: (name, days) =>
      `У темы «${name}» есть подписчики, но она ничего не приносит уже ${count(days, 'день', 'дня', 'дней')}. Её источники — в /admin.`,
  },
}
