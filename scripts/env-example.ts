/** `node --import tsx scripts/env-example.ts` writes `.env.example` from lib/env.ts; a test asserts that it is current. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { envExample } from '@/lib/env-example';

await writeFile(path.join(import.meta.dirname, '..', '.env.example'), envExample());
