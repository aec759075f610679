/** The refusals of the local Bot API server, worded as Telegram words them. */
import type { ResponseParameters } from '@grammyjs/types'

/** Answered as `{ok: false, error_code, description, parameters}`. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure'
  readonly code: number
  readonly parameters: ResponseParameters | undefined
  constructor(code: number, description: string, parameters?: ResponseParameters) {
    super(description)
    this.code = code
    this.parameters = parameters
  }
}

export const badRequest = (reason: string) => new ApiFailure(400, `Bad Request: ${reason}`)
export const forbidden = (reason: string) => new ApiFailure(403, `Forbidden: ${reason}`)
export const conflict = (reason: string) => new ApiFailure(409, `Conflict: ${reason}`)
export const tooMany = (seconds: number) =>
  new ApiFailure(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds })
