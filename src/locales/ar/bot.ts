/** What the bot says in conversation, in Arabic. */
import type { bot as english } from '../en/bot.ts'
import { plural } from '../format.ts'
import { count, isolate, n } from './words.ts'

const articles = (value: number) => count(value, 'مقال واحد', 'مقالان', 'مقالات', 'مقالاً', 'مقال')
const topics = (value: number) => count(value, 'موضوع واحد', 'موضوعان', 'مواضيع', 'موضوعاً', 'موضوع')
const sources = (value: number) => count(value, 'مصدر واحد', 'مصدران', 'مصادر', 'مصدراً', 'مصدر')
/** After a preposition or a verbal noun. */
const ofSources = (value: number) => count(value, 'مصدر واحد', 'مصدرين', 'مصادر', 'مصدراً', 'مصدر')
const feeds = (value: number) => count(value, 'خلاصة واحدة', 'خلاصتان', 'خلاصات', 'خلاصة', 'خلاصة')
const ofFeeds = (value: number) => count(value, 'خلاصة واحدة', 'خلاصتين', 'خلاصات', 'خلاصة', 'خلاصة')

export const bot: typeof english = {
  commands: {
    start: 'اختيار المواضيع وعرض موجز فوراً',
    digest: 'الجديد الآن، كله أو في موضوع واحد',
    subscribe: 'متابعة موقع أو موضوع',
    list: 'ما تتابعه',
    topics: 'اختيار المواضيع',
    unsubscribe: 'إلغاء متابعة',
    packs: 'مشاركة متابعاتك في حزمة',
    search: 'البحث في ما قرأته',
    summary: 'تلخيص رابط',
    schedule: 'مواعيد الموجزات ومحتواها',
    filters: 'كتم أو ترقّب كلمات ومصادر ومواضيع',
    saved: 'ما حفظته لوقت لاحق',
    history: 'إعادة قراءة موجزات سابقة',
    settings: 'الساعة والمكان والأيام واللغة والطول',
    status: 'موعد الموجز التالي',
    pause: 'إيقاف الموجزات مؤقتاً',
    resume: 'استئناف الموجزات',
    stop: 'إيقاف كل الموجزات',
    help: 'ما يمكنني فعله',
    chats: 'المجموعات والقنوات التي تديرها',
    export: 'تصدير كل بياناتي',
    privacy: 'ما يُحفظ ومن يراه',
    delete: 'حذف كل بياناتي',
  },
  profile: {
    short: 'موجزات قصيرة من المصادر والمواضيع التي تختارها، في الساعة التي تناسبك.',
    long: 'أقرأ المواقع والخلاصات والمواضيع التي تختارها، وأرسل إليك موجزاً قصيراً واحداً في الساعة التي تناسبك. يمكنك أن ترسل رابطاً لألخصه، أو عنواناً لأتابعه، أو سؤالاً عما قرأته.',
  },

  buttons: {
    back: '\u2066›\u2069 رجوع',
    done: 'تم',
    cancel: 'إلغاء',
    undo: 'تراجع',
    firstDigest: 'عرض موجزي الأول \u2066‹\u2069',
    otherLanguage: '🌐 English, 中文…',
    otherTime: 'ساعة أخرى',
    otherZone: 'مكان آخر',
    shareLocation: 'استخدام موقعي',
    myList: 'ما أتابعه',
    settings: 'الإعدادات',
    topics: 'اختيار المواضيع',
    digestNow: 'عرض الجديد',
    previous: '\u2066›\u2069 السابق',
    next: 'التالي \u2066‹\u2069',
    resume: 'استئناف',
    deleteAll: 'نعم، حذف كل شيء',
    keep: 'لا، إبقاء كل شيء',
    summarise: 'تلخيصها',
    followAll: 'متابعتها',
    ask: 'البحث عن إجابة',
    help: 'ماذا يمكنني أن أفعل؟',
    follow: (name) => `متابعة ${isolate(name)}`,
    unfollow: (name) => `إلغاء متابعة ${isolate(name)}`,
    followSource: 'متابعة هذا المصدر',
    unfollowSource: 'إلغاء المتابعة',
    retry: 'إعادة المحاولة',
    findFeed: 'البحث عن عنوانه الجديد',
    undoImport: 'التراجع عن الاستيراد',
    importAgain: 'الاستيراد مجدداً',
    dropFailed: (value) => `إزالة ما تعذّر (${n(value)})`,
    more: 'ما لم يُدرَج',
    evidence: (point) => `مصدر النقطة ${n(point)}`,
    noneOfThese: 'لا شيء من هذه',
    ownTopic: '+ موضوع خاص بي',
    keepTopic: 'حفظه ومتابعته',
    otherWords: 'كلمات أخرى',
    discard: 'تجاهل',
    rename: 'تغيير الاسم',
    deleteTopic: 'حذف هذا الموضوع',
    chosen: (text) => `✓ ${isolate(text)}`,
  },

  start: {
    title: 'مرحباً، أنا Gazette.',
    what: 'أقرأ المواقع والمواضيع التي تختارها، وأرسل إليك موجزاً قصيراً كل يوم في الساعة التي تناسبك.',
    choose: 'اضغط على المواضيع التي تهمك، وسترى موجزك الأول فوراً.',
    chooseFirst: 'يلزم أولاً اختيار موضوع واحد على الأقل، أو إرسال عنوان موقع تقرؤه.',
    group: 'ستصل الموجزات إلى هذه المحادثة. المشرفون وحدهم يمكنهم تغيير محتواها.',
    onItsWay: 'موجزك الأول في الطريق.',
    change: 'يمكنك تغيير الساعة أو المكان هنا، أو تركهما كما هما.',
    ready: 'كل شيء جاهز.',
    whatNext: 'أرسل أي رابط لتلخيصه، أو عنواناً لمتابعته، أو سؤالاً.',
  },

  schedule: {
    every: (days, times, place) => `${days}، الساعة ${times}، بتوقيت ${isolate(place)}.`,
    everyDay: 'كل يوم',
    weekdays: 'من الاثنين إلى الجمعة',
    weekend: 'السبت والأحد',
    nowThere: (clock) => `الساعة هناك الآن ${clock}.`,
    next: (day, clock) => `الموجز التالي: ${day}، ${clock}.`,
    paused: 'الموجزات موقوفة مؤقتاً.',
    none: 'لا موعد لأي موجز بعد. يمكن تحديده بالأمر /start.',
  },

  topics: {
    title: 'المواضيع',
    choose: 'اضغط للمتابعة أو لإلغائها.',
    following: (value) => `المواضيع التي تتابعها: ${n(value)}.`,
    none: 'لا مواضيع معروضة هنا بعد. يمكنك إرسال عنوان موقع بدلاً من ذلك.',
    noSuch: (text) => `لا أعرف موضوعاً باسم «${isolate(text)}». هذه هي المواضيع التي أعرفها:`,
    which: 'أيّها المقصود؟',
    matches: (text) => `«${isolate(text)}»: هذا ما يناسب.`,
    followed: (names) => `أصبحت تتابع ${isolate(names)}.`,
    already: (names) => `أنت تتابع ${isolate(names)} بالفعل.`,
  },

  interests: {
    title: 'موضوع خاص بك',
    ask: 'صِف ما يهمك ببضع كلمات، بأي لغة. مثلاً: سيارات الأجرة ذاتية القيادة في أوروبا، أو \u2068芯片出口管制\u2069.',
    trying: (words) => `أتحقق مما قد يأتي به «${isolate(words)}»…`,
    words: (words) => `أبحث عن: ${isolate(words)}`,
    statedAs: (phrase) => `بكلماتك: ${isolate(phrase)}`,
    fits: (value) =>
      plural('ar', value, {
        zero: 'لم يكن ليدخل فيه أي مقال من الشهر الماضي:',
        one: 'كان سيدخل فيه مقال واحد من الشهر الماضي:',
        two: 'كان سيدخل فيه مقالان من الشهر الماضي:',
        few: `كانت ستدخل فيه ${n(value)} مقالات من الشهر الماضي، منها:`,
        many: `كان سيدخل فيه ${n(value)} مقالاً من الشهر الماضي، منها:`,
        other: `كان سيدخل فيه ${n(value)} مقال من الشهر الماضي، منها:`,
      }),
    nothingYet: 'لا شيء مما قرأته في الشهر الماضي يناسبه. يمكنني حفظه وترقّب ما يستجد.',
    site: (name, host) => `هناك موقع بهذا الاسم: ${name} (${host}).`,
    noSource: (name) => `لا أعرف مصدرًا اسمه «${name}».`,
    orTopic: 'أو احفظه موضوعًا: لم أقرأ في الشهر الماضي ما يناسبه، وسأترقب الجديد.',
    discarded: 'تم التجاهل، ولم يُحفظ شيء.',
    askName: (name) => `ما الاسم الجديد لـ«${isolate(name)}»؟`,
    confirmDelete: (name) => `حذف «${isolate(name)}» وكل ما تعلّمه؟ لن يصل بعد الآن إلى أي من متابعيه.`,
    deleted: (name) => `حُذف «${isolate(name)}».`,
  },

  list: {
    title: 'ما تتابعه',
    summary: (topicCount, sourceCount) => `${topics(topicCount)}، ${sources(sourceCount)}.`,
    empty: 'لا شيء بعد. يمكنك اختيار بعض المواضيع، أو إرسال عنوان موقع أو مدوّنة أو خلاصة.',
    page: (page, pages) => `الصفحة ${n(page)} من ${n(pages)}`,
    topic: 'موضوع',
    failing: 'تتعذّر قراءته حالياً',
    stopped: 'لم يعد موجوداً',
    removed: (name) => `أُلغيت متابعة ${isolate(name)}.`,
    restored: (name) => `عدت إلى متابعة ${isolate(name)}.`,
    which: 'ما الذي تودّ إلغاء متابعته؟',
    howToAdd: 'لإضافة موقع، يكفي إرسال عنوانه.',
  },

  subscribe: {
    ask: 'أرسل عنوان موقع أو مدوّنة أو خلاصة أو قناة، أو اسم موضوع.',
    looking: (where) => `أبحث عن مقالات في ${isolate(where)}…`,
    followed: (title) => `أصبحت تتابع ${isolate(title)}.`,
    already: (title) => `أنت تتابع ${isolate(title)} بالفعل.`,
    preview: (value) => `ما نُشر فيه خلال الأسبوع الماضي: ${articles(value)}.`,
    latest: 'الأحدث:',
    choose: (value) => `وجدت هناك ${ofFeeds(value)}. أيّها تودّ متابعته؟`,
    perWeek: (value) => `نحو ${count(value, 'مقال واحد', 'مقالين', 'مقالات', 'مقالاً', 'مقال')} في الأسبوع`,
    unfollowed: (title) => `أُلغيت متابعة ${isolate(title)}.`,
    chooseInstead: (title) => `ما تختاره يحلّ محل ${isolate(title)}.`,
    inPlaceOf: (title) => `حلّ محل ${isolate(title)}.`,
    retrying: (title) => `أعيد قراءة ${isolate(title)} الآن. إن استجاب فستجده في موجزك التالي.`,
    imported: (value) =>
      plural('ar', value, {
        zero: 'لم يُضَف أي مصدر جديد.',
        one: 'أُضيف مصدر جديد إلى متابعاتك.',
        two: 'أُضيف مصدران جديدان إلى متابعاتك.',
        few: `أُضيفت ${n(value)} مصادر جديدة إلى متابعاتك.`,
        many: `أُضيف ${n(value)} مصدراً جديداً إلى متابعاتك.`,
        other: `أُضيف ${n(value)} مصدر جديد إلى متابعاتك.`,
      }),
    importing: (done, total) => `أقرأ خلاصاتك: ${n(done)} من ${n(total)}…`,
    importedLeft: (value, limit) =>
      `لم تُضَف ${feeds(value)}: متابَعة من قبل، أو تتجاوز الحد الأقصى وهو ${n(limit)}.`,
    importFailed: (value) => `تعذّرت قراءة ${ofFeeds(value)}:`,
    importMore: (value) => `و${n(value)} غيرها`,
    importRead: 'قرأت البقية. الجديد منها يأتي مع موجزك التالي.',
    importUndone: (value) => `أُلغيت متابعة ${ofSources(value)} من تلك القائمة.`,
  },

  links: {
    reading: (where) => `أقرأ ${isolate(where)}…`,
    several: (value) =>
      `وصلني ${count(value, 'رابط واحد', 'رابطان', 'روابط', 'رابطاً', 'رابط')}. ماذا أفعل بها؟`,
    tooMany: (value) =>
      plural('ar', value, {
        zero: 'لم آخذ أي رابط.',
        one: 'أخذت الرابط الأول.',
        two: 'أخذت أول رابطين.',
        few: `أخذت أول ${n(value)} روابط.`,
        many: `أخذت أول ${n(value)} رابطاً.`,
        other: `أخذت أول ${n(value)} رابط.`,
      }),
    readingText: 'أقرأ النص الذي أرسلته…',
    askSummary: 'أرسل رابط مقال وسألخصه.',
  },

  digest: {
    nothingInTopic: 'لم يأتِ شيء في هذا الموضوع خلال الأيام الثلاثة الأخيرة. البقية في /topics.',
    gathering: 'أجمع الجديد…',
    gatheringTopic: (name) => `أجمع الجديد في ${isolate(name)}…`,
    nothingNew: 'لا جديد منذ موجزك الأخير. يمكنك إرسال رابط أو متابعة المزيد في /topics.',
  },

  answer: {
    searching: 'أبحث في ما قرأته…',
    sources: 'من:',
    nothing: 'لم أجد شيئاً عن ذلك في ما قرأته. جرّب كلمات أخرى، أو أرسل رابطاً.',
    stopped: 'توقّفت. ما سبق هو ما كُتب حتى تلك اللحظة.',
    stoppedEmpty: 'توقّفت قبل كتابة أي شيء.',
    together: (earlier) => `بحثت مع مراعاة سؤالك السابق: «${isolate(earlier)}».`,
    notIn: (name) => `لم أجد شيئاً عن ذلك في «${name}».`,
    otherLanguage: (language) =>
      `لا يتوفر ذكاء اصطناعي الآن، فلا أجد إلا الكلمات كما وردت في النص. اسأل بلغته: ${language}.`,
    elsewhere: 'في غيره مما قرأته:',
    fromYours: (name) => `من النص الذي أرسلته: «${name}».`,
  },

  summary: {
    by: (author) => `بقلم ${isolate(author)}`,
    originallyBy: (author) => `الكاتب الأصلي: ${isolate(author)}`,
    noAuthor: 'لم يُذكر اسم الكاتب.',
    keySentences: 'جمل رئيسية من المقال، اختيرت من دون ذكاء اصطناعي.',
    why: (text) => `لماذا يهمّ: ${text}`,
    evidenceTitle: (point) => `من أين جاءت النقطة ${n(point)}`,
  },

  settings: {
    title: 'الإعدادات',
    time: 'الساعة',
    zone: 'المكان',
    days: 'الأيام',
    language: 'اللغة',
    summaryLanguage: 'لغة الملخصات',
    length: 'الطول',
    layout: 'التنسيق',
    same: 'اللغة التي اخترتها',
    original: 'لغة كل مقال الأصلية',
    lengths: { short: 'قصير', standard: 'متوسط', long: 'طويل' },
    lengthNotes: {
      short: 'نقطة أو نقطتان لكل مقال',
      standard: 'نحو ثلاث نقاط لكل مقال',
      long: 'نحو خمس نقاط لكل مقال',
    },
    layouts: { compact: 'مختصر', standard: 'عادي', detailed: 'مفصّل', rich: 'قابل للفتح' },
    layoutNotes: {
      compact: 'العناوين أولاً، والباقي مطويّ',
      standard: 'العناوين مع نقاطها',
      detailed: 'كل شيء، مع الكتّاب والأسباب',
      rich: 'عناوين تنفتح بلمسة؛ يحتاج إلى إصدار حديث من Telegram',
    },
    everyDay: 'كل يوم',
    weekdays: 'الاثنين إلى الجمعة',
    weekend: 'السبت والأحد',
    chooseTime: 'متى يصل الموجز؟ يمكن اختيار ساعة أو أكثر.',
    chooseZone: 'أين أنت؟ الساعة بجانب كل مكان هي وقته الآن.',
    chooseDays: 'في أي أيام؟',
    chooseLanguage: 'بأي لغة أتحدث؟',
    chooseSummary: 'بأي لغة أكتب الملخصات؟',
    chooseLength: 'ما طول ملخص كل مقال؟',
    chooseLayout: 'كيف يبدو الموجز؟',
    typeTime: 'اكتب الساعة، مثلاً 8:30. ويمكن كتابة عدة ساعات: \u20688:00, 18:30\u2069.',
    typeZone:
      'اكتب مدينتك بحروف لاتينية، مثلاً \u2068Tokyo\u2069، أو منطقة زمنية مثل \u2068Europe/Paris\u2069 أو \u2068UTC+8\u2069.',
    locationButton: 'إرسال موقعي',
    locationAsk: 'اضغط على الزر أدناه. أحفظ المنطقة الزمنية فقط، لا المكان.',
    saved: 'تم الحفظ.',
    oneTime: 'يجب أن تبقى ساعة واحدة على الأقل. الأمر /pause يوقف الموجزات.',
  },

  state: {
    paused: 'موقوف مؤقتاً. لن يصل أي موجز حتى الاستئناف، وكل ما عدا ذلك يعمل.',
    resumed: 'أهلاً بعودتك. موجزاتك تصل من جديد.',
    notPaused: 'موجزاتك تعمل بالفعل.',
    stopped:
      'تم الإيقاف. لن أرسل موجزات بعد الآن. مواضيعك وإعداداتك محفوظة: الأمر /resume يستأنف الموجزات، والأمر /delete يحذف كل شيء.',
    status: 'الحالة',
    follows: (topicCount, sourceCount) => `ما تتابعه: ${topics(topicCount)} و${sources(sourceCount)}.`,
    failing: (value) => `تتعذّر حالياً قراءة ${ofSources(value)}؛ التفاصيل في /list.`,
    on: 'الموجزات تعمل.',
  },

  talk: {
    about: 'أنا Gazette، برنامج مجاني مفتوح المصدر يشغّله من أعدّ هذا البوت. لا أطلب مالًا ولا أضيف إعلانات.',
    hello: 'أهلًا!',
    anyTime: 'في أي وقت.',
    cancelled: 'حسنًا، أُلغي.',
    sorry: 'عذرًا. يمكنك اختيار مواضيع أخرى أو تغيير الوقت والطول:',
    nothingToCancel: 'لا شيء لإلغائه. يمكنك المتابعة من هنا:',
  },

  help: {
    title: 'ما يمكنني فعله',
    lines: [
      'أرسل رابطاً أو نصاً طويلاً وسألخصه، ثم اسألني عنه.',
      'أرسل /subscribe مع عنوان أو موضوع وسأتابعه من أجلك.',
      'أرسل سؤالاً أو بضع كلمات وسأبحث في ما قرأته.',
      'أرسل ملف OPML وسأستورد خلاصاتك.',
      'الأمر /digest يعرض الجديد الآن، والأمر /list يعرض ما تتابعه.',
      'الأمر /settings يغيّر الساعة والمكان واللغة والطول.',
      'الأمر /pause يوقف الموجزات والأمر /resume يستأنفها فوراً. الأمر /delete يحذف كل بياناتك.',
      'أو قلها ببساطة: «كل يوم الساعة 8:30»، «لا ترسل أخبار الرياضة»، «ما الجديد؟»',
    ],
    group:
      'في المجموعات والقنوات يستخدم المشرفون الأوامر نفسها، وتصل الموجزات إلى الموضوع الذي أُرسل فيه /start.',
  },

  remove: {
    title: 'حذف كل بياناتك؟',
    what: 'ستُحذف نهائياً مواضيعك ومصادرك وإعداداتك وموجزاتك هنا، ولا يمكن التراجع عن ذلك. الرسائل الموجودة في هذه المحادثة تبقى حتى تحذفها.',
    done: 'حُذف كل شيء.',
    removed: (subscriptions, schedules, digests) =>
      `حُذف: ${count(subscriptions, 'اشتراك واحد', 'اشتراكان', 'اشتراكات', 'اشتراكاً', 'اشتراك')}، ${count(schedules, 'موعد واحد', 'موعدان', 'مواعيد', 'موعداً', 'موعد')}، ${count(digests, 'موجز واحد', 'موجزان', 'موجزات', 'موجزاً', 'موجز')}، وإعداداتك.`,
    sources: (value) =>
      plural('ar', value, {
        zero: 'لم يكن هناك عنوان لا يتابعه غيرك.',
        one: 'وحُذف أيضاً عنوان لا يتابعه غيرك.',
        two: 'وحُذف أيضاً عنوانان لا يتابعهما غيرك.',
        few: `وحُذفت أيضاً ${n(value)} عناوين لا يتابعها غيرك.`,
        many: `وحُذف أيضاً ${n(value)} عنواناً لا يتابعها غيرك.`,
        other: `وحُذف أيضاً ${n(value)} عنوان لا يتابعها غيرك.`,
      }),
    comeBack: 'للعودة في أي وقت: /start.',
    packs: (value) =>
      plural('ar', value, {
        zero: 'لم تكن لديك حزم.',
        one: 'حُذفت حزمة أنشأتها، ويحتفظ من تابعها بمتابعاته.',
        two: 'حُذفت حزمتان أنشأتهما، ويحتفظ من تابعهما بمتابعاته.',
        few: `حُذفت ${n(value)} حزم أنشأتها، ويحتفظ من تابعها بمتابعاته.`,
        many: `حُذفت ${n(value)} حزمة أنشأتها، ويحتفظ من تابعها بمتابعاته.`,
        other: `حُذفت ${n(value)} حزمة أنشأتها، ويحتفظ من تابعها بمتابعاته.`,
      }),
    kept: 'لم يُحذف شيء.',
  },

  chat: {
    groupHello:
      'مرحباً! يمكنني إرسال موجز قصير إلى هذه المحادثة. بإمكان أحد المشرفين إرسال /start لاختيار المواضيع.',
    channelHello: (title) =>
      `يمكنني الآن النشر في ${isolate(title)}. اكتب /start في القناة لاختيار مواضيعها، وسأجيب هناك.`,
    channelNoRights: (title) => `لا يمكنني النشر في ${isolate(title)} بعد. يلزم السماح لي بنشر الرسائل هناك.`,
    gone: (title) => `أُزلت من ${isolate(title)}. إعداداتها محفوظة تحسّباً لعودتي.`,
  },

  oldButton: 'هذا الزر قديم. يمكنك المتابعة من هنا:',
  unreadable: 'يمكنني قراءة الروابط والكلمات وملفات OPML. أرسل أحدها، أو راجع /help.',
  invited: (user) => `أصبح بإمكان ${isolate(user)} استخدام هذا البوت.`,
  inviteHow: 'اكتب /invite ثم الرقم الذي ظهر لذلك الشخص.',

  zones: {
    'Asia/Shanghai': 'شنغهاي',
    'Asia/Hong_Kong': 'هونغ كونغ',
    'Asia/Taipei': 'تايبيه',
    'Asia/Singapore': 'سنغافورة',
    'Asia/Tokyo': 'طوكيو',
    'Asia/Kolkata': 'الهند',
    'Asia/Dubai': 'دبي',
    'Europe/London': 'لندن',
    'Europe/Berlin': 'برلين',
    'Europe/Moscow': 'موسكو',
    'America/New_York': 'نيويورك',
    'America/Chicago': 'شيكاغو',
    'America/Los_Angeles': 'لوس أنجلوس',
    'America/Sao_Paulo': 'ساو باولو',
    'Australia/Sydney': 'سيدني',
    UTC: 'UTC',
  },
}
