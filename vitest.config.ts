import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'
import { findChromium } from './scripts/setup/chromium.mjs'
import { findStrace } from './scripts/setup/strace.mjs'

/** Among the tests of faults, as it has their two sizes. */
const ORDERS_AT_RANDOM = 'test/simulation/orders.test.ts'

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
          exclude: ['test/browser/**', 'test/faults/**', ORDERS_AT_RANDOM],
        },
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
          name: 'faults',
          include: ['test/faults/**/*.test.ts', ORDERS_AT_RANDOM],
          fileParallelism: false,
          env: { STRACE: findStrace() ?? '' },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
