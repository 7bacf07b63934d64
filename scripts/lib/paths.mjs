import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The repository's root folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** @param {...string} parts */
export const inRoot = (...parts) => path.join(root, ...parts);

const url = (/** @type {string[]} */ ...parts) => pathToFileURL(inRoot(...parts)).href;

/**
 * Arguments of `node` that run a TypeScript file as a child of ours. The loader is used directly instead of
 * the tsx command: one process less, signals and exit codes are the program's own.
 * @param {string} file @param {string[]} [args]
 */
export const typescript = (file, args = []) => [
  '--import',
  url('scripts', 'lib', 'with-parent.mjs'),
  '--import',
  url('node_modules', 'tsx', 'dist', 'loader.mjs'),
  inRoot(file),
  ...args,
];

/** What a house runs, and from where (lib/build.mjs packs them). */
export const programs = { web: 'server.ts', worker: 'worker/index.ts', prepare: 'scripts/prepare.ts' };

/** Arguments of `node` that run a packed program as a child of ours. @param {keyof typeof programs} name */
export const program = (name) => [
  '--enable-source-maps',
  '--import',
  url('scripts', 'lib', 'with-parent.mjs'),
  inRoot('generated', 'programs', `${name}.mjs`),
];

/**
 * Arguments that run a TypeScript file, started again whenever a file it imports changes.
 * @param {string} file
 */
export const typescriptWatched = (file) => [
  '--import',
  url('scripts', 'lib', 'with-parent.mjs'),
  inRoot('node_modules', 'tsx', 'dist', 'cli.mjs'),
  'watch',
  '--clear-screen=false',
  inRoot(file),
];
