/** Talks to the control routes; what they take and give is listed in control/shapes.ts. */

async function read(response) {
  const body = await response.json()
  if (!response.ok) throw new Error(body.description ?? response.statusText)
  return body
}

export const get = async (path) => read(await fetch(`/control/${path}`))
export const post = async (path, body) =>
  read(
    await fetch(`/control/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  )

/** Calls `told` with every happening; `back` when the stream is there again after it broke. */
export function follow(told, back) {
  const events = new EventSource('/control/events')
  let broken = false
  events.onmessage = ({ data }) => told(JSON.parse(data))
  events.onerror = () => {
    broken = true
  }
  events.onopen = () => {
    if (broken) back()
    broken = false
  }
}
