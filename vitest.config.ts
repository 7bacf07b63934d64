import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const root = fileURLToPath(new URL('.', import.meta.url));
const elsewhere = ['**/node_modules/**', '.next/**', '.data/**', '**/generated/**', 'e2e/**'];
/** What the queue or the sockets carry: run with PostgreSQL and with Redis. All else knows no engine. */
const carried = [
  'lib/realtime/live.int.test.ts',
  'tests/faults/*.int.test.ts',
  'lib/commands/route-waiting.int.test.ts',
  'lib/commands/send-mails-killed.int.test.ts',
  'tests/properties/*.int.test.ts',
];
/** What only Redis can lose. */
const redisAlone = ['tests/faults/redis-lost.int.test.ts'];
const launcher = 'tests/launcher.test.ts';

/** The files that take longest, in this order; most of their time they wait for processes, servers and limits. */
const long = [
  'tests/properties/',
  'lib/commands/mail-in-fuzz',
  'tests/faults/worker-killed',
  'tests/faults/postgres-restarted',
  'tests/faults/redis-lost',
  'tests/backup',
  'tests/bad-input/browser',
  'lib/commands/send-mails.int',
  'lib/realtime/',
  'tests/faults/web-killed',
  'lib/commands/route-waiting',
  'tests/faults/',
  'lib/rules/access.int',
  'tests/bad-input/',
  'lib/commands/drafts.int',
  'tests/postman',
  'tests/two-doors',
];

/** They begin first, so that no core waits for one of them at the end, whatever vitest remembers of the last run. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = long.findIndex((part) => moduleId.includes(part));
      return found < 0 ? long.length : found;
    };
    const others = await super.sort(files);
    return others.sort((a, b) => place(a) - place(b));
  }
}

/** What all projects share: real processes, so that a leaked handle or an unhandled rejection is seen. */
const shared = {
  environment: 'node',
  pool: 'forks',
  // A secret or an address in the developer's shell must not reach a test.
  env: { NODE_ENV: 'test', TZ: 'UTC' },
} as const;

const resolve = { alias: [{ find: /^@\//, replacement: root }] };

/** The same files on another engine; tests/setup/services.ts goes by the name. */
const integration = (name: string, files: { include: string[]; exclude: string[] }) => ({
  resolve,
  test: {
    ...shared,
    name,
    // one process runs many files, see tests/setup/database.ts
    isolate: false,
    include: files.include,
    exclude: [...elsewhere, ...files.exclude],
    globalSetup: ['tests/setup/services.ts'],
    setupFiles: ['tests/setup/database.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // it ends when what it waits for is there; vitest's one second is short on a busy machine
    expect: { poll: { timeout: 10_000 } },
  },
});

export default defineConfig({
  resolve,
  test: {
    // more than cores: half of the integration tests wait for a process that was killed to come back
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    coverage: {
      provider: 'v8',
      include: ['lib/**', 'worker/**', 'server.ts'],
      exclude: ['**/*.test.ts', '**/generated/**'],
      reporter: ['text-summary', 'html', 'json-summary'],
    },
    projects: [
      {
        resolve,
        test: {
          ...shared,
          name: 'unit',
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: [...elsewhere, '**/*.int.test.ts', launcher],
        },
      },
      integration('integration', { include: ['**/*.int.test.ts'], exclude: redisAlone }),
      integration('integration-redis', { include: [...carried, ...redisAlone], exclude: [] }),
      {
        resolve,
        test: {
          ...shared,
          name: 'launcher',
          include: [launcher],
          exclude: elsewhere,
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
