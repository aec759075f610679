/** What every method of the local Bot API server is given, and the shape of one. */
import type { Opts } from '@grammyjs/types'
import { badRequest } from '../failure.ts'
import type { World } from '../world.ts'

export interface Upload {
  name: string
  type: string
  bytes: Uint8Array
}

export interface Call {
  world: World
  /** Parts of a multipart body, by the name that `attach://name` refers to. */
  uploads: ReadonlyMap<string, Upload>
  /** Aborted when the caller has gone. */
  signal: AbortSignal
}

/** Parameters by method; an upload is text here: `attach://name`, a file_id or an address. */
export type ApiParams = Opts<string>

export type Methods = { [Name in keyof ApiParams]?: (call: Call, params: ApiParams[Name]) => unknown }

/** The file that `reference` attaches, or undefined for a file_id or an address. Throws where the part is missing. */
export function findUpload({ uploads }: Call, reference: string): Upload | undefined {
  if (!reference.startsWith('attach://')) return undefined
  const upload = uploads.get(reference.slice('attach://'.length))
  if (!upload) throw badRequest(`there is no file ${reference} in the request`)
  return upload
}
