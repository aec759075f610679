/** Knows the sentences that sites hang around every article, in the languages we meet; pages and posts drop them. */
import { isSaidBeside } from './boilerplate-lands.ts'

/** Longer paragraphs are taken for the article's own words, whatever they begin with. */
const longestBoilerplate = 320

/** Lines that are boilerplate wherever they stand, if the whole line is one of them. */
const wholeLines = [
  /^(?:advertisements?|advertising|open image in gallery|press enter or click to view image.{0,20}|sponsored(?: content)?|promoted|ad|anzeige|werbung|publicité|publicidad|pubblicità|advertentie|реклама|reklama|reklam|annons|annonse|annonce|mainos|inzerce|hirdetés|oglas|ilan|contenuto sponsorizzato|contenido patrocinado|contenu sponsorisé|conteúdo patrocinado|广告|廣告|広告|continue reading below|story continues(?: below)?(?: advertisement)?|article continues(?: below)?(?: advertisement)?|scroll to continue(?: with content)?|loading(?:\.\.\.|…)?|skip advertisement|image|photo|video|read more|more|share|print|email|tweet|comments?|reply|follow|save|listen|copy link|show more|see more|view comments|back to top|top|close|menu)\s*[:：.…»›→]*$/iu,
  /^(?:share|teilen|partager|compartir|condividi|delen|поделиться|分享)(?:\s+(?:this|on|via|article|story|post|it|with|now|to|diesen|den|die|cet|cette|esta|este|l['’]article|auf|sur|en|no|su|:).{0,60})?[:：]?$/iu,
  /^(?:related|(?:see )?related (?:articles?|stories|posts?|content|topics?|news|links?|reading|coverage|items?|sites|news stor(?:y|ies))(?: on .{2,40})?|(?:read )?other (?:related )?(?:stories|articles|news)\b.{0,40}|the latest (?:on|from) .{2,30}|more (?:from|on|in|stories|news|articles|about).{0,60}|you (?:may|might) (?:also )?(?:like|be interested in|enjoy).{0,30}|recommended(?: for you| stories| reading| articles)?|customers who .{4,40}|frequently bought together|read (?:also|next|more)|most (?:read|popular|viewed|commented|shared)|trending(?: now)?|popular (?:posts|stories|articles)|(?:latest|other|today['’]?s) headlines|latest (?:news|stories|posts|articles)|top stories|editor['’]?s['’]? picks?|don['’]t miss|what to read next|see also|up next|also (?:read|on|in).{0,40}|keep reading|further reading|(?:table of )?contents|inhaltsverzeichnis|in this (?:article|story)|tags?|topics?|filed under.{0,80}|categories|category)\s*[:：]?$/iu,
  /^(?:mehr zum thema|lesen sie auch|auch interessant|das könnte sie(?: auch)? interessieren|weitere artikel|verwandte (?:artikel|themen)|meistgelesen|zum thema|[aà] lire aussi|lire aussi|sur le même sujet|articles? (?:liés|similaires|recommandés)|les plus lus|voir aussi|lea también|lee también|te puede interesar|noticias? relacionadas?|más información|relacionad[oa]s?|leggi anche|articoli correlati|potrebbe interessarti|lees ook|meer over.{0,40}|leia (?:também|mais)|veja também|notícias relacionadas|читайте также|читать также|по теме|материалы по теме|ссылки по теме|смотрите также|czytaj (?:też|także|również)|zobacz (?:też|także|również)|läs (?:också|mer|även)|les også|læs også|lue myös|okuyun|ayrıca bakınız|ilgili haber(?:ler)?|ilginizi çekebilir|bunlar da ilginizi çekebilir|δείτε επίσης|διαβάστε επίσης|σχετικά (?:άρθρα|θέματα)|mehr (?:aus|von|zu|über) [^.!?]{1,40}|das könnte (?:dich|ihnen) auch .{0,20}|ähnliche (?:artikel|beiträge)|polecane|podobne artykuły|powiązane artykuły|gerelateerd|verwandte beiträge|schon gelesen|passend (?:dazu|zum thema)|mehr dazu|související|lesen sie auch (?:die folgenden|diese) (?:beiträge|artikel)|leia também|relacionadas|articles? en relation|dans la même rubrique)\s*[?:：]?$/iu,
  /^(?:相关阅读|相關閱讀|相关文章|相關文章|相关新闻|相關新聞|相关推荐|相關推薦|相关链接|相關連結|延伸阅读|延伸閱讀|推荐阅读|推薦閱讀|热门文章|熱門文章|热门推荐|猜你喜欢|更多精彩(?:内容)?|更多内容|往期(?:推荐|回顾|精彩).{0,10}|(?:上|下)一篇(?:[:：\s].{0,60})?|返回(?:首页|顶部|列表)|点击(?:查看|阅读)(?:原文|更多).{0,10}|阅读原文|閱讀原文|阅读全文|展开全文|查看更多|加载更多|最新评论|发表评论|全部评论|网友评论|评论|分享到|分享|收藏|点赞|打印|关闭|举报|投诉|标签|関連記事|あわせて読みたい|続きを読む|관련기사)\s*[:：>》]*$/iu,
  /^(?:(?:e-?mail|print|share|save|tweet|pin)(?: (?:this|it|story|article|page|post))*|printer[- ]friendly(?: version)?|like this|like loading(?:\.\.\.|…)?|share this|text size|la suite après (?:la|cette) publicité|讚|赞|按讚)(?:\s*[|·•/]\s*(?:e-?mail|print|share|save|tweet|pin|printer[- ]friendly)[\p{L}\s-]{0,24})*\s*[:：]?$/iu,
  /^[\p{P}\p{S}\s]*(?:end|the end|fin|ende|完|全文完|正文完|本文完)[\p{P}\p{S}\s]*$/iu,
  /^(?:共\s?)?\d+\s?(?:条|個|个|則|则)\s?(?:回复|回覆|评论|評論|留言|跟帖)$/u,
  /^\[?(?:…|\.\.\.)\]?$/u,
  /^[«‹<]*\s?(?:(?:zurück|nach oben|seitenanfang|retour|haut de page|volver|arriba|indietro|torna (?:su|indietro)|powrót|do góry|zpět|nahoru|terug|naar boven|vissza|назад|наверх|tilbage|tillbaka|back|top of page|drucken|imprimer|imprimir|stampa|drukuj|tisk|afdrukken|εκτύπωση)(?:\s?[|·/]?\s?)){1,3}\s?[»›>^]*$/iu,
  /^(?:haberin devamı|purchase licensing rights|order reprints|open in app|share full article|listen to this article.{0,30}|skip (?:past|to|the) .{0,40}|propos recueillis par .{0,60}|avec (?:l['’])?(?:afp|reuters|ap)|dpa|riproduzione riservata|[（(]?此件公开发布[）)]?|公开方式[:：].{0,10}|小字号|字号|字体)\s*[.。]?$/iu,
]

/** Openings of paragraphs that are boilerplate to their end, if they are short. */
const openings = [
  // "Read also" of languages whose letters end no word for a plain \b.
  /^[\p{P}\p{S}\s]*(?:читайте (?:также|подробнее|ещё|також)|смотрите также|прочетете още|czytaj (?:też|także|więcej)|zobacz (?:też|także)|przeczytaj (?:też|także)|čtěte (?:také|též)|přečtěte si|läs (?:också|även|mer)|les også|læs også|lue (?:myös|lisää)|διαβάστε (?:επίσης|ακόμη|ακόμα|περισσότερα)|δείτε επίσης|citește și|citiți și|olvassa el|lásd még|ayrıca oku|ilgili haber|اقرأ (?:أيضا|أيضًا|أيضاً|المزيد)|شاهد أيضا|קראו (?:גם|עוד)|baca juga|xem thêm|đọc thêm)(?!\p{L}).{0,160}$/iu,
  /^[【《＞>▶■・\s]*(?:関連記事|あわせて読みたい|合わせて読みたい|こちらも読む|관련\s?(?:기사|뉴스)|함께 보면 좋은).{0,100}$/u,
  /^(?:ⓒ|저작권자|copyright ⓒ).{0,120}$|무단\s?전재/iu,
  /^(?:返回(?:搜狐|首页|列表|目录)|点个[“"「]?(?:在看|赞)|[【[［](?:打印|关闭|收藏|纠错|字号|推荐|返回顶部)[】\]］]).{0,40}$/u,
  /^(?:sign up|subscribe|join)\b.{0,80}\b(?:newsletter|newsletters|email|e-mail|inbox|updates|alerts?|briefing|mailing list|channel|podcast|rss|feed|today|now|free|for more|digital|unlimited|daily|weekly|youtube|telegram|whatsapp)\b/iu,
  /^(?:get|receive|want)\b.{0,80}\b(?:in your inbox|to your inbox|newsletter|by email|straight to your|delivered to you|breaking news alerts)\b/iu,
  /^(?:follow|like|find|join|connect with|tweet|email|contact|reach|write to)\b (?:us|me|him|her|them|@\S*)(?!\p{L}).{0,60}\b(?:twitter|facebook|instagram|linkedin|x|youtube|tiktok|threads|mastodon|bluesky|telegram|whatsapp|pinterest|flipboard|google news|apple news|snapchat|@|at)\b/iu,
  /^(?:F(?:ollow|OLLOW|ind)|Like|Join|Connect with|Tweet|Email|Contact|Reach|Write to) \p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,3} .{0,60}(?:Twitter|twitter|Facebook|Instagram|LinkedIn|X|YouTube|TikTok|Threads|Mastodon|Bluesky|Telegram|WhatsApp|@|\bat\b)/u,
  /^(?:read more|read next|read also|also read|see also|related|recommended|more|watch|listen|read)\s?[:：>»|–-]+\s?\S/iu,
  /^(?:click|tap) here (?:to|for)\b|^(?:download|get|install) (?:the|our) .{0,40}\bapp\b/iu,
  /^(?:we use|this (?:web)?site uses|by (?:continuing|using|clicking|subscribing|signing up)|our (?:web)?site uses)\b.{0,160}\b(?:cookies?|privacy policy|terms|agree)\b/iu,
  /^(?:copyright\b(?=\s*(?:©|ⓒ|\(c\)|\d{4}|by\b|[:：]|$))|©|\(c\)(?=.{0,40}\d{4})|all rights reserved)|\ball rights reserved\b.{0,40}$|^this material may not be published, broadcast/iu,
  /^(?:thanks|thank you) for (?:reading|subscribing|signing up|your (?:support|interest))\b/iu,
  /^(?:(?:photo|image|picture|video|graphic|illustration|cover|header image|featured image)s?(?: credits?| by| courtesy(?: of)?| via| source)|photograph)\b\s?[:：/|]?\s?\S.{0,120}$/iu,
  /^(?:photos?|image|bild|foto|fotos|photo|crédit(?: photo)?|credit|fotocredit|imagen|immagine|фото|写真|quelle|bildquelle)\s?[:：/|©]\s?\S.{0,100}$/iu,
  /^(?:\p{Lu}[\p{L}.'’-]+\s?){1,4}(?:can be (?:reached|contacted)|may be reached) (?:at|via|on)\b.{0,120}$/u,
  /^from wikipedia, the free encyclopedia$/iu,
  /^(?:réagissez|réagir|commentez|comenta|commenta|kommentieren|diskutieren|reageer|обсудить)(?=\P{L}).{0,140}$|^(?:les commentaires sont|los comentarios están|kommentare sind|comments are) .{0,120}$/iu,
  /^(?:if you (?:enjoyed|liked) this|did you (?:enjoy|like) th|enjoyed this (?:article|post|story)|like this (?:article|post|story)\?|have a (?:tip|story|news tip)\b|got a tip|do you have (?:a tip|information)|support (?:our|us|this (?:podcast|show)|independent)\b)/iu,
  /^(?:this (?:article|story|post|piece) (?:was )?(?:first |originally )?(?:appeared|published)|(?:first|originally) published|a version of this article)\b.{0,160}$/iu,
  /^(?:last (?:updated|modified)|updated|published|posted|first published)\s?(?:on|at|:)\s?.{0,60}\d{4}.{0,30}$/iu,
  /^(?:estimated )?reading time\b|^\d+ (?:min(?:ute)?s?) read$|^\d+ (?:comments?|shares?|views?|likes?|replies)$/iu,
  /^(?:abonnieren|newsletter|jetzt (?:anmelden|abonnieren|registrieren)|melden sie sich|hier (?:anmelden|abonnieren)|folgen sie uns)\b.{0,120}/iu,
  /^(?:lesen sie (?:auch|mehr|hier|dazu)|mehr (?:zum thema|dazu|lesen)|lire (?:aussi|également|la suite)|[aà] lire (?:aussi|également)|voir aussi|sur le même sujet|lee (?:también|además|más)|lea (?:también|además|más)|te puede interesar|más información|leggi (?:anche|qui|tutto)|lees (?:ook|meer|verder)|leia (?:também|mais)|veja (?:também|mais)|читайте (?:также|подробнее|нас)|смотрите также|подписывайтесь|подпишитесь|czytaj (?:też|także|również|więcej)|zobacz (?:też|także|również)|läs (?:också|mer|även)|les (?:også|mer)|læs (?:også|mere)|lue (?:myös|lisää))(?!\p{L})\s?[:：–|>»-]?.{0,160}$/iu,
  /^(?:inscrivez-vous|abonnez-vous|suivez(?:-| )nous|recevez|suscríbe(?:te|se)|suscribir|síguenos|inscreva-se|assine (?:já|agora|nossa|a nossa)|siga-nos|iscriviti|seguici|schrijf je in|volg ons|prenumerera|zapisz się|obserwuj nas)\b.{0,200}$/iu,
  /^(?:感谢|感謝|谢谢|謝謝|多谢)(?:您|你|大家|各位)?(?:的)?(?:耐心)?(?:阅读|閱讀|观看|觀看|收看|收听|关注|關注|支持)/u,
  /^(?!更多.{0,30}了)(?:欢迎|歡迎|请|請|敬请|长按|長按|扫码|掃碼|扫描|掃描|点击|點擊|识别|立即|更多).{0,30}(?:关注|關注|订阅|訂閱|二维码|二維碼|公众号|公眾號|下载|下載|转发|分享|加入|添加|点赞|在看|留言|投稿|进群|微信|客户端|APP)/iu,
  /^(?:本文|该文|此文|文章|以上|本站|本网|本網|内容|內容|转载|轉載|版权|版權|免责|免責|声明|聲明|特别声明|郑重声明|风险提示|未经|未經|凡本网|凡注明|凡是).{0,40}(?:授权|授權|转载|轉載|版权|版權|著作权|不代表|仅代表|僅代表|仅供参考|僅供參考|侵权|侵權|立场|立場|投资建议|投資建議|联系我们|聯繫我們|观点|禁止|许可|声明|出处)/u,
  /^(?:责任编辑|責任編輯|责编|編輯|编辑|校对|審校|审核|审校|监制|终审|值班|统筹|图片来源|圖片來源|图源|圖源|图片|题图|頭圖|头图|封面图|配图|摄影|攝影|视觉中国|供图|制图|来源|來源|新闻来源|稿源|文章来源|关键词|關鍵詞|标签|標籤|关键字)\s?[:：|｜丨/／][^？?]{0,80}$/u,
  /^[(（【[]\s?(?:责任编辑|責任編輯|责编|编辑|編輯|完|记者|記者|来源|图|圖|摄影|供图|图源|圖源|图片来源).{0,50}[)）】\]]$/u,
  /^(?:原标题|原題|本文来自|本文來自|本文首发|本文原载|本文系|更多资讯|更多新闻|更多资訊|更多精彩|如需转载|喜欢(?:这篇|本文|就点|的话)|看完(?:点|记得)|觉得(?:不错|文章)|如果(?:您|你)(?:对|觉得|喜欢)).{0,100}$/u,
]

/** The same for blogs, comment forms and shops, and for the papers of more countries. */
const moreOpenings = [
  /^more from \p{Lu}[^.!?]{2,110}$/iu,
  /^(?:we (?:independently|carefully) (?:review|select|evaluate|research|choose)|listen to (?:this and more|more stories)|hear (?:other segments|more from)|listen to more|shipping (?:is )?calculated at|free (?:delivery|shipping)|tax(?:es)? included)\b.{0,240}$/iu,
  /^the editors of .{2,60}\b(?:revised|updated|written)\b.{0,100}$|^(?:was|is) this (?:article|page|answer|information|post|content)? ?(?:helpful|useful)\b.{0,40}$|^full story$|^was this (?:e-?mail|newsletter|message) forwarded to you\b.{0,80}$|^(?:book|request|schedule|get) (?:a|your) (?:free )?demo\b.{0,160}$|^participated in the$|^this (?:post|article|page|site) (?:may )?contains? affiliate links?\b.{0,240}$|^we spend (?:hours|days|weeks)\b.{0,240}$|^why (?:you can |you should |to )?trust (?:us|our|\p{Lu}).{0,30}$|^hosted by:?$/iu,
  /^stay (?:up[- ]to[- ]date|informed)\b.{0,160}\b(?:newsletters?|subscribe|sign(?:ing)? up|follow)\b.{0,60}$|^(?:do you )?have (?:a|any) questions?\b.{0,80}\b(?:e-?mail|write|send|contact|ask|submit)\b.{0,140}$|^\[?(?:voti|vota|votos|votes|rating|bewertungen?|valutazioni?)\s?[:：].{0,20}\d.{0,30}$|^(?:this|the) (?:article|alert|post|content|information|blog|publication|page|website)\b.{0,60}\b(?:for (?:general )?(?:information(?:al)?|educational)(?: and educational)? purposes only|not (?:constitute|intended as) (?:legal|medical|financial|investment)).{0,200}$|^reporting from .{2,40}[^.]$/iu,
  /^(?:have you been affected by|get in touch with us|questions\? comments\?|do you have a question about) .{0,200}$/iu,
  /^(?:get|find|follow) .{1,40} on (?:twitter|facebook|instagram|x|youtube)\b.{0,160}$/iu,
  /^(?:additional |further )?reporting by .{2,140}$|^our standards[:：].{0,60}$/iu,
  /^(?:when you (?:buy|purchase)|if you (?:buy|purchase|click)|we may (?:earn|receive)|this (?:post|article|page) (?:may )?contains? affiliate|as an amazon associate) .{0,200}\b(?:commissions?|affiliate|purchases)\b.{0,120}$/iu,
  /^(?:leave a (?:comment|reply)|your e-?mail address will not|required fields are|save my name|notify me of|this entry was posted|posted in|bookmark the permalink|view all posts by|(?:previous|next|older|newer) (?:article|post)s?)\b.{0,200}$/iu,
  /^(?:submit|send) (?:us )?your letters? to the editor\b.{0,160}$|^notice: the content above|^to view this content, javascript|^this site is protected by recaptcha/iu,
  /^(?:werbung|anzeige)\s?[|/:–-].{0,60}$/iu,
  /^(?:dieses thema im programm|empfohlener (?:redaktioneller|externer) inhalt|an dieser stelle (?:finden sie|befindet sich|wollten wir)|ich bin damit einverstanden, dass mir|mit material (?:der|von)|dieser (?:artikel|beitrag|text) (?:erschien|ist zuerst|wurde zuerst|enthält affiliate)|transparenzhinweis|hinweis der redaktion)(?!\p{L}).{0,240}$/iu,
  /^(?:devenez fan|rejoignez-nous|retrouvez(?:-nous| tous nos| toute l['’]actu)|l['’]espace des contributions|cet article est (?:réservé|paru)|envoyez-nous|contribuez)(?!\p{L}).{0,160}$/iu,
  /^(?:sobre la firma|archivado en|conforme a los criterios|tu suscripción se está|lo más (?:leído|visto)|apúntate|con información de)(?!\p{L}).{0,160}$/iu,
  /^(?:ultimo aggiornamento|clicca qui|segui(?:ci)? .{0,30} (?:su|sui)|resta aggiornato|fonte[:：])(?!\p{L}).{0,140}$/iu,
  /^(?:więcej .{0,30}(?:informacji|wiadomości) znajdziesz|oglądaj (?:też|także)|dziękujemy, że|masz dla nas|dalsza część|reszta (?:artykułu|tekstu)|źródło(?: \p{L}+)?\s?[:：]|fot\.|polub nas|dołącz do|zapraszamy do)(?!\p{L}).{0,160}$/iu,
  /^(?:blijf op de hoogte|meld je aan|lees verder (?:onder|na)|tekst (?:gaat verder|loopt door)|heb je (?:een )?(?:tip|vraag|nieuws|opmerking|foto)|bron[:：]|reageren\?)(?!\p{L}).{0,140}$/iu,
  /^(?:подпишитесь|подпишись|подписывайтесь|нашли (?:опечатку|ошибку)|заметили (?:опечатку|ошибку)|что думаешь|больше новостей|главные новости|все новости|(?:фото|источник|материалы по теме)\s?[:：])(?!\p{L}).{0,140}$/iu,
  /^(?:πηγή\s?[:：]|ακολουθήστε|δείτε (?:όλες|επίσης|ακόμη|εδώ)|διαβάστε (?:όλες|επίσης|ακόμη|εδώ)|μείνετε ενημερωμένοι|μοιράσου)(?!\p{L}).{0,180}$/iu,
  /^(?:haberin devamı|bunlar da (?:ilginizi|var)|ilginizi çekebilir|sizin için (?:önerilen|seçtik)|kaynak\s?[:：]|bu habere (?:ilk|tepki))(?!\p{L}).{0,120}$/iu,
  /^(?:veja os vídeos|veja mais (?:notícias|vídeos)|vídeos: mais|participe do canal|clique aqui|com informações d[aeo]|compartilhe)(?!\p{L}).{0,140}$/iu,
  /^(?:最終更新|記事提供|提供元|有料会員(?:に|限定)|会員限定|いいなと思ったら|この記事を(?:シェア|書いた)|おすすめ記事|アクセスランキング|【関連(?:記事|リンク)】).{0,80}$/u,
  /^[（(*※]?.{0,12}(?:仅代表.{0,10}观点|不构成.{0,6}(?:投资)?建议).{0,24}$/u,
  /^.{0,60}(?:不代表.{0,16}(?:立场|立場|观点|觀點)|未经(?:允许|授权|许可).{0,16}(?:转载|使用)).{0,80}$/u,
  /^[請请](?:繼續|继续)往下(?:閱讀|阅读).{0,6}$|^本文.{0,12}字[，,].{0,20}(?:阅读|閱讀).{0,14}$|^.{0,20}粉丝[:：]\s?\d.{0,30}$|^本文为我原创$|^导语$/u,
  /^[（(](?:实习生|實習生|见习记者|通讯员|记者|記者).{1,24}(?:对本文|對本文|亦有贡献|亦有貢獻|参与采写|整理)[^。]{0,12}[）)]$/u,
  /^(?:感谢|感謝).{0,20}(?:线索|投递|投稿|供稿|爆料)|^(?:广告声明|平台声明|风险提示|免责声明|郑重声明)[:：]|信息存储(?:空间)?服务。?$|^.{0,12}为你呈现.{0,4}$|^(?:海量资讯|更多猛料)|^(?:实用、好用的|下载).{0,20}(?:正版软件|客户端)/u,
  /^.{2,50}(?:图自|图源|图\/|截图自|供图|新华社发|资料图|资料图片)\S{0,16}$|^.{4,80}(?:记者|通讯员)\s?\p{Script=Han}{1,4}\s?\p{Script=Han}{0,3}\s?[摄攝]$/u,
  /^\S{1,40} (?:liked|reblogged) this\b|^learn more about your ad choices\b.{0,80}$|^hosted (?:on|by) \S{3,20}\. see \S+ for .{0,60}$|^see \S+ for privacy (?:and opt-out )?information\.?$/iu,
  /^podcast: play in new window\b.{0,80}$|^subscribe: .{0,20}(?:apple|spotify|rss|email|android).{0,120}$/iu,
  /^(?:dieser beitrag wurde (?:am .{6,40}|von .{2,40}) (?:veröffentlicht|publiziert)|cet article a été publié|esta entrada fue publicada|questa voce è stata pubblicata|ten wpis został|dit bericht werd geplaatst|detta inlägg publicerades)(?!\p{L}).{0,240}$/iu,
  /^[가-힣]{2,4}\s?기자\s?\S+@\S+$/u,
  /^[(（]?(?:video|vídeo|vidéo|видео|відео|galerie|galería|fotogalería|bildergalerie|diaporama|infografik|infografía|borítókép|nyitókép|kiemelt kép|fotó)(?:\s?[:：|]\s?|\s[–-]\s).{0,110}$/iu,
  /^(?:dalszy ciąg (?:materiału|artykułu)|chcesz porozmawiać|ciąg dalszy|urmăriți-ne|urmărește-ne|(?:джерело|sursa|izvor|zdroj|forrás|källa|kilde|lähde|المصدر)\s?[:：])(?!\p{L}).{0,120}$/iu,
  /^الآراء الواردة|^حقوق النشر|^تابعوا|^تابعنا/u,
]

/** How to reach who wrote a piece, and whose permission it takes to print it. */
const notes =
  /^(?:to )?(?:contact|reach|e-?mail) the (?:writer|author|reporter|editor|columnist)s?(?: (?:on|of|for|responsible for) this (?:story|article|column|piece))?(?:\s?:| at\b).{0,200}$|^(?:not to be|may not be|no part of .{2,60} may be) (?:re)?(?:produced|printed|published)\b.{0,120}$|^(?:do not )?reproduc(?:e|tion) .{0,40}\bwithout\b.{0,60}\bpermission\b.{0,60}$|^(?:read|learn|see) more about .{2,60} (?:in|on|at) .{2,60}(?:cent(?:er|re)|section|hub|page)\.?$|^(?:show|hide|read|view) (?:the )?(?:full|entire|whole|complete) (?:pr|press release|text|story|article|post|list|transcript)\b.{0,12}$|^we reserve the right to (?:remove|delete|edit)\b|^(?:for )?(?:comments and feedback|feedback and comments)\b.{0,80}$|^(?:have|got) something to (?:say|add|share)\?|^did we (?:miss|get) (?:something|anything)\b|^story highlights$|^like this topic\?|^(?:show|hide) (?:thumbnails|captions?)$/iu

/** Lines that close an article; what follows them is the site's. */
const endMarks = [
  /^(?:copyright\s|\(c\)).{0,60}(?:19|20)\d\d.{0,80}$|^[©ⓒ]\s?.{0,140}$|^.{0,60}\ball rights reserved\b.{0,40}$|riproduzione riservata|tous droits réservés|alle rechte vorbehalten|(?:todos )?(?:los )?derechos reservados/iu,
  /^[(（【[]?\s?(?:责任编辑|責任編輯|责编|責編|编辑)\s?[:：][^？?]{0,40}$/u,
  /^[\p{P}\p{S}\s]*(?:end|the end|完|全文完|正文完|本文完)[\p{P}\p{S}\s]*$/iu,
  /^reporting by .{2,140}$|^返回搜狐/iu,
  /^(?:not to be|may not be) reproduced\b.{0,120}$/iu,
  // So press releases and agencies end.
  /^(?:#\s?){2,5}$|^[-–—]\s?30\s?[-–—]$/u,
]

/** True for a line that closes an article, or a few lines with such a one at their end. */
export function isEndMark(text: string): boolean {
  const line = text.slice(text.lastIndexOf('\n') + 1).trim()
  return text.length < 240 && line.length < 160 && endMarks.some((each) => each.test(line))
}

/** What readers say is called so. */
const comments =
  'comments?|kommentare?|commentaires?|comentarios?|comentários?|commenti|komentarze|komentáře|komentarji|reacties|kommentarer|kommentit|hozzászólások|yorumlar|комментарии|коментарі|σχόλια|评论|評論|网友评论|留言|コメント'
/** "Comments", "3 Kommentare", "评论（12）": below it readers speak. */
const discussed = new RegExp(
  String.raw`^community q ?& ?a$|^(?:-- )?※ ?(?:發信站|发信站|来源|來源|编辑|編輯|文章網址)\s?[:：].{0,140}$|^(?:visitors?['’]?|readers?['’]?|users?['’]?) opinions?\b.{0,30}$|^join (?:our|the) (?:commenting forum|conversation|discussion).{0,30}$|^\P{L}{0,8}(?:(?:alle|all|no|readers?['’]?|visitors?['’]?|users?['’]?|leser|latest|recent|pending|view|show|add|your|join|nos|les|los|i|os) ){0,2}(?:${comments})\P{L}{0,12}(?:(?:total|add your comment|post a comment|on this (?:article|story|post))\P{L}{0,4})?$|^\d+ (?:réactions|reacties|opiniones|opinioni|opinii|reakcje|reakcí)$|^(?:(?:top|customer|user|reader|guest|most helpful) )?reviews?(?: from .{2,40}| \(\d+\))?$|^\d+ reviews for .{2,80}$|^customer(?:s)? (?:reviews|questions).{0,40}$|^(?:(?:alle|all|no|kein[e]?|\d[\d.,]*)\s)?(?:(?:reader|user|leser)[- ]?)?(?:${comments})(?:\s?[（(]?\d[\d.,]*[)）]?)?\s?[:：]?$|^\d+ (?:thoughts|responses|replies|antworten|reaktionen|réponses|respuestas|risposte|odpowiedzi|svar|réflexions|gedanken)\b.{0,140}$|^(?:leave a (?:reply|comment)|schreibe einen kommentar|kommentar (?:verfassen|schreiben)|laisser un commentaire|deja (?:un comentario|una respuesta)|lascia un commento|dodaj komentarz|napsat komentář|lämna (?:ett svar|en kommentar)|geef een reactie|trackbacks?(?: pings?)?|发表(?:评论|回复)|發佈留言)[:：]?$`,
  'iu',
)

/** True for the line above what readers say of an article, and for one of buttons that counts them. */
export function isCommentsHeading(text: string): boolean {
  if (text.length >= 160) return false
  const parts = text.split(/\s[|·•]\s/u)
  return (
    discussed.test(text.trim()) ||
    (parts.length > 2 && parts.some((part) => /\d/u.test(part) && discussed.test(part.trim())))
  )
}

/** Below it the site speaks of those who made the article, not of what it tells. */
const aboutMakers =
  /^(?:about (?:the|this) (?:podcast|show|hosts?|authors?|writers?)|zu[rm] (?:person|autor(?:in)?)|über (?:den|die|diesen) (?:autor(?:in|en)?|podcast)|(?:die|der) autor(?:in)?|à propos (?:de l['’]auteur(?:e|rice)?|du podcast)|sobre (?:el|la|este) (?:autora?|podcast)|(?:l['’]autore|l['’]autrice|l['’]auteur(?:e|rice)?|el autor|la autora)|o autor(?:ze|ce|ovi)|关于作者|作者简介|關於作者)\s*[:：]?$/iu

/** True for the line above what a site tells of a writer or of a show. */
export function isAboutHeading(text: string): boolean {
  return text.length < 60 && aboutMakers.test(text.trim())
}

/** At the beginning only: a sentence may well tell of somebody who follows a company on Facebook. */
const joining =
  /^\P{L}*(?:(?:puedes|también|si quieres|y|jetzt|hier|einfach|vous pouvez|puoi|anche|você pode|também|и|możesz)\s){0,3}(?:únete|únase|síguenos|sigue|seguir|suscríbete|recibe|segui|seguici|seguimi|seguiteci|seguire|iscriviti|unisciti|ricevi|rejoignez|suivez|suivre|abonnez|recevez|inscrivez|folgen sie|folgt|folge|abonnieren|abonniere|siga|participe|receba|assine|volg|meld je|schrijf je|ontvang|dołącz|śledź|śledzić|zapisz|obserwuj|подпи[сш]\p{L}+|присоединяйтесь|следите|читайте|följ|prenumerera|seuraa|tilaa|pratite|zapratite|spremljajte|последва\p{L}+|підпис\p{L}+|приєднуйтесь|стежте|sledujte|kövess\p{L}*|urmăr\p{L}+|takip|ακολουθήστε|følg)(?=\P{L}|$)/iu
const channel =
  /(?<!\p{L})(?:newsletters?|whatsapp|telegram|телеграм\p{L}*|facebook|twitter|instagram|youtube|tiktok|linkedin|google news|messenger|viber|вконтакте|дзен|rss|nyhetsbrev|nieuwsbrief|boletín|infolettre|kanał|podcast)(?!\p{L})/iu
const longestInvitation = 220
/** A name of a newsletter, or the button of an app, stands alone. */
const label =
  /^[^.!?。！？]{0,40}(?:newsletters?|nyhetsbrev|nieuwsbrief)[^.!?。！？]{0,30}$|(?:下载|下載).{0,12}(?:app|客户端|客戶端)|(?:app|客户端|客戶端)(?:看|查看|閱讀|阅读).{0,12}(?:新闻|新聞|全文|更多)/iu

/** What readers give keeps the site going, says the site. */
const begging =
  /^your support (?:helps|enables|allows|makes|powers|matters)\b|\byour (?:support|donation|gift|contribution) (?:makes all the difference|helps us|enables us|allows us|keeps us)\b|\b(?:funded|supported) by (?:our )?readers like you\b/iu

/** True for a call to follow the site elsewhere, in any of the languages that sites call in. */
function isInvitation(line: string): boolean {
  if (line.length > longestInvitation) return false
  return (joining.test(line) && channel.test(line)) || (line.length < 90 && label.test(line))
}

/** Nobody is quoted in what a site says of itself. */
const reported = /(?<!\p{L})(?:says|said|told|sagt|sagte|erklärte|dice|dijo|disse|zegt|zei)(?!\p{L})/u

/** True for one line or paragraph that is a site's furniture rather than part of an article. */
export function isBoilerplate(text: string): boolean {
  const line = text.trim()
  if (line === '' || line.length > longestBoilerplate) return line === ''
  const plain = line.replace(/^[\s>»►▶■●•·*★|👉📱-]+|[\s<«|*★-]+$/gu, '')
  return (
    [line, plain].some((each) => wholeLines.some((pattern) => pattern.test(each))) ||
    (!reported.test(line) &&
      (notes.test(plain) ||
        [openings, moreOpenings].some((patterns) => patterns.some((each) => each.test(plain))))) ||
    isSaidBeside(plain) ||
    isInvitation(line) ||
    (begging.test(line) && !reported.test(line))
  )
}

/** `STORY: `, `Video:`, `More: ` before a link, once or for each of several. */
const pointers =
  /^(?:\P{L}*(?:(?:full |related |more )?(?:stor(?:y|ies)|videos?|photos?|pictures|galler(?:y|ies)|slideshow|interactive|graphic|quiz|poll|opinion|column|analysis|review|live|blog|podcast|listen|watch|read|see|more|also)\s?[:：]\s*))+\P{L}*$/iu

/** `ISLANDERS: `, a paper's word in capitals for what a link tells of. */
const capitals = /^\p{Lu}[\p{Lu}\p{N} '’&.-]{2,40}:$/u

/** True for what is left of a line whose links lead to other stories, videos, pictures. */
export function pointsElsewhere(rest: string): boolean {
  return isRelatedHeading(rest) || pointers.test(rest) || capitals.test(rest)
}

/** True for a heading under which the rest of a page is links to other articles. */
export function isRelatedHeading(text: string): boolean {
  const line = text.trim()
  return line.length < 80 && [2, 3, 4].some((at) => wholeLines[at]!.test(line))
}

/** True for a paragraph that only names where a picture is from or what it shows. */
export function isPictureCredit(text: string): boolean {
  const line = text.trim()
  if (line.length < 200 && agency.test(line) && !signedSentence.test(line)) return true
  if (line.length < 300 && creditBehind.test(line)) return true
  // A sign at both ends sets a heading apart.
  if (/^([▲△▼]).+\1$/u.test(line)) return false
  return /^[（(【*＊]?(?:图片来源|圖片來源|图源|圖源|题图|題圖|头图|頭圖|封面图|配图|图片(?=\s?[:：|｜/来源])|圖片(?=\s?[:：|｜/來源])|图为|圖為|供图|▲|△|▼|图\s?\d{1,2}\s?[:：]|图\s?[|｜丨]|图注|(?:(?:cover|header|featured|hero|banner|title|feature) )?(?:photo(?:graph(?:y|s)?)?s?|images?|illustrations?) (?:by|credit|courtesy|source)|image credit|image:|source: getty|getty images|foto:|bild:|bildquelle|crédit photo|фото:)/iu.test(
    line,
  )
}

/** Agencies sign their last paragraph: `… had been moved so far. (AFP)`. */
const signedSentence = /^.{100,}[.!?]["”’»]?\s\(\p{Lu}{2,8}\)$/u
/** `The quay at dusk — Foto: Ann Lee/Wire`, `… (AP Photo/Ann Lee)`. */
const creditBehind =
  /\s[—–|-]\s?(?:foto|photo|fotó|fot\.|фото|imagem|imagen|bild|kuva)\s?[:：]\s?[^.]{2,60}$|\(\p{Lu}{2,5} photo\/[^)]{2,60}\)$/iu
/** `Ann Lee/Reuters`, `(Foto: dpa)`, `© Getty Images` at the end of a line that is no sentence. */
const agency =
  /(?:[/|©(–—]|^-|\s-)\s?(?:(?:foto|photo|bild|crédit|credit)s?\s?:?\s?)?(?:reuters|afp|ap(?: photo)?|epa(?:-efe)?|efe|ansa|dpa|tt|ntb|pap|ritzau|lusa|belga|anp|upi|tass|риа новости|тасс|getty(?: images)?|afp via getty images|picture[- ]alliance|shutterstock|alamy|istock(?:photo)?|unsplash|pexels|pixabay|imago|keystone|sipa|bloomberg|新华社|视觉中国|中新社|路透社?|法新社)(?:\s?[/,]\s?[\p{L} .'’-]{2,40})?\s?[-)\].]*$/iu
