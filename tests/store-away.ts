import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { env } from '@/lib/env';

/** While `work` runs, the place where files are kept is none. */
export async function withoutFileStore(work: () => Promise<void>): Promise<void> {
  const place = `${env().DATA_DIR}/files`;
  await mkdir(place, { recursive: true });
  await rename(place, `${place}.away`);
  await writeFile(place, '');
  try {
    await work();
  } finally {
    await rm(place);
    await rename(`${place}.away`, place);
  }
}
