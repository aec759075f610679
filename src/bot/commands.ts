/** Reads a command at the start of a message: its name, what follows it, and whether it is meant for this bot. */

export interface ParsedCommand {
  /** Lower case, without the slash. */
  name: string
  /** What follows, trimmed. */
  text: string
  /** False where it names another bot: '/start@OtherBot'. */
  isForMe: boolean
}

const shape = /^\/([a-z0-9_]{1,32})(?:@([a-z0-9_]{3,64}))?(?:\s+([\s\S]*))?$/iu

/** The command in `text`, or null where it begins with none. */
export function parseCommand(text: string, username: string): ParsedCommand | null {
  const [, name, target, rest = ''] = shape.exec(text.trim()) ?? []
  if (name === undefined) return null
  return {
    name: name.toLowerCase(),
    text: rest.trim(),
    isForMe: target === undefined || target.toLowerCase() === username.toLowerCase(),
  }
}
