/** The same words as obstacle-speech.ts has, in the languages of the north, the middle and the south-east. */
import { type Speech, whole } from './obstacle-speech.ts'

export const landSpeeches: readonly Speech[] = [
  {
    address: new RegExp(
      `${whole('du|dig|din|ditt|vi|oss|denna (?:sida|artikel)|den här (?:sidan|artikeln|texten)|resten av (?:artikeln|texten)|vänligen|tyvärr')}|^(?:läs|logga|bli|bekräfta|aktivera|godkänn|prenumerera|fortsätt|köp|skaffa)(?!\\p{L})`,
      'iu',
    ),
    captcha: [['bekräfta|kontroller|verifier|bevisa', 'människa|robot|webbläsare']],
    consent: [['cookies?|kakor|partner', 'godkänn|acceptera|avvisa|samtyck|använder']],
    error: [
      [
        'sida|sidan|artikel|länk|innehåll',
        'hittades inte|finns inte|inte (?:hitta|längre)|tagits bort|flyttats|underhåll',
      ],
      ['javascript', 'aktivera|slå på|kräver|behöver'],
    ],
    login: [['logga in|inloggad|konto', 'för att|måste|behöver|krävs']],
    paywall: [
      [
        'prenumer|plus-?(?:artikel|kund)|premium',
        'läsa? (?:vidare|hela)|artikel|fortsätt|låst|lås upp|redan',
      ],
    ],
  },
  {
    address: new RegExp(
      `${whole('du|deg|dig|din|ditt|vi|oss|os|denne (?:saken|siden|artikkelen|artikel|side)|resten av (?:saken|artikkelen)|resten af artiklen|dessverre|desværre|beklager')}|^(?:les|læs|logg|log|bli|bliv|bekreft|bekræft|kjøp|køb|fortsett|fortsæt|aksepter|accepter|allerede)(?!\\p{L})`,
      'iu',
    ),
    captcha: [['bekreft|bekræft|kontroller|verifiser|bevis', 'menneske|robot|nettleser|browser']],
    consent: [
      [
        'cookies?|informasjonskapsler|partner',
        'godta|godkend|accepter|aksepter|avvis|afvis|samtykk|bruker|bruger',
      ],
    ],
    error: [
      [
        'side|siden|artikkel|artikel|lenke|innhold|indhold',
        'finnes ikke|findes ikke|ikke (?:funnet|fundet|lenger|længere|finne|finde)|fjernet|flyttet|vedlikehold',
      ],
      ['javascript', 'aktiver|slå på|krever|kræver'],
    ],
    login: [
      [
        'logge? (?:deg )?inn|logge? (?:dig )?ind|innlogget|logget ind|konto',
        'for å|for at|må|skal|krever|kræver',
      ],
    ],
    paywall: [
      [
        'abonn|premium|pluss?-?(?:sak|artikkel|artikel)',
        'lese? (?:videre|hele)|læse? (?:videre|hele)|saken|artikkel|artikel|fortsett|fortsæt|allerede',
      ],
    ],
  },
  {
    address: new RegExp(
      `${whole('sinun|sinulla|olet|voit|tämä (?:sivu|juttu|artikkeli|sisältö)|tämän (?:sivun|jutun|artikkelin)|sivua|me|valitettavasti|pahoittelemme')}|^(?:tilaa|kirjaudu|vahvista|hyväksy|jatka|lue|ota|osta|rekisteröidy)(?!\\p{L})`,
      'iu',
    ),
    captcha: [['vahvista|varmista|todista|tarkist', 'ihminen|robotti|selain']],
    consent: [['eväste|kumppani', 'hyväksy|hylkää|suostu|käytämme']],
    error: [
      [
        'sivu|artikkeli|juttu|linkki|sisältö',
        'ei löyd|ei löyty|ei ole (?:enää )?(?:olemassa|saatavilla)|poistettu|siirretty|huolto',
      ],
      ['javascript', 'käyttöön|päälle|vaatii|tarvit'],
    ],
    login: [['kirjau|tunnus', 'nähdäksesi|lukeaksesi|pitää|täytyy|jatkaaksesi']],
    paywall: [['tilaa|tilaus|maksulli|premium', 'jatka|lukemista|koko (?:juttu|artikkeli)|lue|vain']],
  },
  {
    address: new RegExp(
      `${whole('vy|vás|vám|váš|vaše|my|nás|tento (?:článek|článok|obsah|text)|tato stránka|táto stránka|pokračování (?:článku|textu)|pokračovanie (?:článku|textu)|zbytek (?:článku|textu)|zvyšok (?:článku|textu)|prosím|bohužel|bohužiaľ|\\p{L}{2,}(?:ťte|ďte|ňte|ste|jte|ite|ěte)')}`,
      'iu',
    ),
    captcha: [
      [
        'potvr[dď]|ověř|over|prokaž|preukáž|skontroluj|zkontroluj',
        'člověk|človek|robot|prohlížeč|prehliadač',
      ],
    ],
    consent: [['cookies?|partne[rř]', 'přijm|prijm|souhlas|súhlas|odmít|odmiet|používá']],
    error: [
      [
        'stránk|člán|obsah|odkaz',
        'nenalezen|nenájden|nebyla? (?:nalezen|nájden)|neexistuje|odstraněn|odstránen|přesunut|presunut|údržb',
      ],
      ['javascript', 'zapn|povol|vyžaduje|potřeb|potreb'],
    ],
    login: [
      [
        'přihl[aá]s|prihl[aá]s|registr',
        'abyste|aby ste|musíte|pro (?:zobrazení|čtení)|pre (?:zobrazenie|čítanie)',
      ],
    ],
    paywall: [
      [
        'předplat|predplat|prémi',
        'dál|ďalej|článek|článok|článku|celý|jen pro|len pre|odemk|odomk|přečt|prečít',
      ],
    ],
  },
  {
    address: new RegExp(
      `${whole('ön|önnek|ez(?:t)? a (?:cikk|cikket|tartalom|oldal|oldalt)|a (?:teljes )?(?:cikk|tartalom) (?:folytatása|elolvasásához|teljes)|a keresett oldal|előfizetőink\\p{L}*|kérjük|sajnáljuk|sajnos|mi|\\p{L}+(?:jen|jon|jön|zen|zon|zd|sson|ssen)(?: elő| be)?')}`,
      'iu',
    ),
    captcha: [['erősítse|igazol|ellenőriz|bizonyít', 'ember|robot|böngésző']],
    consent: [['cookie|süti|partner', 'elfogad|elutasít|hozzájárul|használ']],
    error: [
      [
        'oldal|cikk|tartalom|link',
        'nem található|nem létezik|(?:már )?nem elérhető|törölt|áthelyez|karbantartás',
      ],
      ['javascript', 'engedélyez|kapcsol|szükség'],
    ],
    login: [['jelentkez|belép|regisztr', 'kell|szükséges|folytat|elolvas']],
    paywall: [['előfizet|prémium', 'folytat|cikk|teljes|tovább|elolvas|csak']],
  },
  {
    address: new RegExp(
      `${whole('dumneavoastră|dvs|tu|tău|ta|acest (?:articol|conținut|site)|această pagină|pagina (?:căutată|solicitată)|restul articolului|te rugăm|vă rugăm|ne pare rău|noi|abonează-te|abonați-vă|conectează-te|autentifică-te|confirmă|acceptă')}`,
      'iu',
    ),
    captcha: [['confirm|verific|dovede', 'uman|robot|browser']],
    consent: [['cookie|partener', 'accept|refuz|consimț|acord|folosim']],
    error: [
      [
        'pagin|articol|conținut|link',
        'nu (?:a fost|există|este (?:mai )?disponibil)|negăsit|șters|mutat|mentenanță',
      ],
      ['javascript', 'activ|necesar|necesită'],
    ],
    login: [['autentific|conectea|conectaț', 'pentru a|trebuie|necesar']],
    paywall: [['abon|premium', 'continu|acest articol|citi|integral|exclusiv|doar pentru|numai pentru']],
  },
  {
    address:
      /(?<!\p{L})(?:σας|σου|εσείς|εσύ|μας|αυτ(?:ό το (?:άρθρο|περιεχόμενο)|ή η σελίδα)|το (?:πλήρες )?άρθρο είναι|η σελίδα που|παρακαλούμε|δυστυχώς|λυπούμαστε|\p{L}+(?:στε|ίτε|ήστε|ξτε|ψτε))(?!\p{L})/iu,
    captcha: [['επιβεβαι|επαληθεύ|αποδείξ|ελέγχ', 'άνθρωπο|ρομπότ|πρόγραμμα περιήγησης']],
    consent: [['cookies?|συνεργάτες', 'αποδ[εέ]χ|αποδοχή|απόρριψη|συναίνε|χρησιμοποιούμε']],
    error: [
      [
        'σελίδα|άρθρο|περιεχόμενο|σύνδεσμος',
        'δεν (?:βρέθηκε|υπάρχει|είναι (?:πλέον )?διαθέσιμ)|διαγραφ|μετακινήθ|συντήρηση',
      ],
      ['javascript', 'ενεργοποι|απαιτείται|χρειάζ'],
    ],
    login: [['συνδεθ|είσοδο|εγγραφ', 'για να|πρέπει|απαιτείται']],
    paywall: [['συνδρομ', 'συνέχεια|συνεχίσ|άρθρο|περιεχόμενο|μόνο|διαβάσ|ανάγνωση']],
  },
  {
    address: new RegExp(
      `${whole('siz|sizin|size|bu (?:içerik|haber|yazı|sayfa|makale)|bu (?:içeriğin|haberin|yazının|sayfanın)|aradığınız|lütfen|üzgünüz|maalesef|biz|\\p{L}+(?:[ıiuü]n[ıiuü]z|y[ıiuü]n|olun|edin|yapın)')}`,
      'iu',
    ),
    captcha: [['doğrula|onayla|kanıtla|kontrol', 'insan|robot|tarayıcı']],
    consent: [['çerez|cookie|ortak', 'kabul|reddet|onay|kullan']],
    error: [
      ['sayfa|haber|içerik|bağlantı', 'bulunamad|mevcut değil|kaldırıl|silin|taşın|bakım'],
      ['javascript', 'etkin|gerek|açın'],
    ],
    login: [['giriş|oturum|kayıt', 'için|gerek|yapın|lazım']],
    paywall: [['abone|premium', 'devam|bu (?:içerik|haber|yazı)|tamam|oku|yalnızca|özel']],
  },
  {
    address: new RegExp(
      whole(
        'ви|вас|вам|ваш\\p{L}*|ми|нас|цей (?:матеріал|контент|текст)|цю (?:статтю|сторінку)|ця (?:стаття|сторінка)|будь ласка|на жаль|\\p{L}+(?:іть|йте|іться)',
      ),
      'iu',
    ),
    captcha: [['підтверд|перевір|довед', 'людин|робот|браузер']],
    consent: [['cookies?|кукі|персональн', 'прийм|прийня|згод|використовуємо']],
    error: [
      ['сторінк|матеріал|статт|посилан', 'не знайден|не існує|видален|недоступн|переміщ|обслуговуван'],
      ['javascript', 'увімк|вимкн|потріб'],
    ],
    login: [['увійд|увійти|авториз|зареєстр', 'щоб|необхідно|потрібно']],
    paywall: [
      ['передплат|підпис|преміум', 'щоб читати|далі|цей матеріал|цю статтю|повн|лише для|тільки для'],
    ],
  },
  {
    address:
      /(?<!\p{L})(?:هذا (?:المقال|المحتوى|الموقع)|هذه (?:الصفحة|المادة)|الصفحة التي|يرجى|عذر[اًا]+|نأسف|اشترك|سجل|سجّل|يجب|أنت|لمتابعة|للمتابعة|نستخدم)(?!\p{L})/u,
    captcha: [['تحقق|تأكد|أثبت|تأكيد', 'إنسان|روبوت|متصفح|برنامج']],
    consent: [['ملفات تعريف|الكوكيز|cookies', 'موافق|قبول|رفض|نستخدم']],
    error: [['صفحة|الصفحة|المقال|المحتوى|الرابط', 'غير (?:موجود|متاح|متوفر)|لم يتم العثور|حذف|نقل|صيانة']],
    login: [['تسجيل الدخول|سجل|سجّل', 'لمتابعة|للمتابعة|يجب|يرجى|لقراءة']],
    paywall: [['اشترك|مشترك|الاشتراك', 'قراءة|القراءة|المقال|المحتوى|فقط|لمتابعة']],
  },
  {
    address:
      /(?<!\p{L})(?:הכתבה (?:המלאה|זמינה)|כתבה זו|הדף (?:המבוקש|שחיפשת\p{L}*)|תוכן זה|אנא|מצטערים|עליך|הירשמו|התחברו|הצטרפו|אתם|אנו|להמשך)(?!\p{L})/u,
    captcha: [['אמת|אשר|ודא|הוכח', 'אדם|רובוט|דפדפן']],
    consent: [['עוגיות|cookies', 'מסכים|אישור|דחה|משתמש']],
    error: [['דף|הדף|כתבה|תוכן|קישור', 'לא נמצא|אינו (?:קיים|זמין)|הוסר|הועבר|תחזוקה']],
    login: [['התחבר|הירשם|כניסה', 'כדי|להמשיך|נדרש|עליך']],
    paywall: [['מנוי|מנויים', 'לקרוא|קריאה|המלאה|בלבד|להמשך']],
  },
]
