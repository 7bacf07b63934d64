import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractDepcruiseConfig from 'dependency-cruiser/config-utl/extract-depcruise-config';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/**
 * The import rules of .dependency-cruiser.cjs, run on planted violations; `npm test -- checks` runs them on the tree.
 */

const root = process.cwd();
const RULES = path.join(root, '.dependency-cruiser.cjs');

async function violationsIn(baseDir: string, parts: string[]): Promise<ICruiseResult> {
  const { forbidden, options } = await extractDepcruiseConfig(RULES);
  // The alias is given by hand: tsconfig's own would lead from the planted tree into the real one.
  const { output } = await cruise(
    parts,
    { ...options, baseDir, validate: true, ruleSet: { forbidden }, tsConfig: undefined },
    { ...options?.enhancedResolveOptions, alias: { '@': baseDir } },
    { tsConfig: extractTSConfig(path.join(root, 'tsconfig.json')) },
  );
  return typeof output === 'string' ? (JSON.parse(output) as ICruiseResult) : output;
}

const filesIn = (parts: string[]): string[] =>
  parts.flatMap((part) =>
    readdirSync(path.join(root, part), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
      .map((name) => path.join(part, name)),
  );
const having = (files: string[], pattern: RegExp) =>
  files.filter((file) => pattern.test(readFileSync(path.join(root, file), 'utf8')));

describe('the tree', () => {
  it('holds no Server Action', () => {
    expect(having(filesIn(['app', 'components', 'lib']), /^\s*['"]use server['"]/m)).toEqual([]);
  });

  it('asks nowhere for the place of a file that is packed: it is another one then', () => {
    expect(having(['server.ts', ...filesIn(['lib', 'prisma', 'worker'])], /\bimport\.meta\b/)).toEqual([]);
  });
});

/** One planted file a row: where, what it imports, the rule that must name it (null: must be allowed). */
const PLANTED: [file: string, source: string, rule: string | null][] = [
  ['lib/commands/queues.ts', `import 'bullmq';`, 'bullmq-only-in-jobs'],
  [
    'lib/commands/types.ts',
    `import type { Job } from 'bullmq';\nexport type X = Job;`,
    'bullmq-only-in-jobs',
  ],
  ['lib/commands/other.ts', `import '@/lib/commands/queues';`, 'command-calls-no-command'],
  ['lib/commands/good.ts', `import '@/lib/commands/steps/step';\nimport '@/lib/db/sql';`, null],
  ['lib/commands/upward.ts', `import '@/lib/api/app';`, 'level-3-writers'],
  ['lib/queries/writes.ts', `import '@/lib/commands/good';`, 'level-2-readers'],
  ['lib/events/reads.ts', `import '@/lib/queries/list';`, 'level-1-adapters'],
  ['lib/email/sends.ts', `import 'nodemailer';`, null],
  ['lib/email/templates/hello.tsx', `import 'react';`, null],
  ['lib/email/renders.tsx', `import 'react';`, 'no-next-or-react-in-lib'],
  ['lib/rules/pages.ts', `import 'next';`, 'level-0-browser-safe'],
  ['lib/rules/deep.ts', `import 'next/server';`, 'no-next-or-react-in-lib'],
  ['lib/rules/disk.ts', `import 'node:fs';`, 'level-0-browser-safe'],
  ['lib/rules/shape.ts', `import 'zod';\nimport '@/lib/schemas/text';`, null],
  ['lib/schemas/reads.ts', `import '@/lib/db/sql';`, 'level-0-browser-safe'],
  ['components/list.tsx', `import '@/lib/db/sql';`, 'no-database-above-the-api'],
  ['components/lazy.tsx', `export const x = () => import('@/lib/db/sql');`, 'no-database-above-the-api'],
  ['components/asks.tsx', `import '@/lib/queries/list';`, 'components-browser'],
  ['components/client.tsx', `import type { App } from '@/lib/api/app';\nexport type X = App;`, null],
  [
    'components/server.tsx',
    `import { app } from '@/lib/api/app';\nexport default app;`,
    'components-api-types-only',
  ],
  ['components/node.tsx', `import 'node:path';`, 'components-no-node'],
  ['components/pool.tsx', `import 'pg';`, 'components-no-server-code'],
  ['app/page.tsx', `import '@/lib/queries/list';\nimport '@/components/client';`, null],
  ['app/writes/page.tsx', `import '@/lib/commands/good';`, 'pages'],
  ['app/sql/page.tsx', `import '@/lib/db/sql';`, 'no-database-above-the-api'],
  ['app/api/[...path]/route.ts', `import '@/lib/api/app';`, null],
  ['app/api/other/route.ts', `import '@/lib/queries/list';`, 'pages-api-doors'],
  ['worker/handlers/route.ts', `import '@/lib/db/sql';`, 'no-database-above-the-api'],
  ['worker/relay.ts', `import '@/lib/db/sql';\nimport 'bullmq';`, null],
  ['worker/emit.ts', `import 'socket.io';`, 'socket.io-only-in-realtime'],
  ['worker/api.ts', `import '@/lib/api/app';`, 'edges-apart'],
  ['lib/helpers/any.ts', `import 'zod';`, 'lib-has-a-level'],
  ['lib/api/routes/send.ts', `import 'nodemailer';`, 'nodemailer-only-in-email'],
  ['lib/api/routes/ai.ts', `import '@google/generative-ai';`, 'gemini-only-in-ai'],
  ['lib/api/routes/page.ts', `import '@/components/client';`, 'edges-know-no-page'],
  ['lib/api/routes/lost.ts', `import './nowhere';`, 'no-unresolved'],
  ['lib/files/one.ts', `import './two';`, 'no-cycle'],
  [
    'widget/app/good.ts',
    `import 'preact';\nimport '@/lib/schemas/values';\nimport '@/lib/rules/shape';`,
    null,
  ],
  ['widget/app/heavy.ts', `import '@/lib/schemas/text';`, 'widget-types-only'],
  ['widget/app/page.ts', `import '@/components/client';`, 'widget-browser'],
  ['widget/app/react.ts', `import 'react';`, 'widget-packages'],
  ['components/widget.tsx', `import '@/widget/app/good';`, 'nobody-imports-the-widget'],
  ['lib/search/helper.ts', `import '@/tests/factory';`, 'product-knows-no-test'],
];

const SUPPORT: [file: string, source: string][] = [
  ['lib/commands/steps/step.ts', 'export {};'],
  ['lib/db/sql.ts', `import 'pg';`],
  ['lib/queries/list.ts', `import '@/lib/db/sql';`],
  ['lib/schemas/text.ts', `import 'zod';`],
  ['lib/schemas/values.ts', 'export {};'],
  ['lib/api/app.ts', 'export const app = 1;\nexport type App = typeof app;'],
  ['tests/factory.ts', 'export {};'],
  // A cycle that exists in types alone counts too; it is reported once, at its first file.
  ['lib/files/two.ts', `import type { One } from './one';\nexport type Two = One;`],
  // A cycle that exists in types alone counts too; it is reported once, at its first file.
  ['lib/files/two.ts', `import type { One } from './one';\nexport type Two = One;`],
  ['package.json', '{}'],
  ...[
    'bullmq',
    'nodemailer',
    'next',
    'next/server',
    'react',
    'zod',
    'preact',
    'pg',
    'socket.io',
    '@google/generative-ai',
  ].map((name): [string, string] => [`node_modules/${name}/index.js`, 'module.exports = {};']),
];

describe('planted violations', () => {
  let dir: string;
  let found: string[];

  beforeAll(async () => {
    dir = mkdtempSync(path.join(tmpdir(), 'switchboard-boundaries-'));
    for (const [file, source] of [...SUPPORT, ...PLANTED]) {
      mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
      writeFileSync(path.join(dir, file), source);
    }
    const { summary } = await violationsIn(dir, ['app', 'components', 'lib', 'tests', 'widget', 'worker']);
    found = summary.violations.map(({ rule, from, to }) => `${rule.name} ${from} → ${to}`);
  }, 60_000);

  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  it.each(PLANTED)('%s', (file, _source, rule) => {
    const here = found.filter((line) => line.includes(` ${file} →`)).map((line) => line.split(' ', 1)[0]);
    if (rule) expect(here).toContain(rule);
    else expect(here).toEqual([]);
  });
});
