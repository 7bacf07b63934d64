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
  ...['server.ts', 'worker', 'lib', 'messages', 'prisma', 'scripts/prepare.ts', 'scripts/lib'],
  ...['generated/prisma'],
  ...['package-lock.json', 'tsconfig.json'],
];
/** The chat widget: its loader and what stands in its frame. */
const widgetInputs = [
  ...['widget', 'lib/realtime/protocol.ts', 'lib/rules/file-limits.ts', 'lib/schemas/values.ts'],
  ...['package-lock.json', 'scripts/lib/build.mjs'],
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
 * Packs the widget, and each program into one file without most packages: it starts in less than half the time that tsx
 * needs to read six hundred. Half a second, when anything they are made of has changed.
 */
export async function ensurePrograms() {
  await ensureWidget();
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

/**
 * Packs the chat widget into generated/widget: `loader.js`, and the frame's parts under names that follow their
 * content, with `entry.json` to say which of them a document names. Packed alone it takes a tenth of a second.
 */
export async function ensureWidget() {
  const stamp = inRoot('generated', 'widget.hash');
  const hash = hashOf(widgetInputs);
  if (isFresh(stamp, hash, 'generated/widget/entry.json')) return;
  const outdir = inRoot('generated', 'widget');
  for (const old of [stamp, outdir]) rmSync(old, { recursive: true, force: true });
  await packWidget(outdir).catch((/** @type {Error} */ error) => {
    throw new Problem(
      'The chat widget could not be packed. Mend what is said below and run the command again.',
      error.message,
    );
  });
  writeFileSync(stamp, hash);
}

/** @param {string} outdir */
async function packWidget(outdir) {
  const { build, transform } = await import('esbuild');
  const shared = /** @type {const} */ ({
    absWorkingDir: inRoot(),
    bundle: true,
    minify: true,
    platform: 'browser',
    target: ['chrome109', 'firefox115', 'safari16.4'],
    legalComments: 'none',
    logLevel: 'silent',
  });
  const css = await transform(readFileSync(inRoot('widget', 'loader.css'), 'utf8'), {
    ...{ loader: 'css', minify: true, target: [...shared.target] },
  });
  await build({
    ...shared,
    entryPoints: ['widget/loader.ts'],
    outfile: path.join(outdir, 'loader.js'),
    format: 'iife',
    define: { LOADER_CSS: JSON.stringify(css.code.trim()) },
  });
  const { metafile } = await build({
    ...shared,
    entryPoints: ['widget/app/main.tsx'],
    outdir: path.join(outdir, 'assets'),
    entryNames: '[hash]',
    chunkNames: '[hash]',
    assetNames: '[hash]',
    format: 'esm',
    // the socket comes with the first conversation
    splitting: true,
    loader: { '.woff2': 'file' },
    metafile: true,
  });
  const main = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint);
  const { cssBundle } = main?.[1] ?? {};
  if (!main || !cssBundle) throw new Error('It has no entry.');
  const entry = { script: path.basename(main[0]), style: path.basename(cssBundle) };
  writeFileSync(path.join(outdir, 'entry.json'), JSON.stringify(entry));
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
