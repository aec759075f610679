/** What the class, id and role of an element say of its job on the page. */
import { descendants, type PageElement } from './tree.ts'
import { words } from './words.ts'

/** Words that mark furniture; matched against whole words of class and id. */
const furniture = new Set(
  (
    'share sharing sharebar sharebox sharetools sharethis addthis addtoany social socials socialmedia sns bookmark ' +
    'related relateds recommended recommend recommendation recommendations recirc recirculation similar readmore readalso alsoread ' +
    'morefrom trending popular mostread mostviewed outbrain taboola zergnet revcontent mgid dianomi teads ' +
    'newsletter newsletters subscribe subscription signup optin mailinglist mailchimp promo promotion promos promobox ' +
    'advert advertisement advertising ads ad adbox adslot adunit adsbygoogle adwrapper sponsor sponsored sponsors dfp gpt banner banners ' +
    'breadcrumb breadcrumbs pagination pager prevnext postnav paging ' +
    'cookie cookies consent gdpr popup modal overlay lightbox dialog tooltip toast flyout ' +
    'sidebar rail widget widgets footer foot footnav masthead navbar nav navigation menu submenu toolbar topbar ' +
    'tags tag taglist tagcloud keywords topics categories catlinks ' +
    'byline bylines contributors authorbio authorbox aboutauthor biography bio dateline timestamp pubdate postmeta entrymeta postmetadata articlemeta articleinfo postinfo ' +
    'caption captions figcaption wpcaption imagecaption credit credits photocredit copyright copyrights disclaimer ' +
    'print printfriendly rating ratings votes vote poll survey jumplinks toc tableofcontents skip ' +
    'donate donation spenden sostieni soutenir wesprzyj membership donatebox paywall regwall hidden invisible noprint sronly visuallyhidden screenreader ' +
    'cutline legende legend bildunterschrift bildtext piefoto didascalia onderschrift infobox navbox ambox hatnote reflist references ' +
    'sharedaddy whatsapp encart livefyre disqus follow followus feedback report correction teaser teasers promoitem upnext nextarticle ' +
    'inread cta ctabox signature lineno linenos linenumber linenumbers firma firmas authorsign crunchbase ' +
    'reklama reklamy hodnoceni ocena oceny valoracion bewertung drukuj imprimir stampa udostepnij compartir partager condividi paylas ' +
    'tuijian xiangguan fenxiang guanggao ewm qrcode erweima pinglun shengming'
  ).split(' '),
)
/** Pairs of neighbouring words that mark furniture where each alone would not. */
const furniturePairs = new Set(
  (
    'read-more read-next read-also more-from more-stories more-news more-on also-like most-read most-popular most-viewed ' +
    'sign-up opt-in call-out author-bio author-box author-info about-author about-the post-meta entry-meta article-meta ' +
    'article-info post-info meta-info post-tags entry-tags post-footer entry-footer article-footer entry-header post-header ' +
    'article-header story-header image-caption wp-caption media-caption photo-credit image-credit sr-only visually-hidden ' +
    'screen-reader post-navigation nav-links next-post prev-post jp-relatedposts link-list inline-links story-links ' +
    'editor-picks editors-picks up-next top-stories latest-news hot-news hot-list news-list side-bar back-top go-top ' +
    'video-player audio-player media-player live-blog-nav reading-time table-of toc-container edit-section mw-editsection ' +
    'basic-info lemma-catalog lemma-reference code-lang code-header img-desc img-descr image-desc pic-desc photo-desc ' +
    'adjust-text text-resize font-resize resize-font reset-font increase-font decrease-font ad-container ad-slot ad-wrapper ad-unit inline-ad key-words cookie-banner site-header site-footer page-footer page-header figure-description'
  ).split(' '),
)
const commentWords = new Set(
  'comment comments forum forums reply replies replylist replycontent commentlist commentarea commentsection commentbox disqus respond livefyre pinglun discussion kommentare comentarios comentário comentários commentaires commenti komentarze komentarz komentare kommentarer kommentar reacties opinie opinii nazory diskuse diskuze diskusia hozzaszolasok reakcje reacciones guestbook yorumlar комментарии'.split(
    ' ',
  ),
)
/** Wrappers often say what the page can show; these words mean the body itself. */
const bodyNames =
  /^(?:article-?body|article-?content|article-?text|article__?body|article__?content|article-?main|articledetail|article-?detail|art_?content|articlecontent|arti-?con|story-?body|story-?content|story__?body|story-?text|post-?body|post-?content|post__?content|post-?text|entry-?content|entry-?body|entry-?text|entrytext|blog-?post-?body|blog-?content|content-?body|body-?content|body-?copy|bodytext|body-?text|news-?body|news-?content|news-?text|newstext|main-?content-?body|text-?content|rich-?text|richtext|rich_media_content|js_content|trs_editor|tr?s_?content|cont?ent_?area|contenttext|content-?text|single-?content|single-?post-?content|page-?content|node-?content|field--?name-body|field-name-body|markdown-?body|prose|c-article-body|c-entry-content|caas-body|zn-body-text|storytext|td-post-content|mw-parser-output|left_zw|detail-?content|detail-?text|article-?p|artical_?con|artibody|cnt_?bd|main-?text|mainbody|artikel-?(?:text|body|inhalt)|beitrag|texte?-?article|article-?texte?|cuerpo(?:-?noticia)?|nota-?cuerpo|testo-?articolo|articolo-?testo|corpo-?(?:texto|noticia)|materia-?conteudo|conteudo|article__text|topic-?body|js-article__body|inhalt|tresc|tresc-?artykulu|text-?(?:artykulu|clanku)|obsah-?clanku|artikel-?tekst|artikkeli-?teksti|br[oö]d-?tekst|br[oö]d-?text|cikk-?(?:torzs|szoveg)|haber-?(?:metni|icerik)|story-?content|blog-?body|wenzhang|zhengwen|neirong|leest-?artikel|tekst|t_f|t_msgfont|d_post_content|bbs-content|tpc_content|вид-?статьи|doc-?content|docs-?content)$/iu
const bodyWords =
  /(?:^|[\s_-])(?:article|story|post|entry|news|content|main|body|text|blog|detail|artikel|articulo|noticia|articolo|materia|hentry|single)(?:$|[\s_-])/iu

/** What documentation gives the signature of. */
const declared = /^(?:type|class|member|method|function)$/u

/** `no-caption`, `has-sidebar`: said of what stands elsewhere, or nowhere. */
const absent = /^(?:no|not|has|without)$/u

/** True where class, id or role call the element something else than the article. */
export function looksLikeFurniture(element: PageElement): boolean {
  const role = element.attributes['role'] ?? ''
  if (
    /^(?:navigation|complementary|banner|contentinfo|dialog|alertdialog|search|menu|menubar|toolbar|tablist|tooltip|status|log)$/iu.test(
      role,
    )
  )
    return true
  const names = words(element)
  // Numbers of lines beside code.
  if (element.name === 'td' && names.includes('gutter')) return true
  return names.some(
    (each, at) =>
      (furniture.has(each) &&
        !(each === 'signature' && declared.test(names[at - 1] ?? '')) &&
        !absent.test(names[at - 1] ?? '')) ||
      (furniturePairs.has(`${each}-${names[at + 1] ?? ''}`) &&
        !(names[at + 1] === 'header' && isPartOfHead(element))),
  )
}

/** A head within the body is that of one of its parts, and what stands in a head has a name of its own. */
function isPartOfHead(element: PageElement): boolean {
  return (
    /^h[1-6]$/u.test(element.name) ||
    isInBody(element) ||
    (/header__/u.test(element.attributes['class'] ?? '') && /^[uod]l$/u.test(element.name))
  )
}

function isInBody(element: PageElement): boolean {
  for (let at = element.parent; at; at = at.parent) if (bodyRank(at) === 3) return true
  return false
}

const pictures = new Set(
  (
    'photo photos photograph image images img imgs pic pics picture pictures foto fotos bild bilder imagen imagenes imagem immagine ' +
    'thumb thumbnail figure illustration visuel gallery slideshow carousel video videos audio player transcript photobox imgbox picbox photowrap imgwrap absatzbild'
  ).split(' '),
)

/** True where class or id say that the element is a picture with what belongs to it. */
export function looksLikePicture(element: PageElement): boolean {
  return words(element).some((each) => pictures.has(each))
}

/** True for the words below a picture. */
export function looksLikeCaption(element: PageElement): boolean {
  return element.name === 'figcaption' || words(element).some((each) => /^captions?$/u.test(each))
}

/** True for the name of who took a picture. */
export function looksLikeCredit(element: PageElement): boolean {
  return words(element).some((each) => /^(?:credits?|photographer|copyright)$/u.test(each))
}

const players = new Set('video videos audio player videoplayer audioplayer jwplayer'.split(' '))

/** True where class or id say that something is played here. */
export function looksLikePlayer(element: PageElement): boolean {
  return words(element).some((each) => players.has(each))
}

const leads = new Set(
  'intro lead lede standfirst chapo chapeau vorspann entradilla dek preamble ingress sommario anons zajawka daoyu daodu'.split(
    ' ',
  ),
)

const labels = new Set(
  'kicker eyebrow overline dachzeile dek deck subtitle subtitulo antetitulo antetitre soustitre untertitel'.split(
    ' ',
  ),
)

/** True for the lines above and below a headline that are no sentences of the article; smaller headings divide its text. */
export function looksLikeLabel(element: PageElement): boolean {
  return !/^h[3-6]$/u.test(element.name) && words(element).some((each) => labels.has(each))
}

/** True for a note, tip or warning that a manual sets apart within its text. */
export function looksLikeAdmonition({ name, attributes }: PageElement): boolean {
  return (
    name === 'aside' &&
    /(?:^|[\s_-])(?:note|tip|caution|warning|danger|admonition|callout|message|msg|alert|info|important|hint)(?:$|[\s_-])/iu.test(
      attributes['class'] ?? '',
    )
  )
}

/** True for the opening paragraph that many papers set apart, between headline and body. */
export function looksLikeLead(element: PageElement): boolean {
  return (
    /\bdescription\b/u.test(element.attributes['itemprop'] ?? '') ||
    words(element).some((each) => leads.has(each))
  )
}

/** True for what leads into an article: without a link, and within another article's reach, it is the opening of this one. */
export function looksLikeTeaser(element: PageElement): boolean {
  return words(element).includes('teaser')
}

/** True for a box that tells who wrote the article. */
export function looksLikeAuthorBox(element: PageElement): boolean {
  return (element.attributes['class'] ?? '')
    .split(/\s+/u)
    .some((each) =>
      /^(?:(?:post|entry|article|about|single)[_-]+)?(?:authors?|auteur|autore?s?)(?:$|[_-])/iu.test(each),
    )
}

const consentNames = /^(?:consent|gdpr|onetrust|cookiebot|cookiebanner|didomi|usercentrics|truste|cmp2?)$/u
/** With the word for what is baked, too, or filed under it. */
const consentFrames =
  /^(?:banner|bar|notice|modal|popup|overlay|dialog|wall|layer|settings|preferences?|manager|law|alert|message)$/u

/** True for what asks for leave to set cookies. */
export function asksConsent(element: PageElement): boolean {
  const names = words(element)
  return (
    names.some((each) => consentNames.test(each)) ||
    (names.some((each) => /^cookies?$/u.test(each)) && names.some((each) => consentFrames.test(each)))
  )
}

/** True for what is laid over a page, however much it says. */
export function looksLaidOver(element: PageElement): boolean {
  return (
    element.name === 'dialog' ||
    /^(?:alert)?dialog$/u.test(element.attributes['role'] ?? '') ||
    asksConsent(element)
  )
}

/** True for the foot of a page. */
export function looksLikeFooter(element: PageElement): boolean {
  return element.name === 'footer' || words(element).includes('footer')
}

/** True for a box of notes or facts. */
export function looksLikeBox(element: PageElement): boolean {
  return element.name !== 'table' && words(element).includes('infobox')
}

/** True for the readers' discussion below an article, and for what they say of a dish or a thing. */
export function looksLikeComments(element: PageElement): boolean {
  const names = words(element)
  // A byline with the number of comments beside it.
  if (names.some((each) => each === 'firma' || each === 'byline')) return false
  return names.some((each) => commentWords.has(each)) || (names.includes('reviews') && holdsReviews(element))
}

const fewestReviews = 2

/** A reviewer's own text is one, and has headings; over the readers' there is one. */
function holdsReviews(element: PageElement): boolean {
  const all = [...descendants(element)]
  const headings = all.filter(({ name }) => /^h[1-3]$/u.test(name)).length
  return headings <= 1 && all.filter((each) => words(each).includes('review')).length >= fewestReviews
}

/** The classes of an element that mean an article's body. */
export function bodyClasses(element: PageElement): string[] {
  return (element.attributes['class'] ?? '').split(/\s+/u).filter((each) => bodyNames.test(each))
}

/** How plainly an element says that it is the article: 3 its body, 2 the article, 1 perhaps, 0 nothing. */
export function bodyRank(element: PageElement): 0 | 1 | 2 | 3 {
  if (/\barticleBody\b/u.test(element.attributes['itemprop'] ?? '')) return 3
  const id = element.attributes['id'] ?? ''
  const classes = (element.attributes['class'] ?? '').split(/\s+/u)
  const named = [id, ...classes].some((each) => bodyNames.test(each))
  // A page's main part holds more than the article, whatever it is called.
  if (named) return element.name === 'main' ? 2 : 3
  if (element.name === 'article') return 2
  if (element.name === 'main' || element.attributes['role'] === 'main') return 1
  return bodyWords.test(`${id} ${classes.join(' ')}`) ? 1 : 0
}

/** True for what a browser would not show. */
export function isHidden(element: PageElement): boolean {
  const { style = '', hidden } = element.attributes
  if (hidden !== undefined && hidden !== 'until-found') return true
  if (/display\s*:\s*none/iu.test(style)) return true
  return element.attributes['aria-hidden'] === 'true' && element.name !== 'a' && element.name !== 'p'
}
