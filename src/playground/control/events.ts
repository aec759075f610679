/** Streams happenings to a page or a waiting test as server-sent events. https://html.spec.whatwg.org/multipage/server-sent-events.html */
import type { ServerResponse } from 'node:http'
import type { Happening, World } from '../world.ts'

/** Keeps proxies and browsers from closing a silent stream. */
const pulseMs = 15_000

/** Streams until the other side closes. */
export function streamEvents(world: World, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  response.write(': hello\n\n')
  const listener = (happening: Happening) => response.write(`data: ${JSON.stringify(happening)}\n\n`)
  const pulse = setInterval(() => response.write(': pulse\n\n'), pulseMs)
  world.listeners.add(listener)
  response.on('close', () => {
    clearInterval(pulse)
    world.listeners.delete(listener)
  })
}
