import { spawnSync } from 'node:child_process';
import { ensureBuild } from './lib/build.mjs';
import { root } from './lib/paths.mjs';
import { explain } from './lib/say.mjs';
import { ensurePrerequisites } from './test/prerequisites.mjs';

/** `npm run tour`: plays the main job in a real browser, films it, and takes the README's pictures (scripts/tour/). */
try {
  await ensurePrerequisites({ redis: false, chromium: true, ffmpeg: true });
  await ensureBuild(/** @type {Record<string, string>} */ (process.env));
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/tour/run.ts'], {
    cwd: root,
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} catch (error) {
  process.exitCode = explain(error);
}
