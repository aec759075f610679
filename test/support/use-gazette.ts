/** A Gazette for a file of tests, which begin when it is there and after which it ends. */
import { afterAll, beforeAll } from 'vitest'
import { startTestGazette, type TestGazette } from './gazette.ts'

/** The service as `startTestGazette` starts it; empty until the tests begin. */
export function useGazette(): TestGazette {
  const gazette = {} as TestGazette
  beforeAll(async () => {
    Object.assign(gazette, await startTestGazette())
  })
  afterAll(() => gazette.close())
  return gazette
}
