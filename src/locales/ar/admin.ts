/** What the bot says to the operators of an installation, in Arabic. */
import type { admin as english } from '../en/admin.ts'
import { plural } from '../format.ts'
import { count, isolate, n } from './words.ts'

const digestCount = (value: number) => count(value, 'موجز واحد', 'موجزان', 'موجزات', 'موجزاً', 'موجز')
const tokens = (value: number) => count(value, 'رمز واحد', 'رمزان', 'رموز', 'رمزاً', 'رمز')
/** After a preposition. */
const ofTokens = (value: number) => count(value, 'رمز واحد', 'رمزين', 'رموز', 'رمزاً', 'رمز')
const ofDays = (value: number) => count(value, 'يوم واحد', 'يومين', 'أيام', 'يوماً', 'يوم')
const toChats = (value: number) => count(value, 'محادثة واحدة', 'محادثتين', 'محادثات', 'محادثة', 'محادثة')

export const admin: typeof english = {
  isRead: 'تجري قراءته.',
  isNotRead: 'لا تجري قراءته.',
  askSource: 'أرسل عنوان موقع أو خلاصة. ستصل مقالاته إلى كل من يتابع هذا الموضوع.',
  askTopic: 'اكتب اسم الموضوع ثم نقطتين ثم كلمات تدل على مقالاته. مثلاً: التجديف: سباق، مجداف، قارب',
  inCatalogue: (name) => `أصبح ${isolate(name)} في الدليل.`,
  labels: {
    addSource: '+ إضافة مصدر',
    addTopic: '+ إضافة موضوع',
    renameTopic: 'إعادة تسمية الموضوع',
    stopReading: 'إيقاف قراءته',
    readAgain: 'قراءته مجدداً',
    chart: 'رسم بياني لـ30 يوماً',
    failing: 'المصادر المتعطلة',
    broadcast: 'رسالة إلى الجميع',
    readers: 'البحث عن قارئ',
    catalogue: 'دليل المصادر',
    openToAll: 'فتح البوت للجميع',
    byInvitation: 'بالدعوة فقط',
    beginMaintenance: 'بدء الصيانة',
    endMaintenance: 'إنهاء الصيانة',
    refresh: 'تحديث',
    back: '\u2066›\u2069 رجوع',
    test: 'عرضها عليّ مجدداً',
    rewrite: 'كتابتها من جديد',
    cancel: 'إلغاء',
    stop: 'إيقاف',
    block: 'منع',
    unblock: 'السماح من جديد',
    usualLimit: 'الحد المعتاد',
  },
  title: 'حالة Gazette',
  chats: (active, paused, lost) =>
    `المحادثات: النشطة ${n(active)}، والموقوفة مؤقتاً ${n(paused)}، والمفقودة ${n(lost)}`,
  today: (digests, failures) => `اليوم: ${digestCount(digests)}، وما لم يصل ${n(failures)}`,
  sources: (total, followed, failing) =>
    `المصادر: ${n(total)}، المتابَع منها ${n(followed)}، والمتعطل ${n(failing)}`,
  budget: (used, limit) => `استهلاك النموذج اليوم: ${n(used)} من أصل ${ofTokens(limit)}`,
  cost: (usd) => `كلفة النموذج في 30 يوماً: ${usd.toFixed(2)} دولار`,
  noPrice: 'لا يتضمن LLM_PRICES سعر أحد النماذج المستخدمة، فلا يمكنني حساب الكلفة.',
  inviteOnlyOn: 'يحتاج القراء الجدد إلى دعوة (/invite).',
  inviteOnlyOff: 'البوت مفتوح للجميع.',
  maintenanceOn: 'صيانة: لا أجيب إلا المشغّلين، والموجزات مستمرة.',
  maintenanceOff: 'أجيب الجميع.',
  chart: {
    cost: 'كلفة النموذج بالدولار',
    title: (days) =>
      `${plural('ar', days, {
        zero: `آخر ${n(days)} يوم`,
        one: 'آخر يوم',
        two: 'آخر يومين',
        few: `آخر ${n(days)} أيام`,
        many: `آخر ${n(days)} يوماً`,
        other: `آخر ${n(days)} يوم`,
      })}، من الأعلى إلى الأسفل:`,
    line: (name, last, most) => `${isolate(name)}: اليوم ${last}، والأقصى ${most}`,
    subscribers: 'المحادثات',
    digests: 'الموجزات',
    failures: 'أجزاء لم تصل',
    tokens: 'رموز النموذج',
  },
  failingLine: (name, since, followers, error) =>
    `• ${isolate(name)}: منذ ${since}، ${count(followers, 'متابع واحد', 'متابعان', 'متابعين', 'متابعاً', 'متابع')}، ${isolate(error)}`,
  noneFailing: 'يمكن قراءة جميع المصادر.',
  retried: 'تُعاد قراءته الآن.',
  catalogue: 'أي موضوع تودّ تغيير مصادره؟',
  tapSource: 'اضغط على مصدر لعرض تفاصيله.',
  noCatalogue: 'ليس لهذا الموضوع مصادر خاصة به.',
  askBroadcast: 'اكتب الرسالة التي ستصل إلى كل المحادثات. ستراها أولاً، ولن يُرسل شيء الآن.',
  draft: (value) => `أعلاه ما سيصل إلى ${toChats(value)}.`,
  sendTo: (value) => `إرسال إلى ${toChats(value)}`,
  progress: (sent, waiting, failed) => `أُرسل ${n(sent)}، وفي الطريق ${n(waiting)}، وتعذّر إيصال ${n(failed)}.`,
  stopped: (value) => `تم الإيقاف قبل أن تصل إلى ${toChats(value)}.`,
  askReader: 'اكتب رقم القارئ بالأرقام فقط، كما يظهر في /admin وفي رسائل الخطأ.',
  reader: (user) => `القارئ ${isolate(user)}`,
  isBlocked: 'ممنوع من الاستخدام.',
  isWelcome: 'يمكنه استخدام البوت.',
  usualLimit: 'الحد المعتاد للنموذج.',
  ownLimit: (value) => `${ofTokens(value)} من النموذج يومياً على الأكثر.`,
  used: (value) => `${tokens(value)} في آخر 24 ساعة.`,
  limit: (value) => n(value),
  alerts: {
    budget:
      'نفدت حصة النموذج لهذا اليوم، وستكون الملخصات جملاً رئيسية حتى الغد. يمكن رفعها في LLM_DAILY_TOKENS.',
    lane: (minutes) =>
      `لم يُرسل شيء منذ ${count(minutes, 'دقيقة واحدة', 'دقيقتين', 'دقائق', 'دقيقة', 'دقيقة')} مع أن هناك رسائل تنتظر. هل تعمل خدمة الإرسال؟`,
    outage: (failing, all) =>
      `تعذّرت قراءة ${n(failing)} من أصل ${count(all, 'مصدر واحد', 'مصدرين', 'مصادر', 'مصدراً', 'مصدر')} في الساعة الأخيرة. هل الشبكة تعمل؟`,
    topic: (name, days) =>
      `للموضوع «${isolate(name)}» متابعون، لكنه لم يأتِ بجديد منذ ${ofDays(days)}. مصادره في /admin.`,
  },
}
