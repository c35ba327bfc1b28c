import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'
import { findChromium } from './scripts/setup/chromium.mjs'
import { findStrace } from './scripts/setup/strace.mjs'

/** Goals that are shown within the process of the test, at two sizes; the other faults befall servers and disks. */
const SIMULATED = [
  ...['03-power-cuts', '04-world', '10-parsers', '12-clocks', '16-tampering', '17-rights', '18-strangers'],
  ...['20-golden-logs', '21-seeded-defects', '22-dependencies'],
]
  .map((goal) => `test/faults/g${goal}.test.ts`)
  .concat('test/simulation/orders.test.ts')
/** The core by its rules: pure, so that no file leaves anything behind for the next. */
const RULES = 'test/rules/**/*.test.ts'
const FAULTS = { testTimeout: 120_000, hookTimeout: 120_000, env: { STRACE: findStrace() ?? '' } }

export default defineConfig({
  plugins: [svelte({ configFile: false })],
  test: {
    maxWorkers: 2,
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/faults/**', RULES, ...SIMULATED],
        },
      },
      {
        extends: true,
        // One after the other in one process each worker: loading the core anew for each takes longer than most of them.
        test: { name: 'rules', include: [RULES], isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          // Two files at a time: each has a server and a browser of its own, and waits for them most of the time.
          include: ['test/browser/**/*.test.ts'],
          // Empty when there is none: the tests then skip themselves.
          env: { CHROMIUM: findChromium() ?? '' },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          ...FAULTS,
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          exclude: SIMULATED,
          // Each has servers, clients or disks of its own, enough to keep two processors busy.
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: { ...FAULTS, name: 'simulated', include: SIMULATED },
      },
    ],
  },
})
