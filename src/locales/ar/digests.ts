/** The words around the articles of a digest, in Arabic. */
import type { digests as english } from '../en/digests.ts'
import { plural } from '../format.ts'
import { count, isolate, n } from './words.ts'

const articles = (value: number) => count(value, 'مقال واحد', 'مقالان', 'مقالات', 'مقالاً', 'مقال')

export const digests: typeof english = {
  title: (number) => `الموجز رقم ${n(number)}`,
  previewTitle: 'الجديد الآن',
  previewNote: 'نظرة مسبقة: كل هذا سيرد أيضاً في موجزك التالي.',
  count: (shown, sources) =>
    `${articles(shown)} من ${count(sources, 'مصدر واحد', 'مصدرين', 'مصادر', 'مصدراً', 'مصدر')}`,
  late: (day, clock) => `كان موعده ${day} الساعة ${clock}، وتأخر لأنني كنت متوقفاً.`,
  merged: (value) =>
    plural('ar', value, {
      zero: 'لم يفُت أي موجز سابق.',
      one: 'ويشمل أيضاً موجزاً سابقاً فات موعده.',
      two: 'ويشمل أيضاً موجزين سابقين فات موعدهما.',
      few: `ويشمل أيضاً ${n(value)} موجزات سابقة فات موعدها.`,
      many: `ويشمل أيضاً ${n(value)} موجزاً سابقاً فات موعدها.`,
      other: `ويشمل أيضاً ${n(value)} موجز سابق فات موعدها.`,
    }),
  afterHoliday: 'أهلاً بعودتك: هذا ما استجدّ أثناء توقف موجزاتك.',
  afterMove: (day, clock) => `في منطقتك الزمنية الجديدة كان موعد موجز ${day}، ${clock} قد مضى؛ ها هو.`,
  quietWeek: 'أسبوع هادئ: لا جديد في ما تتابعه. ما زلت أتابع.',
  update: '🔄 تحديث: ',
  watched: (word) => `👁 تترقّب «${isolate(word)}»`,
  carried: 'جاء بناءً على طلبك',
  because: (title) => `لأن «${isolate(title)}» نال إعجابك`,
  tools: 'تقييم أو حفظ…',
  leftOutButton: (value) => `لم يُدرَج (${n(value)})`,
  first: 'موجزك الأول: أحدث ما نُشر في الأيام الثلاثة الأخيرة.',
  empty: 'لا جديد اليوم في ما تتابعه.',
  stillReading: 'ما زلت أقرأ مصادرك للمرة الأولى؛ المزيد في الموجز التالي.',
  otherTopic: 'متفرقات',
  part: (part, parts) => `الجزء ${n(part)} من ${n(parts)}`,
  moreSources: (value) => `+ ${count(value, 'مصدر واحد', 'مصدران', 'مصادر', 'مصدراً', 'مصدر')}`,
  minutes: (value) => `${n(value)} د`,
  edited: (when) => `حُدِّث ${when}`,
  keySentences: 'جمل رئيسية من المقالات، اختيرت من دون ذكاء اصطناعي.',
  why: (text) => `لماذا يهمّ: ${text}`,
  by: (author) => `بقلم ${isolate(author)}`,
  originallyBy: (author) => `الكاتب الأصلي: ${isolate(author)}`,
  read: 'قراءة',
  original: 'النص الأصلي',
  leftOut: (value) => `لم يُدرَج: ${articles(value)}`,
  leftOutTitle: 'ما لم يُدرَج، ولماذا',
  nothingLeftOut: 'لم يُستبعَد شيء.',
  andMore: (value) => `…و${n(value)} غيرها`,
  reasons: {
    limit: 'أقل أهمية مما عُرض',
    length: 'امتلأ الموجز',
    told: 'ذُكر من قبل، ولا جديد فيه',
    disliked: 'بناءً على طلبك تقليل ما يشبهه',
    mutedSource: 'مصدره مكتوم',
    mutedTopic: 'موضوعه مكتوم',
    mutedStory: 'خبره مكتوم حتى يتطور',
    story: 'الخبر نفسه معروض من مقال آخر',
    duplicate: 'النص نفسه معروض من مقال آخر',
    old: 'أقدم مما يغطيه هذا الموجز',
    muted: 'فيه كلمات مكتومة',
    language: 'بلغة أخرى',
    empty: 'لا نص فيه',
  },
  otherReason: 'لم يتسع له المجال',
}
