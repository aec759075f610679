/** Reads a person's name out of what a page writes around it; for byline.ts. */
import { cleanText } from '../blocks.ts'

/** A date or time behind a name, and all that follows it. */
const dated =
  /\s*[,，]?\s*(?:(?:19|20)\d\d[-/.年]|\d{1,2}[./]\d{1,2}[./](?:19|20)?\d\d|\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\b|uhr\b|[A-Z]{2,4}\b|$)|(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?,?\s+\p{L}{3,9}\.?\s+\d|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\p{L}{0,6}\.?\s+\d{1,2},?\s+(?:19|20)\d\d).*$/iu

/** A name without its label; null for an address, an empty text, or a sentence. */
export function cleanName(text: string): string | null {
  const name = cleanText(text)
    .replace(/\s+/gu, ' ')
    .replace(
      /^(?:by|(?:written|posted|recipe) by|author|autor(?:in|a)?|(?:rezept )?von|recette (?:de|par)|receta de|receita de|ricetta di|przepis|av|af|przez|od|par|(?:écrit|publié|rédigé) par|(?:escrito )?por|di|a cura di|door|автор|作者|撰文|文|记者|記者|piše|пише|írta|scris de|skrevet av|γράφει)\s*[:：|/]?\s+(?=\S)/iu,
      '',
    )
    // Whatever a language calls who wrote: `Opracowanie: …`, but for who took the picture.
    .replace(/^(?![Ff]ot|[Pp]ho|[Bb]ild|[Ii]mag)\p{L}{4,20}\s?:\s+(?=\p{Lu}\p{Ll}[\p{L}'’-]*\s\p{Lu})/u, '')
    .replace(/^(?:(?:本文|文章)?作者|撰文|记者|記者|文)[:：|｜/／]\s*/u, '')
    .replace(/^\p{Script=Han}{2,8}(?:网|網|报|報|社|台|周刊|新闻|新聞)\s+(?=\p{Script=Han}{2,4}$)/u, '')
    .replace(/^(?:记者|記者)(?=\p{Script=Han}{2,4}[／/])|[／/]\p{Script=Han}{2,6}(?:报道|報導)$/gu, '')
    .replace(/\s+[–—]\s+\p{Ll}.*$/u, '')
    .replace(dated, '')
    .replace(/(?<=\p{Ll}{2})\d{1,2} \p{Lu}\p{L}{2,8}\b.*$/u, '')
    // What a blog's host writes behind the name, and how often it was read.
    .replace(/\s+(?:發表在|发表在|發表於|发表于)(?:\s.*)?$/u, '')
    // A trade: `Ana Bastos, padeira`.
    .replace(/(?<=^\p{Lu}[\p{L}'’.-]{1,30} \p{Lu}[\p{L}'’.-]{1,30}), \p{Ll}{5,20}$/u, '')
    .replace(/\s+\d.*$|(?<=\p{L})\d{1,2}\.\d{1,2}\..*$/u, '')
    .replace(/\s+(?:on|at|am|um|le|el|em)$/u, '')
    .replace(/\s+@[\w.]+$/u, '')
    .replace(/\s+[(<]?\S+@\S+\.\S+$/u, '')
    .replace(
      /\s*\([^()]*\)$|[\s,]+(?:envoyée?s? spécia\p{L}+|correspondante?s?|special correspondents?)(?!\p{L}).*$/iu,
      '',
    )
    .replace(/\s*[–—,;-]+$/u, '')
    // What or where a writer is, behind a dash.
    .replace(
      /\s+[-–—]\s+(?:\p{Lu}[\p{L}\p{M}]+|(?:\p{Lu}\p{L}* ){1,4}(?:Writer|Reporter|Correspondent|Editor)s?)$/u,
      // Looked for only here: to look back from every letter of a long text took minutes.
      (rank, at: number, whole: string) => (/\p{L}\s\p{L}{2}/u.test(whole.slice(0, at)) ? '' : rank),
    )
    // A paper or an agency behind the name.
    .replace(/(?<=\p{Ll}),\s+(?!(?:JR|SR|MD|MP|II|III|IV)$)\p{Lu}{2,}(?:\s\p{Lu}{2,})*$/u, '')
    .replace(
      /,\s+(?:\p{L}+ ){0,3}(?:writer|reporter|correspondent|editor|columnist|contributor|producer)s?\b.*$/iu,
      '',
    )
    .replace(/\s*(?:[|•·]|,\s*(?:updated|published)|\s(?:on|updated|published)\s+\p{L}+ \d).*$/iu, '')
    .trim()
  if (
    name === '' ||
    name.length > 120 ||
    /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{Ll}{2,}$/u.test(name) ||
    /^(?:https?:|www\.|@?\d+$)|@\S+\.\S|^(?:by|admin|administrator|editor|staff|author|null|undefined|anonymous)$|^(?:人氣|人气|留言|瀏覽|浏览|閱讀|阅读)$|^(?:the writer|about|follow|skip (?:to|past)|more (?:by|from)|view|see (?:all|more)|all posts|\d+)\s|^(?:责任编辑|責任編輯|责编|编辑|校对)\s?[:：]/iu.test(
      name,
    )
  )
    return null
  return /[。！？]|[.!?]\s+\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(name) ? null : name
}
