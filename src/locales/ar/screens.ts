/** What the bot says on the screens of packs, lists, search and the reader's own data, in Arabic. */
import type { screens as english } from '../en/screens.ts'
import { formatNumber, plural } from '../format.ts'

const n = (value: number) => formatNumber('ar', value)
const isolate = (text: string) => `\u2068${text}\u2069`
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
const articles = (value: number) => count(value, 'مقال واحد', 'مقالان', 'مقالات', 'مقالاً', 'مقال')

export const screens: typeof english = {
  chats: {
    title: 'المجموعات والقنوات',
    what: 'أنا في هذه المحادثات وأنت تديرها. اضغط على إحداها لتحدد ما يصل إليها وأين.',
    none: 'لا أعرف أي مجموعة أو قناة تديرها وأنا فيها. أضفني بأحد الزرين أدناه ثم افتح هذه الشاشة مجدداً.',
    inPrivate: 'أعرض هذا في محادثتنا الخاصة.',
    addGroup: 'أضفني إلى مجموعة',
    addChannel: 'أضفني إلى قناة',
    sources: 'مصادري',
    sourcesHow: 'اضغط على مصدر تتابعه ليصل إلى هذه المحادثة أيضاً، أو لإزالته منها.',
    where: 'في أي موضوع',
    general: 'الموضوع العام',
    chooseThread:
      'إلى أي موضوع في المنتدى؟ لا أعرف إلا المواضيع التي راسلني فيها أحد: اكتب /start في موضوع آخر ليظهر هنا.',
    into: (place) => `يصل إلى: ${isolate(place)}.`,
    bySubject: 'موضوع لكل مجال',
    bySubjectHow: 'مع خيار «موضوع لكل مجال» أنشئ المواضيع في المنتدى بنفسي، الآن وكلما أُضيف مجال.',
    openPost: 'اضغط على رقم لتحفظ ذلك الخبر لنفسك. ولتسأل عن أحد الأخبار، ردّ على هذه الرسالة.',
  },

  labels: {
    otherDigest: 'نقله إلى موجز آخر',
    ownDigest: '+ موجز خاص به',
    newPack: 'إنشاء حزمة',
    copyLink: 'نسخ الرابط',
    share: 'إرسالها إلى شخص',
    rename: 'تغيير الاسم',
    deletePack: 'حذف هذه الحزمة',
    reallyDelete: 'نعم، حذف',
    followAll: 'متابعة الكل',
    packs: 'حزمي',
    search: 'البحث في القائمة',
    folder: 'المجلد',
    mute: 'كتم',
    unmute: 'إلغاء الكتم',
    ownName: 'استخدام اسمه الأصلي',
    noFolder: 'بلا مجلد',
    shorter: 'أقصر',
    longer: 'أطول',
    keySentences: 'الجمل الرئيسية',
    bySummary: 'الملخص',
    myLanguage: 'بلغتي',
    itsLanguage: 'بلغته الأصلية',
    chooseChannel: 'اختيار قناة',
    followChannel: 'متابعة هذه القناة',
    allTopics: 'كل المواضيع',
    byTopic: 'الموضوع',
    bySource: 'المصدر',
    everything: 'في كل مكان وزمان',
    newTopic: 'تحويله إلى موضوع',
    export: 'تصدير بياناتي',
    deleteMine: 'حذف بياناتي',
    privacy: 'ما يُحفظ',
    back: '\u2066›\u2069 رجوع',
  },

  packs: {
    title: 'الحزم',
    what: 'الحزمة مجموعة مواضيع ومصادر خلف رابط واحد. من يفتحها يراها أولاً ثم يتابعها كلها أو بعضها.',
    none: 'ليست لديك حزم بعد.',
    askName: 'ما اسم الحزمة؟ تبدأ بكل ما تتابعه هنا، ويمكنك استبعاد ما لا تريده بعد ذلك.',
    full: (limit) =>
      `لديك ${count(limit, 'حزمة واحدة', 'حزمتان', 'حزم', 'حزمة', 'حزمة')}، وهو الحد الأقصى. يلزم أولاً حذف واحدة.`,
    contents: (topics, sources) =>
      `${count(topics, 'موضوع واحد', 'موضوعان', 'مواضيع', 'موضوعاً', 'موضوع')}، ${count(sources, 'مصدر واحد', 'مصدران', 'مصادر', 'مصدراً', 'مصدر')}`,
    choose: 'اضغط للإضافة أو للاستبعاد.',
    link: (link) => `رابطها: ${isolate(link)}`,
    everybody: 'كل من لديه الرابط يرى العناوين التي فيها.',
    askRename: 'ما الاسم الجديد للحزمة؟',
    deleted: (name) => `حُذفت الحزمة «${isolate(name)}». يحتفظ من تابعها بمتابعاته.`,
    deleteWhat: (name) =>
      `حذف الحزمة «${isolate(name)}»؟ سيتوقف رابطها عن العمل، ويحتفظ من تابعها بمتابعاته.`,
    offer: 'شارك أحدهم هذه الحزمة معك. يمكنك متابعتها كلها، أو الضغط على ما تريده.',
    followedAll: (value) =>
      `أُضيف إلى متابعاتك: ${count(value, 'عنصر واحد', 'عنصران', 'عناصر', 'عنصراً', 'عنصر')}.`,
    nothingMore: 'أنت تتابع كل ما فيها بالفعل.',
    undone: 'تم التراجع.',
    noLonger: 'لم تعد هذه الحزمة موجودة. يمكنك اختيار مواضيع من هنا.',
  },

  deepLink: {
    topic: (name) => `أصبحت تتابع ${isolate(name)}.`,
    source: (name) => `أصبحت تتابع ${isolate(name)}.`,
    gone: 'لم يعد ما يشير إليه الرابط موجوداً. يمكنك اختيار مواضيع من هنا.',
  },

  list: {
    inDigest: (numbers) => `الموجز ${numbers}`,
    topics: 'المواضيع',
    sources: 'المصادر',
    loose: 'مصادر أخرى',
    failing: 'تتعذّر قراءتها',
    mutedGroup: 'المكتومة',
    muted: 'مكتوم',
    group: (name, value) => `${isolate(name)} · ${n(value)}`,
    chooseGroup: 'افتح مجموعة، أو ابحث.',
    askSearch: 'عمّ تبحث؟ اكتب جزءاً من الاسم أو العنوان.',
    found: (words, value) => `«${isolate(words)}»: عدد النتائج ${n(value)}.`,
    nothing: 'لا شيء هنا.',
  },

  item: {
    inDigest: (numbers) => `يأتي في الموجز ${numbers}.`,
    inNoDigest: 'لا يأتي في أي موجز حالياً.',
    askDigest: 'في أي موجز يأتي؟ اضغط على أحدها، أو اكتب رقمه أو ساعة مثل 18:30.',
    moved: (number) => `من الآن يأتي في الموجز ${number}.`,
    topic: 'موضوع: مقالات من كل مصدر مناسب.',
    folder: (name) => `في المجلد ${isolate(name)}.`,
    mutedNote: 'مكتوم: لا يرد في أي موجز، لكنه ما زال ضمن متابعاتك.',
    unmuted: 'عاد إلى موجزاتك.',
    well: (age) => `يعمل جيداً؛ آخر قراءة: ${age}.`,
    unread: 'لم يُقرأ بعد.',
    newest: (age) => `أحدث مقالاته: ${age}.`,
    failing: (day) => `تتعذّر قراءته منذ ${day}.`,
    stopped: 'لم يعد موجوداً.',
    lastWeek: (value) => `${articles(value)} في الأيام السبعة الأخيرة.`,
    askName: 'ماذا تودّ أن تسميه؟',
    askFolder: 'في أي مجلد؟ اضغط على أحدها، أو اكتب اسماً جديداً.',
  },

  reply: {
    about: (title) => `أبحث في «${isolate(title)}»…`,
    aboutAll: 'أبحث في مقالات تلك الرسالة…',
  },

  again: {
    writing: 'أكتبه من جديد…',
  },

  forward: {
    from: (title) => `هذه من ${isolate(title)}. ماذا أفعل؟`,
    chosen: (title) => `اختيارك: ${isolate(title)}.`,
    closed: (title) => `ليس لـ${isolate(title)} عنوان عام، فلا يمكنني قراءتها. يمكنني متابعة القنوات العامة.`,
    choose: 'اضغط على الزر أدناه ليعرض Telegram قنواتك. يمكنني متابعة ما له عنوان عام.',
  },

  preview: {
    yesterday: (value) => `ما كان سيأتي به في آخر 24 ساعة: ${articles(value)}.`,
    week: (value) => `المجموع في الأيام السبعة الأخيرة: ${articles(value)}، تُعرض في موجزك المعتاد.`,
    overlap: (known, all) => `يصلك بالفعل ${n(known)} من أصل ${n(all)} من هذه المقالات.`,
  },

  search: {
    ask: 'عمّ أبحث؟ اكتب بضع كلمات.',
    nothing: 'لم أجد شيئاً بهذه الكلمات في ما قرأته. جرّب غيرها.',
    nothingNarrowed: 'لا شيء هنا. يمكن توسيع البحث بالأزرار أدناه.',
    inTopic: (name) => `في موضوع ${isolate(name)}`,
    fromSource: (name) => `من ${isolate(name)}`,
    chooseTopic: 'في أي موضوع فقط؟',
    chooseSource: 'من أي مصدر فقط؟',
    ages: { 0: 'أي وقت', 1: 'يوم واحد', 7: '7 أيام', 30: '30 يوماً' },
  },

  inline: {
    open: 'فتح محادثة البوت',
    nothing: 'لا نتائج؛ فتح المحادثة',
    readIt: 'تلخيصه في محادثة البوت',
  },

  data: {
    everything: 'كل ما أحفظه عن هذه المحادثة، بصيغة JSON.',
    opml: 'المصادر التي تتابعها، بصيغة OPML: يقبلها أي قارئ خلاصات.',
    privacyTitle: 'ما يُحفظ، ومن يراه',
    kept: [
      'معرّفك الرقمي في Telegram، واسم هذه المحادثة، ولغتك ومكانك وإعداداتك.',
      'ما تتابعه، وحزمك ومجلداتك وعوامل التصفية ومقالاتك المحفوظة وآراؤك.',
      'المقالات التي وردت في موجزاتك، حتى لا يتكرر أي منها.',
      'يُحفظ السؤال أثناء الإجابة عنه، 15 دقيقة على الأكثر.',
    ],
    howLong: (days) =>
      `يُنسى نص المقالات بعد ${count(days, 'يوم واحد', 'يومين', 'أيام', 'يوماً', 'يوم')}. وما يخصك يبقى حتى تحذفه.`,
    noModel: 'لا يُستخدم هنا أي نموذج لغوي: ما تكتبه لا يخرج من هنا إلا إلى Telegram.',
    model: (name, host) =>
      `تُرسل المقالات المراد تلخيصها، والأسئلة مع المقالات المتعلقة بها، إلى النموذج ${isolate(name)} في ${isolate(host)}؛ أما اسمك ورقمك واشتراكاتك فلا.`,
    rights: 'الأمر /export يعطيك كل ذلك في ملفات، والأمر /delete يحذفه نهائياً.',
  },
}
