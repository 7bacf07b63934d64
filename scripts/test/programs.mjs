import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A program on PATH or in one of `places`; null when it is nowhere. @param {string} name @param {string[]} [places] */
export function findProgram(name, places = []) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const all = [...folders.map((folder) => path.join(folder, name)), ...places];
  return all.find(isProgram) ?? null;
}

const chromiumNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const chromiumPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The browser Playwright has downloaded, if it has. Its package may not be installed yet. */
async function playwrightsOwn() {
  try {
    const { chromium } = await import('playwright');
    const file = chromium.executablePath();
    return existsSync(file) ? file : null;
  } catch {
    return null;
  }
}

/** CHROMIUM_PATH, else Playwright's own, else the usual places; null when there is none. @returns {Promise<string | null>} */
export async function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) return isProgram(given) ? given : null;
  const own = await playwrightsOwn();
  if (own) return own;
  for (const name of chromiumNames) {
    const found = findProgram(name);
    if (found) return found;
  }
  return chromiumPlaces.find(isProgram) ?? null;
}

export const findRedis = () =>
  findProgram('redis-server', [
    '/usr/bin/redis-server',
    '/usr/local/bin/redis-server',
    '/opt/homebrew/bin/redis-server',
  ]);

export const findFfmpeg = () =>
  findProgram('ffmpeg', ['/usr/bin/ffmpeg', '/usr/local/bin/ffmpeg', '/opt/homebrew/bin/ffmpeg']);
