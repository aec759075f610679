/** What the bot tells unasked, in Hindi. */
import type { notices as english } from '../en/notices.ts'
import { formatNumber, plural } from '../format.ts'

const n = (value: number) => formatNumber('hi', value)
const count = (value: number, one: string, other: string) =>
  `${n(value)} ${plural('hi', value, { one, other })}`

export const notices: typeof english = {
  sourceStopped: (title) => `${title} अब मौजूद नहीं है, इसलिए मैंने उसे पढ़ना बंद कर दिया। उसे /list में हटा सकते हैं।`,
  sourceFailing: (title, days) => `मैं ${count(days, 'दिन', 'दिनों')} से ${title} नहीं पढ़ पा रहा हूँ। कोशिश जारी है।`,
  sourceQuiet: (title, days) =>
    `${title} में ${count(days, 'दिन', 'दिनों')} से कुछ नहीं छपा, जो सामान्य नहीं है। शायद उसका पता बदल गया है।`,
  sourceMoved: (title, host) => `${title} अब ${host} पर है; मैं उसे वहीं फ़ॉलो करता हूँ।`,
  severalFeeds: 'उसकी साइट पर अब कई फ़ीड हैं: “इसका नया पता खोजें” से उन्हें देखें।',
  noRights: (title) =>
    `मैं अब ${title} में नहीं लिख सकता, इसलिए उसके डाइजेस्ट रुके हुए हैं। मुझे पोस्ट करने का अधिकार दें और वहाँ /resume भेजें।`,
  threadClosed: (title) => `${title} में डाइजेस्ट वाला टॉपिक बंद है, इसलिए वे सामान्य टॉपिक में जा रहे हैं।`,
  copyLabel: '(दोबारा भेजा: Telegram ने पहले की पुष्टि नहीं की।)',
  heldAsk: (number, part) =>
    number === null
      ? `Telegram ने नहीं बताया कि मेरा पिछला संदेश पहुँचा या नहीं। क्या डाइजेस्ट का भाग ${n(part)} यहाँ है?`
      : `Telegram ने नहीं बताया कि मेरा पिछला संदेश पहुँचा या नहीं। क्या डाइजेस्ट सं. ${n(number)} का भाग ${n(part)} यहाँ है?`,
  heldArrived: 'यहाँ है',
  heldAgain: 'फिर से भेजें',
  heldThanks: 'धन्यवाद। कुछ बाकी हो तो अब आ रहा है।',
  heldSending: 'फिर से भेज रहा हूँ।',
  heldSettled: 'यह पहले ही तय हो चुका है।',
  ledger: {
    when: (day, clock) => `${day}, ${clock} बजे`,
    sent: (number, when, parts) =>
      `पिछला डाइजेस्ट: सं. ${n(number)}, ${when}, ${count(parts, 'संदेश', 'संदेशों')} में।`,
    nothing: (when) => `${when}: कुछ नया नहीं था, इसलिए कुछ नहीं भेजा गया।`,
    late: 'यह देर से आया, क्योंकि तय समय पर मैं चल नहीं रहा था।',
    merged: (value) =>
      plural('hi', value, {
        one: `इसमें छूटा हुआ ${n(value)} डाइजेस्ट भी शामिल है।`,
        other: `इसमें छूटे हुए ${n(value)} डाइजेस्ट भी शामिल हैं।`,
      }),
    waiting: (value) =>
      plural('hi', value, {
        one: `इसका ${n(value)} संदेश अभी रास्ते में है।`,
        other: `इसके ${n(value)} संदेश अभी रास्ते में हैं।`,
      }),
    unknown: (value) =>
      plural('hi', value, {
        one: `Telegram ने इसके ${n(value)} संदेश की पुष्टि नहीं की।`,
        other: `Telegram ने इसके ${n(value)} संदेशों की पुष्टि नहीं की।`,
      }),
    failed: (value, why) =>
      plural('hi', value, {
        one: `इसका ${n(value)} संदेश नहीं पहुँच सका: ${why}`,
        other: `इसके ${n(value)} संदेश नहीं पहुँच सके: ${why}`,
      }),
    copies: (value) =>
      plural('hi', value, {
        one: `${n(value)} संदेश दोबारा भेजा गया, क्योंकि Telegram ने पुष्टि नहीं की।`,
        other: `${n(value)} बार संदेश दोबारा भेजे गए, क्योंकि Telegram ने पुष्टि नहीं की।`,
      }),
  },
}
