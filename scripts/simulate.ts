import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { report } from './simulation/report';
import { makeWeek, SEED } from './simulation/week';

/** `npm run simulate`: plays a made-up week by several rules and writes docs/simulation.md with its plots. */
const docs = path.join(import.meta.dirname, '../docs');
for (const [name, text] of report(makeWeek(SEED))) {
  const file = path.join(docs, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}
