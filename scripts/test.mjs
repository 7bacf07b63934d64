import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { explain, Problem, say } from './lib/say.mjs';
import { killTools } from './lib/tools.mjs';
import { lastLine } from './test/counts.mjs';
import { ensurePrerequisites } from './test/prerequisites.mjs';
import { checks, coverageStep, soakSteps, steps } from './test/steps.mjs';

/**
 * `npm test`: everything; the checks side by side, all else one after the other. `npm test -- unit e2e` runs parts,
 * `--coverage` measures, `--soak` draws random schedules for long. Needs nothing but Node to start. All steps run, also after a failure; what a failing step
 * said is shown whole; the last line is the sum.
 */
const parts = [...new Set(steps.flatMap((step) => step.parts))];
const seconds = (/** @type {number} */ ms) => `${(ms / 1000).toFixed(1)} s`;

/** @param {string[]} args */
function chosenSteps(args) {
  const wanted = args.filter((arg) => !arg.startsWith('--'));
  const unknown = wanted.find((part) => !parts.includes(part));
  if (unknown) throw new Problem(`"${unknown}" is no part of the tests. Parts: ${parts.join(', ')}`);
  if (args.includes('--coverage')) return [coverageStep];
  if (args.includes('--soak')) return soakSteps;
  return wanted.length === 0
    ? steps
    : steps.filter((step) => step.parts.some((part) => wanted.includes(part)));
}

/** Says every half minute that a step still runs: in a CI log silence looks like a hang. @param {string} title */
function heartbeat(title) {
  const began = Date.now();
  const timer = setInterval(() => say(`  … ${title}, ${seconds(Date.now() - began)}`), 30_000);
  return () => {
    clearInterval(timer);
    return seconds(Date.now() - began);
  };
}

/** @param {import('./test/steps.mjs').Step} step @param {string} position @param {string} reports */
async function runStep(step, position, reports) {
  say(`${position} ${step.title}`);
  const stop = heartbeat(step.title);
  const result = await step.run(reports);
  const took = stop();
  const { passed, failed, skipped, again = 0, output } = result;
  if (failed > 0 || again > 0 || step === coverageStep) say(`\n${output.trim()}\n`);
  const notRun = skipped > 0 ? `, ${skipped} not run` : '';
  const twice = again > 0 ? `, ${again} at the second try` : '';
  say(`  ${failed > 0 ? '✗' : '✓'} ${step.title}: ${lastLine(result)}${notRun}${twice} (${took})`);
  return { passed, failed, title: step.title };
}

async function main() {
  const chosen = chosenSteps(process.argv.slice(2));
  const includes = (/** @type {string[]} */ ...wanted) =>
    chosen.some((step) => step.parts.some((part) => wanted.includes(part)));
  await ensurePrerequisites({
    redis: includes('integration', 'coverage', 'soak', 'e2e'),
    chromium: includes('e2e'),
  });
  const reports = mkdtempSync(path.join(tmpdir(), 'switchboard-reports-'));
  const began = Date.now();
  const run = (/** @type {import('./test/steps.mjs').Step} */ step) =>
    runStep(step, `[${chosen.indexOf(step) + 1}/${chosen.length}]`, reports);
  const results = await Promise.all(chosen.filter((step) => checks.includes(step)).map(run));
  for (const step of chosen.filter((one) => !checks.includes(one))) results.push(await run(step));
  rmSync(reports, { recursive: true, force: true });
  const sum = (/** @type {'passed' | 'failed'} */ name) =>
    results.reduce((total, result) => total + result[name], 0);
  const broken = results.filter((result) => result.failed > 0).map((result) => result.title);
  say(`\n${seconds(Date.now() - began)}${broken.length > 0 ? `, failed: ${broken.join(', ')}` : ''}`);
  say(lastLine({ passed: sum('passed'), failed: sum('failed') }));
  return sum('failed') > 0 ? 1 : 0;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    // Databases and processes of the tests end by themselves when what started them is gone.
    killTools();
    process.exit(130);
  });
}

try {
  process.exitCode = await main();
} catch (error) {
  process.exitCode = explain(error);
}
