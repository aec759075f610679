/** Words that pages in the way of an article bring together, in English, Chinese, German, French and Spanish; for obstacle-pairs.ts. */

export type Asked = 'captcha' | 'consent' | 'error' | 'login' | 'paywall'

/** Two things that one line speaks of, each as alternatives. */
export type Pair = readonly [string, string]

export interface Speech extends Partial<Record<Asked, readonly Pair[]>> {
  /** Pages in the way speak to their reader, or of themselves; news speak of others. */
  address: RegExp
}

/** The words as whole ones, in any script. */
export const whole = (words: string) => `(?<!\\p{L})(?:${words})(?!\\p{L})`

/** One by one, since a word of one language is another word of the next. */
export const speeches: readonly Speech[] = [
  {
    address: new RegExp(
      `${whole('you(?:r|rself|’re|’ve)?|please|sorry|we|we’re|we’ve|our|this (?:page|article|post|content|site|website|link|video|app|material)|this is an? (?:premium|subscriber|members?|paid)|the rest of')}|^(?:become|choose|sign|log|subscribe|enable|verify|confirm|complete|turn|want|accept|upgrade|start|unlock|try|checking|join|register|because of)(?!\\p{L})`,
      'iu',
    ),
    captcha: [
      [
        'verif|confirm|prove|proving|check(?:ing|ed)? (?:your|if|the|that)|make sure|be sure|sure that|think|might be|seem',
        `human|person|robot|${whole('bots?')}|machine|browser|captcha|puzzle`,
      ],
      [
        'unusual|suspicious|automated|abnormal|too many|malicious',
        'activity|traffic|requests?|behaviou?r|looks',
      ],
      [
        'solve|complete|enter|type|slide|tick|press|drag',
        'puzzle|captcha|challenge|characters|verif|slider|security check',
      ],
    ],
    consent: [
      [
        'cookies?|partners? (?:store|process)|personal data|tracking',
        'accept|reject|agree|consent|store (?:and|or|information)|choices|we use|we and our|allow',
      ],
    ],
    error: [
      [
        'page|article|story|post|content|link|site|video|item|url|address|server',
        'not (?:be )?found|(?:couldn’t|can’t|cannot|could not|unable to) (?:find|load)|removed|deleted|no longer|missing|moved|broken|unavailable|not available|doesn’t exist|does not exist|expired|temporarily|went wrong|maintenance',
      ],
      ['javascript|scripts', 'enable|disabled|require|turn|need|not available|support|switch|allow'],
      ['your (?:country|region|location)|some countries', 'show|watch|view|available|access'],
    ],
    login: [
      [
        'log(?:ged)?[ -]?in|sign(?:ed)?[ -]?in|register(?:ed)?',
        'must|need|required|please|to (?:see|view|continue|read|access|watch)|only (?:visible|available)',
      ],
    ],
    paywall: [
      ['complimentary', 'your last|used|no more|run out|none left'],
      [
        'subscri|premium|paid|paying|membership|members|supporter|patron|trial|plan|upgrade|free (?:articles?|stor)',
        'continue|keep(?:ing)? reading|unlock|rest of (?:this|the)|to read (?:this|the)|premium (?:article|story|post)|full (?:article|story)|this (?:article|story|post|content)|left this month|free limit|reserved|restricted',
      ],
    ],
  },
  {
    address:
      /您|你|(?:^|[，,；：\s])(?:请|請)|抱歉|本(?:文|页|頁|站|内容|內容|网|網|帖)|[该該此](?:文章|内容|內容|页|頁|帖|域名|網域|网站|網站)|^正在|稍[后後候]|^试读|^[向滑拖]|^(?:开通|開通|订阅|訂閱|加入|成为|成為|升级|升級)|^我们使用|^我們使用/u,
    captcha: [
      [
        '验证|驗證|确认|確認|证明|證明|检查|檢查|检测|檢測|勾选|勾選',
        '真人|机器人|機器人|人类|浏览器|瀏覽器|滑块|滑塊|拼图|拼圖|异常|異常|字符|安全|方框',
      ],
      ['滑动|滑動|拖动|拖動|输入|輸入|点击|點擊', '滑块|滑塊|拼图|拼圖|验证码|驗證碼|图片中|圖片中|字符'],
      ['异常|異常|频繁|頻繁|过多|過多|可疑', '访问|訪問|请求|請求|操作|行为|行為|流量'],
    ],
    consent: [['cookie', '同意|接受|拒绝|拒絕|允许|允許|使用']],
    error: [
      [
        '页面|頁面|网页|網頁|文章|原文|图文|圖文|内容|內容|链接|連結|帖子|视频|影片|网站|網站|商品|站点',
        '不存在|找不到|删除|刪除|移除|撤回|下架|失效|无法(?:查看|访问)|無法(?:查看|訪問|瀏覽)|走丢|过期|過期|审核中|維護|维护|升级|加载失败|加載失敗|仅.{0,6}可见|僅.{0,6}可見|出错|出錯',
      ],
      ['javascript', '启用|啟用|开启|開啟|打开|打開|支持|支援|需要|禁用'],
      ['域名|網域', '转让|轉讓|出售|过期|過期|到期'],
      ['备案|備案', '网站|網站|访问'],
      ['地区|地區|国家|國家', '不支持|不支援|无法|無法|暂不|暫不|限制|不可'],
      ['系统|系統|服务器|伺服器', '维护|維護|正在.{0,4}(?:升级|升級)'],
      ['浏览器|瀏覽器', '版本过低|版本過低|过旧|过低|不支持|不支援|升级|升級'],
    ],
    login: [['登录|登陆|登入|注册|註冊', '请|請|须|須|需要|才能|才可|即可|可以|要求']],
    paywall: [
      [
        '订阅|訂閱|付费|付費|会员|會員|vip|购买|購買|开通|開通|权限|权益|免费阅读|免費閱讀|试读|試讀',
        '全文|完整|继续|繼續|解锁|解鎖|畅读|暢讀|上限|结束|結束|后可|後可|剩余',
      ],
    ],
  },
  {
    // A capital letter tells the reader from a woman and from others.
    address:
      /(?<=\p{L} )Sie(?!\p{L})|^Sie (?:müssen|haben|können|sind|benötigen|brauchen|lesen|werden)|(?<!\p{L})(?:Ihre?[nmrs]?|[Bb]itte|[Ll]eider|[Ww]ir|[Uu]nsere?|[Dd]u|[Dd]eine?|[Dd]ies(?:er|e|es|en) (?:Inhalt|Artikel|Seite|Website|Beitrag))(?!\p{L})/u,
    captcha: [
      ['bestätig|überprüf|sicherstell|verifizier|prüfen', `roboter|mensch|browser|${whole('bots?')}|captcha`],
      ['ungewöhnlich|verdächtig|automatisiert|zu viele', 'aktivität|anfragen|zugriff|datenverkehr|netzwerk'],
      ['lösen|geben sie|eingeben', 'aufgabe|zeichen|captcha|rätsel'],
    ],
    consent: [
      ['cookies?|partner|tracking|werbung', 'zustimm|akzeptier|einwillig|verarbeiten daten|pur-abo'],
      ['zustimmung|einwilligung', 'widerruf|erteil|erforderlich'],
      ['cookies?|tracking', 'mit werbung'],
    ],
    error: [
      [
        'seite|artikel|inhalt|beitrag|link|website|angebot',
        'nicht (?:mehr )?(?:gefunden|finden|verfügbar|vorhanden|erreichbar|existier)|existiert (?:leider )?nicht|gelöscht|entfernt|verschoben|abgelaufen|gewartet|wartung',
      ],
      ['javascript', 'aktivier|deaktiv|benötig|erforder|eingeschalt|einschalt'],
    ],
    login: [
      [
        'anmeld|einlogg|angemeldet|eingeloggt|registrier',
        'bitte|müssen|um .{1,40} zu|erforderlich|aufzurufen',
      ],
    ],
    paywall: [
      [
        `${whole('(?:\\p{L}+-)?abo|\\p{L}+abo|abonn\\p{L}+')}|plus-mitglied`,
        'weiterlesen|lesen sie|diesen? (?:artikel|inhalt|text)|exklusiv|dieser (?:artikel|inhalt|text)',
      ],
    ],
  },
  {
    address: new RegExp(
      `${whole('vous|votre|vos|nous|veuillez|désolé|oups|merci de|cet article|cette page|ce contenu|la suite|le site est|javascript est')}|^\\p{L}+ez(?!\\p{L})`,
      'iu',
    ),
    captcha: [
      ['vérifi|confirm|prouv|assur', 'humain|robot|navigateur|personne'],
      ['inhabituel|suspect|automatis|trop de', 'activité|trafic|requête|réseau|connexion'],
      ['résol|saisi|complét|entrez', 'défi|captcha|caractères|énigme'],
    ],
    consent: [['cookies?|partenaires', 'accept|refus|consent|accord|utilis']],
    error: [
      [
        'page|article|contenu|lien|site|vidéo',
        'introuvable|n’existe|n’est (?:plus|pas) (?:disponible|accessible)|supprimé|déplacé|expiré|maintenance',
      ],
      ['javascript', 'activ|désactiv|nécess|requi'],
    ],
    login: [
      [
        'connect(?:er|ez|é)|identifi(?:er|ez)|créez un compte',
        'devez|veuillez|pour (?:voir|lire|accéder|continuer|consulter)',
      ],
    ],
    paywall: [
      [
        'abonn|réservé|offre|payant',
        'la suite|lire (?:la suite|cet)|cet article|ce contenu|intégralité|continuer',
      ],
    ],
  },
  {
    address: new RegExp(
      `${whole('usted|tus?|te|has|debes?|por favor|lo sentimos|ups|nosotros|nuestr\\p{L}+|necesitas?|est[ae] (?:página|contenido|artículo)|hemos|estamos|marque|compruebe')}|^(?:suscríbete|activa|acepta|inicia|introduce)(?!\\p{L})`,
      'iu',
    ),
    captcha: [
      ['verific|confirm|compr(?:ueb|ob)|demuestr|asegur', 'persona|humano|robot|navegador'],
      ['inusual|sospechos|automatizad|demasiad', 'actividad|tráfico|solicitud|peticion'],
      ['resuelv|introdu|complet|escrib|marque', 'desafío|captcha|caracteres|casilla|rompecabezas'],
    ],
    consent: [['cookies?|socios', 'acept|rechaz|consent|utiliza|almacen']],
    error: [
      [
        'página|artículo|contenido|enlace|sitio|v[ií]deo|noticia',
        'no (?:se |ha |hemos |est[áa] )?(?:sido |podido )?(?:existe|encontr\\p{L}+|disponible)|ya no|eliminad|movid|caducad|mantenimiento',
      ],
      ['javascript', 'activa|habilit|necesit|desactiv|requier'],
    ],
    login: [
      [
        'iniciar? sesión|regístr|identif[ií]',
        'debes?|para (?:ver|leer|continuar|acceder)|necesit|tienes que',
      ],
    ],
    paywall: [
      [
        'suscr[ií]|premium|gratuit',
        'leyendo|este (?:contenido|artículo)|límite|seguir leyendo|exclusiv|artículo completo',
      ],
    ],
  },
]
