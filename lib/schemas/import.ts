import { z } from 'zod';

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

export const importDto = z
  .object({ id: z.string(), state: z.enum(['staged', 'done', 'failed']), report: importReportDto.nullable() })
  .meta({ id: 'Import' });
