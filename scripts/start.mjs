/**
 * `npm start` and `npm run dev`. Needs nothing but Node: it brings everything else. The work is in
 * lib/launch.mjs, loaded after the check, because an old Node could not even read it.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `Switchboard needs Node 20.19 or newer, and this is ${process.versions.node}. Install a newer one from https://nodejs.org and run the command again.\n`,
  );
  process.exitCode = 1;
} else {
  const { launch } = await import('./lib/launch.mjs');
  await launch({ dev: process.argv.includes('--dev') });
}
