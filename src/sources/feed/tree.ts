/** An XML element under our names, and how its children and its text are found. */

/** An element with our name for it, its attributes under our names, and the base address its links start from. */
export interface XmlNode {
  name: string
  attributes: Readonly<Record<string, string>>
  children: (XmlNode | string)[]
  parent: XmlNode | null
  /** The nearest xml:base, absolute where the document's address is; null where none was given. */
  base: string | null
  /** Inside an element whose children are markup to be kept as written. */
  content: boolean
}

const none: readonly XmlNode[] = []

/** Returns the first child element called `name`, if there is one. */
export function childOf(node: XmlNode, name: string): XmlNode | undefined {
  for (const child of node.children) if (typeof child !== 'string' && child.name === name) return child
  return undefined
}

/** Returns the child elements called `name`, in order. */
export function childrenOf(node: XmlNode, name: string): readonly XmlNode[] {
  let found: XmlNode[] | null = null
  for (const child of node.children)
    if (typeof child !== 'string' && child.name === name) (found ??= []).push(child)
  return found ?? none
}

/** Returns the text of an element and of all within it, out of a CDATA section that was escaped or put into another. */
export function textOf(node: XmlNode): string {
  const { children } = node
  let text = ''
  if (children.length === 1 && typeof children[0] === 'string') text = children[0]
  else for (const child of children) text += typeof child === 'string' ? child : textOf(child)
  return text.startsWith('<![CDATA[') ? text.replace(/^<!\[CDATA\[|\]{1,2}>?\s*$/gu, '') : text
}
