import { z } from 'zod';
import { addCustomerNote } from '../../commands/add-customer-note';
import { setBlocked } from '../../commands/block-pair';
import { editCustomer } from '../../commands/edit-customer';
import { editCustomerNote } from '../../commands/edit-customer-note';
import { importFacts } from '../../commands/import-facts';
import { mergeCustomers } from '../../commands/merge-customers';
import { removeCustomerNote } from '../../commands/remove-customer-note';
import { setFacts } from '../../commands/set-facts';
import { unmergeCustomer } from '../../commands/unmerge-customer';
import { getCustomer } from '../../queries/get-customer';
import { listCustomerTimeline } from '../../queries/list-customer-timeline';
import { listCustomers } from '../../queries/list-customers';
import { previewCustomerMerge } from '../../queries/preview-customer-merge';
import {
  blockedAgentId,
  customerDto,
  customerId,
  customerListDto,
  customerNoteId,
  editCustomerInput,
  listCustomersQuery,
} from '../../schemas/customer';
import { customerRef, factReportDto, factSource, setFactsInput } from '../../schemas/customer-facts';
import { mergeCustomersInput, mergePreviewDto } from '../../schemas/customer-merge';
import { customerNoteDto, customerNoteInput } from '../../schemas/customer-note';
import { timelineEntryDto, timelineQuery } from '../../schemas/customer-timeline';
import { type Route, route } from '../route';

const tag = 'Customers';

export const customerRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/customers',
      tag,
      summary: 'List customers',
      description: 'By name. `q` looks in name, address, external id and telephone number.',
      query: listCustomersQuery,
      answer: z.object({ results: z.array(customerListDto), next: z.string().nullable() }),
    },
    ({ actor, query }) => listCustomers(actor, query),
  ),
  route(
    {
      method: 'get',
      path: '/customers/{id}',
      tag,
      summary: 'One customer',
      description: 'Any customer; of his tickets those that the asking person may see, also in the counts.',
      params: customerId,
      answer: customerDto,
    },
    ({ actor, params }) => getCustomer(actor, params.id),
  ),
  route(
    {
      method: 'get',
      path: '/customers/{id}/timeline',
      tag,
      summary: 'What was written with a customer, whichever way',
      description: 'Of all his tickets that the asking person may see, notes included, newest first.',
      params: customerId,
      query: timelineQuery,
      answer: z.object({ results: z.array(timelineEntryDto), next: z.string().nullable() }),
    },
    ({ actor, params, query }) => listCustomerTimeline(actor, params.id, query.cursor),
  ),
  route(
    {
      method: 'patch',
      path: '/customers/{id}',
      tag,
      summary: 'Change what is known about a customer',
      description:
        'Facts and links are given as whole lists; facts that programs told stay. Links begin with http, https or mailto. The address is not changed here: it is how he signs in.',
      params: customerId,
      body: editCustomerInput,
      answer: customerDto,
    },
    ({ actor, params, body }) => editCustomer(actor, params.id, body),
  ),
  route(
    {
      method: 'get',
      path: '/customers/{id}/merge',
      tag,
      summary: 'What merging a customer into another one would do',
      params: customerId,
      query: mergeCustomersInput,
      answer: mergePreviewDto,
    },
    ({ actor, params, query }) => previewCustomerMerge(actor, params.id, query.into),
  ),
  route(
    {
      method: 'post',
      path: '/customers/{id}/merge',
      tag,
      summary: 'Make one customer of two',
      description:
        'Tickets, notes, facts and links go to the one who is kept, and so does whoever signs in, writes or is named by ' +
        "the other's address or external id. Each then reads the tickets of both, so only who sees all of them may. Can be taken back.",
      params: customerId,
      body: mergeCustomersInput,
      answer: customerDto,
      also: {
        409: '`already_merged`, `target_merged`, `inactive`, `import_running`; `keep_other`: the kept one has no address',
      },
    },
    ({ actor, params, body, attempt }) => mergeCustomers(actor, params.id, body, attempt),
  ),
  route(
    {
      method: 'post',
      path: '/customers/{id}/unmerge',
      tag,
      summary: 'Part a customer from the one whom he was merged into',
      description: 'What went over returns; what came since stays with the other one.',
      params: customerId,
      answer: customerDto,
      also: { 409: '`not_merged`' },
    },
    ({ actor, params, attempt }) => unmergeCustomer(actor, params.id, attempt),
  ),
  route(
    {
      method: 'post',
      path: '/customers/{id}/notes',
      tag,
      summary: 'Write a note about a customer',
      description: 'For colleagues; customers are never told. 50 at most.',
      params: customerId,
      body: customerNoteInput,
      answer: customerNoteDto,
      status: 201,
      also: { 409: '`too_many_notes`, `merged`' },
    },
    ({ actor, params, body, attempt }) => addCustomerNote(actor, params.id, body, attempt),
  ),
  route(
    {
      method: 'patch',
      path: '/customers/{id}/notes/{note}',
      tag,
      summary: 'Rewrite a note about a customer',
      description: "One's own; admins any.",
      params: customerNoteId,
      body: customerNoteInput,
      answer: customerNoteDto,
    },
    ({ actor, params, body }) => editCustomerNote(actor, params.id, params.note, body),
  ),
  route(
    {
      method: 'delete',
      path: '/customers/{id}/notes/{note}',
      tag,
      summary: 'Remove a note about a customer',
      description: "One's own; admins any.",
      params: customerNoteId,
      status: 204,
    },
    ({ actor, params }) => removeCustomerNote(actor, params.id, params.note),
  ),
  ...(['put', 'delete'] as const).map((method) =>
    route(
      {
        method,
        path: '/customers/{id}/blocked-agents/{person}',
        tag,
        summary:
          method === 'put' ? 'Never give a customer to somebody' : 'Let routing give him to them again',
        description: 'Of routing; by hand it stays possible, with a warning. Twice is once.',
        params: blockedAgentId,
        answer: customerDto,
        also: { 409: '`merged`' },
      },
      ({ actor, params }) => setBlocked(actor, params.id, params.person, method === 'put'),
    ),
  ),
  route(
    {
      method: 'put',
      path: '/customers/{ref}/facts',
      tag,
      summary: 'Say what another program knows about a customer',
      description:
        'All that `source` knows, in place of what it said before; other sources and what staff wrote down stay. ' +
        'Staff sees it beside the tickets, with the source and the time.',
      params: z.strictObject({ ref: customerRef }),
      body: setFactsInput,
      answer: customerDto,
    },
    ({ actor, params, body }) => setFacts(actor, params.ref, body),
  ),
  route(
    {
      method: 'post',
      path: '/imports/customer-facts',
      tag,
      summary: 'The same for many customers, from CSV',
      description:
        'The first column names the customer (e-mail address, external id or id), each further one is a fact called as ' +
        'the column is; an empty cell takes the fact away. Facts that are no column stay. Up to 10,000 rows; rows that ' +
        'do not pass are told by line and lose no other, and the same file again changes nothing.',
      query: z.strictObject({
        source: factSource,
        preview: z
          .enum(['0', '1'])
          .optional()
          .meta({ description: '`1`: nothing is written, the answer says what would be.' }),
      }),
      bodyType: 'text/csv',
      bodyLimit: 8 * 1024 * 1024,
      answer: factReportDto,
    },
    ({ actor, query: { source, preview }, raw, attempt }) =>
      importFacts(actor, { source, bytes: raw, isPreview: preview === '1' }, attempt),
  ),
];
