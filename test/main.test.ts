/** Starting and ending the service: what fails on the way out keeps nothing else from being closed. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startTestGazette } from './support/gazette.ts'

test('all is closed though one part cannot be, and the fault is told', async () => {
  const gazette = await startTestGazette()
  const { queue, pipeline } = gazette.running
  const ended: string[] = []
  const stopQueue = queue.stop
  queue.stop = async (graceMs) => {
    await stopQueue(graceMs)
    ended.push('queue')
    throw new Error('the queue would not end')
  }
  const closeFetcher = pipeline.fetcher.close.bind(pipeline.fetcher)
  pipeline.fetcher.close = async () => {
    await closeFetcher()
    ended.push('fetcher')
  }
  await expect(gazette.running.close()).rejects.toThrow('the queue would not end')
  expect(ended).toEqual(['queue', 'fetcher'])
  await gazette.close()
})

test('where starting fails and closing what was started fails too, both are told', () => {
  // In a process of its own: it listens for signals.
  const program = `
    import { messageOf } from './src/core/errors.ts'
    import { silentLog } from './src/log.ts'
    import { runUntilSignal } from './src/shutdown.ts'
    try {
      await runUntilSignal(silentLog, async (started) => {
        started.defer(() => { throw new Error('the database would not close') })
        throw new Error('the port is taken')
      })
    } catch (error) {
      console.log(messageOf(error))
    }`
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
    cwd: join(import.meta.dirname, '..'),
  })
  expect(run.stdout).toBe('the port is taken; then: the database would not close\n')
})
