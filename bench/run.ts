import { cpus } from 'node:os';
import { benchCreate } from './create';
import { benchDraft } from './draft';
import { megabytes, openHouse, sleep } from './house';
import { benchImport } from './import';
import { benchList } from './list';
import { benchLive } from './live';
import { benchRouting } from './routing';
import { benchSearch } from './search';

/** `npm run bench`: each figure beside its limit, both measured in this run, on this machine. */
const house = await openHouse();
try {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  say(`machine  ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`);
  await sleep(1_000);
  say(`idle     web ${megabytes(house.web.pid)} MB, worker ${megabytes(house.worker.pid)} MB`);
  for (const bench of [benchRouting, benchLive, benchCreate, benchList, benchSearch, benchImport, benchDraft])
    say(await bench(house));
} finally {
  await house.close();
}
