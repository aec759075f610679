/** Test runner settings: one database cluster for the run, no time limits tight enough to flake. */
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    // Importing a file starts nothing and nothing is mocked, so files may share what a worker has loaded: half the time.
    isolate: false,
    // Node loads the files as it loads the program: nothing is rewritten for tests, and nothing is mocked.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    // Most tests wait for processes and servers more than they compute.
    maxWorkers: availableParallelism() + 1,
    // They end what hangs; on a busy machine processes alone take a minute to start.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 60_000 } },
  },
})
