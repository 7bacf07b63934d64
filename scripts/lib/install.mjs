import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { Problem, step } from './say.mjs';
import { runTool, tail } from './tools.mjs';

const stamp = inRoot('node_modules', '.switchboard-lock');
const hashOf = (/** @type {string} */ file) => createHash('sha256').update(readFileSync(file)).digest('hex');

/**
 * True when what lies in node_modules is not what package-lock.json asks for. npm's own record of what it has
 * installed is compared, so an install by hand counts as well. Optional packages are other platforms' ones.
 */
export function packagesStale() {
  const record = inRoot('node_modules', '.package-lock.json');
  if (!existsSync(record)) return true;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOf(inRoot('package-lock.json'))) return false;
  const wanted = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(wanted).some(
    ([at, entry]) =>
      at && !entry.optional && !entry.devOptional && !entry.link && installed[at]?.version !== entry.version,
  );
}

/** @param {string[]} args */
function npm(args) {
  const onError = () =>
    new Problem('npm was not found. It comes with Node: install Node from https://nodejs.org and try again.');
  // `npm start` tells where npm itself is; the one on PATH may be another.
  const cli = process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : undefined;
  return cli ? runTool(process.execPath, [cli, ...args]) : runTool('npm', args, { onError });
}

/** Installs packages when needed. The build's tools are among the development packages: NODE_ENV must not hide them. */
export async function ensurePackages() {
  if (!packagesStale()) return;
  await step('Installing packages (the first time takes a few minutes)', async () => {
    const quiet = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
    let done = await npm(['ci', ...quiet]);
    // A lock file made by another npm, or from a registry that lacks a package, is no reason to give up.
    if (done.code !== 0 && done.output.includes('EUSAGE'))
      done = await npm(['install', '--no-save', ...quiet]);
    if (done.code !== 0) {
      throw new Problem(
        'The packages could not be installed. Check the network (behind a company proxy: npm config set proxy …), then run the command again.',
        tail(done.output, 8),
      );
    }
    writeFileSync(stamp, hashOf(inRoot('package-lock.json')));
  });
}
