/** What stands for a message's text where thousands are reported. */
import { createHash } from 'node:crypto'

export const hashOf = (text: string): string => createHash('sha1').update(text).digest('base64')
