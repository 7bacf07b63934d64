import path from 'node:path';
import { root } from './paths.mjs';
import { sleep } from './processes.mjs';
import { say } from './say.mjs';
import { lastLines } from './supervise.mjs';

/**
 * Waits until our own web process answers that it is ready. A second product on the same port would answer as
 * well: so our process must be alive, and when the answer names its process, it must be ours.
 * @param {string} address @param {import('./supervise.mjs').Supervised} web @param {() => boolean} interrupted
 */
export async function waitUntilReady(address, web, interrupted) {
  const sayAt = Date.now() + 60_000;
  let said = false;
  let last = 'no answer';
  while (!interrupted()) {
    try {
      const response = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(5_000) });
      last = await response.text();
      if (response.ok && web.alive && isOurs(last, web)) return;
    } catch (error) {
      last = String(/** @type {any} */ (error).cause?.message ?? error);
    }
    if (!said && Date.now() > sayAt) {
      said = true;
      const { logFile } = web.options;
      say(
        `! Not ready after a minute (${address}/readyz: ${last.slice(0, 300)}). Waiting goes on.${logFile ? `\n${lastLines(logFile)}` : ''}`,
      );
    }
    await sleep(50);
  }
}

/** @param {string} body @param {import('./supervise.mjs').Supervised} web */
function isOurs(body, web) {
  // In development the process that answers is a child of the one we started.
  if (web.options.env.NODE_ENV === 'development') return true;
  try {
    const name = JSON.parse(body).process;
    return name === undefined || Number.parseInt(name, 10) === web.pid;
  } catch {
    return true;
  }
}

/**
 * The one block that a person needs.
 * @param {import('./environment.mjs').Setup} setup @param {import('./prepare-database.mjs').Prepared} prepared @param {string} logs
 */
export function printBlock({ env, dev }, { people, setupUrl }, logs) {
  const rows = [`Switchboard is ready:  ${env.APP_URL}`, ''];
  if (setupUrl) rows.push(`  First admin   ${setupUrl}`);
  people.forEach(({ email, role, languages }, index) => {
    const about = languages?.length ? `${role} (${languages.join(', ')})` : role;
    rows.push(`  ${(index === 0 ? 'Sign in as' : '').padEnd(14)}${email.padEnd(26)} ${about}`);
  });
  if (people.length > 0) rows.push(`  Password      ${env.DEMO_PASSWORD}  (for all of them)`);
  rows.push(
    `  Mail          ${env.SMTP_URL ? `leaves through ${hostOf(env.SMTP_URL)}` : `${env.APP_URL}/mailbox`}`,
  );
  if (env.DEMO === '1' && !env.SMTP_URL) rows.push(`  Lab           ${env.APP_URL}/lab`);
  if (!dev)
    rows.push(
      `  Logs          ${path.relative(root, logs).startsWith('..') ? logs : path.relative(root, logs)}`,
    );
  rows.push('  Stop          Ctrl-C');
  say(`\n${rows.join('\n')}\n`);
}

const hostOf = (/** @type {string} */ url) => (URL.canParse(url) ? new URL(url).host : url);
