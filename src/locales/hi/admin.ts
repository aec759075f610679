/** What the bot says to the operators of an installation, in Hindi. */
import type { admin as english } from '../en/admin.ts'
import { formatNumber, plural } from '../format.ts'

const n = (value: number) => formatNumber('hi', value)
const count = (value: number, one: string, other: string) =>
  `${n(value)} ${plural('hi', value, { one, other })}`

export const admin: typeof english = {
  isRead: 'इसे पढ़ा जा रहा है।',
  isNotRead: 'इसे नहीं पढ़ा जा रहा।',
  askSource: 'किसी साइट या फ़ीड का पता भेजें। उसके लेख इस विषय के सभी पाठकों को मिलेंगे।',
  askTopic: 'विषय का नाम, कोलन, और वे शब्द लिखें जिनसे उसके लेख पहचाने जाएँ। जैसे: नौकायन: रेगाटा, चप्पू, नाविक',
  inCatalogue: (name) => `${name} अब स्रोत सूची में है।`,
  labels: {
    addSource: '+ स्रोत जोड़ें',
    addTopic: '+ विषय जोड़ें',
    renameTopic: 'इस विषय का नाम बदलें',
    stopReading: 'पढ़ना बंद करें',
    readAgain: 'फिर से पढ़ें',
    chart: '30 दिनों का ग्राफ़',
    failing: 'न खुलने वाले स्रोत',
    broadcast: 'सबके लिए संदेश',
    readers: 'पाठक खोजें',
    catalogue: 'स्रोत सूची',
    openToAll: 'सबके लिए खोलें',
    byInvitation: 'केवल आमंत्रण से',
    beginMaintenance: 'रखरखाव शुरू करें',
    endMaintenance: 'रखरखाव ख़त्म करें',
    refresh: 'फिर से देखें',
    back: '‹ वापस',
    test: 'फिर से दिखाएँ',
    rewrite: 'फिर से लिखें',
    cancel: 'रद्द करें',
    stop: 'रोकें',
    block: 'रोक लगाएँ',
    unblock: 'फिर से आने दें',
    usualLimit: 'सामान्य सीमा',
  },
  title: 'Gazette का हाल',
  chats: (active, paused, lost) => `चैट: ${n(active)} सक्रिय, ${n(paused)} रुकी हुई, ${n(lost)} संपर्क से बाहर`,
  today: (digests, failures) => `आज: ${count(digests, 'डाइजेस्ट', 'डाइजेस्ट')}, ${n(failures)} नहीं पहुँचे`,
  sources: (total, followed, failing) =>
    `स्रोत: कुल ${n(total)}, ${n(followed)} फ़ॉलो किए हुए, ${n(failing)} नहीं खुल रहे`,
  budget: (used, limit) => `आज मॉडल: ${count(limit, 'टोकन', 'टोकन')} में से ${n(used)}`,
  cost: (usd) => `30 दिनों में मॉडल का ख़र्च: ${usd.toFixed(2)} USD`,
  noPrice: 'LLM_PRICES में इस्तेमाल हुए किसी मॉडल का दाम नहीं है, इसलिए ख़र्च नहीं बता सकता।',
  inviteOnlyOn: 'नए पाठकों को आमंत्रण चाहिए (/invite)।',
  inviteOnlyOff: 'कोई भी शुरू कर सकता है।',
  maintenanceOn: 'रखरखाव: मैं केवल संचालकों को जवाब देता हूँ। डाइजेस्ट चालू हैं।',
  maintenanceOff: 'मैं सबको जवाब देता हूँ।',
  chart: {
    cost: 'मॉडल का ख़र्च (USD)',
    title: (days) =>
      `${plural('hi', days, { one: `पिछला ${n(days)} दिन`, other: `पिछले ${n(days)} दिन` })}, ऊपर से नीचे:`,
    line: (name, last, most) => `${name}: आज ${last}, सबसे ज़्यादा ${most}`,
    subscribers: 'चैट',
    digests: 'डाइजेस्ट',
    failures: 'न पहुँचे हिस्से',
    tokens: 'मॉडल के टोकन',
  },
  failingLine: (name, since, followers, error) =>
    `• ${name}: ${since} से, ${count(followers, 'फ़ॉलोअर', 'फ़ॉलोअर')}, ${error}`,
  noneFailing: 'सभी स्रोत पढ़े जा सकते हैं।',
  retried: 'इसे अभी फिर से पढ़ा जा रहा है।',
  catalogue: 'किस विषय के स्रोत बदलने हैं?',
  tapSource: 'देखने के लिए किसी स्रोत पर टैप करें।',
  noCatalogue: 'इस विषय का अपना कोई स्रोत नहीं है।',
  askBroadcast: 'वह संदेश लिखें जो हर चैट को मिलना है। पहले आप उसे देखेंगे; अभी कुछ नहीं भेजा जाएगा।',
  draft: (chats) => `ऊपर वाला संदेश ${count(chats, 'चैट', 'चैट')} को मिलेगा।`,
  sendTo: (chats) => `${count(chats, 'चैट', 'चैट')} को भेजें`,
  progress: (sent, waiting, failed) => `${n(sent)} भेजे गए, ${n(waiting)} रास्ते में हैं, ${n(failed)} नहीं पहुँच सके।`,
  stopped: (chats) => `रोक दिया गया: ${count(chats, 'चैट', 'चैट')} को नहीं मिला।`,
  askReader: 'पाठक का ID लिखें: केवल अंक, जैसे /admin और त्रुटि संदेशों में दिखते हैं।',
  reader: (user) => `पाठक ${user}`,
  isBlocked: 'रोक लगी हुई है।',
  isWelcome: 'बॉट इस्तेमाल कर सकते हैं।',
  usualLimit: 'मॉडल की सामान्य सीमा।',
  ownLimit: (tokens) => `मॉडल के ज़्यादा से ज़्यादा ${count(tokens, 'टोकन', 'टोकन')} रोज़।`,
  used: (tokens) => `पिछले 24 घंटों में ${count(tokens, 'टोकन', 'टोकन')}।`,
  limit: (tokens) => n(tokens),
  alerts: {
    budget: 'आज के लिए मॉडल का कोटा ख़त्म हो गया; कल तक सारांश की जगह मुख्य वाक्य मिलेंगे। LLM_DAILY_TOKENS से इसे बढ़ाएँ।',
    lane: (minutes) =>
      `संदेश इंतज़ार में हैं, पर ${count(minutes, 'मिनट', 'मिनट')} से कुछ नहीं भेजा गया। क्या भेजने वाली सेवा चल रही है?`,
    outage: (failing, all) =>
      `पिछले घंटे में पढ़े गए ${count(all, 'स्रोत', 'स्रोतों')} में से ${n(failing)} नहीं खुले। क्या नेटवर्क चल रहा है?`,
    topic: (name, days) =>
      `विषय “${name}” के फ़ॉलोअर हैं, पर ${count(days, 'दिन', 'दिनों')} से उसमें कुछ नहीं आया। उसके स्रोत /admin में देखें।`,
  },
}
