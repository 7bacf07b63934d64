import { z } from 'zod';
import { editImport } from '../../commands/edit-import';
import { stageImport } from '../../commands/stage-import';
import { type ImportAct, startImport } from '../../commands/start-import';
import { uploadImport } from '../../commands/upload-import';
import { getImport, waitForImport } from '../../queries/get-import';
import { accessImport, type ImportError, importErrors } from '../../queries/import-errors';
import { listImports } from '../../queries/list-imports';
import { importColumns, importWords } from '../../rules/import-words';
import type { Actor } from '../../rules/permissions';
import { safeCell } from '../../rules/safe-cell';
import { locale } from '../../schemas/enums';
import { id } from '../../schemas/id';
import {
  editImportInput,
  importDto,
  importReportDto,
  importSummaryDto,
  uploadQuery,
} from '../../schemas/import';
import { cursor } from '../../schemas/page';
import type { Locale } from '../../schemas/values';
import { csvAnswer } from '../csv-answer';
import { decodeUtf8 } from '../read-body';
import { Answer, type Call, type Route, route } from '../route';

const tag = 'Imports';
/** Within this time the answer is the report itself; after it, an id to ask with (contract). */
const PATIENCE_MS = 20_000;
const CSV_LIMIT = 16 * 1024 * 1024;
/** Of a file that is spooled; about a million rows. */
const UPLOAD_LIMIT = 256 * 1024 * 1024;
const params = z.strictObject({ id });

async function importMessages({ actor, raw, query, attempt }: Call<undefined, { route?: '0' | '1' }>) {
  const staged = await stageImport(actor, decodeUtf8(raw), { route: query.route === '1' }, attempt);
  return (await waitForImport(staged.id, PATIENCE_MS)) ?? new Answer(202, { id: staged.id });
}

/** Asks for a step and answers with the import as it is now. */
const step =
  (act: ImportAct) =>
  async ({ actor, params, attempt }: Call<{ id: string }>) => {
    await startImport(actor, params.id, act, attempt);
    return getImport(actor, params.id);
  };

async function errorsFile(actor: Actor, importId: string, language: Locale): Promise<Response> {
  await accessImport(actor, importId);
  const row = ({ line, rule, cells }: ImportError) =>
    [String(line), importWords(rule, language), ...cells].map(safeCell);
  async function* pages() {
    for await (const errors of importErrors(importId)) yield errors.map(row);
  }
  return csvAnswer('rows-with-errors', importColumns(language), pages());
}

const stepRoute = (act: ImportAct, summary: string, description: string): Route =>
  route(
    {
      method: 'post',
      path: `/imports/{id}/${act}`,
      tag,
      summary,
      description,
      params,
      answer: importDto,
      also: { 409: '`import_state`: not the time for this step' },
    },
    step(act),
  );

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
      path: '/imports',
      tag,
      summary: 'List imports',
      query: z.strictObject({ cursor }),
      answer: z.object({ results: z.array(importSummaryDto), next: z.string().nullable() }),
    },
    ({ actor, query }) => listImports(actor, query.cursor),
  ),
  route(
    {
      method: 'post',
      path: '/imports',
      tag,
      summary: 'Upload a message file to import it in steps',
      description:
        'Any separator, encoding and columns, up to 256 MiB: the answer says how the file was understood and how its ' +
        'first rows would come in. Change that with PATCH, then `check/` and `start/`, and ask how far it is with GET.',
      query: uploadQuery,
      bodyType: 'text/csv',
      bodyLimit: UPLOAD_LIMIT,
      isUpload: true,
      answer: importDto,
      status: 201,
    },
    async ({ actor, query, upload }) => {
      const made = await uploadImport(actor, query.name ?? null, upload);
      return getImport(actor, made.id);
    },
  ),
  route(
    {
      method: 'get',
      path: '/imports/{id}',
      tag,
      summary: 'How an import is going, or went',
      params,
      answer: importDto,
    },
    ({ actor, params }) => getImport(actor, params.id),
  ),
  route(
    {
      method: 'patch',
      path: '/imports/{id}',
      tag,
      summary: 'Say how the file is to be read',
      params,
      body: editImportInput,
      answer: importDto,
      also: { 409: '`import_state`: it is imported already' },
    },
    async ({ actor, params, body }) => {
      await editImport(actor, params.id, body);
      return getImport(actor, params.id);
    },
  ),
  stepRoute('check', 'Check every row', 'Nothing is imported; rows that do not pass are in `errors.csv`.'),
  stepRoute(
    'start',
    'Import the good rows',
    'Checks first when that was not done. Nobody is mailed, and nothing is routed unless the import says so.',
  ),
  stepRoute(
    'undo',
    'Take an import back',
    'Conversations that somebody has worked on stay, and are listed as `kept`.',
  ),
  route(
    {
      method: 'get',
      path: '/imports/{id}/errors.csv',
      tag,
      summary: 'The rows that did not pass, as they were, with what is wrong in words',
      params,
      query: z.strictObject({ locale: locale.default('en') }),
    },
    ({ actor, params, query }) => errorsFile(actor, params.id, query.locale),
  ),
];
