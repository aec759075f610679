/** The address that WebSub hubs call: a check of what we asked for (GET), and new items (POST). */
import type { Answer, Route } from './server.ts'

/** Stages that hubs reach through the web service. */
export interface HubStages {
  verify(token: string, query: URLSearchParams): Promise<string | null>
  accept(
    token: string,
    push: { body: Uint8Array; contentType: string | null; signature: string | null } | null,
  ): Promise<boolean>
}

/** No hub has cause to push more than a feed that we would fetch. */
const maxBytes = 10_000_000

const plain = (status: number, body = ''): Answer => ({ status, type: 'text/plain; charset=utf-8', body })

const tokenOf = (url: URL): string => url.pathname.split('/')[2] ?? ''

/** GET and POST /hubs/TOKEN. */
export function hubRoutes(stages: HubStages): Route[] {
  return [
    {
      method: 'GET',
      path: '/hubs/',
      answer: async ({ url }) => {
        // `gazette doctor` asks whether the proxy leads here.
        if (tokenOf(url) === '') return plain(200, 'Hubs call here.')
        const challenge = await stages.verify(tokenOf(url), url.searchParams)
        return challenge === null ? plain(404) : plain(200, challenge)
      },
    },
    {
      method: 'POST',
      path: '/hubs/',
      maxBytes,
      // Asked before the body is read: strangers would fill the memory with ten megabytes each.
      refuse: async ({ url }) => ((await stages.accept(tokenOf(url), null)) ? null : plain(410)),
      answer: async ({ url, headers, body }) => {
        const signature = headers['x-hub-signature']
        const known = await stages.accept(tokenOf(url), {
          body,
          contentType: headers['content-type'] ?? null,
          signature: typeof signature === 'string' ? signature : null,
        })
        return plain(known ? 202 : 410)
      },
    },
  ]
}
