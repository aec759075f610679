/** Makes elements; text only ever goes in as text. */

/** An element with attributes, listeners (names that begin with "on") and children; null children are left out. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value)
    else element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined))
  return element
}

export const byId = (id) => document.getElementById(id)

let toastTimer = 0
/** Shows a line for a moment. */
export function toast(text) {
  const element = byId('toast')
  element.textContent = text
  element.classList.add('shown')
  clearTimeout(toastTimer)
  toastTimer = setTimeout(() => element.classList.remove('shown'), 4000)
}

/** Shows a box with buttons; resolves with the value of the one pressed, or null. */
export function askInBox(text, choices) {
  const dialog = byId('dialog')
  return new Promise((resolve) => {
    const close = (value) => {
      dialog.close()
      resolve(value)
    }
    dialog.replaceChildren(
      make('p', {}, text),
      make(
        'div',
        { class: 'choices' },
        choices.map(({ label, value }) => make('button', { onclick: () => close(value) }, label)),
      ),
    )
    dialog.oncancel = () => resolve(null)
    dialog.showModal()
  })
}
