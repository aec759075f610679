/** Test runner settings: one database cluster for the run, no time limits tight enough to flake. */
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    // Importing a file starts nothing and nothing is mocked, so files may share what a worker has loaded: half the time.
    isolate: false,
    // Most tests wait for processes and servers more than they compute.
    maxWorkers: availableParallelism() + 1,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
