import { z } from 'zod';
import { id } from './id';
import { text } from './text';

/** What an import did. `line` is the line of the file (the header is 1); `rule` says what is wrong with it. */
export const importReportDto = z
  .object({
    rows: z.number().int(),
    imported: z.number().int(),
    skipped: z.number().int(),
    conversations: z.number().int(),
    errors: z.array(z.object({ line: z.number().int(), rule: z.string() })),
  })
  .meta({ id: 'ImportReport' });
export type ImportReportDto = z.infer<typeof importReportDto>;

/** Where an import stands, in this order; the last one stands for a file whose check never came to its end. */
export const IMPORT_STATES = [
  'uploading',
  'mapping',
  'checking',
  'checked',
  'staged',
  'done',
  'undoing',
  'undone',
  'failed',
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export const SEPARATORS = [',', ';', '\t', '|'] as const;
export const DATE_ORDERS = ['dmy', 'mdy'] as const;

/** What a column can mean. Needed are a time, a body, and a customer's id or address. */
export const IMPORT_FIELDS = [
  'customer',
  'email',
  'name',
  'time',
  'body',
  'topic',
  'priority',
  'language',
  'message_id',
  'thread_id',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

const column = z.number().int().min(0).max(199).nullable();
/** Field → index of its column, from 0; null: the file has none. */
export const importMapping = z.strictObject(
  Object.fromEntries(IMPORT_FIELDS.map((field) => [field, column])) as Record<ImportField, typeof column>,
);
export type ImportMapping = z.infer<typeof importMapping>;

const timeZone = z
  .string()
  .max(64)
  .refine((zone) => {
    try {
      return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
    } catch {
      return false;
    }
  }, 'time_zone');

/** How a file is read. */
export const importOptions = z.strictObject({
  encoding: z.enum(ENCODINGS),
  separator: z.enum(SEPARATORS),
  has_header: z.boolean(),
  mapping: importMapping,
  /** Zone of times that name none. */
  time_zone: timeZone,
  /** How 03/04/2024 is meant. */
  date_order: z.enum(DATE_ORDERS),
});
export type ImportOptions = z.infer<typeof importOptions>;

const { encoding, separator, has_header, time_zone, date_order } = importOptions.shape;
export const editImportInput = z
  .strictObject({
    encoding: encoding.optional(),
    separator: separator.optional(),
    has_header: has_header.optional(),
    mapping: importMapping.partial().optional(),
    time_zone: time_zone.optional(),
    date_order: date_order.optional(),
    route: z.boolean().optional(),
  })
  .meta({ id: 'EditImport' });
export type EditImportInput = z.infer<typeof editImportInput>;

export const uploadQuery = z.strictObject({ name: text({ max: 200, line: true }).optional() });

/** A row of the file as it would come in, or the rule that it breaks. */
export const previewRowDto = z
  .object({
    line: z.number().int(),
    cells: z.array(z.string()),
    rule: z.string().nullable(),
    row: z
      .object({
        customer: z.string(),
        sent_at: z.string(),
        body: z.string(),
        topic: z.string().nullable(),
        priority: z.string().nullable(),
        language: z.string().nullable(),
        thread: z.string().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'ImportPreviewRow' });
export type PreviewRowDto = z.infer<typeof previewRowDto>;

const count = z.number().int();

export const importSummaryDto = z
  .object({
    id,
    name: z.string().nullable(),
    state: z.enum(IMPORT_STATES),
    size: count.meta({ description: 'Bytes of the file.' }),
    /** Of the step under way: bytes read, rows imported, tickets looked at. */
    progress: z.object({ done: count, total: count }),
    counts: z.object({
      rows: count,
      bad: count,
      imported: count,
      repeated: count.meta({ description: 'Rows that were here already.' }),
      joined: count.meta({ description: 'Rows that joined a conversation of an earlier import.' }),
      conversations: count,
      customers: count,
    }),
    route: z.boolean(),
    failure: z
      .string()
      .nullable()
      .meta({ description: '`check_failed`: the check broke off again and again.' }),
    undo: z.object({ removed: count, kept: count, customers: count }).nullable(),
    created_by: z.string().nullable(),
    created_at: z.string(),
    finished_at: z.string().nullable(),
  })
  .meta({ id: 'ImportSummary' });
export type ImportSummaryDto = z.infer<typeof importSummaryDto>;

export const importDto = importSummaryDto
  .extend({
    /** Null until the import is done. */
    report: importReportDto.nullable(),
    options: importOptions.meta({ id: 'ImportOptions' }).nullable(),
    columns: z.array(z.string()),
    /** The first 20 rows, while the file waits to be imported. */
    preview: z.array(previewRowDto),
    /** The first 100 rows that do not pass; all of them are in `errors.csv`. */
    errors: z.array(z.object({ line: count, rule: z.string(), cells: z.array(z.string()) })),
    /** After an undo: conversations that somebody had worked on, and which therefore stay (the first 100). */
    kept: z.array(z.object({ number: count, subject: z.string() })),
  })
  .meta({ id: 'Import' });
export type ImportDto = z.infer<typeof importDto>;
