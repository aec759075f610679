/** The words around the articles of a digest, in Hindi. */
import type { digests as english } from '../en/digests.ts'
import { formatNumber, plural } from '../format.ts'

const n = (value: number) => formatNumber('hi', value)
const count = (value: number, one: string, other: string) =>
  `${n(value)} ${plural('hi', value, { one, other })}`
const articles = (value: number) => count(value, 'लेख', 'लेख')

export const digests: typeof english = {
  title: (number) => `डाइजेस्ट सं. ${n(number)}`,
  previewTitle: 'अभी नया क्या है',
  previewNote: 'यह एक झलक है: अगले डाइजेस्ट में यह सब भी आएगा।',
  count: (shown, sources) => `${count(sources, 'स्रोत', 'स्रोतों')} से ${articles(shown)}`,
  late: (day, clock) => `इसे ${day} को ${clock} बजे आना था; मैं बंद था, इसलिए देर हुई।`,
  merged: (value) =>
    plural('hi', value, {
      one: `इसमें पहले का छूटा हुआ ${n(value)} डाइजेस्ट भी शामिल है।`,
      other: `इसमें पहले के छूटे हुए ${n(value)} डाइजेस्ट भी शामिल हैं।`,
    }),
  afterHoliday: 'फिर से स्वागत है: डाइजेस्ट रुके रहने के दौरान जो नया आया, वह यहाँ है।',
  afterMove: (day, clock) => `आपके नए समय क्षेत्र में ${day}, ${clock} बजे वाले डाइजेस्ट का समय निकल चुका था; यह रहा।`,
  quietWeek: 'शांत हफ़्ता: आप जो फ़ॉलो करते हैं, उसमें कुछ नया नहीं। मैं देखता रहूँगा।',
  update: '🔄 नई जानकारी: ',
  watched: (word) => `👁 आप “${word}” पर नज़र रखते हैं`,
  carried: 'यह आपने माँगा था',
  because: (title) => `क्योंकि आपको “${title}” पसंद आया`,
  tools: 'रेटिंग दें या सहेजें …',
  leftOutButton: (value) => `छूटे हुए (${n(value)})`,
  first: 'आपका पहला डाइजेस्ट: पिछले तीन दिनों में जो सबसे नया है।',
  empty: 'आप जो फ़ॉलो करते हैं, उसमें आज कुछ नया नहीं।',
  stillReading: 'मैं आपके स्रोत पहली बार पढ़ रहा हूँ; बाकी अगले डाइजेस्ट में आएगा।',
  otherTopic: 'अन्य',
  part: (part, parts) => `भाग ${n(part)} / ${n(parts)}`,
  moreSources: (value) => `+${count(value, 'स्रोत', 'स्रोत')}`,
  minutes: (value) => `${n(value)} मिनट`,
  edited: (when) => `अपडेट: ${when}`,
  keySentences: 'लेखों के मुख्य वाक्य, बिना AI के चुने गए।',
  why: (text) => `यह क्यों अहम है: ${text}`,
  by: (author) => `लेखक: ${author}`,
  originallyBy: (author) => `मूल लेखक: ${author}`,
  read: 'पढ़ें',
  original: 'मूल लेख',
  leftOut: (value) => `छूटे हुए: ${articles(value)}`,
  leftOutTitle: 'क्या छूटा, और क्यों',
  nothingLeftOut: 'कुछ नहीं छूटा।',
  andMore: (value) => `… और ${n(value)}`,
  reasons: {
    limit: 'दिखाए गए लेखों से कम अहम',
    length: 'डाइजेस्ट भर गया था',
    told: 'पहले बताया जा चुका है, और कुछ नया नहीं',
    disliked: 'आपने ऐसा कम दिखाने को कहा था',
    mutedSource: 'इसका स्रोत आपने म्यूट किया है',
    mutedTopic: 'इसका विषय आपने म्यूट किया है',
    mutedStory: 'यह ख़बर आपने नई जानकारी आने तक म्यूट की है',
    story: 'वही ख़बर जो दिखाई जा चुकी है',
    duplicate: 'वही पाठ जो दिखाया जा चुका है',
    old: 'इस डाइजेस्ट के दायरे से पुराना',
    muted: 'इसमें आपके म्यूट किए शब्द हैं',
    language: 'दूसरी भाषा में',
    empty: 'इसमें कोई पाठ नहीं है',
  },
  otherReason: 'जगह नहीं थी',
}
