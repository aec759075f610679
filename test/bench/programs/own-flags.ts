/** How `npm start` starts Gazette's own processes: what a bench forks runs the same. */
import { readFileSync } from 'node:fs'

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } }

/** Flags of Node and the compile cache. */
export const ownFlags = {
  execArgv: scripts.start.split(' ').filter((word) => /^--[\w-]+=/u.test(word)),
  env: { ...process.env, NODE_COMPILE_CACHE: 'node_modules/.cache/compiled' },
}
