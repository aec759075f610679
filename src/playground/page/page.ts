/** Serves the files of the chat page to the local Bot API server; nothing else of this folder is readable. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const files: Readonly<Record<string, string>> = {
  'index.html': 'text/html; charset=utf-8',
  'style.css': 'text/css; charset=utf-8',
  'messages.css': 'text/css; charset=utf-8',
  'controls.css': 'text/css; charset=utf-8',
  'icon.svg': 'image/svg+xml',
  'app.js': 'text/javascript; charset=utf-8',
  'server.js': 'text/javascript; charset=utf-8',
  'messages.js': 'text/javascript; charset=utf-8',
  'entities.js': 'text/javascript; charset=utf-8',
  'composer.js': 'text/javascript; charset=utf-8',
  'sidebar.js': 'text/javascript; charset=utf-8',
  'rich.js': 'text/javascript; charset=utf-8',
  'inspector.js': 'text/javascript; charset=utf-8',
  'clock.js': 'text/javascript; charset=utf-8',
  'dom.js': 'text/javascript; charset=utf-8',
  'words.js': 'text/javascript; charset=utf-8',
}

/** The file at `path`, or null for any path that is none of the page's. */
export async function readPage(path: string): Promise<{ type: string; body: Uint8Array } | null> {
  const name = path === '/' ? 'index.html' : path.slice(1)
  const type = Object.hasOwn(files, name) ? files[name] : undefined
  if (type === undefined) return null
  return { type, body: await readFile(join(import.meta.dirname, name)) }
}
