import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot, programs } from './paths.mjs';
import { Problem, step } from './say.mjs';
import { runTool, tail } from './tools.mjs';

/** Everything the build of the pages reads. Tests lie beside their sources and change nothing in it. */
const buildInputs = [
  ...['app', 'components', 'lib', 'messages', 'public', 'generated/prisma'],
  ...['next.config.mjs', 'next.config.ts', 'postcss.config.mjs', 'proxy.ts', 'i18n.ts', 'i18n'],
  ...['package.json', 'package-lock.json', 'tsconfig.json'],
];
const clientInputs = ['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json'];
/** What web, worker and the preparation of a database are made of, beside packages. */
const programInputs = [
  ...['server.ts', 'worker', 'lib', 'prisma', 'scripts/prepare.ts', 'scripts/lib', 'generated/prisma'],
  ...['package-lock.json', 'tsconfig.json'],
];
const isTest = (/** @type {string} */ name) => /\.test\.tsx?$/.test(name);

/** @param {string} at @returns {string[]} */
function filesBelow(at) {
  const full = inRoot(at);
  if (!existsSync(full)) return [];
  const entries = (() => {
    try {
      return readdirSync(full, { withFileTypes: true });
    } catch {
      return null;
    }
  })();
  if (!entries) return [at];
  return entries
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(`${at}/${entry.name}`) : [`${at}/${entry.name}`]))
    .sort();
}

/** Content decides, not time: a fresh clone has new times, and `git checkout` back and forth changes nothing. */
function hashOf(/** @type {string[]} */ inputs) {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0] ?? '');
  for (const file of inputs.flatMap(filesBelow)) {
    if (!isTest(file))
      hash
        .update(`${file}\0`)
        .update(readFileSync(inRoot(file)))
        .update('\0');
  }
  return hash.digest('hex');
}

/** @param {string[]} args @param {NodeJS.ProcessEnv} env @param {string} failure */
async function runNode(args, env, failure) {
  const { code, output } = await runTool(process.execPath, args, { env });
  if (code !== 0) throw new Problem(failure, tail(output, 30));
}

const isFresh = (/** @type {string} */ stamp, /** @type {string} */ hash, /** @type {string} */ result) =>
  existsSync(inRoot(result)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;

/** Generates the database client when the schema has changed. @param {{ force?: boolean }} [options] */
export async function ensureClient({ force = false } = {}) {
  const stamp = inRoot('generated', 'prisma.hash');
  const hash = hashOf(clientInputs);
  if (!force && isFresh(stamp, hash, 'generated/prisma')) return;
  await step('Generating the database client', async () => {
    rmSync(stamp, { force: true });
    await runNode(
      [inRoot('node_modules', 'prisma', 'build', 'index.js'), 'generate'],
      // Generating never runs this engine, but insists on it and would download it: any existing file will do.
      {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      },
      'The database client could not be generated from prisma/schema.prisma. Mend what is said below and run the command again.',
    );
    mkdirSync(path.dirname(stamp), { recursive: true });
    writeFileSync(stamp, hash);
  });
}

/** Reading all of it is half of a worker's start, and what we use of it is a tenth. */
const packed = /^(react-email|@react-email\/.+)$/;
/** Packages stay where they are. @type {import('esbuild').Plugin} */
const packages = {
  name: 'packages',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^[^./]/ }, ({ path: name, kind }) =>
      kind === 'entry-point' || name.startsWith('@/') || packed.test(name)
        ? undefined
        : { path: name, external: true },
    ),
};

/**
 * Packs each program into one file without most packages: it starts in less than half the time that tsx
 * needs to read six hundred. Half a second, when anything they are made of has changed.
 */
export async function ensurePrograms() {
  const stamp = inRoot('generated', 'programs.hash');
  const hash = hashOf(programInputs);
  if (isFresh(stamp, hash, 'generated/programs')) return;
  const { build } = await import('esbuild');
  const outdir = inRoot('generated', 'programs');
  for (const old of [stamp, outdir]) rmSync(old, { recursive: true, force: true });
  await build({
    absWorkingDir: inRoot(),
    entryPoints: programs,
    outdir,
    bundle: true,
    // what is loaded when it is needed stays a file of its own
    splitting: true,
    plugins: [packages],
    platform: 'node',
    format: 'esm',
    target: 'node20',
    outExtension: { '.js': '.mjs' },
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'silent',
  }).catch((/** @type {Error} */ error) => {
    throw new Problem(
      'Web and worker could not be packed. Mend what is said below and run the command again.',
      error.message,
    );
  });
  writeFileSync(stamp, hash);
}

export const buildStamp = inRoot('.next', 'switchboard.hash');
export const isBuilt = () => isFresh(buildStamp, hashOf(buildInputs), '.next/BUILD_ID');

/** Packs the programs and builds the pages, where anything they are made of has changed. @param {Record<string, string>} env */
export async function ensureBuild(env) {
  await ensurePrograms();
  const hash = hashOf(buildInputs);
  if (isFresh(buildStamp, hash, '.next/BUILD_ID')) return;
  await step('Building the pages (about half a minute)', async () => {
    rmSync(buildStamp, { force: true });
    await runNode(
      [inRoot('node_modules', 'next', 'dist', 'bin', 'next'), 'build'],
      { ...env, NEXT_TELEMETRY_DISABLED: '1' },
      'The pages could not be built. Mend what is said below and run the command again.',
    );
    writeFileSync(buildStamp, hash);
  });
}
