import { spawnSync } from 'node:child_process';
import { ensureBuild } from './lib/build.mjs';
import { root } from './lib/paths.mjs';
import { explain } from './lib/say.mjs';
import { ensurePrerequisites } from './test/prerequisites.mjs';

/** `npm run bench [-- part …]`: installs and builds what is stale, then measures (bench/run.ts). */
try {
  await ensurePrerequisites({ redis: false, chromium: true });
  await ensureBuild(/** @type {Record<string, string>} */ (process.env));
  const { status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'bench/run.ts', ...process.argv.slice(2)],
    { cwd: root, stdio: 'inherit' },
  );
  process.exitCode = status ?? 1;
} catch (error) {
  process.exitCode = explain(error);
}
