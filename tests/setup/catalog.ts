import type pg from 'pg';

/** One line for each thing a database holds, in words that do not depend on how it was made. */
export interface Catalog {
  tables: string[];
  columns: string[];
  enums: string[];
  keys: string[];
  indexes: string[];
}

/** Tables that plain SQL owns: the record of migrations, and what the socket adapter asks for. */
const SQL_OWNS = `('_prisma_migrations', 'socket_io_attachments')`;

const QUERIES: Record<keyof Catalog, string> = {
  tables: `SELECT relname AS line FROM pg_class c
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname NOT IN ${SQL_OWNS}`,
  // Prisma's lists are never null, but its SQL does not say so: for arrays it is not compared.
  // A number that counts up is a number that counts up, by identity or by a sequence. Prisma writes now() its own way.
  columns: `SELECT format('%s.%s %s%s%s', relname, attname, format_type(atttypid, atttypmod),
      CASE WHEN attnotnull AND attndims = 0 THEN ' not null' END,
      CASE WHEN attidentity <> '' OR pg_get_expr(adbin, adrelid) LIKE 'nextval(%' THEN ' default: counts up'
           WHEN attgenerated <> '' THEN ' generated'
           WHEN adbin IS NOT NULL THEN ' default: ' || CASE pg_get_expr(adbin, adrelid)
             WHEN 'CURRENT_TIMESTAMP' THEN 'now()'
             ELSE regexp_replace(pg_get_expr(adbin, adrelid), '^ARRAY\\[\\]::(.*)$', '''{}''::\\1') END END) AS line
    FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid LEFT JOIN pg_attrdef d ON adrelid = attrelid AND adnum = attnum
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped
      AND relname NOT IN ${SQL_OWNS}`,
  enums: `SELECT format('%s: %s', typname, string_agg(enumlabel, ', ' ORDER BY enumsortorder)) AS line
    FROM pg_enum JOIN pg_type t ON t.oid = enumtypid WHERE typnamespace = 'public'::regnamespace GROUP BY typname`,
  keys: `SELECT format('%s: %s', conrelid::regclass, pg_get_constraintdef(oid)) AS line
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'f')
      AND conrelid::regclass::text NOT IN ${SQL_OWNS}`,
  // Indexes over an expression, over a part of the rows or with extra columns are SQL's own; Prisma cannot say them.
  indexes: `SELECT regexp_replace(pg_get_indexdef(i.indexrelid), ' INDEX \\S+ ON ', ' INDEX ON ') AS line
    FROM pg_index i JOIN pg_class t ON t.oid = indrelid
    WHERE t.relnamespace = 'public'::regnamespace AND t.relname NOT IN ${SQL_OWNS}
      AND NOT indisprimary AND indpred IS NULL AND indexprs IS NULL AND indnatts = indnkeyatts`,
};

export async function readCatalog(client: pg.Client): Promise<Catalog> {
  const lines = async (sql: string) =>
    (await client.query<{ line: string }>(sql)).rows.map(({ line }) => line).sort();
  return {
    tables: await lines(QUERIES.tables),
    columns: await lines(QUERIES.columns),
    enums: await lines(QUERIES.enums),
    keys: await lines(QUERIES.keys),
    indexes: await lines(QUERIES.indexes),
  };
}
