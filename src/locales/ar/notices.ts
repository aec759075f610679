/** What the bot tells unasked, in Arabic. */
import type { notices as english } from '../en/notices.ts'
import { plural } from '../format.ts'
import { count, isolate, n } from './words.ts'

const ofDays = (value: number) => count(value, 'يوم واحد', 'يومين', 'أيام', 'يوماً', 'يوم')
/** After a preposition or a verbal noun. */
const ofMessages = (value: number) => count(value, 'رسالة واحدة', 'رسالتين', 'رسائل', 'رسالة', 'رسالة')

export const notices: typeof english = {
  sourceStopped: (title) => `لم يعد ${isolate(title)} موجوداً، فتوقفت عن قراءته. يمكنك إزالته في /list.`,
  sourceFailing: (title, days) => `تتعذّر قراءة ${isolate(title)} منذ ${ofDays(days)}. ما زلت أحاول.`,
  sourceQuiet: (title, days) =>
    `لم ينشر ${isolate(title)} شيئاً منذ ${ofDays(days)}، وهذا غير معتاد. ربما انتقل إلى موقع آخر.`,
  sourceMoved: (title, host) => `انتقل ${isolate(title)} إلى ${isolate(host)}، وأنا أتابعه هناك.`,
  severalFeeds: 'يقدّم موقعه الآن عدة خلاصات: زر «البحث عن عنوانه الجديد» يعرضها.',
  noRights: (title) =>
    `لم يعد يمكنني الكتابة في ${isolate(title)}، فأُوقفت موجزاتها مؤقتاً. امنحني صلاحية النشر ثم أرسل /resume هناك.`,
  threadClosed: (title) => `أُغلق موضوع الموجزات في ${isolate(title)}، فأصبحت تصل إلى الموضوع العام.`,
  copyLabel: '(أُعيد الإرسال: لم يؤكد Telegram وصول الرسالة الأولى.)',
  heldAsk: (number, part) =>
    number === null
      ? `لم يخبرني Telegram هل وصلت رسالتي الأخيرة. هل الجزء ${n(part)} من الموجز موجود هنا؟`
      : `لم يخبرني Telegram هل وصلت رسالتي الأخيرة. هل الجزء ${n(part)} من الموجز رقم ${n(number)} موجود هنا؟`,
  heldArrived: 'نعم، موجود',
  heldAgain: 'إعادة الإرسال',
  heldThanks: 'شكراً. إن بقي شيء فهو في الطريق.',
  heldSending: 'أعيد إرساله الآن.',
  heldSettled: 'حُسم هذا من قبل.',
  ledger: {
    when: (day, clock) => `${day}، ${clock}`,
    sent: (number, when, parts) => `آخر موجز: رقم ${n(number)}، ${when}، في ${ofMessages(parts)}.`,
    nothing: (when) => `${when}: لا جديد، فلم يُرسل شيء.`,
    late: 'تأخر لأنني كنت متوقفاً في موعده.',
    merged: (value) =>
      plural('ar', value, {
        zero: 'لم يفُت أي موجز.',
        one: 'ويشمل أيضاً موجزاً فات موعده.',
        two: 'ويشمل أيضاً موجزين فات موعدهما.',
        few: `ويشمل أيضاً ${n(value)} موجزات فات موعدها.`,
        many: `ويشمل أيضاً ${n(value)} موجزاً فات موعدها.`,
        other: `ويشمل أيضاً ${n(value)} موجز فات موعدها.`,
      }),
    waiting: (value) =>
      `ما زال في الطريق: ${count(value, 'رسالة واحدة', 'رسالتان', 'رسائل', 'رسالة', 'رسالة')} منه.`,
    unknown: (value) => `لم يؤكد Telegram قط وصول ${ofMessages(value)} منه.`,
    failed: (value, why) => `تعذّر إيصال ${ofMessages(value)} منه: ${isolate(why)}`,
    copies: (value) =>
      plural('ar', value, {
        zero: 'لم تُرسل أي رسالة من جديد.',
        one: 'أُعيد إرسال رسالة واحدة لأن Telegram لم يؤكدها.',
        two: 'أُعيد الإرسال مرتين لأن Telegram لم يؤكد.',
        few: `أُعيد الإرسال ${n(value)} مرات لأن Telegram لم يؤكد.`,
        many: `أُعيد الإرسال ${n(value)} مرة لأن Telegram لم يؤكد.`,
        other: `أُعيد الإرسال ${n(value)} مرة لأن Telegram لم يؤكد.`,
      }),
  },
}
