/** Knows where the programs that make sites put their feed, by what a page says of its program; for discover.ts. */

/** Files that generators of sites write their feed to, likeliest first. */
const generators: readonly (readonly [RegExp, readonly string[]])[] = [
  [/wordpress|wp-(?:content|includes)\/|api\.w\.org|typecho/iu, ['feed/']],
  [/hexo/iu, ['atom.xml', 'rss2.xml']],
  [/hugo|quarto/iu, ['index.xml']],
  [/ghost/iu, ['rss/']],
  [/jekyll/iu, ['feed.xml', 'atom.xml']],
  [/zola|gridea|octopress|movable type/iu, ['atom.xml']],
  [/eleventy|micro\.blog|publii|middleman/iu, ['feed.xml']],
  [/gatsby|astro|drupal|nikola|halo|vuepress|vitepress|bludit/iu, ['rss.xml']],
  [/docusaurus/iu, ['blog/rss.xml', 'blog/atom.xml']],
  [/blogger/iu, ['feeds/posts/default']],
  [/pelican/iu, ['feeds/all.atom.xml']],
  [/mkdocs/iu, ['feed_rss_created.xml']],
  [/discourse/iu, ['latest.rss']],
  [/wix\.com|static\.wixstatic/iu, ['blog-feed.xml']],
  [/emlog/iu, ['rss.php']],
  [/z-blog|dokuwiki/iu, ['feed.php']],
  [/spip/iu, ['spip.php?page=backend']],
  [/textpattern/iu, ['rss/', '?rss=1']],
]

/** Folders of one subject or writer, which programs give feeds of their own; subjects lie in subjects. */
export const section =
  /^\/(?:.+\/)?(?:(?:category|categories)(?:\/[^/]+)+|(?:tags?|topics?|author|authors|series|tagged|section)\/[^/]+)\/?$/iu
const sectioned = /wordpress|wp-(?:content|includes)\/|api\.w\.org|ghost|hugo/iu

/** Where the site's program, which its meta element may call `generator`, puts the feed of the page at `url`. */
export function generatorFeeds(generator: string, html: string, url: string): string[] {
  const page = URL.parse(url)
  const program = generator || tellTale(html)
  const paths = generators.find(([name]) => name.test(program))?.[1]
  if (!page || !paths) return []
  const own =
    sectioned.test(program) && section.test(page.pathname) ? [page.pathname.replace(/\/?$/u, '/')] : []
  return [...own, siteFolder(html, page)].flatMap((folder) =>
    paths.map((path) => `${page.origin}${folder}${path}`),
  )
}

/** What only a program writes into its pages, or the words by which a site thanks it. */
function tellTale(html: string): string {
  return (
    /wp-(?:content|includes)\/|api\.w\.org|(?:name|content)="(?:hexo|hugo)|content="Ghost|static\.ghost\.org|discourse-(?:cdn|application)|static\.wixstatic/iu.exec(
      html,
    )?.[0] ??
    /(?:powered|built|made|generated|published) (?:by|with|on)\s{1,3}<a\s[^<>]{1,200}>\s{0,9}(\w+)\s{0,9}<\/a>/iu.exec(
      html,
    )?.[1] ??
    /<a\s[^<>]{1,200}>\s{0,9}(\w+)\s{0,9}<\/a>\s{0,3}(?:强力|強力)?(?:驱动|驅動)/u.exec(html)?.[1] ??
    ''
  )
}

/** The folder of the whole site: of a project or a member at a host of many, or where WordPress was put. */
function siteFolder(html: string, page: URL): string {
  if (/\.(?:github|gitlab|gitee)\.io$/iu.test(page.hostname))
    return /^\/[^/.]+\//u.exec(page.pathname)?.[0] ?? '/'
  if (page.hostname.endsWith('.wixsite.com')) return `${/^\/[^/.]+/u.exec(page.pathname)?.[0] ?? ''}/`
  const [, host = page.host, folder = ''] =
    /["'=](?:(?:https?:)?\/\/([^/"'\s<>]{1,200}))?((?:\/[\w.~-]{1,60}){0,3})\/wp-(?:content|includes|json)\//iu.exec(
      html,
    ) ?? []
  return host === page.host && page.pathname.startsWith(`${folder}/`) ? `${folder}/` : '/'
}
