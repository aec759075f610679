/** Starting and ending the service: what fails on the way out keeps nothing else from being closed. */
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
