/** Methods about the bot itself: who it is, its command menu, name and descriptions by language. */
import type { BotCommand, BotCommandScope } from '@grammyjs/types'
import { badRequest } from '../failure.ts'
import type { World } from '../world.ts'
import type { Methods } from './call.ts'

/** https://core.telegram.org/bots/api#setmycommands */
const maxCommands = 100
const commandName = /^[a-z0-9_]{1,32}$/u
const maxCommandDescription = 256

/** Commands are kept apart by scope, chat, person and language. */
function commandKey(scope: BotCommandScope | undefined, language: string | undefined): string {
  const { type, ...rest } = scope ?? { type: 'default' as const }
  return [type, ...Object.values(rest).map(String), language ?? ''].join('|')
}

function checkCommands(commands: readonly BotCommand[]): void {
  if (commands.length > maxCommands) throw badRequest('BOT_COMMANDS_TOO_MUCH')
  for (const { command, description } of commands) {
    if (!commandName.test(command.replace(/^\//u, ''))) throw badRequest('BOT_COMMAND_INVALID')
    const length = [...description].length
    if (length < 1 || length > maxCommandDescription) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID')
  }
}

/** The menu that a person sees in a chat: the narrowest scope wins, their language before none. */
export function findCommands(
  world: World,
  chatId: number,
  languageCode: string | undefined,
): readonly BotCommand[] {
  const type = world.chats.get(chatId)?.chat.type ?? 'private'
  const scopes: BotCommandScope[] = [
    { type: 'chat', chat_id: chatId },
    { type: type === 'private' ? 'all_private_chats' : 'all_group_chats' },
    { type: 'default' },
  ]
  const language = languageCode?.split('-')[0] ?? ''
  for (const scope of scopes)
    for (const each of [language, '']) {
      const commands = world.commands.get(commandKey(scope, each))
      if (commands && commands.length > 0) return commands
    }
  return []
}

function setText(
  world: World,
  kind: string,
  text: string | undefined,
  language: string | undefined,
  most: number,
): true {
  if ([...(text ?? '')].length > most) throw badRequest(`${kind} is too long`)
  world.texts.set(`${kind}|${language ?? ''}`, text ?? '')
  return true
}

const getText = (world: World, kind: string, language: string | undefined): string =>
  world.texts.get(`${kind}|${language ?? ''}`) || (world.texts.get(`${kind}|`) ?? '')

export const profileMethods: Methods = {
  getMe: ({ world }) => world.bot,
  // The local server has no cloud to log out of, but a bot may ask.
  logOut: () => true,
  close: () => true,

  setMyCommands: ({ world }, params) => {
    checkCommands(params.commands)
    world.commands.set(commandKey(params.scope, params.language_code), params.commands)
    return true
  },
  getMyCommands: ({ world }, params) =>
    world.commands.get(commandKey(params.scope, params.language_code)) ?? [],
  deleteMyCommands: ({ world }, params) => {
    world.commands.delete(commandKey(params.scope, params.language_code))
    return true
  },
  setMyName: ({ world }, params) => setText(world, 'name', params.name, params.language_code, 64),
  getMyName: ({ world }, params) => ({
    name: getText(world, 'name', params.language_code) || world.bot.first_name,
  }),
  setMyDescription: ({ world }, params) =>
    setText(world, 'description', params.description, params.language_code, 512),
  getMyDescription: ({ world }, params) => ({
    description: getText(world, 'description', params.language_code),
  }),
  setMyShortDescription: ({ world }, params) =>
    setText(world, 'short_description', params.short_description, params.language_code, 120),
  getMyShortDescription: ({ world }, params) => ({
    short_description: getText(world, 'short_description', params.language_code),
  }),
}
