import { randomBytes, randomInt } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

// No letter or digit that is mistaken for another when read aloud or typed from a screen.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');

/** How each secret is made when nobody has set it. */
const makers = {
  AUTH_SECRET: () => randomBytes(32).toString('base64url'),
  METRICS_TOKEN: () => randomBytes(24).toString('base64url'),
  DEMO_PASSWORD: () => `${group()}-${group()}-${group()}`,
  POSTGRES_PASSWORD: () => randomBytes(24).toString('base64url'),
};

/** @typedef {keyof typeof makers} SecretName */

/** @param {string} file @returns {Record<string, string>} */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return {};
    throw new Error(`${file} cannot be read: ${/** @type {Error} */ (error).message}`);
  }
}

/**
 * Secrets of this installation, made once and kept in `<dataDir>/secrets.json` (mode 0600). Several processes
 * may ask for the first time at once: all get the same answer.
 * @template {SecretName} N @param {string} dataDir @param {N[]} names @returns {Record<N, string>}
 */
export function ensureSecrets(dataDir, names) {
  const file = path.join(dataDir, 'secrets.json');
  const temporary = `${file}.${process.pid}.${randomBytes(3).toString('hex')}`;
  mkdirSync(dataDir, { recursive: true });
  const kept = read(file);
  const missing = names.filter((name) => !kept[name]);
  if (missing.length > 0) {
    for (const name of missing) kept[name] = makers[name]();
    writeFileSync(temporary, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
    try {
      // A link fails when the file is there already: whoever came first has made the secrets.
      if (missing.length === Object.keys(kept).length) linkSync(temporary, file);
      else renameSync(temporary, file);
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
      return ensureSecrets(dataDir, names);
    } finally {
      rmSync(temporary, { force: true });
    }
  }
  return /** @type {Record<N, string>} */ (Object.fromEntries(names.map((name) => [name, kept[name]])));
}
