import { program } from './paths.mjs';
import { Problem, step } from './say.mjs';
import { runTool, tail } from './tools.mjs';

/**
 * What scripts/prepare.ts says in its last line.
 * @typedef {{ people: { email: string, role: string, name?: string, languages?: string[] }[], setupUrl: string | null }} Prepared
 */

/** Exit codes of our own scripts whose message is already the sentence for the person (EX_UNAVAILABLE, EX_CONFIG). */
const explained = [69, 78];

/** Migrates, and in the demo loads what belongs to it. @param {Record<string, string>} env @returns {Promise<Prepared>} */
export function prepareDatabase(env) {
  return step('Preparing the database', async () => {
    const { code, stdout, stderr, output } = await runTool(process.execPath, program('prepare'), {
      env,
      channel: true,
    });
    if (explained.includes(code)) throw new Problem(stderr.trim());
    if (code !== 0)
      throw new Problem('The database could not be prepared. What went wrong is below.', tail(output, 30));
    const last = stdout.trim().split('\n').at(-1) ?? '';
    try {
      return JSON.parse(last);
    } catch {
      throw new Problem('scripts/prepare.ts must end with one line of JSON.', tail(output, 10));
    }
  });
}
