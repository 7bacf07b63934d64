import { exportHeader, exportRows } from '../../queries/export-tickets';
import { exportQuery } from '../../schemas/export';
import { csvAnswer } from '../csv-answer';
import { recordedExport } from '../recorded-export';
import { type Route, route } from '../route';

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
    async ({ actor, query }) =>
      csvAnswer(query.what, exportHeader(query.what), recordedExport(actor, query, exportRows(actor, query))),
  ),
];
