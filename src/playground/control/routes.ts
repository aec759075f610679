/** The control routes: what people, tests and the chat page do beside the Bot API; shapes.ts lists them. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { parseObject, readBytes } from '../body.ts'
import { ApiFailure, badRequest } from '../failure.ts'
import type { Fault, Faults } from '../faults.ts'
import { sizeOfImage } from '../files.ts'
import { sendJson } from '../json.ts'
import { resetWorld, tell, type World } from '../world.ts'
import {
  askInline,
  editMessage,
  migrate,
  press,
  sendDocument,
  sendMessage,
  setMember,
  stopDraft,
} from './acts.ts'
import { streamEvents } from './events.ts'
import * as shapes from './shapes.ts'
import { listChats, viewBot, viewChat } from './views.ts'

export interface ControlNeeds {
  world: World
  faults: Faults
  advance: ((to: Date) => Promise<void>) | undefined
  suggestions: readonly string[]
}

/** Answers one control request. Throws `ApiFailure` for what makes no sense. */
export async function answerControl(
  needs: ControlNeeds,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const path = url.pathname.slice('/control/'.length)
  if (request.method === 'GET' && path === 'events') return streamEvents(needs.world, response)
  const file = /^files\/([\w-]+)$/u.exec(path)?.[1]
  if (request.method === 'GET' && file !== undefined) return sendPicture(needs.world, response, file)
  const result =
    request.method === 'POST'
      ? await act(needs, path, parseObject(await readBytes(request)))
      : look(needs, path, url.searchParams)
  sendJson(response, 200, result)
}

/** A picture that the bot sent, for the page. What else was sent stays out of the page's origin. */
function sendPicture(world: World, response: ServerResponse, id: string): void {
  const bytes = world.files.get(id)?.bytes
  if (!bytes || !sizeOfImage(bytes)) throw new ApiFailure(404, 'Not Found')
  const type = bytes[0] === 0x89 ? 'image/png' : 'image/jpeg'
  response.writeHead(200, { 'content-type': type, 'x-content-type-options': 'nosniff' }).end(bytes)
}

function look({ world, advance, suggestions }: ControlNeeds, path: string, query: URLSearchParams): unknown {
  const chat = /^chats\/(-?\d+)$/u.exec(path)?.[1]
  if (chat !== undefined) return viewChat(world, Number(chat), Number(query.get('user') ?? 0))
  if (path === 'clock') return { now: world.now().toISOString() }
  if (path === 'chats') return listChats(world)
  if (path === 'calls') return world.calls.filter((call) => call.id > Number(query.get('since') ?? 0))
  if (path === 'state') {
    const state: shapes.State = {
      now: world.now().toISOString(),
      bot: viewBot(world),
      users: [...world.users.values()],
      chats: listChats(world),
      canAdvance: advance !== undefined,
      suggestions,
    }
    return state
  }
  throw new ApiFailure(404, 'Not Found')
}

async function act(needs: ControlNeeds, path: string, body: Record<string, unknown>): Promise<unknown> {
  const { world } = needs
  switch (path) {
    case 'message':
      return idOf(sendMessage(world, read(shapes.sendMessageShape, body)))
    case 'edit':
      return editMessage(world, read(shapes.editShape, body))
    case 'document':
      return idOf(sendDocument(world, read(shapes.documentShape, body)))
    case 'press':
      return press(world, read(shapes.pressShape, body))
    case 'stop':
      return stopDraft(world, read(shapes.chatShape, body))
    case 'inline':
      return askInline(world, read(shapes.inlineShape, body))
    case 'member':
      return setMember(world, read(shapes.memberShape, body))
    case 'migrate':
      return migrate(world, read(shapes.chatShape, body).chat)
    case 'clock':
      return moveClock(needs, read(shapes.clockShape, body))
    case 'faults':
      return orderFault(needs.faults, read(shapes.faultsShape, body))
    case 'reset':
      needs.faults.clear()
      resetWorld(world)
      return { ok: true }
    default:
      throw new ApiFailure(404, 'Not Found')
  }
}

const idOf = ({ message_id }: { message_id: number }) => ({ message_id })

function read<Shape extends z.ZodType>(shape: Shape, body: unknown): z.infer<Shape> {
  const result = shape.safeParse(body)
  if (!result.success) throw badRequest(z.prettifyError(result.error))
  return result.data
}

async function moveClock(
  { world, advance }: ControlNeeds,
  given: z.infer<typeof shapes.clockShape>,
): Promise<{ now: string }> {
  if (!advance) throw badRequest('this clock cannot be moved')
  const to = 'to' in given ? new Date(given.to) : new Date(world.now().getTime() + given.by)
  if (to < world.now()) throw badRequest('the clock only moves forward')
  await advance(to)
  const now = world.now().toISOString()
  tell(world, { kind: 'clock', now })
  return { now }
}

function orderFault(faults: Faults, given: z.infer<typeof shapes.faultsShape>): { ok: true } {
  if ('clear' in given) faults.clear()
  else if ('limits' in given) Object.assign(faults.limits, given.limits)
  else if ('chances' in given) faults.chances = given.chances
  else faults.order(given as Fault)
  return { ok: true }
}
