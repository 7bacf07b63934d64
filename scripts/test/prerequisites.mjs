import { existsSync } from 'node:fs';
import { ensureClient } from '../lib/build.mjs';
import { ensurePackages } from '../lib/install.mjs';
import { inRoot } from '../lib/paths.mjs';
import { Problem, step } from '../lib/say.mjs';
import { runTool } from '../lib/tools.mjs';
import { findChromium, findFfmpeg, findProgram, findRedis } from './programs.mjs';

/** Where apt may be used without asking anybody. */
const mayUseApt = () =>
  process.getuid?.() === 0 && existsSync('/etc/debian_version') && findProgram('apt-get') !== null;

let updated = false;

/** @param {string[]} packages @returns {Promise<boolean>} whether all were installed */
async function apt(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  if (!updated) await runTool('apt-get', ['update'], { env });
  updated = true;
  const done = await runTool('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env });
  return done.code === 0;
}

/** The one command to type on this machine. @param {string} linux @param {string} mac */
function byHand(linux, mac) {
  if (process.platform === 'darwin') return mac;
  return linux;
}

async function ensureRedis() {
  if (findRedis()) return;
  if (mayUseApt()) await step('Installing redis-server', () => apt(['redis-server']));
  if (findRedis()) return;
  throw new Problem(
    `The tests need redis-server, which is not installed. Type: ${byHand('sudo apt-get install -y redis-server', 'brew install redis')}`,
  );
}

async function ensureFfmpeg() {
  if (findFfmpeg()) return;
  if (mayUseApt()) await step('Installing ffmpeg', () => apt(['ffmpeg']));
  if (findFfmpeg()) return;
  throw new Problem(
    `The film needs ffmpeg, which is not installed. Type: ${byHand('sudo apt-get install -y ffmpeg', 'brew install ffmpeg')}`,
  );
}

/** Fonts as well: without them a screenshot shows boxes. */
const chromiumPackages = ['chromium', 'fonts-liberation', 'fonts-noto-color-emoji'];

/** @returns {Promise<string>} the browser's path */
async function ensureChromium() {
  if (process.env.CHROMIUM_PATH && !(await findChromium())) {
    throw new Problem(
      `CHROMIUM_PATH is ${process.env.CHROMIUM_PATH}, where no program is. Unset it, or name the browser's file.`,
    );
  }
  const found = await findChromium();
  if (found) return found;
  if (mayUseApt()) await step('Installing Chromium', () => apt(chromiumPackages));
  else {
    const cli = inRoot('node_modules', 'playwright', 'cli.js');
    await step('Downloading Chromium', () => runTool(process.execPath, [cli, 'install', 'chromium']));
  }
  const installed = await findChromium();
  if (installed) return installed;
  throw new Problem(
    `The tests need Chromium, and it could not be installed. Type: ${byHand('sudo apt-get install -y chromium', 'npx playwright install chromium')} (or set CHROMIUM_PATH to a browser you have)`,
  );
}

/**
 * Everything the tests (and the tour) need, or one sentence that says what to type. Nothing is ever skipped because it is missing.
 * @param {{ redis: boolean, chromium: boolean, ffmpeg?: boolean }} needs
 */
export async function ensurePrerequisites({ redis, chromium, ffmpeg = false }) {
  await ensurePackages();
  await ensureClient();
  if (redis) await ensureRedis();
  if (ffmpeg) await ensureFfmpeg();
  if (chromium) process.env.CHROMIUM_PATH = await ensureChromium();
}
