/** Drops what stands behind a text to support it: numbered references, links to elsewhere, its authors' addresses, its licence. */
import type { Block } from '../blocks.ts'

/** Headings that stand over such sections in encyclopedias and journals. */
const headings =
  /^(?:\d+\.?\s)?(?:references(?: and (?:notes|links))?|notes and references|works cited|literature cited|bibliography|citations|external links|footnotes|endnotes|p\.[ -]?s\.|author information|authors?(?: and|['’])? affiliations|author contributions?|contributor information|competing interests?|(?:declaration of )?(?:competing|conflicts? of) interests?|ethics declarations|rights and permissions|reprints and permissions|about this article|(?:how to )?cite this (?:article|paper|page)|peer review(?: information| file)?|publisher['’]s note|supplementary (?:information|materials?)|extended data|story source|journal references?|still have questions\??|need (?:more |further )?help\??|contact us|get in touch|(?:press|media) contacts?|(?:ihre? )?ansprechpartner(?:in(?:nen)?)?|(?:presse)?kontakt|contacts? presse|contactos? (?:de|para) (?:la )?prensa|contatti(?: stampa)?|persvoorlichting|(?:our )?(?:fact[- ]check )?sources|article notes|einzelnachweise|weblinks|fußnoten|références(?: bibliographiques)?|notes et références|liens externes|referencias|enlaces externos|notas y referencias|collegamenti esterni|referências|ligações externas|przypisy|linki zewnętrzne|referenties|externe links|voetnoten|примечания|ссылки|referenser|externa länkar|externí odkazy|参考文献|參考文獻|外部链接|外部連結|外部リンク|脚注|註釋|각주|외부 링크)\s*[:：]?$/iu
/** A page that begins with such a heading is about it. */
const earliest = 0.3

/** Some are set as a line of their own, with less below them. */
const longestEntry = 300

/** Returns the blocks without such sections; each ends at the next heading. */
export function dropApparatus(blocks: readonly Block[]): Block[] {
  const whole = blocks.reduce((sum, { text }) => sum + text.length, 0)
  let before = 0
  let dropping: Block['kind'] | null = null
  return blocks.filter(({ kind, text }, at) => {
    const isLine = kind === 'paragraph' && /[:：]$/u.test(text)
    if (kind === 'heading' || isLine)
      dropping =
        before > whole * earliest && (headings.test(text) || isOverNotes(text, blocks[at + 1]))
          ? kind
          : isLine
            ? dropping
            : null
    else if (dropping === 'paragraph' && text.length > longestEntry) dropping = null
    before += text.length
    return dropping === null
  })
}

/** `Notes` over the first of numbered ones; a recipe's have no numbers. */
function isOverNotes(text: string, next: Block | undefined): boolean {
  return (
    /^(?:notes?|notas?|anmerkungen|noten|noter|poznámky)\s*[:：]?$/iu.test(text) &&
    /^[[(]1[\])]/u.test(next?.text ?? '')
  )
}
