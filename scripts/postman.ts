/** `npm run postman`: writes public/switchboard.postman_collection.json from the API's own description. */
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeCollection, type OpenApi } from './lib/postman-collection';

// the description needs no database; only its servers would name one's address, and they are left out
process.env.DATABASE_URL ??= 'postgres://localhost/none';
process.env.AUTH_SECRET ??= randomBytes(32).toString('hex');
const { openApiDocument } = await import('@/lib/api/openapi');
const { routes } = await import('@/lib/api/routes');

const collection = await makeCollection(openApiDocument(routes) as OpenApi);
const file = path.join(import.meta.dirname, '../public/switchboard.postman_collection.json');
await writeFile(file, `${JSON.stringify(collection, null, 2)}\n`);
