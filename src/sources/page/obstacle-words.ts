/** What pages say in place of an article, in a dozen languages; for obstacle.ts. */
import { askedBy } from './obstacle-pairs.ts'
import type { Asked } from './obstacle-speech.ts'

/** Sentences that nobody writes in an article; wherever they stand. */
const sure = {
  captcha: [
    'verify(?:ing)? (?:that )?you(?:’re| are) (?:a )?human',
    'ma(?:ke|king) sure (?:that )?you(?:’re| are) not a (?:ro)?bot|set up .{0,30}proof of work|(?:confirm|know) (?:that )?you(?:’re| are) (?:a human|not a (?:ro)?bot)',
    'unusual (?:traffic|activity) from your|made us think you were a bot|have detected unusual activity',
    'checking (?:your browser|if the site connection is secure)|enable javascript and cookies to continue',
    'enable js and disable any ad ?blocker|complete the (?:captcha|security check)|ddos protection by',
    'press (?:&|and) hold to confirm|enter the characters you see|protect the server against the scourge',
    '(?:your )?request has been blocked|the request could not be satisfied|human verification',
    '(?:请求|访问)(?:已)?被.{0,14}拦截|ip.{0,6}(?:异常|异動|受限)|输入验证码后',
    'using a security service to protect itself|you have been blocked|sina visitor system',
    '环境异常|網路環境異常|网络环境存在异常|完成验证后|请完成(?:安全)?验证|點擊.{0,6}按鈕進行驗證|点击.{0,6}按钮进行验证',
    '滑动滑块|按住滑块|拖动滑块|(?:访问|訪問|操作|请求|請求)(?:过于|過於|太过|太)(?:频|頻)繁|访问验证|异常请求从你的|人机验证|機器人驗證|sorry, 验证',
    'ロボットではない|로봇이 아님을|자동 접속|не робот|запросы отправляли вы',
    'n’êtes pas un robot|kein roboter sind|sie ein mensch|no es un robot|no eres un robot|não é um robô|non sei un robot|geen robot',
  ],
  error: [
    '(?:page|story|article|content|url|address)(?: that)? you(?:’re| are| were)? (?:looking for|requested|tried|trying)',
    '(?:page|file|article|url) (?:could not|can(?:’|no)t|was not) be found|can’t find (?:that|the|this) page|nothing was found at this location',
    'page (?:isn’t|is not|is no longer|no longer) available|requested (?:page|resource|url).{0,40}(?:not|n’t)',
    'video (?:isn’t|is not|is no longer) available|this page (?:doesn’t|does not) exist|domain (?:name )?(?:is|may be) for sale|sponsored listings',
    'don’t have permission to access|error establishing a database|critical error on this website',
    'account has been suspended|performing some maintenance|down for maintenance|undergoing maintenance|be back soon!|future home of|if you(?:’re| are) the (?:site|website|domain) owner|client-side exception has occurred',
    'web server is successfully installed|(?:isn’t|not) available (?:where you are|in your (?:location|area))|rate limit exceeded|something went wrong.{0,48}(?:try|shot|again|reload)|^[\\w-]+(?:\\.[\\w-]+)+ (?:is|may be) for sale|(?:网站|網站|页面|頁面)(?:正在)?(?:建设|建設|维护|維護)中|are you over (?:18|21)|confirm (?:your|that you are) (?:age|18|21)',
    'unavailable (?:due to|for) legal|access cannot be granted at this time|not available in your (?:country|region)',
    'enable javascript to (?:run|use|view)|requires javascript|javascript is (?:disabled|required)|browser is (?:not supported|out of date)',
    'origin web server timed out|internal server error|bad gateway|service (?:temporarily )?unavailable',
    '(?:页面|頁面|网页|網頁|文章|内容|內容|帖子|主题|链接|视频)(?:不存在|没有找到|不见了|已被.{0,4}(?:删除|刪除)|已刪除|已失效|走丢)|找不到(?:页面|頁面|该页|您|网页|網頁)|(?:访问|訪問|要找|查看|查詢|查询)的(?:页面|頁面|网页|網頁|内容|內容).{0,6}(?:不存在|丢|删|移除|找不到|跑|走|飞|迷路)',
    '该内容已被|此内容(?:因违规|被投诉|已被|无法)|已被发布者删除|此账号已被|该公众号已(?:迁移|注销)|^参数错误$|链接已过期|没有知识存在的荒原|已下架|站点已.{0,8}(?:停止|关闭)',
    '(?:服务器|系统|伺服器)(?:繁忙|错误|错誤|忙碌)',
    'ページは?(?:が)?見つかりません|お探しのページ|페이지를 찾을 수 없|존재하지 않는 페이지',
    'страниц\\S* (?:не найдена|не существует|удалена)|seite (?:wurde )?(?:leider )?nicht gefunden|seite (?:gibt es|existiert).{0,12}nicht',
    'sidan (?:kunde inte|du söker|finns inte|hittades inte)|stránka (?:nebyla )?(?:nalezena|nenalezena|neexistuje)|page n’existe (?:plus|pas)|siden (?:blev ikke|finnes ikke|ble ikke)|sivua ei löyty|az oldal nem található|pagina nu (?:a fost|există)',
    'page (?:est )?introuvable|page (?:que vous (?:cherchez|recherchez|demandez)|demandée)|página (?:solicitada )?no (?:encontrada|existe|se encuentra)|página que (?:busca|buscas|você procura|procura)',
    'página não (?:foi )?encontrada|pagina (?:richiesta )?non (?:trovata|esiste)|pagina (?:is )?niet gevonden|nie znaleziono strony|strona o podanym adresie|الصفحة (?:المطلوبة )?غير موجودة|sayfa bulunamadı',
  ],
  login: [
    '(?:sign|log) ?in to (?:continue|read|view|access|your|facebook|x$)|(?:you )?(?:need|must|have) to (?:sign|log) ?in|you must (?:be logged|log) in|login (?:is )?required',
    '(?:content|post|page) is (?:password[- ])?protected|enter your password below|passwortgeschützt|protégé par (?:un )?mot de passe|protegid[oa] (?:con|por) (?:contraseña|senha)|protetto da password|(?:受|需要)密码保护',
    'please (?:sign|log) ?in(?! to (?:comment|reply|post|leave))|agree & join',
    '(?:登录|登陸|登入)(?:后|後)(?:即可|才能|才可|可以|可)?(?:查看|阅读|閱讀|浏览|瀏覽|继续|繼續|访问|看|可见)|需要?(?:先)?(?:登录|登入)(?:才|后|後|可)|(?:扫码|掃碼|密码)登录|(?<![^，。！请請])(?:打开|打開|下载|下載)\\s?(?:app|客户端|客戶端).{0,4}(?:查看|阅读|閱讀|继续|繼續|观看|觀看)|您所在的用户组',
    '请先?(?:登录|登陆)(?!后?(?:发表|评论|回复|留言|再评))|請先?登入(?!後?(?:發表|評論|留言))',
    'ログインして(?:ください|続き)|로그인(?:이 필요|하세요|해 주세요| 후)|войдите(?:,)? чтобы|необходимо войти',
    'bitte (?:melden sie sich|anmelden|einloggen)|devez être connecté|connectez-vous pour (?:lire|continuer|accéder)|inicia(?:r)? sesión para (?:continuar|leer|ver)|faça login para|accedi per (?:continuare|leggere)|log in om',
  ],
  paywall: [
    '(?:subscribe|join|register|sign up|create (?:an?|your)(?: free)? account)(?: now| today)? to (?:continue|keep reading|unlock|read (?:the|this|more)|access (?:this|the full)|view (?:this|the full))',
    'continue (?:reading )?(?:this article |your article )?with (?:a|an|your) .{0,30}(?:subscription|trial|membership|account)|verify access',
    '(?:article|post|story|content) (?:is |made )?(?:available |only )?(?:exclusively )?(?:only )?(?:for|to) (?:our )?(?:paid |paying |\\S+ )?(?:subscribers|members)|(?:paid )?subscribers only|members only(?=$|[.!]|\\s(?:content|article|post|story|access|area))',
    'members[- ]only (?:post|article|story|content)|become a (?:patron|member|subscriber) to|(?:unlock|to read|access) this post',
    'unlock (?:this|the|full) (?:article|story|access)|to continue reading|reached your (?:monthly |article |free )*limit|keep reading with',
    'jetzt weiterlesen|nur für abonnenten|ausschließlich für abonnenten|weiterlesen mit|mit (?:dem )?\\S*abo (?:weiter|lesen)|artikel ist (?:nur )?für',
    '^pour lire la suite|per leggere (?:tutto |integralmente )?(?:l’|questo )articolo',
    'abonnez-vous pour|(?:réservée?|reservé) (?:aux|à nos) abonnés|il vous reste \\d|lisez la suite avec',
    'suscríbete para|(?:solo|exclusivo) para suscriptores|contenido exclusivo|para seguir leyendo',
    'riservato agli abbonati|abbonati per|per continuare a leggere|exclusivo para assinantes|assine para|continue lendo com',
    'alleen voor abonnees|word abonnee|verder lezen\\?|pozostało \\d+ ?%|kup (?:subskrypcję|dostęp)|tylko dla (?:subskrybentów|prenumeratorów)|(?:endast|artikeln är) för prenumeranter|kun for abonnenter',
    'только (?:для подписчиков|подписчикам|по подписке)|оформите подписку|для подписчиков',
    '(?:付费|付費|收费|订阅|訂閱|购买|購買)(?:(?:后|後)(?:即可|可|才能)?|即可)(?:继续|繼續)?(?:阅读|閱讀|查看|观看|解锁)|(?:付费|付費|收费)(?:内容|內容|阅读|閱讀|文章)|解锁(?:全文|本文)|(?:查看|阅读|閱讀)(?:完整|全部)(?:内容|內容)|剩余.{0,6}%|剩余(?:内容|部分)?.{0,2}需.{0,2}(?:购买|付费|订阅)|(?:会员|會員|订户|訂戶)(?:专享|專享|专属|專屬|可读|独享)|成(?:为|為)(?:付费|付費)?(?:会员|會員)|阅读全文需',
    '有料会員(?:限定|記事)|会員限定(?:記事)?|残り\\s?\\d+\\s?文字|続きを読むには|유료 ?회원|구독 후|구독자 전용|회원 전용',
  ],
} as const

/** What stands over such a page, and in articles too: believed only as most of a title or of a line. */
const headed = {
  captcha:
    'just a moment|attention required|robot check|are you (?:a )?(?:robot|human)|access (?:to this page has been )?denied|pardon our interruption|security check|not a bot|ddos-guard|安全验证|安全驗證|验证码拦截|滑动验证(?:页面)?|禁止访问|вы не робот|アクセス確認',
  error:
    '(?:^|error\\s*|status\\s*)(?:40[0-9]|410|451|50[0-9]|52[0-9])(?:\\b.{0,40})?|.{0,12}\\bnot found|forbidden|oops!?|server error|index of /.{0,40}|something went wrong|(?:database )?error|account suspended|connection timed out|we’ll be (?:right )?back.{0,8}|coming soon|under construction|welcome to (?:nginx|openresty|caddy)|.{0,16}default page|no longer exists?|does(?:n’t| not) exist|出错了|错误|网页不存在',
  login:
    '(?:log|sign) ?in(?: to \\S+)?|sign up|join \\S+|登录|登入|ログイン|로그인|anmelden|connexion|iniciar sesión|вход|войти',
  paywall:
    'weiterlesen\\??|(?:want to )?keep reading\\??|already a subscriber\\??.{0,16}|subscribers? only|subscribe to read.{0,30}|premium (?:article|content)',
} as const

export type Kind = keyof typeof sure

const compiled = Object.entries(sure).map(
  ([kind, patterns]) => [kind as Kind, new RegExp(patterns.join('|'), 'giu')] as const,
)
const compiledHeads = Object.entries(headed).map(
  ([kind, pattern]) => [kind as Kind, new RegExp(pattern, 'iu')] as const,
)

/** Typists use either apostrophe, and blanks of all sorts. */
function plain(text: string): string {
  return text.replace(/['`´]/gu, '’').replace(/\s+/gu, ' ').trim()
}

/** What is said must be so much of its sentence: news tell of pages that were down, of prices for members. */
const leastShare = 0.2
const sentenceEnd = /(?<=[.!?](?:["”’]|\s|$)|[。！？])/u

/** Somebody is quoted: news tell of walls too. */
const reported =
  /(?:宣布|(?<!即)表示|指出|据.{1,12}报|據.{1,12}報|记者|記者|要求(?:读者|讀者|用户|用戶)|取消(?:付费|付費|订阅|訂閱))|(?<!\p{L})(?:said|says|told|sagte|teilte|erklärte|a (?:annoncé|déclaré|indiqué|dit|expliqué|précisé)|dijo|anunció|disse|ha detto|zei|sade|sanoo|powiedział\p{L}*|poinformował\p{L}*|řekl\p{L}*|uvedl\p{L}*|povedal\p{L}*|a spus|сказал\p{L}*|сообщил\p{L}*)(?!\p{L})/iu

/** Whether `sentence` speaks of an obstacle; a robot check goes before an error, since it often calls itself one. */
function speaks(sentence: string): Kind | null {
  if (sentence === '' || reported.test(sentence)) return null
  for (const [kind, pattern] of compiled)
    if ((sentence.match(pattern) ?? []).join('').length >= sentence.length * leastShare) return kind
  return null
}

/** The obstacle of which one of the sentences of `line` speaks, or null. */
export function spokenOf(line: string): Kind | null {
  for (const sentence of plain(line).split(sentenceEnd)) {
    // What stands in quotation marks, somebody else has said.
    const kind = /^[“„«「『"]/u.test(sentence.trim()) ? null : speaks(sentence.trim())
    if (kind) return kind
  }
  return null
}

/** What a line, or one of its sentences, asks of its reader, or null. */
export function askedOf(line: string): Asked | null {
  const text = plain(line)
  for (const sentence of [...text.split(sentenceEnd), text]) {
    const kind = askedBy(sentence.trim())
    if (kind) return kind
  }
  return null
}

/** The sentences of `text` that speak of something else. */
export function otherSentences(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line) => (headedBy(line) ? [] : plain(line).split(sentenceEnd)))
    .filter(
      (sentence) =>
        sentence.trim() !== '' && speaks(sentence.trim()) === null && askedBy(sentence.trim()) === null,
    )
}

/** The obstacle that `heading` is little else than the name of, or null. */
export function headedBy(heading: string): Kind | null {
  const text = plain(heading)
  // The site's name behind a bar is none of the heading.
  const parts = [text, ...text.split(/\s+[|–—·›»:-]+\s+/u)]
  for (const [kind, pattern] of compiledHeads)
    for (const part of parts)
      if (part !== '' && (pattern.exec(part)?.[0].length ?? 0) >= part.length * 0.6) return kind
  return null
}
