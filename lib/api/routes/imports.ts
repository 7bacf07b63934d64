import { z } from 'zod';
import { stageImport } from '../../commands/stage-import';
import { getImport, waitForImport } from '../../queries/get-import';
import { importDto, importReportDto } from '../../schemas/import';
import { id } from '../../schemas/ticket';
import { decodeUtf8 } from '../read-body';
import { Answer, type Call, type Route, route } from '../route';

const tag = 'Imports';
/** Within this time the answer is the report itself; after it, an id to ask with (contract). */
const PATIENCE_MS = 20_000;
const CSV_LIMIT = 16 * 1024 * 1024;

async function importMessages({ actor, raw, query, attempt }: Call<undefined, { route?: '0' | '1' }>) {
  const staged = await stageImport(actor, decodeUtf8(raw), { route: query.route === '1' }, attempt);
  const { state, report } = await waitForImport(staged.id, PATIENCE_MS);
  return state === 'done' ? report : new Answer(202, { id: staged.id });
}

export const importRoutes: Route[] = [
  route(
    {
      method: 'post',
      path: '/imports/messages',
      tag,
      summary: 'Import messages from CSV: customer id, UTC time, text',
      query: z.strictObject({ route: z.enum(['0', '1']).optional() }),
      bodyType: 'text/csv',
      bodyLimit: CSV_LIMIT,
      answer: importReportDto,
      also: { 202: 'Still running: ask `GET /imports/{id}/`' },
    },
    (call) => importMessages(call),
  ),
  route(
    {
      method: 'get',
      path: '/imports/{id}',
      tag,
      summary: 'How an import went',
      params: z.strictObject({ id }),
      answer: importDto,
    },
    ({ params }) => getImport(params.id),
  ),
];
