/** What went wrong and what to do about it, in Arabic. */
import type { ErrorArgs } from '../../core/errors.ts'
import type { errors as english } from '../en/errors.ts'
import { formatNumber, plural } from '../format.ts'

const n = (value: number) => formatNumber('ar', value)
const isolate = (text: string) => `\u2068${text}\u2069`
const at = (args: ErrorArgs) => (args['host'] === undefined ? 'ذلك الموقع' : isolate(String(args['host'])))
const chat = (args: ErrorArgs) => isolate(String(args['title'] ?? '؟'))
/** A number with its noun: one and two are words of their own. */
const count = (value: number, one: string, two: string, few: string, many: string, other: string) =>
  plural('ar', value, {
    zero: `${n(value)} ${other}`,
    one,
    two,
    few: `${n(value)} ${few}`,
    many: `${n(value)} ${many}`,
    other: `${n(value)} ${other}`,
  })
/** ' (20)' where the limit is known. */
const known = (args: ErrorArgs) => (args['limit'] === undefined ? '' : ` (${n(Number(args['limit']))})`)

export const errors: typeof english = {
  notAdminThere: (args) =>
    `لم تعد مشرفاً في ${chat(args)}، فلا يمكنك تغيير شيء فيها من هنا. اطلب من أحد مشرفيها أن يعيدك مشرفاً.`,
  chatLost: (args) => `لم أعد في ${chat(args)}. أضفني إليها مجدداً ثم عد إلى هنا.`,
  noTopicRights: (args) =>
    `لا يُسمح لي بإنشاء مواضيع في ${chat(args)}. اجعلني مشرفاً بصلاحية «إدارة المواضيع» ثم اضغط مجدداً على «موضوع لكل مجال» في /chats.`,
  notAFeed: () =>
    'لم أجد هناك مقالات لمتابعتها. جرّب عنوان صفحة الأخبار أو المدوّنة في الموقع، أو عنوان خلاصة RSS.',
  badUrl: () => 'لا يبدو هذا عنوان ويب. أرسله كاملاً، مثلاً \u2068https://example.com/blog\u2069',
  addressNotAllowed: () => 'يمكنني قراءة صفحات الويب العامة فقط، وهذا العنوان داخل شبكة خاصة.',
  unreachable: (args) => `تعذّر الوصول إلى ${at(args)}. تحقّق من العنوان، أو حاول مجدداً بعد دقائق.`,
  tooLarge: (args) =>
    `هذا أكبر مما أستطيع قراءته${args['megabytes'] === undefined ? '' : ` (أكثر من ${args['megabytes']} ميغابايت)`}. جرّب عنوان مقال واحد أو خلاصة واحدة.`,
  timedOut: (args) => `تأخر ${at(args)} كثيراً في الرد. يُرجى المحاولة مجدداً بعد دقائق.`,
  httpStatus: (args) =>
    Number(args['status']) === 404 || Number(args['status']) === 410
      ? `يقول ${at(args)} إن هذه الصفحة غير موجودة. تحقّق من العنوان.`
      : `رفض ${at(args)} إعطائي الصفحة (الخطأ ${args['status'] ?? '؟'}). حاول لاحقاً، أو أرسل عنواناً آخر.`,
  emptyArticle: () =>
    'لم أجد هناك نص مقال. إن كانت الصفحة تتطلب تسجيل الدخول فلا يمكنني قراءتها؛ جرّب رابطاً آخر.',
  paywalled: () => 'النص الكامل متاح لمشتركي ذلك الموقع أو أعضائه فقط، فلا يمكنني تلخيصه. جرّب رابطاً آخر.',
  badTime: () =>
    'لم أفهم هذه الساعة. اكتبها مثل 8:30 أو 20:00، ويمكن كتابة عدة ساعات معاً: \u20688:00, 18:30\u2069.',
  badZone: () =>
    'لا أعرف هذا المكان. اكتب مدينة بحروف لاتينية مثل \u2068Tokyo\u2069، أو منطقة زمنية مثل \u2068Europe/Paris\u2069، أو \u2068UTC+8\u2069.',
  badDays: () =>
    'لم أفهم هذه الأيام. اكتب مثلاً \u20681-5\u2069 أو \u20681, 3, 5\u2069، حيث 1 هو الاثنين و7 هو الأحد.',
  tooManySubscriptions: (args) =>
    `بلغت متابعاتك من المواضيع والمصادر الحد الأقصى${known(args)}. يلزم أولاً إلغاء متابعة في /list.`,
  nothingFound: () => 'لم أجد شيئاً عن ذلك في ما قرأته حتى الآن. جرّب كلمات أخرى، أو أرسل رابطاً.',
  nothingFollowed: () => 'لا تتابع شيئاً بعد. يمكنك اختيار بعض المواضيع في /topics، أو إرسال عنوان موقع.',
  notOpml: () =>
    'يمكنني أخذ قائمة خلاصات من ملف OPML (\u2068.opml\u2069 أو \u2068.xml\u2069)، كما تصدّره معظم قارئات الخلاصات. أما المقال فأرسل رابطه.',
  fileLost: () => 'تعذّر جلب هذا الملف من Telegram. يُرجى إرساله مرة أخرى.',
  noFeeds: () => 'لم أجد خلاصات في هذا الملف. صدّر اشتراكاتك من القارئ بصيغة OPML وأرسل ذلك الملف.',
  askedToWait: () => 'طلب مني ذلك الموقع التمهّل. يُرجى المحاولة مجدداً بعد دقائق.',
  adminsOnly: () => 'مشرفو هذه المحادثة وحدهم يمكنهم تغيير ذلك.',
  maintenance: () => 'نجري بعض أعمال الصيانة. يُرجى المحاولة مجدداً بعد قليل.',
  turnedAway: () => 'لا يمكنك استخدام هذا البوت. إن كان ذلك خطأً، فتواصل مع من يديره.',
  privateOnly: () => 'يُرجى فعل ذلك في محادثة خاصة معي.',
  tooFast: (args) =>
    `هذا كثير دفعة واحدة. يُرجى الانتظار ${count(Number(args['seconds'] ?? 1), 'ثانية واحدة', 'ثانيتين', 'ثوانٍ', 'ثانية', 'ثانية')} ثم المتابعة.`,
  daySpent: (args) =>
    `هذا أقصى ما يمكنني قراءته والإجابة عنه لشخص واحد في اليوم. يمكنك المتابعة بعد ${count(Number(args['minutes'] ?? 1), 'دقيقة واحدة', 'دقيقتين', 'دقائق', 'دقيقة', 'دقيقة')}، وموجزاتك تصل كالمعتاد.`,
  inviteOnly: (args) =>
    `الدخول إلى Gazette هنا بدعوة فقط. اطلب من مديره السماح لك؛ رقمك ${isolate(String(args['user'] ?? '؟'))}.`,
  textTooLong: (args) =>
    `هذا أطول من أن يكون سؤالاً. أرسل رابطاً، أو سؤالاً لا يتجاوز ${count(Number(args['limit'] ?? 1000), 'حرفاً واحداً', 'حرفين', 'أحرف', 'حرفاً', 'حرف')}.`,
  emptyInterest: () => 'هذه الكلمات لا تكفي. سمِّ ما يهمك، مثلاً: سيارات الأجرة ذاتية القيادة في أوروبا.',
  tooManyTopics: (args) => `بلغت مواضيعك الخاصة الحد الأقصى${known(args)}. يلزم أولاً حذف موضوع في /topics.`,
  notFollowing: () => 'لا تتابع هذا. كل ما تتابعه في /list.',
  noTopic: () => 'لا أعرف موضوعاً بهذا الاسم. يمكنك اختيار موضوع في /topics، أو إرسال عنوان موقع لمتابعته.',
  badName: (args) =>
    `يُرجى كتابة اسم في سطر واحد لا يتجاوز ${count(Number(args['limit'] ?? 60), 'حرفاً واحداً', 'حرفين', 'أحرف', 'حرفاً', 'حرف')}.`,
  gone: () => 'لم يعد ذلك موجوداً. ما تتابعه في /list والجديد في /digest.',
  noSuchFile: (args) => `لا يوجد ملف يمكن قراءته باسم ${isolate(String(args['file'] ?? ''))}.`,
  noSuchChat: (args) => `لم تكتب إلى البوت بعد أي محادثة رقمها ${isolate(String(args['chat'] ?? '؟'))}.`,
  modelUnreachable: () => 'تعذّر الوصول إلى النموذج اللغوي. يُرجى المحاولة مجدداً بعد دقائق.',
  tooManyFilters: (args) =>
    `عوامل التصفية ${n(Number(args['limit'] ?? 100))} على الأكثر. يلزم أولاً حذف واحد في /filters.`,
  badWord: () => 'أحتاج إلى كلمة فيها حرف أو علامة أو رمز تعبيري واحد على الأقل.',
  tooManySchedules: (args) =>
    `الموجزات ${n(Number(args['limit'] ?? 10))} على الأكثر لكل محادثة. يلزم أولاً حذف واحد في /schedule.`,
  badDate: () => 'لم أفهم هذا التاريخ. اكتبه مثل \u20682026-12-24\u2069.',
  internal: () => 'حدث خطأ من جهتي، وقد سُجّل. يُرجى المحاولة مجدداً بعد لحظات.',
}
