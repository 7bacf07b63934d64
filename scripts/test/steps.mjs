import path from 'node:path';
import { ensureBuild } from '../lib/build.mjs';
import { inRoot } from '../lib/paths.mjs';
import { runTool } from '../lib/tools.mjs';
import { countCheck, countPlaywright, countVitest } from './counts.mjs';

/**
 * @typedef {import('./counts.mjs').Counts & { output: string }} Result
 * @typedef {{ parts: string[], title: string, run: (reports: string) => Promise<Result> }} Step
 */

/** What npx would find, without its second process. @type {Record<string, string[]>} */
const tools = {
  biome: ['@biomejs', 'biome', 'bin', 'biome'],
  knip: ['knip', 'bin', 'knip.js'],
  tsc: ['typescript', 'bin', 'tsc'],
  depcruise: ['dependency-cruiser', 'bin', 'dependency-cruise.mjs'],
  vitest: ['vitest', 'vitest.mjs'],
  playwright: ['@playwright', 'test', 'cli.js'],
};

/** Colours when somebody looks; the tools cannot know, they write into a pipe. */
const colour = () =>
  process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1', FORCE_COLOR: undefined };

/** @param {string} tool @param {string[]} args @param {Record<string, string>} [env] */
function run(tool, args, env = {}) {
  const file = inRoot('node_modules', ...(tools[tool] ?? []));
  return runTool(process.execPath, [file, ...args], { env: { ...process.env, ...colour(), ...env } });
}

/** @param {string} title @param {string} tool @param {string[]} args @returns {Step} */
const check = (title, tool, args) => ({
  parts: ['checks'],
  title,
  async run() {
    const { code, output } = await run(tool, args);
    return { ...countCheck(code), output };
  },
});

/** @param {string} part @param {string} title @param {string[]} args @param {Record<string, string>} [env] @returns {Step} */
const vitest = (part, title, args, env) => ({
  parts: [part],
  title,
  async run(reports) {
    const report = path.join(reports, `${title.replace(/\W+/g, '-')}.json`);
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const { code, output } = await run('vitest', ['run', ...args, ...reporters], env);
    return { ...countVitest(report, code), output };
  },
});

/** What integration and end-to-end tests start as a process is the production build. @type {Step} */
const build = {
  parts: ['integration', 'e2e'],
  title: 'production build',
  async run() {
    try {
      await ensureBuild(/** @type {Record<string, string>} */ ({ ...process.env, NODE_ENV: 'production' }));
      return { ...countCheck(0), output: '' };
    } catch (error) {
      const { message, details = '' } = /** @type {Error & { details?: string }} */ (error);
      return { ...countCheck(1), output: `${message}\n${details}` };
    }
  },
};

/** @type {Step} */
const e2e = {
  parts: ['e2e'],
  title: 'end-to-end in Chromium',
  async run(reports) {
    const report = path.join(reports, 'e2e.json');
    const { code, output } = await run('playwright', ['test'], { E2E_REPORT: report });
    return { ...countPlaywright(report, code), output };
  },
};

const cruised = [
  'app',
  'bench',
  'components',
  'e2e',
  'lib',
  'prisma',
  'scripts',
  'tests',
  'widget',
  'worker',
  'server.ts',
];

/** A cruiser that understands nothing reads nothing, and finds nothing wrong with it. @type {Step} */
const importRules = {
  parts: ['checks'],
  title: 'import rules',
  async run() {
    const { code, output } = await run('depcruise', [
      '--config',
      '.dependency-cruiser.cjs',
      '--',
      ...cruised,
    ]);
    const modules = Number(/\((\d+) modules/.exec(output)?.[1] ?? 0);
    return { ...countCheck(code === 0 && modules < 200 ? 1 : code), output };
  },
};

/** They change nothing and need one core each: they run side by side. @type {Step[]} */
export const checks = [
  check('lint and format', 'biome', ['check', '--no-errors-on-unmatched', '.']),
  check('dead code', 'knip', ['--no-progress']),
  check('types', 'tsc', ['--noEmit']),
  importRules,
];

/** In this order: what fails fast and says most comes first. @type {Step[]} */
export const steps = [
  ...checks,
  vitest('unit', 'unit tests', ['--project', 'unit']),
  build,
  vitest('integration', 'integration on PostgreSQL and Redis', ['--project', 'integration*']),
  e2e,
  vitest('launcher', 'launcher', ['--project', 'launcher']),
];

const soak = { SOAK_SECONDS: process.env.SOAK_SECONDS ?? '600' };
/**
 * Other random schedules, and other broken mails, than those of `npm test`, for SOAK_SECONDS (600) each, one after the
 * other: side by side they would take the time from each other that nobody may wait.
 */
export const soakSteps = [
  ...['integration', 'integration-redis'].map((project) =>
    vitest('soak', `properties for long, ${project}`, ['--project', project, 'tests/properties/'], soak),
  ),
  vitest('soak', 'broken mails for long', ['--project', 'integration', 'mail-in-fuzz'], soak),
];

/** Unit and integration in one run, so that the figures belong together. */
export const coverageStep = vitest('coverage', 'unit and integration, with coverage', [
  '--project',
  'unit',
  '--project',
  'integration',
  '--coverage.enabled',
]);
