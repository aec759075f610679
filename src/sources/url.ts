/** Gives one address to one article: the form under which ingest recognises what it already has. */

/** Parameters that say how a reader came, never what the page is. Names are compared in lower case. */
const trackingNames = new Set(
  (
    'fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ymclid twclid ttclid igshid igsh li_fat_id mc_cid mc_eid ' +
    'mkt_tok oly_anon_id oly_enc_id vero_id vero_conv _hsenc _hsmi __hssc __hstc __hsfp hsctatracking rb_clickid ' +
    's_cid s_kwcid wickedid _openstat _ga _gl cmpid cmp ncid xtor spm scm spm_id_from vd_source share_source ' +
    'share_medium share_plat share_session_id share_tag share_from bbid share_token sharer_shareid chksm scene ' +
    'srcid sharer_sharetime sharer_shareinfo clicktime enterid ascene exportkey pass_ticket wx_header ' +
    'from_wecom feature_src si_source at_medium at_campaign at_custom1 at_custom2 at_custom3 at_custom4 ' +
    'ref_src ref_url guccounter guce_referrer guce_referrer_sig soc_src soc_trk smid smtyp __twitter_impression ' +
    'trk trkcampaign wt_mc wt.mc_id piwik_campaign pk_campaign pk_kwd pk_source pk_medium mtm_campaign mtm_source ' +
    'mtm_medium mtm_keyword utm fb_action_ids fb_action_types fb_source fb_ref action_object_map ' +
    'weibo_id sudaref source_id_from isappinstalled'
  ).split(' '),
)
const trackingPrefixes = ['utm_', 'hsa_', 'pk_', 'mtm_', 'stm_', 'itm_', 'ga_', 'gad_', 'at_recipient']
/** Words that are tracking only with these values: `?from=rss` is, `?from=2024` may be the page itself. */
const trackingValues = new Map([
  ['from', /^(?:rss|feed|timeline|singlemessage|groupmessage|groupmsg|wechat|weixin|weibo|qq|share)$/iu],
  ['source', /^(?:rss|feed|twitter|facebook|email|newsletter)$/iu],
  ['ref', /^(?:rss|feed|twitter|facebook|newsletter|homepage)$/iu],
  ['via', /^(?:rss|feed|twitter)$/iu],
  ['rss', /^(?:1|true|yes)?$/iu],
])

/**
 * Returns the canonical form of a web address: lower-case host, no default port, fragment, tracking parameter,
 * doubled slash in front, or trailing slash of a deep path. What a server could tell apart otherwise stays: the
 * order of parameters, the case of the path, `www.` and the scheme. Anything but http(s) comes back trimmed only.
 */
export function canonicalUrl(text: string): string {
  const url = URL.parse(text.trim())
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return text.trim()
  url.hash = url.hash.startsWith('#!') ? url.hash : ''
  url.username = ''
  url.password = ''
  url.hostname = url.hostname.replace(/\.$/u, '')
  url.search = withoutTracking(url.search)
  url.pathname = url.pathname.replace(/^\/{2,}/u, '/').replace(/\/(?:index\.(?:html?|php))$/iu, '/')
  // A final slash never names another page on sites that publish articles; the root keeps its own.
  if (url.pathname.length > 1) url.pathname = url.pathname.replace(/\/+$/u, '')
  return url.href
}

/** Cuts pairs out of the text itself: URLSearchParams would re-encode the ones that stay. */
function withoutTracking(search: string): string {
  const kept = search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !isTracking(pair))
  return kept.length === 0 ? '' : `?${kept.join('&')}`
}

function isTracking(pair: string): boolean {
  const [rawName = '', ...rest] = pair.split('=')
  const name = rawName.toLowerCase()
  if (trackingNames.has(name) || trackingPrefixes.some((prefix) => name.startsWith(prefix))) return true
  return trackingValues.get(name)?.test(rest.join('=')) ?? false
}
