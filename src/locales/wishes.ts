/** What people write when they want something done and name no command: 'no more sports', '今天有什么新闻', 'thanks'. */
import type { WhenWords } from '../core/when.ts'
import type { LocaleTag } from './locale.ts'

export const wishKinds = [
  'cancel',
  'undo',
  'hello',
  'thanks',
  'missed',
  'sorry',
  'about',
  'stored',
  'silence',
  'shorter',
  'longer',
  'summaries',
  'rhythm',
  'pause',
  'zone',
  'unmute',
  'drop',
  'less',
  'more',
  'leave',
  'news',
  'follow',
] as const
export type WishKind = (typeof wishKinds)[number]

/** Patterns for whole messages in lower case; ~ stands for what the wish is about. */
type Patterns = Readonly<Record<WishKind, readonly string[]>>
interface WishWords {
  patterns: Patterns
  when: WhenWords
}

/** What a language calls the parts of a day, from morning to evening; null for one that it does not tell apart. */
const partsOf = (
  morning: RegExp,
  noon: RegExp | null,
  afternoon: RegExp | null,
  evening: RegExp,
): WhenWords['parts'] =>
  (
    [
      // 'afternoon' and '下午' before 'noon' and '午'.
      [afternoon, '15:00'],
      [noon, '12:00'],
      [morning, '08:00'],
      [evening, '20:00'],
    ] as const
  ).flatMap(([pattern, hour]) => (pattern ? [[pattern, hour] as const] : []))

const never = /(?!)/gu

/** Both scripts of Chinese: people mix them, and phones write one for the other. */
const chinese: WishWords = (() => {
  const when =
    '(?:今天|今日|今早|昨天|昨晚|昨日|最近|近期|近来|近來|这周|這週|本周|本週|上周|上週|这几天|這幾天|这两天|這兩天|这个月|這個月|现在|現在|早上)?'
  const thing =
    '(?:新闻|新聞|消息|内容|內容|文章|东西|東西|资讯|資訊|信息|頭條|头条|要闻|要聞|动态|動態|进展|進展|新鲜事|新鮮事|大事|事儿|事情|事)'
  const about = `(?:关于|關於|有关|有關|跟|和)?~(?:相关|相關|有关|有關|方面|领域|領域|类|類)?的?${thing}?`
  const polite = '(?:请|請|麻烦|麻煩|帮我|幫我|我|你|就|以后|以後)*'
  const end = '(?:了|啦|吧|呀|啊|哦|好吗|好嗎|谢谢|謝謝)*'
  const send = '(?:发|發|傳|推送|推播|推荐|推薦|推|送|讲|講)(?:来|來|给我|給我|了)?'
  const not = '(?:别|別|不要|不用|甭)(?:再|总|總|老)?(?:给我|給我|跟我)?'
  return {
    patterns: {
      cancel: [
        '不是?',
        '没有',
        '沒有',
        '取消(?:吧|了)?',
        '算了(?:吧)?',
        '不用了',
        '不要了',
        '没事了?',
        '沒事了?',
        '当我没说',
        '當我沒說',
      ],
      undo: ['撤[销銷消回](?:吧|掉)?', '(?:还原|還原|复原|復原|反悔|改回去)(?:吧|了)?'],
      hello: [
        '(?:你|您|大家)好(?:啊|呀)?',
        '嗨',
        '哈[喽啰囉]',
        '在吗',
        '在嗎',
        '早(?:啊|安|上好)?',
        '(?:上午|中午|下午|晚上)好',
        '晚安',
      ],
      thanks: [
        '是的?(?:呀|啊)?',
        '对(?:的|啊|呀)?',
        '對(?:的|啊|呀)?',
        '行',
        '可以',
        '(?:哈|呵|嘿|嘻)+',
        '牛逼?',
        '厉害',
        '厲害',
        '不错',
        '不錯',
        '(?:好的?[,，]?)?(?:多谢|多謝|谢谢|謝謝|感谢|感謝|谢了|謝了|谢啦|謝啦)(?:你|您|啦|了)?',
        '好的?(?:吧|呀|嘞)?',
        '嗯+',
        '知道了',
        '收到',
        '明白了?',
        '辛苦了?',
      ],
      missed: [
        `${when}我?${when}(?:都)?(?:错过|錯過|漏掉|漏)了?(?:什么|什麼|啥|哪些)${thing}?(?:吗|嗎|呢|啊)?`,
      ],
      about: [
        '(?:你|这个?|這個?|这个机器人|這個機器人|gazette)?(?:是)?(?:谁|誰)(?:做|开发|開發|创造|創造|制作|製作)(?:的|了?你的?)(?:你|呢|啊)?',
        '(?:你|这个?|這個?)?(?:是|用你|用这个|用這個)?(?:要钱|要錢|收费|收費|免费|免費|要付费|要付費|要付钱|要付錢)的?(?:吗|嗎)',
        '你是(?:个|個|一个|一個)?(?:机器人|機器人|ai|人工智能|人工智慧|真人|人)(?:吗|嗎)',
        '(?:要|怎么|怎麼)?(?:多少钱|多少錢|收费|收費)',
      ],
      stored: [
        '你?(?:会|會)?(?:保存|存|储存|儲存|泄露|洩露|记录|記錄)(?:了)?(?:我的?|什么|什麼)(?:数据|數據|资料|資料|隐私|隱私|信息|資訊)(?:吗|嗎)?',
        '我的?(?:数据|數據|资料|資料|隐私|隱私)(?:安全|会泄露|會洩露)(?:吗|嗎)',
        '你(?:知道|存|保存)了?我(?:的)?(?:什么|什麼|哪些)(?:数据|資料|信息)?',
      ],
      sorry: [
        '(?:(?:你|这个?|這個?|它)(?:机器人|機器人)?)?(?:真是?|真的|好|太|怎么这么|怎麼這麼|就?是个?|就?是個?|很)*(?:笨|蠢|傻|烂|爛|垃圾|没用|沒用|无聊|無聊|吵|傻[逼比叉b]|智障|白痴|废物|廢物|烦人?|煩人?)(?:了|啊|死了|机器人|機器人)*',
        '滚(?:开|蛋)?',
        '滾(?:開|蛋)?',
        '闭嘴',
        '閉嘴',
        '答非所问',
        '答非所問',
        '(?:这|這|你)?的?(?:回答|总结|總結|摘要|翻译|翻譯)?(?:得|的)?(?:不对|不對|有错|有錯)(?:吧|啊)?',
        '錯了',
        '错了',
        '不是这个(?:意思)?',
        '不是這個(?:意思)?',
        '(?:消息|推送|内容|內容)?太多了',
      ],
      silence: [
        `${polite}(?:全部|所有|一切|全都)?(?:屏蔽|静音|靜音)(?:全部|所有|一切)(?:的?(?:${thing}|推送|推播))?${end}`,
        `(?:先|暂时|暫時)?${polite}${not}${send}(?:任何|所有|全部)?的?(?:${thing}|摘要|推送|推播)?${end}`,
      ],
      leave: [`(?:请|請|我)*(?:不要|不想要|不看|取消|去掉|删掉|刪掉|删除|刪除|移除)~${end}`],
      news: [
        '(?:请|請|帮我|幫我)?(?:总结|總結|概括|汇总|匯總)一?下?(?:今天|今日|最近|这周|這週)?的?(?:新闻|新聞|消息|头条|頭條)',
        '(?:今日|今天的?)?(?:热搜|熱搜|热点|熱點|热门|熱門)',
        `(?:请问|請問|那)?${when}(?:~(?:领域|領域|方面|圈|行业|行業|界)?)??${when}(?:都|还|還|又)?(?:有|出了|发生了|發生了)(?:什么|什麼|啥|哪些|没有|沒有|没|沒)?(?:最新|新|大|重要|重大|重磅|热门|熱門|好玩|有趣)*的?${thing}(?:吗|嗎|呢|啊|呀|嘛|么|麼|没有|沒有|没|沒|吧)*`,
        `(?:随便|隨便)?(?:给我|給我)?(?:看看|看一?下|来点|來點|说说|說說|讲讲|講講|播报一?下|播報一?下|看)?${when}的?(?:最新)?(?:~的?)??(?:最新)?的?(?:新闻|新聞|消息|头条|頭條|要闻|要聞|资讯|資訊|动态|動態)(?:吧|呢)?`,
        '(?:有|出)?(?:什么|什麼|啥)新(?:鲜的?|鮮的?|的)?(?:吗|嗎)?',
        `${when}~(?:领域|領域|方面|圈|行业|行業|界)?${when}(?:都)?(?:发生了|發生了)(?:什么|什麼|啥)(?:呢|啊)?`,
      ],
      rhythm: [
        '(?:改成|改为|改為|换成|換成|改)?(?:(?:一|每)(?:天|日|周|週|星期|个?月|個?月|小时|小時)(?:只|就)?(?:发|發|推|来|來)?(?:一|两|兩|二|三|四|几|幾|\\d)(?:次|期|遍)|每(?:小时|小時|周|週|个?月|個?月)(?:发|發)?(?:推送|推播|一次)?|(?:实时|實時|即时|即時|随时|隨時)(?:推送|推播|通知|发|發)?|(?:少|多)(?:发|發|推)(?:一?点|一?點|几次|幾次)(?:吧)?)(?:就好|就行|就可以|就够|就夠)?(?:了|吧)?',
        '(?:周末|週末|晚上|夜里|夜裡|半夜|早上|早晨|白天|中午|工作日|今天|今晚|明天|最近|节假日|節假日|[周週星期]+[一二三四五六日天])+(?:请|請|就|都)*(?:别|別|不要|不用|不)(?:再|总|總)?(?:给我|給我|跟我)?(?:发|發|推送|推播|推|送|打扰我?|打擾我?|吵我?)(?:消息|摘要|给我|給我)?(?:了|啦|吧|好吗|好嗎|谢谢|謝謝)*',
      ],
      pause: ['(?:先|请|請|帮我|幫我)?(?:暂停|暫停|停|休息)(?:推送|推播)?(?:到|至)?~'],
      zone: [
        '我?(?:现在|現在)?人?在~',
        '把?我?的?(?:时区|時區|地区|地區)(?:改成|改到|改为|改為|换成|換成|设为|設為|是)?~',
      ],
      less: [
        `${polite}(?:想|要)?(?:少|减少|減少)(?:给我|給我)?(?:再)?(?:看|发|發|推送?|来|來|讲|講|一?些|一?点儿?|一?點兒?)*${about}${end}`,
        `(?:${about})(?:太多|(?:再|稍微)?(?:少|减少|減少)(?:发|發|推|来|來|看)?(?:一?点儿?|一?點兒?|一?些)|(?:发|發|推)少(?:一?点|一?點|一?些))${end}`,
      ],
      more: [
        `${polite}(?:想|要)?(?:多|增加)(?:给我|給我)?(?:再)?(?:看|发|發|推送?|来|來|讲|講|一?些|一?点儿?|一?點兒?)*${about}${end}`,
        `(?:${about})(?:再|稍微)?(?:多|增加)(?:发|發|推|来|來|看)?(?:一?点儿?|一?點兒?|一?些)${end}`,
      ],
      shorter: [
        `${polite}(?:把)?(?:摘要|推送|推播|每期|文章|内容|內容)(?:都)?(?:写|寫|做|发|發|推)?得?(?:太长|太長|太多|短|少|精简|精簡|简短|簡短)(?:一?点儿?|一?點兒?|一?些)?${end}`,
        `${polite}(?:少|短)(?:发|發|推|来|來)?(?:一?点儿?|一?點兒?|一?些|几篇|幾篇)(?:文章|摘要)${end}`,
      ],
      longer: [
        `${polite}(?:把)?(?:摘要|推送|推播|每期|文章)(?:都)?(?:写|寫|做|发|發|推)?得?(?:太短|太少|长|長|多|详细|詳細)(?:一?点儿?|一?點兒?|一?些)?${end}`,
        `${polite}多(?:发|發|推|来|來)?(?:一?点儿?|一?點兒?|一?些|几篇|幾篇)(?:文章|摘要)${end}`,
      ],
      summaries: [
        `${polite}(?:把)?(?:摘要|总结|總結|新闻|新聞|文章|内容|內容)(?:都)?(?:用|改成|换成|換成|翻译成|翻譯成|要|显示成?|顯示成?)~(?:显示|顯示|写|寫|的)?${end}`,
      ],
      unmute: [`${polite}(?:取消|解除|不再|别再|別再)(?:屏蔽|封鎖|静音|靜音)(?:关键词|關鍵詞|词|詞)?~${end}`],
      drop: [
        `${polite}${not}${send}${about}${end}`,
        `${polite}(?:不想|不愿意?|不願意?|懒得|懶得)(?:再)?(?:看到?|收到|听到?|聽到?)${about}${end}`,
        `我?(?:不喜欢|不喜歡|讨厌|討厭)(?!你|这|這|那|它)${about}${end}`,
        `我?(?:对|對)~(?:都|完全|真的)?(?:不感兴趣|不感興趣|没兴趣|沒興趣)${end}`,
        `${polite}(?:屏蔽|封鎖|取关|取消关注|取消追蹤|取消订阅|取消訂閱|退订|退訂|拉黑)(?:掉|一下)?(?:关键词|關鍵詞|关键字|關鍵字|这个词|這個詞)?${about}${end}`,
        `~的?${thing}?${not}${send}${end}`,
      ],
      follow: [
        `${polite}(?:想|要)?(?:订阅|訂閱|关注|關注|添加|追踪|追蹤|加上)(?:一下|下)?${about}${end}`,
        `${polite}(?:想|要|喜欢|喜歡)看~的?${thing}${end}`,
        `${polite}(?:多|也)(?:(?:给我|給我)(?:发|發|推|来|來)?|(?:发|發|推|来|來)(?=一?[点點些]))(?:一?点|一?點|一?些)?~的?${thing}${end}`,
      ],
    },
    when: {
      everyDay: /每天|每日|天天/gu,
      weekdays:
        /工作日|平日|上班日|(?:周末|週末)(?:就|请|請|都)*(?:别|別|不要|不用)(?:再)?(?:给我|給我)?(?=发|發|推|送)/gu,
      weekend: /周末|週末/gu,
      clock: never,
      parts: partsOf(/早上|早晨|清晨|上午|一早|早/u, /中午/u, /下午/u, /傍晚|晚上|晚|夜里|夜裡/u),
      around:
        /麻烦|麻煩|帮我|幫我|请|請|把?(?:推送|推播|摘要|时间|時間)|各|(?:以后|以後)|改成|改到|改为|改為|换成|換成|调到|調到|设为|設為|都|就|再|要|在|(?:发|發|傳|推送|推播|推|送)(?:给我|給我|来|來|我)?(?:一次|一期)?|给我|給我|只|仅|僅|的|时候|時候|左右|吧|好了|就行|可以吗|可以嗎|每|了$/gu,
    },
  }
})()

const wishes: Readonly<Record<LocaleTag, WishWords>> = {
  en: {
    patterns: {
      cancel: [
        'no(?:pe| thanks?| thank you)?',
        'cancel(?: it| that| this)?',
        'never ?mind',
        'nvm',
        'forget it',
        'forget about it',
        'abort',
      ],
      undo: ['undo(?: it| that| this)?', '(?:take|put|change) (?:it|that) back'],
      hello: [
        '(?:hi|hello|hey|hiya|yo|good (?:morning|afternoon|evening))(?: there| gazette| bot| everyone)?',
      ],
      thanks: [
        'ye(?:s|ah|p)(?: please)?',
        'sure',
        '(?:ha|he){1,9}h?',
        'lol',
        'wow',
        'awesome',
        'good(?: bot| job)?',
        'well done',
        'bye',
        'good ?(?:bye|night)',
        '(?:ok(?:ay)?,? )?(?:many )?(?:thanks?|thank you|thx|ty|cheers)(?: a lot| so much| you| man)?',
        'ok(?:ay)?',
        'got it',
        'great',
        'nice',
        'cool',
        'perfect',
      ],
      missed: [
        '(?:so )?what (?:did i miss|have i missed|i missed)(?: today| this week| lately| yesterday)?',
        '(?:please )?catch me up',
      ],
      about: [
        'who (?:made|built|created|owns|runs|developed) (?:you|this bot|gazette)',
        '(?:is (?:it|this|this bot|gazette)|are you)(?: really| for)? free(?: of charge| to use)?',
        '(?:(?:what|how much) (?:does (?:it|this|this bot) cost|do you cost|is it)|do i (?:have|need) to pay|what is the price)',
        'are you (?:an? )?(?:(?:ro)?bot|ai|human|real person|person|program)',
      ],
      stored: [
        '(?:do|will) you (?:store|save|keep|sell|share|collect) (?:any of )?my (?:data|messages|information)',
        'what (?:data |information )?do you (?:store|save|keep|collect|know)(?: about me)?',
        '(?:is my data (?:safe|private)|who (?:can see|sees) my (?:data|messages))',
      ],
      sorry: [
        "(?:you(?:'?re| are)|this is|(?:that|it)(?:'?s| is)) (?:(?:so|really|just|very|too|an?|pretty) )*(?:stupid|dumb|useless|boring|bad|wrong|annoying|terrible|awful|idiot|idiotic|nonsense|crap|shit|garbage|spam|noisy|much|moron)",
        '(?:stupid|dumb|useless|boring|idiot|wrong|bullshit|crap)(?: bot| answer)?',
        '(?:your|the|this|that) (?:answer|summary|translation|digest) (?:is|was) (?:so |very |totally |just )?(?:wrong|bad|useless|terrible|nonsense)',
        '(?:fuck|screw) (?:you|off|this|it)',
        'shut up',
        '(?:there are )?(?:too|so) many (?:messages|digests|notifications|articles|news)',
        "(?:that'?s )?not what i (?:asked|meant|wanted)(?: for)?",
        'i hate (?:this|you|it)',
      ],
      silence: [
        '(?:please )?mute (?:everything|all(?: of it)?|it all)(?: please)?',
        '(?:please )?(?:stop|quit) (?:sending|messaging)(?: me)?(?: (?:digests?|messages?|anything|everything|news|updates?|stuff|this|these))?',
        "(?:please )?(?:don'?t|do not) (?:send|message)(?: me)?(?: any)?(?: ?more)?(?: (?:digests?|messages?|anything|news|updates?|stuff))?(?: anymore| any more)?",
      ],
      leave: ['(?:please )?(?:stop|remove|drop|delete|take out|leave) (?:the )?~(?: please)?'],
      news: [
        "(?:please )?(?:summari[sz]e|sum up|recap|brief me on) (?:the |today'?s )*(?:news|headlines|day)(?: today| for me| please)*",
        "(?:the |today'?s )*(?:top (?:\\d+ |five |ten |three )?(?:stories|news|headlines)|headlines)(?: today| please)*",
        "what'?s trending(?: today| now)?",
        "(?:so |hey |hi )?(?:what'?s new|what is new|what'?s the (?:news|latest)|what'?s (?:happening|going on)|what happened|any(?:thing)? (?:news|new)|(?:the )?(?:latest )?news|the latest|(?:show|give|tell) me (?:the )?(?:latest )?news)(?: (?:in|about|on|from|of|with) ~)?(?:,? (?:today|this week|lately|recently|this morning|now|yesterday|please|pls))*",
        'what (?:happened|is happening) (?:today|yesterday|this week|lately) (?:in|with) ~',
        '(?:any |the |latest )*~ news(?: today| this week| please| pls)*',
      ],
      rhythm: [
        '(?:please )?(?:send (?:it|them|me (?:a |the )?(?:digests?|news))? ?)?(?:only |just )?(?:(?:once|twice|three times|\\d+ times) (?:a|per|every) (?:hour|day|week|month)(?: on \\p{L}+)?|weekly|hourly|monthly|every (?:hour|week|month|other day|two days)|(?:less|more) often|(?:in )?real ?time|instantly|immediately|as (?:soon as )?(?:it|they|things?) happens?)(?: please)?',
        "(?:please )?(?:no (?:digests?|messages?|news|notifications)|(?:don't|do not) (?:send|message|disturb|notify)(?: me)?(?: (?:anything|digests?|messages?))?|not) (?:on (?:the )?weekends?|at night|in the (?:morning|evening|night)|on \\p{L}+days?)(?: please)?",
      ],
      pause: [
        '(?:please )?(?:pause|snooze|stop|mute)(?: (?:it|digests?|everything|them|all))?(?: (?:for|until|till|to))? ~',
      ],
      zone: [
        "(?:i am|i'?m|i live|we'?re|we are)(?: now)? in ~(?: now)?",
        '(?:change |set )?(?:my )?(?:time ?zone|place|location)(?: to| is)? ~',
      ],
      less: [
        "(?:please |pls |can you |could you |(?:i want|i would like|i'd like|give me|show me|send me)(?: to (?:see|read|get))? )*(?:a (?:bit|little) |much |way |far )?(?:less|fewer)(?: of)?(?: (?:news|articles|stories|stuff))?(?: (?:about|on|of|from))? ~(?: news| articles| stories| stuff)?(?: please| pls)?",
        "(?:there(?:'s| is) |that's )?(?:way |far )?too much ~(?: news| stuff)?",
      ],
      more: [
        "(?:please |pls |can you |could you |(?:i want|i would like|i'd like|give me|show me|send me)(?: to (?:see|read|get))? )*(?:a (?:bit|little) |much |some |even )?more(?: of)?(?: (?:news|articles|stories|stuff))?(?: (?:about|on|of|from))? ~(?: news| articles| stories| stuff)?(?: please| pls)?",
      ],
      shorter: [
        "(?:please |make |send (?:me )?|i want |i'd like )*(?:the |my |your )?(?:shorter|fewer|smaller) (?:digests?|summaries|articles|items|stories)(?: please)?",
        '(?:make )?(?:the |my |your )?(?:digests?|summaries) (?:is |are )?(?:too long|shorter)(?: please)?',
        'too many (?:articles|stories|items)(?: per digest| in (?:a|the) digest)?',
      ],
      longer: [
        "(?:please |make |send (?:me )?|show (?:me )?|i want |i'd like )*(?:the |my |your )?(?:longer|more|bigger) (?:digests?|summaries|articles|items|stories)(?: please)?",
        '(?:make )?(?:the |my |your )?(?:digests?|summaries) (?:is |are )?(?:too short|longer)(?: please)?',
        'too few (?:articles|stories|items)',
      ],
      summaries: [
        '(?:please )?(?:give me |send me |show me |write |i want )?(?:the |my |all )*(?:summaries|digests?|news|everything|articles) (?:in|to|into) ~(?: please)?',
      ],
      unmute: [
        '(?:please )?(?:unmute|unhide|unblock|stop (?:muting|hiding|blocking)) (?:the (?:word|phrase|topic|source) )?~(?: please)?',
      ],
      drop: [
        '(?:please |pls )?(?:stop|quit) (?:sending|showing|giving|telling)(?: me)?(?: (?:stuff|news|things|articles|stories|anything))?(?: (?:about|on|of|from))? ~(?: news| stuff| articles| stories)?(?: please| pls)?',
        '(?:no more|enough(?: of| with)?) ~(?: news| stuff| articles| stories)?(?: please| pls)?',
        "(?:please )?(?:don'?t|do not|never) (?:send|show)(?: me)?(?: any)?(?: more)?(?: (?:stuff|news|things|articles|stories|anything))?(?: (?:about|on|from))? ~(?: news| stuff| articles| stories)?(?: anymore| again| any more)?",
        "i (?:don'?t|do not) like (?!it$|this|that|them$|you$|the )~(?: anymore| any more)?",
        "(?:i(?: am|'?m) )?not interested in ~(?: anymore| any more)?",
        "i (?:don'?t|do not) (?:want|care about)(?: to (?:see|read|get))?(?: any)?(?: more)?(?: (?:stuff|news|articles))?(?: about)? ~(?: news)?(?: anymore| any more)?",
        '(?:please )?(?:unfollow|unsubscribe(?: me)? from|mute|hide)(?: the (?:word|phrase|topic|source))? ~(?: news)?(?: please| pls)?',
      ],
      follow: [
        "(?:please |pls |can you |could you |i (?:want|would like) to |i'd like to )*(?:follow|subscribe(?: me)? to|sub to|track|add) ~(?: for me)?(?: please| pls)?",
        "(?:i want|i would like|i'?d like|send me|give me|show me)(?: to (?:read|see))?(?: more)?(?: (?:news|articles|stories|stuff))? (?:about|on) ~(?: please| pls)?",
      ],
    },
    when: {
      everyDay: /\bevery ?day\b|\bdaily\b|\bevery (?:morning|evening)\b|\beach day\b/gu,
      weekdays:
        /\b(?:every )?(?:weekdays?|workdays?|working days)\b|\b(?:not|no digests?|don't send(?: (?:me )?(?:anything|digests?|it))?) (?=on (?:the )?weekends?\b)(?:on (?:the )?weekends?)\b/gu,
      weekend: /\b(?:the |every )?weekends?\b/gu,
      clock: /\bat\b|\b(?:time|hour)s?(?: to)?\b/gu,
      parts: partsOf(
        /(?:in the )?\bmornings?\b/u,
        /(?:at )?\b(?:noon|lunch ?time)\b/u,
        /(?:in the )?\bafternoons?\b/u,
        /(?:in the |at )?\b(?:evening|night)s?\b/u,
      ),
      around:
        /\b(?:can you|could you|please|pls|i want|i'd like|change|move|set|make|send|deliver|bring)(?: (?:it|them|me|the|my|digests?|news))*(?: to)?\b|\b(?:only|just|instead|each|every|on)\b/gu,
    },
  },
  'zh-Hans': chinese,
  'zh-Hant': chinese,
  es: {
    patterns: {
      cancel: ['no(?: gracias)?', 'cancela(?:r|lo)?', 'olvídalo', 'déjalo', 'da igual'],
      undo: ['deshacer', 'deshazlo'],
      hello: ['hola(?: qué tal)?', 'buen(?:os|as)(?: (?:días|tardes|noches))?'],
      thanks: [
        's[ií]',
        'claro',
        '(?:ja){1,9}',
        'adiós',
        '(?:muchas |mil )?gracias',
        'vale',
        'ok',
        'de acuerdo',
        'genial',
        'perfecto',
      ],
      missed: ['qué me (?:he perdido|perdí)(?: hoy| esta semana)?'],
      about: [
        '¿?quién te (?:hizo|creó|ha hecho|ha creado)',
        '¿?(?:eres|es|esto es) gratis',
        '¿?cuánto cuestas?',
      ],
      stored: ['¿?(?:guardas|almacenas) mis datos'],
      sorry: [
        '(?:eres |esto es |qué )?(?:(?:muy|un|una|tan) )*(?:tonto|tonta|estúpido|estúpida|inútil|idiota|aburrido|basura|pesado)',
        '(?:son )?demasiados mensajes',
        'cállate',
        'no es lo que (?:pedí|quería)',
      ],
      silence: [
        '(?:ya )?no me (?:envíes|mandes)(?: más)?(?: (?:nada|boletines|mensajes))?',
        'deja de (?:enviarme|mandarme)(?: (?:cosas|boletines|mensajes))?',
      ],
      leave: ['(?:quita|elimina|borra) ~'],
      news: [
        '(?:qué hay de nuevo|qué novedades hay|(?:las )?(?:últimas )?(?:novedades|noticias))(?: (?:de|sobre|en) ~)?(?: (?:hoy|de hoy|esta semana))?',
      ],
      rhythm: [
        '(?:solo )?(?:(?:una vez|dos veces|\\d+ veces) (?:a la|al|por) (?:semana|día|mes)|semanal(?:mente)?|cada (?:hora|semana|mes)|al instante|en tiempo real|(?:menos|más) a menudo)',
        '(?:sin boletines|nada) (?:los fines de semana|por la noche)',
      ],
      pause: ['pausar? (?:hasta(?: el)?|durante|por) ~'],
      zone: ['(?:ahora )?(?:estoy|vivo) en ~'],
      less: [
        '(?:por favor )?(?:quiero )?(?:ver )?menos(?: (?:noticias|artículos|cosas))?(?: (?:de|sobre))? ~',
        'demasiad[oa]s?(?: noticias de)? ~',
      ],
      more: ['(?:por favor )?(?:quiero )?(?:ver )?más(?: (?:noticias|artículos|cosas))?(?: (?:de|sobre))? ~'],
      shorter: ['boletines más cortos', 'menos artículos'],
      longer: ['boletines más largos', 'más artículos'],
      summaries: ['(?:los )?resúmenes en ~'],
      unmute: ['(?:dejar? de silenciar|quita el silencio (?:de|a)) ~'],
      drop: [
        '(?:ya )?no (?:me )?(?:envíes|mandes|muestres)(?: más)?(?: (?:noticias|cosas|artículos))?(?: (?:de|sobre))? ~',
        '(?:ya )?no quiero(?: (?:ver|recibir))?(?: más)?(?: (?:noticias|cosas|nada))?(?: (?:de|sobre))? ~',
        'no más(?: noticias)?(?: (?:de|sobre))? ~',
        '(?:deja|dejar) de seguir(?: a)? ~',
        'silencia(?:r)? ~',
      ],
      follow: [
        '(?:por favor )?(?:sigue|seguir|suscríbeme a|suscribirme a|añade|añadir) ~',
        'quiero (?:leer|ver|recibir)(?: más)? (?:noticias|artículos) (?:de|sobre) ~',
      ],
    },
    when: {
      everyDay: /todos los días|cada día|diariamente|a diario|cada mañana/gu,
      weekdays: /entre semana|(?:los )?días laborables/gu,
      weekend: /(?:los |el )?fin(?:es)? de semana/gu,
      clock: /(?<!\p{L})a las?(?!\p{L})/gu,
      parts: partsOf(
        /(?:por |en |de )?la mañana|cada mañana/u,
        /(?:al )?mediodía/u,
        /(?:por |en |de )?la tarde/u,
        /(?:por |en |de )?la noche/u,
      ),
      around:
        /(?<!\p{L})(?:envía(?:lo|me(?:lo)?)?|manda(?:lo|me(?:lo)?)?|cámbialo|solo|sólo|los|el|por favor|quiero)(?!\p{L})/gu,
    },
  },
  ru: {
    patterns: {
      cancel: ['нет(?: спасибо)?', 'отмен(?:а|и|ить)', 'не надо', 'неважно', 'забудь'],
      undo: ['верни(?:те)?(?: как было| назад| обратно)?', 'отмен(?:и|ить) (?:последнее|это)'],
      hello: ['привет(?:ик)?', 'здравствуй(?:те)?', 'добр(?:ый день|ое утро|ый вечер)'],
      thanks: [
        'да',
        'ага',
        '(?:ха){1,9}',
        'класс',
        'пока',
        '(?:большое )?спасибо(?: большое)?',
        'благодарю',
        'ок',
        'хорошо',
        'понятно',
        'отлично',
      ],
      missed: ['что я пропустила?(?: сегодня| за неделю| на этой неделе)?'],
      about: [
        'кто тебя (?:сделал|создал)',
        '(?:это|ты) бесплатн(?:о|ый)',
        'сколько (?:это|ты) (?:стоит|стоишь)',
      ],
      stored: ['ты хранишь мои данные'],
      sorry: [
        '(?:ты |это )?(?:(?:просто|очень|такой|полный) )*(?:дурак|тупой|глупый|бесполезн(?:ый|о)|идиот|скучно|бред|ерунда|спам)',
        'слишком много сообщений',
        'заткнись',
        'не то',
        'я не это спрашивала?',
      ],
      silence: [
        '(?:больше )?(?:ничего )?(?:мне )?не присылай(?:те)?(?: мне)?(?: (?:больше|ничего|дайджесты|сообщения))*',
      ],
      leave: ['(?:убери|удали) ~'],
      news: [
        '(?:что нового|какие новости|есть новости|(?:последние |свежие )?новости)(?: (?:про|о|об|в|по|на тему) ~)?(?: (?:сегодня|за неделю|на этой неделе))?',
      ],
      rhythm: [
        '(?:только )?(?:(?:один |два |три |\\d )?раза? в (?:неделю|день|месяц)|еженедельно|каждый час|каждую неделю|сразу|мгновенно|в реальном времени|реже|чаще)',
        'не (?:пиши|присылай) (?:в выходные|ночью|по выходным)',
      ],
      pause: ['(?:пауза|приостанови(?:ть)?) (?:до|на) ~'],
      zone: ['я (?:сейчас )?(?:живу )?в ~', 'часовой пояс ~'],
      less: ['(?:пожалуйста )?(?:поменьше|меньше)(?: (?:новостей|статей))?(?: (?:про|о|об))? ~'],
      more: ['(?:пожалуйста )?(?:побольше|больше)(?: (?:новостей|статей))?(?: (?:про|о|об))? ~'],
      shorter: ['дайджесты? (?:по)?короче', '(?:поменьше|меньше) статей'],
      longer: ['дайджесты? (?:по)?длиннее', '(?:побольше|больше) статей'],
      summaries: ['(?:пиши )?(?:сводки|пересказы|статьи) на ~'],
      unmute: ['(?:верни|показывай снова|не скрывай) ~'],
      drop: [
        '(?:больше )?не (?:присылай(?:те)?|показывай(?:те)?)(?: мне)?(?: больше)?(?: (?:новости|статьи|ничего))?(?: (?:про|о|об|по))? ~',
        '(?:я )?(?:больше )?не хочу(?: больше)?(?: (?:читать|видеть))?(?: (?:новости|статьи))?(?: (?:про|о|об))? ~',
        'хватит(?: (?:новостей|статей))?(?: (?:про|о|об))? ~',
        '(?:отпишись от|отписаться от|скрой|скрыть) ~',
      ],
      follow: [
        '(?:подпиши(?:сь)?(?: меня)? на|подписаться на|следи за|добавь) ~',
        '(?:хочу|присылай) (?:читать )?(?:новости|статьи) (?:про|о|об) ~',
      ],
    },
    when: {
      everyDay: /каждый день|ежедневно|каждое утро/gu,
      weekdays: /(?:по |в )?будн(?:и|ям)(?: дни)?|(?:по |в )?рабочи(?:е|м) дн(?:и|ям)/gu,
      weekend: /(?:по |в )?выходны(?:е|м)/gu,
      clock: /(?<!\p{L})(?:в|утра)(?!\p{L})/gu,
      parts: partsOf(/утром|по утрам|утро/u, null, /дн[её]м/u, /вечером|по вечерам|вечер/u),
      around: /(?<!\p{L})(?:присылай(?:те)?|отправляй(?:те)?|шли|только|пожалуйста|мне|по)(?!\p{L})/gu,
    },
  },
  ar: {
    patterns: {
      cancel: ['لا(?: شكرا)?', 'إلغاء', 'الغاء', 'ألغ(?:ِ)?', 'انس الأمر', 'لا يهم'],
      undo: ['تراجع(?: عن ذلك| عن هذا)?'],
      hello: ['مرحب(?:ا|ًا|اً)', 'أهل(?:ا|ًا|اً)', 'السلام عليكم', 'صباح الخير', 'مساء الخير'],
      thanks: ['نعم', 'ه{2,9}', 'رائع', 'شكر(?:ا|ًا|اً)(?: لك| جزيلا| جزيلًا)?', 'تمام', 'حسن(?:ا|ًا|اً)'],
      missed: ['ما(?:ذا| الذي) فاتني(?: اليوم| هذا الأسبوع)?'],
      about: ['من (?:صنعك|أنشأك|طورك)', 'هل (?:هذا|هو|أنت) مجاني', 'كم (?:يكلف|تكلف)(?: هذا)?'],
      stored: ['هل (?:تحفظ|تخزن) بياناتي'],
      sorry: [
        '(?:أنت |هذا )?(?:غبي|ممل|سيئ|عديم الفائدة|هراء)(?: جد(?:ا|ًا|اً))?',
        'رسائل كثيرة(?: جد(?:ا|ًا|اً))?',
        'اخرس',
        'ليس هذا ما (?:طلبت|سألت)',
      ],
      silence: [
        '(?:لا ترسل|توقف عن الإرسال|توقف عن إرسال)(?: لي)?(?: (?:شيئا|شيئًا|أي شيء|الرسائل|الموجز))?(?: بعد الآن)?',
      ],
      leave: ['(?:احذف|أزل) ~'],
      news: [
        '(?:ما الجديد|ما الأخبار|ما آخر الأخبار|آخر الأخبار|الأخبار|أخبار)(?: (?:في|عن|حول) ~)?(?: (?:اليوم|هذا الأسبوع))?',
        'أخبار ~',
      ],
      rhythm: [
        '(?:مرة|مرتين|\\d+ مرات)(?: واحدة)? في (?:الأسبوع|اليوم|الشهر)|أسبوعي(?:ا|ًا|اً)|كل (?:ساعة|أسبوع|شهر)|فور(?:ا|ًا|اً)|(?:أقل|أكثر) تكرار(?:ا|ًا|اً)',
      ],
      pause: ['أوقف(?: الموجز)?(?: مؤقت(?:ا|ًا|اً))? (?:حتى|لمدة) ~'],
      zone: ['أنا (?:الآن )?في ~'],
      less: ['(?:أريد )?(?:أقل|القليل)(?: من)?(?: أخبار)?(?: عن)? ~', '~ أقل'],
      more: ['(?:أريد )?(?:المزيد|مزيد|أكثر)(?: من)?(?: أخبار)?(?: عن)? ~', '~ أكثر'],
      shorter: ['موجز أقصر', 'مقالات أقل'],
      longer: ['موجز أطول', 'مقالات أكثر'],
      summaries: ['الملخصات (?:بال|ب)~'],
      unmute: ['(?:ألغ كتم|إلغاء كتم) ~'],
      drop: [
        '(?:لا ترسل|لا تعرض|توقف عن إرسال|كفى)(?: لي)?(?: المزيد)?(?: من)?(?: (?:أخبار|الأخبار))?(?: عن)? ~',
        '(?:لا أريد)(?: أخبار)?(?: عن)? ~',
        '(?:ألغ متابعة|إلغاء متابعة|اكتم) ~',
      ],
      follow: ['(?:تابع|متابعة|أضف|اشترك في) ~', 'أريد أخبار(?: عن)? ~'],
    },
    when: {
      everyDay: /كل يوم|يوميا|يوميًا|يومياً|كل صباح/gu,
      weekdays: /(?:في )?أيام العمل/gu,
      weekend: /(?:في )?(?:عطلة )?نهاية الأسبوع/gu,
      clock: /(?<!\p{L})(?:الساعة|صباحا|صباحًا|صباحاً)(?!\p{L})/gu,
      parts: partsOf(
        /(?:في )?الصباح|صباح(?:ا|ًا|اً)?/u,
        /(?:في )?الظهر|ظهر(?:ا|ًا|اً)/u,
        /بعد الظهر/u,
        /(?:في )?المساء|مساء(?:ً|ا)?/u,
      ),
      around: /(?<!\p{L})(?:أرسل(?:ها|ه|ي)?|في|فقط|من فضلك|لي)(?!\p{L})/gu,
    },
  },
  ja: {
    patterns: {
      cancel: [
        'いいえ',
        'いや',
        'キャンセル(?:して)?',
        'やめ(?:る|て|ます)',
        '取り消し',
        '中止',
        'やっぱりいい(?:です)?',
      ],
      undo: ['元に戻(?:す|して)(?:ください)?'],
      hello: ['こんにちは', 'こんばんは', 'おはよう(?:ございます)?', 'はじめまして', 'やあ'],
      thanks: [
        'はい',
        'うん',
        'w{1,9}',
        '笑',
        'すごい',
        '(?:どうも)?ありがとう(?:ございます|ございました)?',
        'どうも',
        '了解(?:です|しました)?',
        'わかりました',
        '分かりました',
        'ok',
      ],
      missed: ['(?:今日|今週|最近)?(?:、)?(?:何を)?見逃した(?:もの|ニュース|記事)?(?:は|を教えて|ある)?'],
      about: [
        '(?:あなた|君|これ)?(?:は|を)?誰が(?:作った|作りました)(?:の|か)?',
        '(?:これは)?無料(?:です)?か',
        '(?:いくら|有料)(?:です)?か',
      ],
      stored: ['(?:私の)?データ(?:は|を)保存(?:されますか|しますか|していますか)'],
      sorry: [
        '(?:お前は?|これは?)?(?:ばか|バカ|馬鹿|アホ|あほ|つまらない|役に立たない|使えない|うるさい|ひどい)(?:です|な|ね|よ)*',
        'メッセージが多すぎ(?:る|ます)',
        '違います?',
        'そうじゃない(?:です)?',
      ],
      silence: [
        'もう(?:何も)?(?:送らないで|配信しないで)(?:ください)?',
        '配信(?:を|は)?(?:やめて|止めて)(?:ください)?',
      ],
      leave: ['~を(?:削除|外して|やめて)(?:して)?(?:ください)?'],
      news: [
        '(?:今日|今週|最近|最新)?の?(?:~の)??(?:最新)?(?:ニュース|話題|動き)(?:は(?:ある)?|ある|を?教えて|を?見せて|が見たい)?(?:か|ですか|ください)?',
        '(?:何か)?新しい(?:こと|ニュース|もの)は?(?:ある|あります)?か?',
      ],
      rhythm: [
        '(?:週|月|1日|一日|日)に?(?:\\d|一|二|三)回(?:だけ)?(?:に)?(?:して)?(?:ください)?|毎週|毎月|毎時|1時間ごと(?:に)?|一時間ごと(?:に)?|リアルタイム(?:で)?|すぐに',
        '(?:週末|夜|夜間)は(?:送らないで|配信しないで)(?:ください)?',
      ],
      pause: ['~(?:まで|間)?(?:は)?(?:一時停止|休止)(?:して)?(?:ください)?'],
      zone: ['(?:今)?~に(?:います|いる|住んでいます)'],
      less: [
        '~(?:の(?:ニュース|記事|話題))?(?:を|は)?(?:減らして|少なめに(?:して)?|控えめに(?:して)?)(?:ください)?',
        '~(?:の(?:ニュース|記事|話題))?が多すぎ(?:る|ます)',
      ],
      more: [
        '~(?:の(?:ニュース|記事|話題))?(?:を|は)?(?:増やして|多めに(?:して)?)(?:ください)?',
        'もっと~(?:の(?:ニュース|記事|話題))?(?:を|が)?(?:見たい|読みたい|送って|見せて)?(?:ください|です)?',
      ],
      shorter: ['(?:ダイジェスト|記事)を?(?:短く|少なく|減らして)(?:して)?(?:ください)?'],
      longer: ['(?:ダイジェスト|記事)を?(?:長く|多く|増やして)(?:して)?(?:ください)?'],
      summaries: ['要約(?:は|を)~(?:で|に)(?:して)?(?:ください)?'],
      unmute: ['~の?ミュート(?:を)?解除(?:して)?(?:ください)?'],
      drop: [
        '~(?:の(?:ニュース|記事|話題|情報))?(?:は|を)?もう(?:送らないで|いらない|要らない|見たくない)(?:ください|です)?',
        '~(?:の(?:ニュース|記事|話題))?(?:は|を)(?:送らないで|表示しないで)(?:ください)?',
        '~を?(?:ミュート|フォロー解除|非表示に)(?:して|する)?(?:ください)?',
      ],
      follow: [
        '~(?:の(?:ニュース|記事))?を?(?:フォロー|購読|追加)(?:して|したい|する)?(?:ください)?',
        '~の(?:ニュース|記事)(?:が|を)(?:見たい|読みたい)(?:です)?',
      ],
    },
    when: {
      everyDay: /毎日|毎朝/gu,
      weekdays: /平日/gu,
      weekend: /週末|土日/gu,
      clock: /朝/gu,
      parts: partsOf(/朝/u, /昼/u, /午後/u, /夕方|夜|晩/u),
      around:
        /毎週|(?:を)?(?:配信|送信)?(?:して|送って|届けて)(?:ください)?|ください|お願い(?:します)?|(?:に)?変更(?:して)?|だけ|のみ|にして|に|で|の/gu,
    },
  },
  de: {
    patterns: {
      cancel: ['nein(?: danke)?', 'abbrechen', 'abbruch', 'vergiss es', 'egal', 'doch nicht'],
      undo: ['(?:mach(?:e)? (?:das|es) )?rückgängig(?: machen)?'],
      hello: ['hallo', 'hi', 'hey', 'moin', 'servus', 'grüß (?:gott|dich)', 'guten (?:morgen|tag|abend)'],
      thanks: [
        'ja',
        'klar',
        '(?:ha){1,9}',
        'tschüss',
        '(?:vielen )?dank',
        'danke(?: schön| dir| sehr)?',
        'ok(?:ay)?',
        'alles klar',
        'super',
        'passt',
      ],
      missed: ['was habe? ich(?: heute| diese woche)? verpasst'],
      about: [
        'wer hat dich (?:gemacht|gebaut|entwickelt)',
        '(?:ist (?:das|es)|bist du) (?:kostenlos|gratis|umsonst)',
        '(?:was|wie ?viel) kostet (?:das|es)',
      ],
      stored: ['speicherst du meine daten'],
      sorry: [
        '(?:du bist |das ist )?(?:(?:so|sehr|echt|ein|total) )*(?:dumm|blöd|doof|nutzlos|langweilig|idiot|mist|quatsch|falsch|unsinn)',
        'zu viele nachrichten',
        'halt die klappe',
        'das (?:meinte|wollte) ich nicht',
      ],
      silence: ['(?:bitte )?(?:schick|sende)e?(?: mir)? nichts mehr', 'keine ausgaben mehr(?: bitte)?'],
      leave: ['(?:entferne|lösche) ~', '~ (?:entfernen|löschen)'],
      news: [
        "(?:was gibt(?:'s| es) neues|was ist neu|neuigkeiten|(?:neueste )?nachrichten|neues)(?: (?:zu|zum|zur|über|aus|bei|in|von) ~)?(?: (?:heute|diese woche))?",
      ],
      rhythm: [
        '(?:nur )?(?:(?:einmal|zweimal|dreimal) (?:am|pro|die|in der|im) (?:tag|woche|monat)|wöchentlich|stündlich|monatlich|jede (?:stunde|woche)|sofort|in echtzeit|seltener|öfter)',
        '(?:nichts|keine nachrichten) (?:am wochenende|nachts)',
      ],
      pause: ['pause (?:bis(?: zum)?|für) ~'],
      zone: ['ich (?:bin|wohne|lebe)(?: jetzt)? in ~'],
      less: [
        '(?:bitte )?weniger(?: (?:nachrichten|artikel))?(?: (?:über|zu|zum|zur|von|aus))? ~(?: bitte)?',
        'zu viel ~',
      ],
      more: ['(?:bitte )?mehr(?: (?:nachrichten|artikel))?(?: (?:über|zu|zum|zur|von|aus))? ~(?: bitte)?'],
      shorter: ['kürzere ausgaben', 'weniger artikel'],
      longer: ['längere ausgaben', 'mehr artikel'],
      summaries: ['(?:die )?zusammenfassungen auf ~'],
      unmute: ['~ (?:nicht mehr stummschalten|wieder einblenden|wieder zeigen)'],
      drop: [
        '(?:bitte )?(?:schick|sende|zeig)e?(?: mir)?(?: bitte)? (?:nichts|keinen?)(?: (?:nachrichten|artikel|sachen))?(?: mehr)?(?: (?:über|zu|zum|zur|von))? ~(?: mehr)?',
        '(?:bitte )?(?:nichts mehr|kein(?:en?)? (?:nachrichten|artikel) mehr) (?:über|zu|zum|zur|von) ~',
        'kein(?:en?)? ~ mehr(?: bitte)?',
        '~ (?:abbestellen|stummschalten|entfolgen|nicht mehr folgen|ausblenden)',
      ],
      follow: ['(?:bitte )?(?:folge|abonniere) ~', '~ (?:folgen|abonnieren)'],
    },
    when: {
      everyDay: /jeden (?:tag|morgen)|täglich/gu,
      weekdays: /(?:an )?(?:werktags?|werktagen|wochentags|unter der woche)/gu,
      weekend: /(?:am )?(?:wochenende|wochenends)/gu,
      clock: /(?<!\p{L})(?:um|uhr)(?!\p{L})/gu,
      parts: partsOf(
        /(?:am )?(?:morgens?|früh|vormittags?)/u,
        /mittags/u,
        /(?:am )?nachmittags?/u,
        /(?:am )?abends?/u,
      ),
      around:
        /(?<!\p{L})(?:schick|sende?|schicke)(?: (?:es|sie|mir))*(?!\p{L})|(?<!\p{L})(?:nur|bitte|immer|am|jeden)(?!\p{L})/gu,
    },
  },
  fr: {
    patterns: {
      cancel: ['non(?: merci)?', 'annule[rz]?', 'laisse tomber', 'tant pis', 'oublie'],
      undo: ['défaire', 'défais(?:-le| ça)?', 'reviens en arrière'],
      hello: ['bonjour', 'salut', 'bonsoir', 'coucou'],
      thanks: [
        'oui',
        '(?:ha){1,9}',
        'mdr',
        'au revoir',
        'merci(?: beaucoup| bien)?',
        "d'accord",
        'ok',
        'super',
        'parfait',
      ],
      missed: ["qu'?(?:ai-je|est-ce que j'ai) (?:raté|manqué)(?: aujourd'hui| cette semaine)?"],
      about: [
        "qui t'a (?:fait|créé|développé)",
        "(?:c'est|est-ce) gratuit",
        '(?:combien ça coûte|ça coûte combien)',
      ],
      stored: ['(?:gardes-tu|tu gardes|conservez-vous) mes données'],
      sorry: [
        "(?:tu es |t'es |c'est )?(?:(?:trop|très|vraiment|un) )*(?:nul|bête|stupide|inutile|idiot|con|ennuyeux|faux)",
        'trop de messages',
        'tais-toi',
        "ce n'est pas ce que je (?:voulais|demandais)",
      ],
      silence: [
        "(?:ne )?m'envoie(?:z)? plus(?: rien)?",
        "n'envoie(?:z)? plus rien",
        "arrête(?:z)? de m'envoyer des (?:messages|bulletins)",
      ],
      leave: ['(?:retire|enlève|supprime)[rz]? ~'],
      news: [
        "(?:quoi de neuf|quelles (?:sont les )?nouvelles|(?:les )?(?:dernières )?(?:actualités|actus?|infos?|nouvelles|nouveautés))(?: (?:en|sur|dans|de|du|à propos de) ~)?(?: (?:aujourd'hui|cette semaine))?",
      ],
      rhythm: [
        '(?:seulement )?(?:(?:une|deux|trois|\\d+) fois par (?:semaine|jour|mois)|chaque semaine|hebdomadaire|toutes les (?:heures|semaines)|en temps réel|tout de suite|(?:moins|plus) souvent)',
        '(?:rien|pas de messages) (?:le week-end|la nuit)',
      ],
      pause: ["(?:mets en )?pause (?:jusqu'(?:au|à)|pendant|de) ~"],
      zone: ['je (?:suis|vis|habite)(?: maintenant)? (?:à|en|au) ~'],
      less: [
        "(?:je veux )?moins (?:d'(?:actus?|articles|infos?) sur |de nouvelles sur |de |d'|du |des |sur )*~",
        "trop (?:de |d')~",
      ],
      more: [
        "(?:je veux )?davantage (?:d'(?:actus?|articles|infos?) sur |de nouvelles sur |de |d'|du |des |sur )*~",
      ],
      shorter: ['(?:des )?bulletins plus courts', "moins d'articles"],
      longer: ['(?:des )?bulletins plus longs', "(?:davantage|plus) d'articles"],
      summaries: ['(?:les )?résumés en ~'],
      unmute: ['(?:ne plus masquer|affiche[rz]? à nouveau|réaffiche[rz]?) ~'],
      drop: [
        "(?:ne )?m'envoie(?:z)? plus(?: (?:d'|de |rien |des ))?(?:actus?|nouvelles|articles|infos?)?(?: ?(?:sur|de|du|des|le|la|les))* ~",
        "arrête(?:z)? de m'envoyer(?: des? (?:actus?|nouvelles|articles|infos?))?(?: (?:sur|de|du|des|le|la|les))* ~",
        "(?:je ne veux plus|plus)(?: (?:de|d'|voir|recevoir|rien))*(?: (?:sur|du|des|le|la|les))* ~",
        '(?:ne plus suivre|masque[rz]?) ~',
      ],
      follow: [
        '(?:suis|suivre|suivez|abonne(?:z)?-moi à|ajoute[rz]?) ~',
        'je veux (?:lire|voir|recevoir) (?:des (?:actus?|articles|nouvelles) sur|plus de) ~',
      ],
    },
    when: {
      everyDay: /tous les jours|chaque (?:jour|matin)|quotidiennement/gu,
      weekdays: /en semaine|(?:les )?jours ouvrés/gu,
      weekend: /(?:le |les )?week-?ends?/gu,
      clock: /(?<!\p{L})(?:à|du matin)(?!\p{L})/gu,
      parts: partsOf(
        /(?:le |au |chaque )?matin/u,
        /(?:à |le )?midi/u,
        /(?:l'|dans l')?après-midi/u,
        /(?:le |au )?soir/u,
      ),
      around:
        /(?<!\p{L})(?:envoie(?:z)?(?:-(?:le|la|les|moi))*|seulement|uniquement|le|les|s'il (?:te|vous) plaît|stp|svp)(?!\p{L})/gu,
    },
  },
  pt: {
    patterns: {
      cancel: ['não(?: obrigad[oa])?', 'cancela(?:r)?', 'deixa(?: pra lá)?', 'esquece'],
      undo: ['desfaz(?:er)?', 'desfaça'],
      hello: ['olá', 'oi', 'bom dia', 'boa (?:tarde|noite)'],
      thanks: [
        'sim',
        '(?:k|ha|rs){2,9}',
        'tchau',
        '(?:muito )?obrigad[oa]',
        'valeu',
        'ok',
        'beleza',
        'perfeito',
        'ótimo',
      ],
      missed: ['o que (?:eu )?perdi(?: hoje| esta semana)?'],
      about: [
        'quem (?:te )?(?:fez|criou)(?: você)?',
        '(?:é|isso é|você é) (?:grátis|gratuito)',
        'quanto custa',
      ],
      stored: ['(?:você )?(?:guarda|armazena) meus dados'],
      sorry: [
        '(?:você é |isso é |que )?(?:(?:muito|um|tão) )*(?:burro|idiota|inútil|estúpido|chato|lixo|errado)',
        '(?:são )?mensagens demais',
        'cala a boca',
        'não foi isso que eu (?:pedi|perguntei)',
      ],
      silence: [
        '(?:não )?(?:me )?(?:envie|mande) mais nada',
        'pare de (?:me )?(?:enviar|mandar)(?: (?:mensagens|boletins|coisas))?',
      ],
      leave: ['(?:remova|remove|tire|apague) ~'],
      news: [
        '(?:o que há de novo|quais (?:são )?as novidades|(?:as )?(?:últimas )?(?:novidades|notícias))(?: (?:de|do|da|sobre|em) ~)?(?: (?:hoje|de hoje|esta semana))?',
      ],
      rhythm: [
        '(?:só |apenas )?(?:(?:uma vez|duas vezes|\\d+ vezes) (?:por|ao) (?:semana|dia|mês)|semanal(?:mente)?|a cada hora|toda semana|em tempo real|na hora|(?:menos|mais) vezes)',
        '(?:nada|sem mensagens) (?:no fim de semana|à noite)',
      ],
      pause: ['paus(?:a|ar|e) (?:até|por|durante) ~'],
      zone: ['(?:eu )?(?:estou|moro) em ~'],
      less: [
        '(?:por favor )?(?:quero )?(?:ver )?menos(?: (?:notícias|coisas))?(?: (?:de|do|da|sobre))? ~',
        '~ demais',
      ],
      more: ['(?:por favor )?(?:quero )?(?:ver )?mais(?: (?:notícias|coisas))?(?: (?:de|do|da|sobre))? ~'],
      shorter: ['boletins mais curtos', 'menos artigos'],
      longer: ['boletins mais longos', 'mais artigos'],
      summaries: ['(?:os )?resumos em ~'],
      unmute: ['(?:deixar? de silenciar|reativar?) ~'],
      drop: [
        'não (?:me )?(?:envie|mande|mostre)(?: mais)?(?: (?:notícias|coisas|nada))?(?: (?:de|do|da|sobre))? ~',
        '(?:pare de (?:me )?(?:enviar|mandar)|chega de)(?: (?:notícias|coisas))?(?: (?:de|do|da|sobre))? ~',
        'não quero(?: mais)?(?: (?:ver|receber|ler))?(?: (?:notícias|coisas|nada))?(?: (?:de|do|da|sobre))? ~',
        '(?:deixar|deixe) de seguir ~',
        'silenciar? ~',
      ],
      follow: [
        '(?:siga|seguir|assinar|adicionar|adicione) ~',
        'quero (?:ler|ver|receber)(?: mais)? notícias (?:de|do|da|sobre) ~',
      ],
    },
    when: {
      everyDay: /todos os dias|diariamente|cada dia|toda manhã/gu,
      weekdays: /(?:nos )?dias úteis/gu,
      weekend: /(?:no |nos |aos )?fi(?:m|ns) de semana/gu,
      clock: /(?<!\p{L})(?:às?|da manhã)(?!\p{L})/gu,
      parts: partsOf(
        /(?:de |pela |à )?manhã/u,
        /(?:ao )?meio-dia/u,
        /(?:de |à |pela )?tarde/u,
        /(?:de |à )?noite/u,
      ),
      around:
        /(?<!\p{L})(?:(?:me )?(?:envie|mande|enviar)|só|apenas|somente|por favor|na|no|nas|nos)(?!\p{L})/gu,
    },
  },
  hi: {
    patterns: {
      cancel: ['नहीं', 'रद्द(?: करें| करो)?', 'रहने दो', 'छोड़ो'],
      undo: ['पूर्ववत(?: करें| करो)?', 'वापस (?:लो|लें|करो|करें)'],
      hello: ['नमस्ते', 'नमस्कार', 'हैलो', 'हाय'],
      thanks: ['हाँ', 'हां', 'हा हा', '(?:बहुत )?धन्यवाद', 'शुक्रिया', 'ठीक है', 'ओके', 'अच्छा'],
      missed: ['(?:आज |इस हफ़्ते )?(?:मुझसे |मेरा )?क्या(?:-क्या)? छूट(?: गया)?'],
      about: [
        '(?:तुम्हें|आपको) किसने बनाया(?: है)?',
        '(?:क्या )?(?:यह|ये) (?:मुफ़्त|मुफ्त|फ़्री|फ्री) है',
        '(?:इसकी|इसका) (?:कीमत|क़ीमत) (?:क्या|कितनी) है',
      ],
      stored: ['क्या (?:आप|तुम) मेरा डेटा (?:सहेजते|रखते) (?:हैं|हो)'],
      sorry: [
        '(?:तुम |तू |यह )?(?:बहुत )?(?:बेवकूफ़?|मूर्ख|बेकार|उबाऊ|गलत|ग़लत|बकवास)(?: हो| है)?',
        'बहुत ज़्यादा संदेश',
        'चुप(?: रहो)?',
      ],
      silence: ['(?:अब )?(?:कुछ )?(?:मत भेजो|मत भेजें|न भेजें|भेजना बंद करो|भेजना बंद करें)'],
      leave: ['~ हटा(?:ओ|एँ|दो)'],
      news: ['क्या नया है', 'नया क्या है', '(?:आज की |ताज़ा )?(?:~ की )??(?:ताज़ा )?(?:खबर|ख़बर|खबरें|ख़बरें|समाचार)'],
      rhythm: ['(?:केवल |सिर्फ़ )?(?:हफ़्ते|दिन|महीने) में (?:एक|दो|तीन) बार|साप्ताहिक|हर (?:घंटे|हफ़्ते|महीने)|तुरंत|कम बार'],
      pause: ['~ (?:तक|के लिए) रोकें'],
      zone: ['मैं (?:अभी )?~ में (?:हूँ|रहता हूँ|रहती हूँ)'],
      less: ['~(?: की| के बारे में)?(?: (?:खबरें|ख़बरें|समाचार))? कम(?: करो| करें| भेजो| भेजें)?'],
      more: [
        '~(?: की| के बारे में)?(?: (?:खबरें|ख़बरें|समाचार))? (?:ज़्यादा|अधिक)(?: करो| करें| भेजो| भेजें)?',
        'और ~ (?:दिखाओ|भेजो|भेजें)',
      ],
      shorter: ['छोटे डाइजेस्ट', 'कम लेख'],
      longer: ['लंबे डाइजेस्ट', 'ज़्यादा लेख'],
      summaries: ['सारांश ~ में'],
      unmute: ['~ अनम्यूट (?:करें|करो)'],
      drop: [
        '(?:अब )?~(?: की| के बारे में| के)?(?: (?:खबरें|ख़बरें|समाचार))? (?:मत भेजो|मत भेजें|न भेजें|नहीं चाहिए|म्यूट करें|म्यूट करो|अनफ़ॉलो करें|अनफ़ॉलो करो)',
      ],
      follow: ['~(?: को)? फ़ॉलो (?:करें|करो)', 'मुझे ~ की (?:खबरें|ख़बरें) (?:चाहिए|भेजें|भेजो)'],
    },
    when: {
      everyDay: /रोज़ाना|रोज़|हर दिन|प्रतिदिन|हर सुबह/gu,
      weekdays: /काम के दिन/gu,
      weekend: /सप्ताहांत(?: में)?/gu,
      clock: /(?<![\p{L}\p{M}])(?:बजे|सुबह)(?![\p{L}\p{M}])/gu,
      parts: partsOf(/सुबह/u, /दोपहर/u, null, /शाम|रात/u),
      around: /(?<![\p{L}\p{M}])(?:मुझे|भेजें|भेजो|सिर्फ़|केवल|कृपया|को|पर|हर)(?![\p{L}\p{M}])/gu,
    },
  },
  id: {
    patterns: {
      cancel: ['tidak', 'nggak', 'batal(?:kan)?', '(?:tidak|nggak|gak) jadi', 'lupakan'],
      undo: ['urungkan', 'kembalikan'],
      hello: ['halo', 'hai', 'selamat (?:pagi|siang|sore|malam)'],
      thanks: [
        'ya',
        'iya',
        '(?:wk){1,9}',
        'haha',
        'mantap',
        '(?:terima kasih|makasih|trims)(?: banyak| ya)?',
        'oke?',
        'baik(?:lah)?',
        'sip',
      ],
      missed: ['apa (?:saja )?yang (?:saya |aku )?(?:lewatkan|terlewat)(?: hari ini| minggu ini)?'],
      about: [
        'siapa (?:yang )?(?:membuat|menciptakan)(?:mu| kamu| anda)',
        '(?:apakah )?ini gratis',
        'berapa (?:harganya|biayanya)',
      ],
      stored: ['(?:apakah )?(?:kamu|anda) menyimpan data (?:saya|ku)'],
      sorry: [
        '(?:kamu |ini )?(?:(?:sangat|benar-benar) )*(?:bodoh|goblok|tolol|membosankan|tidak berguna|payah|salah)(?: sekali| banget)?',
        'terlalu banyak pesan',
        'diam',
        'bukan itu(?: maksud saya)?',
      ],
      silence: [
        '(?:jangan kirim|berhenti (?:kirim|mengirim))(?: (?:apa-apa|pesan|edisi|apa pun))?(?: lagi)?',
      ],
      leave: ['hapus ~'],
      news: [
        '(?:ada apa|apa yang baru|apa kabar terbaru|ada berita apa|(?:apa )?(?:berita|kabar) terbaru|berita)(?: (?:tentang|soal|di|terbaru))?(?: ~)??(?: (?:hari ini|minggu ini))?',
      ],
      rhythm: [
        '(?:hanya )?(?:(?:sekali|dua kali|tiga kali) (?:sehari|seminggu|sebulan)|(?:seminggu|sehari|sebulan) (?:sekali|dua kali)|mingguan|setiap (?:jam|minggu|bulan)|langsung|lebih (?:jarang|sering))',
        'jangan kirim (?:di |saat )?(?:akhir pekan|malam)',
      ],
      pause: ['jeda (?:sampai|hingga|selama) ~'],
      zone: ['(?:saya|aku) (?:sekarang )?(?:di|tinggal di) ~'],
      less: ['(?:tolong )?(?:kurangi|lebih sedikit)(?: berita)?(?: (?:tentang|soal))? ~'],
      more: ['(?:tolong )?(?:perbanyak|lebih banyak|tambah lagi)(?: berita)?(?: (?:tentang|soal))? ~'],
      shorter: ['edisi (?:yang )?lebih pendek', 'lebih sedikit artikel'],
      longer: ['edisi (?:yang )?lebih panjang', 'lebih banyak artikel'],
      summaries: ['ringkasan dalam(?: bahasa)? ~'],
      unmute: ['(?:batalkan bisukan|tampilkan lagi|jangan bisukan) ~'],
      drop: [
        '(?:jangan (?:kirim|tampilkan)|berhenti (?:kirim|mengirim))(?: lagi)?(?: berita)?(?: (?:tentang|soal))? ~(?: lagi)?',
        '(?:saya )?(?:tidak|nggak|gak) mau(?: (?:lihat|baca))?(?: lagi)?(?: berita)?(?: (?:tentang|soal))? ~(?: lagi)?',
        '(?:berhenti mengikuti|bisukan|sembunyikan) ~',
      ],
      follow: [
        '(?:tolong )?(?:ikuti|langganan|tambahkan) ~',
        '(?:saya )?mau (?:baca )?berita (?:tentang|soal) ~',
      ],
    },
    when: {
      everyDay: /(?:setiap|tiap) (?:hari|pagi)/gu,
      weekdays: /(?:setiap |tiap )?hari kerja/gu,
      weekend: /(?:setiap |tiap )?akhir pekan/gu,
      clock: /(?<!\p{L})(?:jam|pukul|pagi)(?!\p{L})/gu,
      parts: partsOf(/pagi/u, /siang/u, /sore/u, /malam/u),
      around: /(?<!\p{L})(?:kirim(?:kan)?|hanya|saja|tolong|pada|setiap|tiap|hari(?= ))(?!\p{L})/gu,
    },
  },
}

const compiled = new Map<LocaleTag, Readonly<Record<WishKind, readonly RegExp[]>>>()

function patternsOf(tag: LocaleTag): Readonly<Record<WishKind, readonly RegExp[]>> {
  const known = compiled.get(tag)
  if (known) return known
  const compile = (pattern: string) =>
    new RegExp(`^(?:${pattern.normalize('NFKC').replace('~', '(?<about>.+?)')})$`, 'u')
  const { patterns } = wishes[tag]
  const made = Object.fromEntries(
    wishKinds.map((kind) => [kind, patterns[kind].map(compile)]),
  ) as unknown as Readonly<Record<WishKind, readonly RegExp[]>>
  compiled.set(tag, made)
  return made
}

export interface Wish {
  kind: WishKind
  /** What it is about, in lower case; null where it names nothing. */
  about: string | null
}

/** More is no wish but a question or a text. */
export const longestWish = 80

/** Lower case, without marks and pictures at both ends, apostrophes as typed on a keyboard. */
export const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[’‘`]/gu, "'")
    .replaceAll(/\p{Cf}|\ufe0f/gu, '')
    .replace(/^[\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu, '')
    .replaceAll(/\s+/gu, ' ')

/** In which languages a message may be meant: the reader's own, and the two that people mix into any. */
export const spoken = (tag: LocaleTag): readonly LocaleTag[] => [
  ...new Set<LocaleTag>([tag, 'en', ...(tag === 'ja' ? [] : (['zh-Hans'] as const))]),
]

/** Without the quotation marks that people put around a word. */
const bareAbout = (about: string | undefined): string | null =>
  about?.replace(/^[\s"'“”„«»‹›「」『』《》]+|[\s"'“”„«»‹›「」『』《》]+$/gu, '') ?? null

/** Everything that `text` as a whole may ask for, the likeliest first; none where it is a question or a name. */
export function readWishes(tag: LocaleTag, text: string): Wish[] {
  const said = fold(text)
  if (said === '' || text.length > longestWish) return []
  const found: Wish[] = []
  for (const kind of wishKinds)
    for (const each of spoken(tag))
      for (const pattern of patternsOf(each)[kind]) {
        const match = pattern.exec(said)
        if (match) found.push({ kind, about: bareAbout(match.groups?.['about']) })
      }
  // Whoever greets in another language is greeted.
  const isHello = (each: LocaleTag) => patternsOf(each).hello.some((pattern) => pattern.test(said))
  if (found.length === 0 && (Object.keys(wishes) as LocaleTag[]).some(isHello))
    found.push({ kind: 'hello', about: null })
  return found
    .filter(({ kind, about }) => about !== '' && !(isAbout.has(kind) && asked.test(about ?? '')))
    .map((wish) =>
      wish.kind === 'drop' && pointing.test(wish.about ?? '') ? { kind: 'sorry', about: null } : wish,
    )
}

/** 'Not interested in this' is a complaint; nobody mutes the word. */
const pointing =
  /^(?:这|這|那)(?:个|個|条|條|篇|种|種|些)?(?:东西|東西|新闻|新聞|文章|内容|內容)?$|^(?:this|that|these|those|it|them)(?: one| stuff)?$/u

/** 'What have I muted' mutes no 'what'. */
const asked = /^(?:了|过|過)?(?:什么|什麼|啥|哪些|哪个|哪個|谁|誰)/u
const isAbout: ReadonlySet<WishKind> = new Set(['drop', 'follow', 'unmute'])

/** How hours and days are asked for in the languages that a message may be in. */
export const whenWords = (tag: LocaleTag): readonly WhenWords[] =>
  spoken(tag).map((each) => wishes[each].when)

/** In any language: people ask to follow in theirs, whatever the bot speaks. */
const followVerbs =
  /订阅|訂閱|关注|關注|追踪|追蹤|添加|加上|\b(?:subscribe|follow|sub)\b|^(?:please )?add(?: this| these| it)?$|s[ií]gue|seguir|suscr[ií]b|añad|подпи[шс]|следи|добав|تابع|اشترك|أضف|フォロー|購読|追加|abonn|\bfolge|suivre|ajout|\bsiga\b|assin|adicion|फ़ॉलो|ikuti|langganan|tambah/u
const notFollow = /取消|取关|别|別|不要|退订|退訂|\bun(?:follow|subscribe)|\b(?:stop|don't|no)\b|解除/u
/** Words beside links that say more than what to do with them. */
const longestAside = 40

/** Links, with or without their scheme. */
const links = /https?:\/\/[^\s<>（）【】《》「」，。；！？、]+|(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}\S*/giu

/** Whether the words around the links of `text` ask to follow these. */
export function asksToFollow(text: string): boolean {
  const aside = fold(text.replaceAll(links, ' '))
  return aside.length <= longestAside && followVerbs.test(aside) && !notFollow.test(aside)
}
