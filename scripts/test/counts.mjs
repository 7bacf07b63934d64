import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number, again?: number }} Counts */

/** A run that failed without a failing test (a file that does not load, a stray rejection) is one failure. @param {Counts} counts @param {number} code @returns {Counts} */
const atLeastOne = (counts, code) => (code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts);

/** @param {string} file @returns {any} */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** A check that has no tests of its own. @param {number} code @returns {Counts} */
export const countCheck = (code) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 });

/** @param {string} file report of vitest's json reporter @param {number} code @returns {Counts} */
export function countVitest(file, code) {
  const report = readReport(file);
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const broken = report.testResults.filter(
    (/** @type {any} */ suite) =>
      suite.status === 'failed' &&
      !suite.assertionResults.some((/** @type {any} */ test) => test.status === 'failed'),
  );
  const counts = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  };
  // A run without a single test proves nothing.
  return counts.passed + counts.failed === 0 ? { ...counts, failed: 1 } : atLeastOne(counts, code);
}

/**
 * A journey that needed its second try (playwright.config.ts) has passed, and is counted in `again` too.
 * @param {string} file report of Playwright's json reporter @param {number} code @returns {Counts}
 */
export function countPlaywright(file, code) {
  const report = readReport(file);
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failed = unexpected + report.errors.length;
  const counts = { passed: expected + flaky, failed, skipped, again: flaky };
  return counts.passed + counts.failed === 0 ? { ...counts, failed: 1 } : atLeastOne(counts, code);
}

/** The line a run ends with, and the smoke run too. @param {{ passed: number, failed: number }} counts */
export const lastLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`;
