/** Tells a database that is away for a while, restarting or without room, from a query that is wrong. */
import { codeOf, messageOf } from '../core/errors.ts'

/** Classes of https://www.postgresql.org/docs/current/errcodes-appendix.html: connection, resources, operator, system. */
const codes = /^(?:08|53|57P|58)|^(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/u
/** What the driver says without a code. */
const words =
  /connection terminated|connection error and is not queryable|timeout exceeded when trying to connect/iu

/** Whether the same query may succeed a little later. */
export function isAway(error: unknown): boolean {
  return codes.test(codeOf(error)) || words.test(messageOf(error))
}
