import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { type Catalog, readCatalog } from './setup/catalog';
import { sqlOfSchema } from './setup/prisma-sql';
import { freshDatabase, withClient } from './setup/template';

/**
 * prisma/schema.prisma and prisma/migrations say the same thing twice: one for the generated client, one for the
 * database. Both are turned into a database, and the two catalogs are compared.
 */
describe('schema.prisma and the migrated database', () => {
  const { postgres, template } = inject('services');
  let schema: string;
  let migrated: Catalog;

  /** The catalog of a new database that was made from a schema by Prisma's own SQL. */
  async function catalogOf(text: string): Promise<Catalog> {
    const url = await freshDatabase(postgres);
    const sql = await sqlOfSchema(text, url);
    return withClient(url, async (client) => {
      await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
      await client.query(sql);
      return readCatalog(client);
    });
  }

  beforeAll(async () => {
    schema = await readFile('prisma/schema.prisma', 'utf8');
    const url = await freshDatabase(postgres, template);
    migrated = await withClient(url, readCatalog);
  });

  it('agree', async () => {
    expect(migrated.tables.length).toBeGreaterThan(5);
    expect(migrated.columns.length).toBeGreaterThan(40);
    expect(await catalogOf(schema)).toEqual(migrated);
  });

  it('are seen to differ when one column does', async () => {
    const changed = schema.replace(/^(\s+nonce\s+)String\s*$/m, '$1Int');
    expect(changed).not.toBe(schema);
    expect(await catalogOf(changed)).not.toEqual(migrated);
  });
});
