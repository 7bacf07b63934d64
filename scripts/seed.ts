import { seedDemo } from '@/prisma/seed';
import { runScript } from './lib/run-script';

/** `npm run seed`: the people and tickets of the demo, each of them once however often it runs. */
await runScript(async () => {
  await seedDemo();
  return 0;
});
