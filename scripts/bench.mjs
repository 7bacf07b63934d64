import { spawnSync } from 'node:child_process';
import { ensureBuild, ensureClient } from './lib/build.mjs';
import { ensurePackages } from './lib/install.mjs';
import { root } from './lib/paths.mjs';

/** `npm run bench [-- part …]`: installs and builds what is stale, then measures (bench/run.ts). */
await ensurePackages();
await ensureClient();
await ensureBuild(process.env);
const { status } = spawnSync(
  process.execPath,
  ['--import', 'tsx', 'bench/run.ts', ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
process.exitCode = status ?? 1;
