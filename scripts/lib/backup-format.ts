import type pg from 'pg';

/**
 * The backup file: gzip of lines of JSON.
 *
 *   {"format":"switchboard-backup","version":1,"createdAt":…,"migrations":[{"name","checksum"}]}
 *   {"table":"ticket","columns":["id",…]}      then one line a row: ["text of the value" or null, …]
 *   {"sequence":"ticket_number_seq","value":"123","called":true}
 *   {"file":"ab/cd.png","size":123}            then lines {"data":"base64"}
 *   {"end":true,"tables":17,"rows":1234,"files":5}   a file without this line was cut off
 *
 * Values are PostgreSQL's own text of them, as in COPY: exact for every type, and read by no program but itself.
 */
export const format = 'switchboard-backup';
export const version = 1;

export type Row = (string | null)[];

export interface Header {
  format: string;
  version: number;
  createdAt: string;
  migrations: { name: string; checksum: string }[];
}

export interface End {
  end: true;
  tables: number;
  rows: number;
  files: number;
}

export type Line =
  | Header
  | { table: string; columns: string[] }
  | { sequence: string; value: string; called: boolean }
  | { file: string; size: number }
  | { data: string }
  | End
  | Row;

/**
 * Left out: Prisma's record (a restored database has its own), what only running processes use, and the demo's
 * mailbox, which holds codes in plain text. The queue lives in a schema of its own and is left out as well: the
 * relay makes the jobs of unpublished events again.
 */
const leftOut = ['_prisma_migrations', 'socket_io_attachments', 'caught_mail', 'heartbeat', 'rate_limit'];

export const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** How values look as text must not depend on the server's configuration. */
export const textSettings = [
  "SET datestyle = 'ISO, YMD'",
  "SET intervalstyle = 'postgres'",
  "SET timezone = 'UTC'",
  "SET bytea_output = 'hex'",
  'SET extra_float_digits = 3',
  'SET statement_timeout = 0',
  'SET search_path = public, pg_catalog',
];

export interface Table {
  name: string;
  /** Without generated ones: they follow from the others. */
  columns: { name: string; type: string }[];
}

/** Tables of the product, by name. */
export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: Table['columns'] }>(
    `SELECT c.relname AS name,
            json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod))
                     ORDER BY a.attnum) AS columns
       FROM pg_class c
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> ALL ($1)
      GROUP BY c.relname ORDER BY c.relname`,
    [leftOut],
  );
  return rows;
}

/** Sequences of the product. */
export async function listSequences(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
      WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace
        AND NOT EXISTS (SELECT FROM pg_depend d JOIN pg_class t ON t.oid = d.refobjid
                         WHERE d.objid = pg_class.oid AND d.deptype IN ('a', 'i') AND t.relname = ANY ($1))
      ORDER BY relname`,
    [leftOut],
  );
  return rows.map(({ name }) => name);
}
