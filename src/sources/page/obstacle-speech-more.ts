/** The same words as obstacle-speech.ts has, in further languages. */
import { type Speech, whole } from './obstacle-speech.ts'

export const moreSpeeches: readonly Speech[] = [
  {
    address: new RegExp(
      `${whole('вы|вас|вам|у нас|ваш\\p{L}*|мы|пожалуйста|к сожалению|этот материал|эту страницу|эта страница|\\p{L}+(?:ите|йте|ьтесь|йтесь|итесь)|продолжение|для работы сайта')}`,
      'iu',
    ),
    captcha: [
      ['подтверд|провер|докаж|убед', 'человек|робот|браузер'],
      ['необычн|подозрительн|автоматич|много', 'активност|трафик|запрос|действи'],
      ['введите|решите|пройдите|отметьте', 'символ|капч|картин|проверк|задач'],
    ],
    consent: [['cookies?|куки|персональн', 'примите|принять|соглас|используем']],
    error: [
      [
        'страниц|материал|стать|ссылк|сайт|контент|видео|запись',
        'не найден|не существует|у нас нет|удал[её]н|недоступ|больше не|перемещ|устарел|технически|обслуживани',
      ],
      ['javascript', 'включ|отключ|требу|необходим|поддерж'],
    ],
    login: [['войд|войти|авториз|зарегистр', 'чтобы|необходим|нужно|требуется']],
    paywall: [['подпис|платн|премиум', 'продолж|этот материал|эту статью|полностью|дочитать|полный текст']],
  },
  {
    address:
      /ください|ております|てい(?:ます|る(?:ため|場合))|この(?:ページ|記事|サイト|コンテンツ)|[当本]サイト|あなた|ご(?:利用|覧)|お探し|指定された|ここから先|必要(?:です|があります)/u,
    captcha: [
      ['確認|認証|証明|検証', '人間|ロボット|ブラウザ'],
      ['異常|不審|通常と異なる|多数|頻繁|短時間', 'アクセス|リクエスト|通信|トラフィック'],
    ],
    consent: [['cookie|クッキー', '同意|使用|許可|拒否']],
    error: [
      [
        'ページ|記事|コンテンツ|動画|url|サイト|ただいま',
        '見つかりません|削除|存在しません|移動した|終了(?:し|いたし)ました|公開を終了|表示できません|メンテナンス',
      ],
      ['地域|国', 'ご覧いただけ|ご利用いただけ|視聴できま|対象外'],
      ['javascript', '有効|オン|必要|無効|対応'],
    ],
    login: [['ログイン|会員登録', '必要|ください|続ける|すると']],
    paywall: [['有料|購読|会員|プレミアム|購入', '続き|限定|全文|ここから|残り']],
  },
  {
    address: /(?:십시오|세요|습니다|합니다)/u,
    captcha: [['로봇|사람|브라우저|비정상', '확인|증명|인증|접근']],
    consent: [['쿠키|개인정보', '동의|허용|거부']],
    error: [
      ['페이지|기사|콘텐츠|게시물', '찾을 수 없|삭제|존재하지 않|이동'],
      ['javascript|자바스크립트', '사용|활성|필요|켜'],
    ],
    login: [['로그인|회원가입', '필요|하세요|주세요|후 ']],
    paywall: [['구독|유료|회원', '계속|전용|전문|이어서']],
  },
  {
    address: new RegExp(
      whole(
        'noi|nostri|accetta|tuo|tua|tuoi|questo (?:articolo|contenuto|sito)|questa pagina|accedi|abbonati|verifica|conferma|attiva|ci dispiace|siamo|devi|è necessario',
      ),
      'iu',
    ),
    captcha: [
      ['verific|conferm|dimostra|controll', 'umano|persona|robot|browser'],
      ['insolit|sospett|automatic|tropp', 'attività|traffico|richieste'],
    ],
    consent: [['cookie|partner', 'accett|rifiut|consens|utilizz']],
    error: [
      [
        'pagina|articolo|contenuto|link|sito',
        'non (?:esiste|è (?:più )?disponibile|trovat\\p{L}+)|rimoss|spostat|scadut|manutenzione',
      ],
      ['javascript', 'attiv|abilit|disattiv|richied|necess'],
    ],
    login: [['acced\\p{L}+|login|registr', 'per |devi|necessario']],
    paywall: [
      ['abbon|premium|gratuit', 'continua|questo (?:articolo|contenuto)|leggere (?:tutto|il)|limite'],
    ],
  },
  {
    address: new RegExp(
      whole(
        'você|seu|sua|esta página|este (?:conteúdo|artigo|site)|assine|ative|verifique|confirme|entre|aceite|desculpe|precisa|nós|nossos?',
      ),
      'iu',
    ),
    captcha: [
      ['verifi|confirm|comprov|prove', 'humano|pessoa|robô|navegador'],
      ['incomum|suspeit|automatizad|muitas', 'atividade|tráfego|solicitações'],
    ],
    consent: [['cookies?|parceiros', 'aceit|recus|consent|utiliz']],
    error: [
      [
        'página|artigo|conteúdo|link|site|matéria',
        'não (?:existe|(?:foi )?encontrad\\p{L}+|está (?:mais )?disponível)|removid|movid|expirad|manutenção',
      ],
      ['javascript', 'ativ|habilit|desativ|requer|necess'],
    ],
    login: [['entr(?:ar|e)|login|cadastr', 'para (?:ver|ler|continuar|acessar)|precisa|necessário']],
    paywall: [['assin|premium|gratuit', 'continu|este (?:conteúdo|artigo)|exclusiv|limite|lendo']],
  },
  {
    address: new RegExp(
      `${whole('je|jouw|uw|u|deze pagina|dit (?:artikel|bericht)|deze (?:site|website)|we|wij|onze|helaas')}|^(?:log|bevestig|schakel|accepteer|word|lees)(?!\\p{L})`,
      'iu',
    ),
    captcha: [['bevestig|controle|verifi', 'mens|robot|browser']],
    consent: [['cookies?|partners', 'accept|weiger|toestemming|akkoord|gebruiken']],
    error: [
      [
        'pagina|artikel|bericht|link|site',
        'niet (?:gevonden|meer|beschikbaar|vinden)|bestaat niet|verwijderd|verplaatst|onderhoud',
      ],
      ['javascript', 'schakel|activ|uitgeschakeld|nodig|vereist'],
    ],
    login: [['inlog|log in|ingelogd|account', 'om |moet|nodig']],
    paywall: [['abonn|premium|gratis', 'verder lezen|dit artikel|lees verder|exclusief|limiet']],
  },
  {
    address: new RegExp(
      `${whole('twój|twoja|twojej|ta strona|ten artykuł|tę stronę|proszę|niestety|przepraszamy|nasi|nasz|my|musisz')}|^\\p{L}+(?:uj|ij|aj|ź|ń|dź)(?!\\p{L})`,
      'iu',
    ),
    captcha: [['potwierdź|sprawdz|zweryfik|udowodnij', 'człowiek|robot|przeglądark']],
    consent: [['cookies?|partner', 'akceptuj|zgod|odrzuc|używa']],
    error: [
      [
        'stron|artykuł|treś|link',
        'nie (?:istnieje|znaleziono|jest (?:już )?dostępn\\p{L}+)|usunięt|przeniesion|wygas|prace techniczne',
      ],
      ['javascript', 'włącz|wyłącz|wymaga|obsług'],
    ],
    login: [['zaloguj|logowan|zarejestruj', 'aby|musisz|wymaga|żeby']],
    paywall: [['subskry|prenumer|premium|abonament', 'dalej|ten artykuł|pełn|tylko dla|dostęp']],
  },
]
