/** Every method that the local Bot API server performs, and how one is called. */
import { ApiFailure, badRequest } from '../failure.ts'
import { checkParameters, findMethodName } from '../validate.ts'
import { answerMethods } from './answers.ts'
import type { Call, Methods } from './call.ts'
import { chatMethods } from './chat.ts'
import { deliveryMethods } from './delivery.ts'
import { editMethods } from './edit.ts'
import { profileMethods } from './profile.ts'
import { sendMethods } from './send.ts'

const methods: Methods = {
  ...answerMethods,
  ...chatMethods,
  ...deliveryMethods,
  ...editMethods,
  ...profileMethods,
  ...sendMethods,
}

/**
 * Calls `name` with unchecked parameters and returns its result. Throws `ApiFailure`: 404 for what is no Bot API
 * method, 400 for one that exists but that this server does not perform (nothing is pretended).
 */
export async function callMethod(
  call: Call,
  name: string,
  raw: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const official = findMethodName(name)
  if (!official) throw new ApiFailure(404, 'Not Found: method not found')
  const params = checkParameters(official, raw)
  const method = methods[official as keyof Methods] as ((call: Call, params: object) => unknown) | undefined
  if (!method) throw badRequest(`${official} is not performed by this local server`)
  return await method(call, params)
}
