/** The log in both forms: no token, password or key, and nothing that a reader wrote, whatever error brings it along. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { redact } from '../src/log.ts'

const secrets = {
  token: '1000000001:AAtestTestTESTtestTestTESTtestTest_te',
  password: 'correct-horse-battery',
  key: 'sk-abcdefghijklmnopqrstuvwxyz0123',
  words: 'my secret diary entry',
}

/** Logs in a process of its own, since the log writes to standard error. */
function logged(format: string): string {
  const program = `
    import { BotError, GrammyError } from 'grammy'
    import { createLog } from ${JSON.stringify(join(import.meta.dirname, '../src/log.ts'))}
    const log = createLog({ level: 'info', format: ${JSON.stringify(format)} })
    const s = ${JSON.stringify(secrets)}
    log.error({ err: new Error('fetch https://api.telegram.org/bot' + s.token + '/getMe failed') }, 'call')
    log.error({ err: new Error('x', { cause: new Error('postgres://gazette:' + s.password + '@db:5432/gazette') }) }, 'db')
    log.warn({ err: new Error('401 Authorization: Bearer ' + s.key) }, 'model ' + s.key)
    log.warn({ err: new GrammyError('refused', { ok: false, error_code: 400, description: 'Bad Request' }, 'sendMessage', { text: s.words }) }, 'refused')
    const call = new GrammyError('refused', { ok: false, error_code: 400, description: 'Bad Request' }, 'sendMessage', { text: s.words })
    log.warn({ err: new BotError(call, { update: { message: { text: s.words } } }) }, 'handler')
    log.warn({ err: Object.assign(new Error('violates check'), { code: '23514', detail: 'Failing row contains (' + s.words + ')', params: [s.words] }) }, 'row')
    log.error({ err: new SuppressedError(new Error('closing broke'), new Error('starting broke'), 'hidden') }, 'both')
    log.info({ token: s.token, apiKey: s.key, nested: { apiKey: s.key } }, 'settings')`
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
    cwd: join(import.meta.dirname, '..'),
  })
  return run.stderr + run.stdout
}

test.each(['json', 'text'])('nothing secret stands in the log (%s)', (format) => {
  const text = logged(format)
  for (const word of [
    'call',
    'model',
    'refused',
    'settings',
    'Bad Request',
    'handler',
    '23514',
    'starting broke',
    'closing broke',
  ])
    expect(text).toContain(word)
  for (const secret of Object.values(secrets)) expect(text).not.toContain(secret)
})

test('redact leaves what is no secret as it is', () => {
  for (const text of [
    '12:30',
    'https://example.com/a:b@c',
    '时间 08:30',
    'sk-short',
    'https://example.com:8080/x',
  ])
    expect(redact(text)).toBe(text)
})
