import { recordExport } from '../../commands/record-export';
import { exportHeader, exportRows } from '../../queries/export-tickets';
import type { Actor } from '../../rules/permissions';
import { type ExportQuery, exportQuery } from '../../schemas/export';
import { csvAnswer } from '../csv-answer';
import { type Route, route } from '../route';

/** The rows as they leave, counted: what was taken is on record, also when the line was cut. */
async function* recorded(actor: Actor, query: ExportQuery): AsyncGenerator<string[][]> {
  let count = 0;
  let complete = false;
  try {
    for await (const rows of exportRows(actor, query)) {
      count += rows.length;
      yield rows;
    }
    complete = true;
  } finally {
    await recordExport(actor, query, count, complete);
  }
}

export const exportRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/tickets/export.csv',
      tag: 'Tickets',
      summary: 'All tickets of a filter as CSV',
      description:
        'The filters and the visibility of the list; `what=messages` gives a row a message. UTF-8 with a byte order ' +
        'mark, times in UTC. What a spreadsheet would take for a formula has an apostrophe in front.',
      query: exportQuery,
    },
    async ({ actor, query }) => csvAnswer(query.what, exportHeader(query.what), recorded(actor, query)),
  ),
];
