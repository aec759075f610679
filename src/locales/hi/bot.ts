/** What the bot says in conversation, in Hindi. */
import type { bot as english } from '../en/bot.ts'
import { formatNumber, plural } from '../format.ts'

const n = (value: number) => formatNumber('hi', value)
const count = (value: number, one: string, other: string) =>
  `${n(value)} ${plural('hi', value, { one, other })}`
const articles = (value: number) => count(value, 'लेख', 'लेख')
const topics = (value: number) => count(value, 'विषय', 'विषय')
const sources = (value: number) => count(value, 'स्रोत', 'स्रोत')

export const bot: typeof english = {
  commands: {
    start: 'विषय चुनें, तुरंत डाइजेस्ट देखें',
    digest: 'अभी नया क्या है, सब में या एक विषय में',
    subscribe: 'कोई साइट या विषय फ़ॉलो करें',
    list: 'आप क्या फ़ॉलो करते हैं',
    topics: 'विषय चुनें',
    unsubscribe: 'स्रोत या विषय अनफ़ॉलो करें',
    packs: 'अपने फ़ॉलो का पैक बनाकर साझा करें',
    search: 'मेरे पढ़े हुए में खोजें',
    summary: 'किसी लिंक का सारांश',
    schedule: 'हर डाइजेस्ट कब आए और उसमें क्या हो',
    filters: 'शब्द, स्रोत, विषय म्यूट करें या नज़र रखें',
    saved: 'बाद के लिए सहेजे गए लेख',
    history: 'पुराने डाइजेस्ट फिर से पढ़ें',
    settings: 'समय, जगह, दिन, भाषा, लंबाई',
    status: 'अगला डाइजेस्ट कब आएगा',
    pause: 'डाइजेस्ट कुछ समय के लिए रोकें',
    resume: 'डाइजेस्ट फिर शुरू करें',
    stop: 'सभी डाइजेस्ट बंद करें',
    help: 'मैं क्या कर सकता हूँ',
    chats: 'वे ग्रुप और चैनल जिन्हें आप सँभालते हैं',
    export: 'मेरा सारा डेटा एक्सपोर्ट करें',
    privacy: 'क्या सहेजा जाता है और कौन देखता है',
    delete: 'मेरा सारा डेटा मिटाएँ',
  },
  profile: {
    short: 'आपके चुने हुए स्रोतों और विषयों का छोटा डाइजेस्ट, आपके समय पर।',
    long: 'मैं आपकी चुनी हुई साइटें, फ़ीड और विषय पढ़ता हूँ और आपके पसंदीदा समय पर एक छोटा डाइजेस्ट भेजता हूँ। सारांश के लिए लिंक भेजें, फ़ॉलो करने के लिए पता, या जो मैंने पढ़ा है उसके बारे में सवाल।',
  },

  buttons: {
    back: '‹ वापस',
    done: 'हो गया',
    cancel: 'रद्द करें',
    undo: 'वापस लें',
    firstDigest: 'मेरा पहला डाइजेस्ट ›',
    otherLanguage: '🌐 English, 中文, …',
    otherTime: 'कोई और समय',
    otherZone: 'कोई और जगह',
    shareLocation: 'मेरी लोकेशन लें',
    myList: 'मेरी फ़ॉलो सूची',
    settings: 'सेटिंग',
    topics: 'विषय चुनें',
    digestNow: 'नया क्या है, दिखाएँ',
    previous: '‹ पिछला',
    next: 'अगला ›',
    resume: 'फिर शुरू करें',
    deleteAll: 'हाँ, सब कुछ मिटाएँ',
    keep: 'नहीं, रहने दें',
    summarise: 'इनका सारांश बनाएँ',
    followAll: 'इन्हें फ़ॉलो करें',
    ask: 'जवाब खोजें',
    help: 'मैं क्या कर सकता हूँ?',
    follow: (name) => `फ़ॉलो करें: ${name}`,
    unfollow: (name) => `अनफ़ॉलो करें: ${name}`,
    followSource: 'यह स्रोत फ़ॉलो करें',
    unfollowSource: 'अनफ़ॉलो करें',
    retry: 'फिर कोशिश करें',
    findFeed: 'इसका नया पता खोजें',
    undoImport: 'इंपोर्ट वापस लें',
    importAgain: 'फिर से इंपोर्ट करें',
    dropFailed: (value) => `न खुलने वाले हटाएँ (${n(value)})`,
    more: 'क्या छूट गया',
    evidence: (point) => `बिंदु ${n(point)} का स्रोत`,
    noneOfThese: 'इनमें से कोई नहीं',
    ownTopic: '+ मेरा अपना विषय',
    keepTopic: 'सहेजें और फ़ॉलो करें',
    otherWords: 'दूसरे शब्द',
    discard: 'छोड़ दें',
    rename: 'नाम बदलें',
    deleteTopic: 'यह विषय मिटाएँ',
    chosen: (text) => `✓ ${text}`,
  },

  start: {
    title: 'नमस्ते, मैं Gazette हूँ।',
    what: 'मैं आपकी चुनी हुई साइटें और विषय पढ़ता हूँ और रोज़ आपके समय पर एक छोटा डाइजेस्ट भेजता हूँ।',
    choose: 'अपनी पसंद के विषयों पर टैप करें, फिर तुरंत अपना पहला डाइजेस्ट देखें।',
    chooseFirst: 'पहले कम से कम एक विषय चुनें, या किसी ऐसी साइट का पता भेजें जिसे आप पढ़ते हैं।',
    group: 'डाइजेस्ट इस चैट में आएँगे। उनमें क्या हो, यह केवल यहाँ के एडमिन बदल सकते हैं।',
    onItsWay: 'आपका पहला डाइजेस्ट आ रहा है।',
    change: 'समय या जगह यहाँ बदलें, या ऐसे ही रहने दें।',
    ready: 'सब तैयार है।',
    whatNext: 'सारांश के लिए कोई लिंक भेजें, फ़ॉलो करने के लिए पता, या कोई सवाल।',
  },

  schedule: {
    every: (days, times, place) => `${days}, ${times} बजे, ${place} के समय से।`,
    everyDay: 'हर दिन',
    weekdays: 'सोमवार से शुक्रवार',
    weekend: 'शनिवार और रविवार',
    nowThere: (clock) => `वहाँ अभी ${clock} बजे हैं।`,
    next: (day, clock) => `अगला डाइजेस्ट: ${day}, ${clock} बजे।`,
    paused: 'डाइजेस्ट रुके हुए हैं।',
    none: 'अभी कोई डाइजेस्ट तय नहीं है। /start से तय करें।',
  },

  topics: {
    title: 'विषय',
    choose: 'फ़ॉलो या अनफ़ॉलो करने के लिए टैप करें।',
    following: (value) => `आप ${topics(value)} फ़ॉलो करते हैं।`,
    none: 'यहाँ अभी कोई विषय नहीं है। इसकी जगह किसी साइट का पता भेजें।',
    noSuch: (text) => `मुझे “${text}” नाम का कोई विषय नहीं पता। ये विषय मुझे पता हैं:`,
    which: 'आपका मतलब किससे है?',
    matches: (text) => `“${text}” से मेल खाता है:`,
    followed: (names) => `अब आप ${names} फ़ॉलो करते हैं।`,
    already: (names) => `आप ${names} पहले से फ़ॉलो करते हैं।`,
  },

  interests: {
    title: 'आपका अपना विषय',
    ask: 'कुछ शब्दों में, किसी भी भाषा में बताएँ कि आपकी रुचि किसमें है। जैसे: यूरोप में रोबोटैक्सी, या 芯片出口管制।',
    trying: (words) => `देख रहा हूँ कि “${words}” से क्या मिलेगा …`,
    words: (words) => `मैं यह खोजता हूँ: ${words}`,
    statedAs: (phrase) => `आपके शब्दों में: ${phrase}`,
    fits: (value) =>
      plural('hi', value, {
        one: `पिछले महीने का ${n(value)} लेख इसमें आता, जैसे:`,
        other: `पिछले महीने के ${n(value)} लेख इसमें आते, जैसे:`,
      }),
    nothingYet: 'पिछले महीने मैंने जो पढ़ा, उसमें कुछ मेल नहीं खाता। मैं इसे सहेजकर नज़र रख सकता हूँ।',
    site: (name, host) => `इस नाम की एक साइट है: ${name} (${host})।`,
    noSource: (name) => `“${name}” नाम का कोई स्रोत मुझे नहीं मिला।`,
    orTopic: 'या इसे विषय के रूप में रखें: पिछले महीने में ऐसा कुछ नहीं आया, आते ही बताऊँगा।',
    discarded: 'छोड़ दिया। कुछ नहीं सहेजा गया।',
    askName: (name) => `अब से “${name}” को क्या कहूँ?`,
    confirmDelete: (name) => `“${name}” और इसने जो कुछ सीखा है, सब मिटाएँ? इसे फ़ॉलो करने वालों को यह फिर नहीं मिलेगा।`,
    deleted: (name) => `“${name}” मिटा दिया गया।`,
  },

  list: {
    title: 'आप क्या फ़ॉलो करते हैं',
    summary: (topicCount, sourceCount) => `${topics(topicCount)}, ${sources(sourceCount)}।`,
    empty: 'अभी कुछ नहीं। कुछ विषय चुनें, या किसी साइट, ब्लॉग या फ़ीड का पता भेजें।',
    page: (page, pages) => `पेज ${n(page)} / ${n(pages)}`,
    topic: 'विषय',
    failing: 'अभी पढ़ा नहीं जा सकता',
    stopped: 'अब मौजूद नहीं है',
    removed: (name) => `अब आप ${name} फ़ॉलो नहीं करते।`,
    restored: (name) => `आप ${name} फिर से फ़ॉलो करते हैं।`,
    which: 'किसे अनफ़ॉलो करना है?',
    howToAdd: 'साइट जोड़ने के लिए बस उसका पता भेजें।',
  },

  subscribe: {
    ask: 'किसी साइट, ब्लॉग, फ़ीड या चैनल का पता भेजें, या किसी विषय का नाम।',
    looking: (where) => `${where} पर लेख खोज रहा हूँ …`,
    followed: (title) => `अब आप ${title} फ़ॉलो करते हैं।`,
    already: (title) => `आप ${title} पहले से फ़ॉलो करते हैं।`,
    preview: (value) =>
      plural('hi', value, {
        one: `पिछले हफ़्ते यहाँ ${n(value)} लेख छपा।`,
        other: `पिछले हफ़्ते यहाँ ${n(value)} लेख छपे।`,
      }),
    latest: 'सबसे नए:',
    choose: (value) => `वहाँ ${count(value, 'फ़ीड है', 'फ़ीड हैं')}। आप कौन-सी फ़ॉलो करना चाहते हैं?`,
    perWeek: (value) => `हफ़्ते में लगभग ${articles(value)}`,
    unfollowed: (title) => `अब आप ${title} फ़ॉलो नहीं करते।`,
    chooseInstead: (title) => `आप जो चुनेंगे, वह ${title} की जगह लेगा।`,
    inPlaceOf: (title) => `यह ${title} की जगह आया है।`,
    retrying: (title) => `मैं ${title} अभी फिर से पढ़ रहा हूँ। खुल गया तो अगले डाइजेस्ट में मिलेगा।`,
    imported: (value) => `अब आप ${count(value, 'और स्रोत', 'और स्रोत')} फ़ॉलो करते हैं।`,
    importing: (done, total) => `आपकी फ़ीड पढ़ रहा हूँ: ${n(total)} में से ${n(done)} …`,
    importedLeft: (value, limit) =>
      `${count(value, 'फ़ीड नहीं जुड़ी', 'फ़ीड नहीं जुड़ीं')}: ${plural('hi', value, { one: 'पहले से फ़ॉलो में थी', other: 'पहले से फ़ॉलो में थीं' })} या जगह नहीं बची; सीमा ${n(limit)} है।`,
    importFailed: (value) => `${count(value, 'फ़ीड पढ़ी नहीं जा सकी', 'फ़ीड पढ़ी नहीं जा सकीं')}:`,
    importMore: (value) => `${n(value)} और`,
    importRead: 'बाकी मैंने पढ़ ली हैं। उनमें जो नया है, वह अगले डाइजेस्ट में आएगा।',
    importUndone: (value) =>
      `अब आप उस सूची ${plural('hi', value, { one: `का ${n(value)} स्रोत`, other: `के ${n(value)} स्रोत` })} फ़ॉलो नहीं करते।`,
  },

  links: {
    reading: (where) => `${where} पढ़ रहा हूँ …`,
    several: (value) =>
      plural('hi', value, {
        one: `${n(value)} लिंक मिला। इसका क्या करूँ?`,
        other: `${n(value)} लिंक मिले। इनका क्या करूँ?`,
      }),
    tooMany: (value) =>
      plural('hi', value, {
        one: `मैंने पहला ${n(value)} लिया।`,
        other: `मैंने पहले ${n(value)} लिए।`,
      }),
    readingText: 'आपका पाठ पढ़ रहा हूँ …',
    askSummary: 'किसी लेख का लिंक भेजें, मैं उसका सारांश बना दूँगा।',
  },

  digest: {
    gathering: 'जो नया है, जुटा रहा हूँ …',
    nothingInTopic: 'पिछले तीन दिनों में इस विषय में कुछ नहीं आया। बाक़ी विषय /topics में हैं।',
    gatheringTopic: (name) => `${name} में जो नया है, जुटा रहा हूँ …`,
    nothingNew: 'पिछले डाइजेस्ट के बाद कुछ नया नहीं। कोई लिंक भेजें या /topics में और विषय फ़ॉलो करें।',
  },

  answer: {
    searching: 'अपने पढ़े हुए में खोज रहा हूँ …',
    sources: 'यहाँ से:',
    nothing: 'मैंने जो पढ़ा है, उसमें इस बारे में कुछ नहीं मिला। दूसरे शब्द आज़माएँ, या कोई लिंक भेजें।',
    stopped: 'रोक दिया गया। ऊपर वही है जो तब तक लिखा गया था।',
    stoppedEmpty: 'कुछ लिखे जाने से पहले ही रोक दिया गया।',
    together: (earlier) => `आपके पिछले सवाल के साथ मिलाकर खोजा: “${earlier}”।`,
    notIn: (name) => `“${name}” में इस बारे में कुछ नहीं मिला।`,
    otherLanguage: (language) =>
      `अभी कोई AI उपलब्ध नहीं है, इसलिए मैं केवल मूल पाठ के शब्द खोजता हूँ। उसी की भाषा में पूछें: ${language}।`,
    elsewhere: 'मैंने जो और पढ़ा है, उसमें:',
    fromYours: (name) => `आपके भेजे पाठ से: “${name}”।`,
  },

  summary: {
    by: (author) => `लेखक: ${author}`,
    originallyBy: (author) => `मूल लेखक: ${author}`,
    noAuthor: 'लेखक का नाम नहीं दिया गया है।',
    keySentences: 'लेख के मुख्य वाक्य, बिना AI के चुने गए।',
    why: (text) => `यह क्यों अहम है: ${text}`,
    evidenceTitle: (point) => `बिंदु ${n(point)} कहाँ से आया`,
  },

  settings: {
    title: 'सेटिंग',
    time: 'समय',
    zone: 'जगह',
    days: 'दिन',
    language: 'भाषा',
    summaryLanguage: 'सारांश की भाषा',
    length: 'लंबाई',
    layout: 'लेआउट',
    same: 'मेरी भाषा',
    original: 'हर लेख की अपनी भाषा',
    lengths: { short: 'छोटा', standard: 'सामान्य', long: 'लंबा' },
    lengthNotes: {
      short: 'हर लेख के एक-दो बिंदु',
      standard: 'हर लेख के लगभग तीन बिंदु',
      long: 'हर लेख के लगभग पाँच बिंदु',
    },
    layouts: { compact: 'संक्षिप्त', standard: 'सामान्य', detailed: 'विस्तृत', rich: 'खुलने वाला' },
    layoutNotes: {
      compact: 'पहले शीर्षक, बाकी छिपा हुआ',
      standard: 'शीर्षक और उनके बिंदु',
      detailed: 'सब कुछ, लेखकों और कारणों के साथ',
      rich: 'शीर्षक टैप करने पर खुलते हैं; नया Telegram चाहिए',
    },
    everyDay: 'हर दिन',
    weekdays: 'सोम से शुक्र',
    weekend: 'शनि और रवि',
    chooseTime: 'डाइजेस्ट कब आए? एक या ज़्यादा समय चुनें।',
    chooseZone: 'आप कहाँ हैं? हर जगह के साथ वहाँ का अभी का समय लिखा है।',
    chooseDays: 'किन दिनों में?',
    chooseLanguage: 'मैं किस भाषा में बात करूँ?',
    chooseSummary: 'सारांश किस भाषा में लिखूँ?',
    chooseLength: 'हर लेख का सारांश कितना लंबा हो?',
    chooseLayout: 'डाइजेस्ट कैसा दिखे?',
    typeTime: 'समय लिखें, जैसे 8:30। एक से ज़्यादा भी चलेंगे: 8:00, 18:30।',
    typeZone: 'अपना शहर अंग्रेज़ी अक्षरों में लिखें, जैसे Tokyo, या समय क्षेत्र, जैसे Europe/Paris या UTC+8।',
    locationButton: 'मेरी लोकेशन भेजें',
    locationAsk: 'नीचे के बटन पर टैप करें। मैं केवल समय क्षेत्र सहेजता हूँ, जगह नहीं।',
    saved: 'सहेज लिया।',
    oneTime: 'कम से कम एक समय रखना ज़रूरी है। /pause से डाइजेस्ट रुक जाते हैं।',
  },

  state: {
    paused: 'रोक दिया। जब तक आप फिर शुरू न करें, कोई डाइजेस्ट नहीं आएगा; बाकी सब चलता रहेगा।',
    resumed: 'फिर से स्वागत है। आपके डाइजेस्ट अब आते रहेंगे।',
    notPaused: 'आपके डाइजेस्ट पहले से चालू हैं।',
    stopped:
      'बंद कर दिया। अब मैं कोई डाइजेस्ट नहीं भेजूँगा। आपके विषय और सेटिंग सहेजे हुए हैं: /resume उन्हें लौटाता है, /delete मिटाता है।',
    status: 'स्थिति',
    follows: (topicCount, sourceCount) => `आप ${topics(topicCount)} और ${sources(sourceCount)} फ़ॉलो करते हैं।`,
    failing: (value) => `${count(value, 'स्रोत अभी पढ़ा नहीं जा सकता', 'स्रोत अभी पढ़े नहीं जा सकते')}; /list देखें।`,
    on: 'डाइजेस्ट चालू हैं।',
  },

  talk: {
    hello: 'नमस्ते!',
    anyTime: 'कभी भी पूछें।',
    cancelled: 'ठीक है, रद्द कर दिया।',
    sorry: 'माफ़ करें। आप दूसरे विषय चुन सकते हैं, या समय और लंबाई बदल सकते हैं:',
    nothingToCancel: 'रद्द करने के लिए कुछ नहीं है। यहाँ से आगे बढ़ें:',
  },

  help: {
    title: 'मैं क्या कर सकता हूँ',
    lines: [
      'लिंक या पूरा लंबा पाठ भेजें: मैं उसका सारांश बनाता हूँ, और आप उसके बारे में पूछ सकते हैं।',
      '/subscribe के साथ कोई पता या विषय: मैं उसे आपके लिए फ़ॉलो करता हूँ।',
      'सवाल या कुछ शब्द भेजें: मैं अपने पढ़े हुए में खोजता हूँ।',
      'OPML फ़ाइल भेजें: मैं आपकी फ़ीड इंपोर्ट कर लेता हूँ।',
      '/digest दिखाता है कि अभी नया क्या है, /list कि आप क्या फ़ॉलो करते हैं।',
      '/settings से समय, जगह, भाषा और लंबाई बदलें।',
      '/pause और /resume तुरंत काम करते हैं। /delete आपका सारा डेटा मिटाता है।',
      'या सीधे कह दें: “हर दिन 8:30 बजे”, “खेल की खबरें मत भेजो”, “क्या नया है?”',
    ],
    group: 'ग्रुप या चैनल में एडमिन यही कमांड इस्तेमाल करते हैं। डाइजेस्ट उसी टॉपिक में आते हैं जहाँ /start भेजा गया था।',
  },

  remove: {
    title: 'अपना सारा डेटा मिटाएँ?',
    what: 'इससे यहाँ के आपके विषय, स्रोत, सेटिंग और डाइजेस्ट हमेशा के लिए मिट जाएँगे। इसे वापस नहीं लिया जा सकता। इस चैट के संदेश तब तक रहेंगे जब तक आप उन्हें न मिटाएँ।',
    done: 'सब कुछ मिटा दिया गया।',
    removed: (subscriptions, schedules, digests) =>
      `मिटाया गया: ${count(subscriptions, 'सदस्यता', 'सदस्यताएँ')}, ${count(schedules, 'समय-सारणी', 'समय-सारणियाँ')}, ${count(digests, 'डाइजेस्ट', 'डाइजेस्ट')}, और आपकी सेटिंग।`,
    sources: (value) =>
      `${count(value, 'पता', 'पते')} जो केवल आप फ़ॉलो करते थे, ${plural('hi', value, { one: 'वह भी मिटा दिया गया', other: 'वे भी मिटा दिए गए' })}।`,
    comeBack: 'कभी वापस आना चाहें तो: /start',
    packs: (value) =>
      plural('hi', value, {
        one: `आपका बनाया ${n(value)} पैक हट गया; जिन्होंने उससे फ़ॉलो किया था, उनका फ़ॉलो बना रहेगा।`,
        other: `आपके बनाए ${n(value)} पैक हट गए; जिन्होंने उनसे फ़ॉलो किया था, उनका फ़ॉलो बना रहेगा।`,
      }),
    kept: 'कुछ नहीं मिटाया गया।',
  },

  chat: {
    groupHello: 'नमस्ते! मैं इस चैट में छोटा डाइजेस्ट भेज सकता हूँ। विषय चुनने के लिए कोई एडमिन /start भेज सकता है।',
    channelHello: (title) =>
      `अब मैं ${title} में पोस्ट कर सकता हूँ। उसके विषय चुनने के लिए चैनल में /start लिखें; मैं वहीं जवाब दूँगा।`,
    channelNoRights: (title) => `मैं अभी ${title} में पोस्ट नहीं कर सकता। मुझे वहाँ संदेश पोस्ट करने की अनुमति दें।`,
    gone: (title) => `मुझे ${title} से हटा दिया गया। उसकी सेटिंग सहेजी हुई हैं, शायद मैं लौट आऊँ।`,
  },

  oldButton: 'यह बटन पुराना हो गया है। यहाँ से आगे बढ़ें:',
  unreadable: 'मैं लिंक, शब्द और OPML फ़ाइलें पढ़ सकता हूँ। इनमें से कुछ भेजें, या /help देखें।',
  invited: (user) => `${user} अब यह बॉट इस्तेमाल कर सकते हैं।`,
  inviteHow: '/invite और वह ID लिखें जो उस व्यक्ति को दिखाया गया था।',

  zones: {
    'Asia/Shanghai': 'शंघाई',
    'Asia/Hong_Kong': 'हांगकांग',
    'Asia/Taipei': 'ताइपे',
    'Asia/Singapore': 'सिंगापुर',
    'Asia/Tokyo': 'टोक्यो',
    'Asia/Kolkata': 'भारत',
    'Asia/Dubai': 'दुबई',
    'Europe/London': 'लंदन',
    'Europe/Berlin': 'बर्लिन',
    'Europe/Moscow': 'मॉस्को',
    'America/New_York': 'न्यूयॉर्क',
    'America/Chicago': 'शिकागो',
    'America/Los_Angeles': 'लॉस एंजेलिस',
    'America/Sao_Paulo': 'साओ पाउलो',
    'Australia/Sydney': 'सिडनी',
    UTC: 'UTC',
  },
}
