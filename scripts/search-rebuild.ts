/** `npm run search:rebuild`: reads every ticket again for search; people go on searching meanwhile. */
import { rebuildSearch } from '@/lib/commands/rebuild-search';
import { runScript } from './lib/run-script';

await runScript(async () => {
  const began = performance.now();
  const total = await rebuildSearch((tickets) => {
    if (tickets % 10_000 === 0) process.stdout.write(`${tickets} tickets …\n`);
  });
  const seconds = (performance.now() - began) / 1_000;
  process.stdout.write(`${total} tickets read again in ${seconds.toFixed(1)} s\n`);
  return 0;
});
