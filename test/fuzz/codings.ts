/** Feeds mangled compressed bytes to the readers of coded answers and of backups: refused or read, never unfolded without end. */
import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import {
  brotliCompressSync,
  deflateRawSync,
  deflateSync,
  gunzipSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib'
import { UserError } from '../../src/core/errors.ts'
import { NotABackup, readDump } from '../../src/db/dump.ts'
import { readBody } from '../../src/sources/decode-body.ts'
import { fuzzerOf } from './subject.ts'

const words = Buffer.from('<rss><channel><title>rivers 河流</title></channel></rss>'.repeat(50))
const bomb = Buffer.alloc(3_000_000)
const backup = [
  {
    header: {
      gazetteBackup: 1,
      at: '2026-01-01T00:00:00Z',
      schema: ['0001_articles'],
      tables: [{ name: 'articles' }],
    },
  },
  { table: 'articles' },
  { row: { id: 1, title: 'Ferry 渡轮' } },
  { footer: { sequences: { articles_id_seq: 1 }, rows: { articles: 1 } } },
]
  .map((line) => JSON.stringify(line))
  .join('\n')
const tokens = [
  '\u001f\u008b',
  '\u0000\u0000',
  '\n',
  '{"row":',
  'null\n',
  '5\n',
  '"header"\n',
  '{"header":null}\n',
  '[]\n',
  '}',
  '\n'.repeat(50),
]
const codings = [
  'gzip',
  'deflate',
  'br',
  'zstd',
  'gzip, br',
  'x-gzip',
  'identity',
  'gzip, gzip, gzip',
  'unknown',
  '',
  ',,',
]
const most = 1_000_000
const path = join(tmpdir(), `gazette-fuzz-${process.pid}.jsonl.gz`)
let turn = 0

async function readCoded(bytes: Uint8Array): Promise<void> {
  turn += 1
  try {
    const coding = codings[turn % codings.length]!
    const read = await readBody(Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]), coding, most)
    if (read.length > most) throw new Error(`${read.length} bytes came through a cap of ${most}`)
  } catch (error) {
    // The fetcher calls what zlib finds wrong an unreachable source.
    if (!(error instanceof UserError) && !/^(?:Z_|ERR_|ZSTD)/u.test((error as { code?: string }).code ?? ''))
      throw error
  }
  await readBackup(bytes)
}

/** As a file, and its lines changed inside a whole one. */
async function readBackup(bytes: Uint8Array): Promise<void> {
  for (const content of turn % 2 === 0 ? [bytes] : [gzipSync(inside(bytes))]) {
    writeFileSync(path, content)
    try {
      for await (const { line } of readDump(path))
        if (typeof line !== 'object') throw new Error('a line is no object')
    } catch (error) {
      if (!(error instanceof NotABackup)) throw error
    } finally {
      rmSync(path, { force: true })
    }
  }
}

function inside(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: most })
  } catch {
    return bytes
  }
}

export const { fuzz, fuzzCount } = fuzzerOf({
  name: 'codings',
  fixtures: [
    gzipSync(words),
    deflateSync(words),
    deflateRawSync(words),
    brotliCompressSync(words),
    zstdCompressSync(words),
    brotliCompressSync(gzipSync(words)),
    gzipSync(bomb),
    brotliCompressSync(bomb),
    zstdCompressSync(bomb),
    gzipSync(backup),
    Buffer.from(backup),
  ],
  tokens,
  read: readCoded,
})
