import type { Figure } from './figure';
import { type House, megabytes, sleep } from './house';

/** Memory of both processes when nobody has come yet. */
export async function benchIdle({ web, worker }: House): Promise<Figure[]> {
  await sleep(1_000);
  return [
    { name: 'web process, idle', value: megabytes(web.pid), unit: 'MB' },
    { name: 'worker process, idle', value: megabytes(worker.pid), unit: 'MB' },
  ];
}
