import { defineConfig } from '@playwright/test';
import type { HouseOptions } from './e2e/fixtures';
import { findChromium } from './scripts/test/programs.mjs';

const executablePath = (await findChromium()) ?? undefined;

/**
 * Journeys through the production build in a real browser. The product itself is started by e2e/fixtures.ts, one
 * whole house a worker. `npm test` brings the browser and the build.
 */
export default defineConfig<object, HouseOptions>({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  workers: 2,
  // Once more on a fresh house where the machine is not ours: what passes then is counted, and named as such.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: !!process.env.CI,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: process.env.E2E_REPORT ?? 'test-results/report.json' }]],
  use: {
    browserName: 'chromium',
    headless: true,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    actionTimeout: 10_000,
    navigationTimeout: 30_000,
    // the state of the page after each step; a film of every journey would cost more than the journey
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath,
      // Quiet and offline: the browser asks nobody for updates; no sandbox, because CI runs as root.
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
