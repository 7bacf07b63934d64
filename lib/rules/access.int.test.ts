import { beforeAll, describe, expect, test } from 'vitest';
import { sealSecret } from '@/lib/auth/sealed-secret';
import { newId } from '@/lib/clock';
import { sendTestMail } from '@/lib/commands/send-test-mail';
import { sql } from '@/lib/db/transaction';
import type { TicketDto } from '@/lib/schemas/ticket';
import { addActor, fileTicket } from '@/tests/factories';
import { PASSWORD, type Sent, send, signedIn } from '@/tests/identity';
import { addMailbox, rawMail, receive } from '@/tests/mail-in';
import { accessKey } from '../api/route';
import { routes } from '../api/routes';
import { taskOf } from '../queries/tasks';
import type { Actor } from './permissions';
import { USUAL_URGENCY } from './usual-urgency';

/**
 * Who may knock where, over all endpoints (spec/reliability.md C01). A row is what is answered to, in this order:
 * nobody signed in · the ticket's customer · another customer · the agent who holds it · an agent when it waits in
 * the queue · an agent when a colleague holds it · an admin. An endpoint without a row is a failure.
 */
const FORM = 'application/x-www-form-urlencoded';
const COLUMNS = ['anonymous', 'own', 'stranger', 'holder', 'queue', 'colleague', 'admin'] as const;
type Column = (typeof COLUMNS)[number];
type Outcomes = [number, number, number, number, number, number, number];

interface World {
  people: Record<'own' | 'stranger' | 'holder' | 'colleague' | 'admin', Actor & { access: string }>;
  /** The ticket of this cell, as it is before the request. */
  ticket: TicketDto;
}
interface Row {
  expect: Outcomes;
  /** What stands for the path's parameter; the cell's ticket unless told. */
  param?: (world: World) => string | Promise<string>;
  /** What stands for the path's second parameter. */
  second?: (world: World, column: Column) => string | Promise<string>;
  headers?: Record<string, string>;
  query?: string;
  body?: (world: World, column: Column) => unknown;
  type?: string;
}

const ticketRow = (expected: Outcomes, body?: Row['body']): Row => ({
  expect: expected,
  ...(body ? { body } : {}),
});
const anyone = (status: number, body?: Row['body']): Row =>
  ticketRow(Array<number>(7).fill(status) as Outcomes, body);
const nothing = () => ({});
const REPORT_DAYS = '?from=2026-11-01&to=2026-11-20';
/** A customer who is kept when others are merged into him. */
const CUSTOMER = newId();
const newPerson = async () => (await addActor('customer')).id;

const table: Record<string, Row> = {
  'GET /openapi.json': anyone(200),
  'GET /docs': anyone(200),
  'GET /docs/{file}': { ...anyone(200), param: () => 'start.js' },
  // open to anyone: what comes is looked at, and is nothing
  'POST /auth/request-otp': anyone(422, nothing),
  'POST /auth/verify-otp': anyone(422, nothing),
  'POST /auth/register': anyone(422, nothing),
  'POST /auth/token': anyone(422, nothing),
  'POST /auth/token/refresh': anyone(422, nothing),
  'POST /auth/google': anyone(422, nothing),
  'POST /auth/accept-invitation': anyone(422, nothing),
  'POST /auth/request-password-reset': anyone(422, nothing),
  'POST /auth/reset-password': anyone(422, nothing),
  'POST /token': anyone(422, nothing),
  'POST /register_customer': anyone(422, nothing),
  'POST /register_customer_rep': anyone(422, nothing),
  'GET /auth': anyone(302),
  'POST /setup': anyone(422, nothing),
  // the machine of this test talks to itself alone; elsewhere admins only (lib/queries/mailbox.int.test.ts)
  'GET /mailbox': anyone(200),
  'GET /mailbox/{id}': { ...anyone(200), param: caughtMail },
  'POST /mailbox/{id}/answer': { ...anyone(422, nothing), param: caughtMail },
  // this house is no demo: its lab is not there, for admins neither (lib/api/routes/lab.int.test.ts)
  'GET /lab/mail': anyone(404),
  'GET /lab/mail/letters': { ...anyone(404), query: '?customer=emma@example.test' },
  'GET /lab/desk': anyone(404),
  'POST /lab/site': anyone(404, nothing),
  'GET /lab/arrivals': { ...anyone(404), query: '?since=2026-11-20T10:00:00Z' },
  'POST /lab/desk/clear': anyone(404, nothing),
  'POST /lab/mail/letters': anyone(404, () => ({ customer: 'emma@example.test', subject: 'x', body: 'x' })),
  'GET /lab/telephone': anyone(404),
  'POST /lab/telephone/lines': anyone(404, nothing),
  'POST /lab/telephone/calls': anyone(404, () => ({ from: '+12025550101' })),
  'POST /lab/telephone/calls/{sid}': { ...anyone(404, () => ({ act: 'hang_up' })), param: anySid },
  'GET /lab/telephone/2010-04-01/Accounts/{account}': { ...anyone(404), param: anySid },
  'POST /lab/telephone/2010-04-01/Accounts/{account}/Calls.json': {
    ...anyone(404, () => 'To=1'),
    type: FORM,
    param: anySid,
  },
  'POST /lab/telephone/2010-04-01/Accounts/{account}/Calls/{sid}': {
    ...anyone(404, () => 'Status=completed'),
    ...{ type: FORM, param: anySid, second: anySid },
  },
  'GET /lab/telephone/2010-04-01/Accounts/{account}/Calls/{sid}': {
    ...anyone(404),
    ...{ param: anySid, second: anySid },
  },
  'GET /lab/telephone/2010-04-01/Accounts/{account}/Calls/{sid}/Recordings.json': {
    ...anyone(404),
    ...{ param: anySid, second: anySid },
  },
  'GET /lab/telephone/2010-04-01/Accounts/{account}/Recordings/{sid}': {
    ...anyone(404),
    ...{ param: anySid, second: anySid },
  },
  'GET /lab/messenger': anyone(404),
  'GET /lab/messenger/people/{psid}': { ...anyone(404), param: aPhone },
  'PATCH /lab/messenger/people/{psid}': { ...anyone(404, () => ({ trouble: null })), param: aPhone },
  'POST /lab/messenger/people/{psid}/messages': { ...anyone(404, () => ({ text: 'x' })), param: aPhone },
  'POST /lab/messenger/people/{psid}/read': { ...anyone(404, nothing), param: aPhone },
  'POST /lab/messenger/people/{psid}/day': { ...anyone(404, nothing), param: aPhone },
  'GET /lab/messenger/files/{mid}': { ...anyone(404), param: aPhone },
  'GET /lab/messenger/graph/{version}/me': { ...anyone(404), param: aVersion },
  'POST /lab/messenger/graph/{version}/me/messages': { ...anyone(404, nothing), param: aVersion },
  'POST /lab/messenger/graph/{version}/me/message_attachments': {
    ...anyone(404, aForm),
    ...{ type: 'multipart/form-data; boundary=b', param: aVersion },
  },
  'GET /lab/messenger/graph/{version}/{psid}': { ...anyone(404), param: aVersion, second: aPhone },

  'GET /me': ticketRow([401, 200, 200, 200, 200, 200, 200]),
  'PATCH /me': ticketRow([401, 200, 200, 200, 200, 200, 200], () => ({ locale: 'de' })),
  'POST /me/password': ticketRow([401, 200, 200, 200, 200, 200, 200], () => ({
    password: PASSWORD,
    current_password: PASSWORD,
  })),
  'POST /me/email': ticketRow([401, 422, 422, 422, 422, 422, 422], nothing),
  'POST /me/email/confirm': ticketRow([401, 422, 422, 422, 422, 422, 422], nothing),
  'GET /me/sessions': ticketRow([401, 200, 200, 200, 200, 200, 200]),
  'DELETE /me/sessions/{id}': { ...ticketRow([401, 204, 404, 404, 404, 404, 404]), param: sessionOfOwn },
  'GET /me/work': ticketRow([401, 403, 403, 200, 200, 200, 200]),
  'GET /me/offers': ticketRow([401, 403, 403, 200, 200, 200, 200]),
  'POST /me/wrap-up/end': ticketRow([401, 403, 403, 200, 200, 200, 200]),
  'GET /me/availability': ticketRow([401, 403, 403, 200, 200, 200, 200]),
  'PATCH /me/availability': ticketRow([401, 403, 403, 200, 200, 200, 200], () => ({ is_available: false })),

  'GET /settings': ticketRow([401, 403, 403, 200, 200, 200, 200]),
  'PATCH /settings': ticketRow([401, 403, 403, 403, 403, 403, 200], () => ({ workspace_name: 'House' })),

  ...Object.fromEntries(
    ['summary', 'volume', 'resolution', 'live', 'coverage'].map((name) => [
      `GET /analytics/${name}`,
      ticketRow([401, 403, 403, 403, 403, 403, 200]),
    ]),
  ),
  'GET /board': ticketRow([401, 403, 403, 403, 403, 403, 200]),
  'GET /analytics/report': { ...ticketRow([401, 403, 403, 403, 403, 403, 200]), query: REPORT_DAYS },
  'GET /analytics/breakdown': {
    ...ticketRow([401, 403, 403, 403, 403, 403, 200]),
    query: `${REPORT_DAYS}&by=agent`,
  },
  'GET /analytics/export.csv': {
    ...ticketRow([401, 403, 403, 403, 403, 403, 200]),
    query: `${REPORT_DAYS}&what=days`,
  },
  'GET /tickets/{ref}/clocks': ticketRow([401, 403, 403, 403, 403, 403, 200]),
  'POST /urgency/preview': ticketRow([401, 403, 403, 403, 403, 403, 200], () => ({ rules: USUAL_URGENCY })),
  'POST /routing/what-if': ticketRow([401, 403, 403, 403, 403, 403, 200], nothing),
  'POST /routing/replay': ticketRow([401, 403, 403, 403, 403, 403, 200], () => ({ tickets: 1 })),
  'GET /topics': ticketRow([401, 200, 200, 200, 200, 200, 200]),
  'POST /topics': ticketRow([401, 403, 403, 403, 403, 403, 201], () => ({ names: { en: newId() } })),
  'PATCH /topics/{id}': {
    ...ticketRow([401, 403, 403, 403, 403, 403, 200], () => ({ skills: ['loans'] })),
    param: aTopic,
  },
  'DELETE /topics/{id}': { ...ticketRow([401, 403, 403, 403, 403, 403, 204]), param: aTopic },
  'GET /canned-replies': ticketRow([401, 403, 403, 200, 200, 200, 200]),
  'POST /canned-replies': ticketRow([401, 403, 403, 201, 201, 201, 201], () => ({
    ...{ short_code: newId(), title: 'Thanks', bodies: { en: 'Thanks' }, is_personal: true },
  })),
  'POST /canned-replies (for everybody)': ticketRow([401, 403, 403, 403, 403, 403, 201], () => ({
    ...{ short_code: newId(), title: 'Thanks', bodies: { en: 'Thanks' } },
  })),
  // another agent's own: nobody's business but an admin's
  'GET /canned-replies/{id}': {
    ...ticketRow([401, 403, 403, 200, 404, 404, 200]),
    param: replyOfHolder,
  },
  // who may is told that a ticket is missing
  'GET /canned-replies/{id}/preview': {
    ...ticketRow([401, 403, 403, 422, 422, 422, 422]),
    param: replyOfHolder,
  },
  'PATCH /canned-replies/{id}': {
    ...ticketRow([401, 403, 403, 200, 404, 404, 200], () => ({ title: 'Thank you' })),
    param: replyOfHolder,
  },
  'PATCH /canned-replies/{id} (everybody’s)': {
    ...ticketRow([401, 403, 403, 403, 403, 403, 200], () => ({ title: 'Thank you' })),
    param: () => reply(null),
  },
  'DELETE /canned-replies/{id}': {
    ...ticketRow([401, 403, 403, 204, 404, 404, 204]),
    param: replyOfHolder,
  },
  'GET /audit': ticketRow([401, 403, 403, 403, 403, 403, 200]),
  'GET /audit/export.csv': ticketRow([401, 403, 403, 403, 403, 403, 200]),
  'GET /setup': ticketRow([401, 403, 403, 403, 403, 403, 200]),
  'GET /system': ticketRow([401, 403, 403, 403, 403, 403, 200]),
  'POST /system/probe': ticketRow([401, 403, 403, 403, 403, 403, 201]),
  'POST /system/test-mail': ticketRow([401, 403, 403, 403, 403, 403, 201]),
  'GET /system/test-mail/{id}': {
    ...ticketRow([401, 403, 403, 403, 403, 403, 200]),
    param: async ({ people }) => (await sendTestMail(people.admin)).id,
  },
  'GET /demo': ticketRow([401, 403, 403, 403, 403, 403, 200]),
  // no worker runs here: what was asked for stays under way
  'DELETE /demo': ticketRow([401, 403, 403, 403, 403, 403, 409]),
  'POST /demo': ticketRow([401, 403, 403, 403, 403, 403, 202]),

  'GET /users': ticketRow([401, 403, 403, 200, 200, 200, 200]),
  'POST /users': ticketRow([401, 403, 403, 403, 403, 403, 201], () => ({
    email: `${newId()}@example.test`,
    name: 'New',
    role: 'agent',
  })),
  'GET /users/{id}': {
    ...ticketRow([401, 200, 404, 404, 404, 404, 200]),
    param: ({ people }) => people.own.id,
  },
  'PATCH /users/{id}': {
    ...ticketRow([401, 200, 404, 404, 404, 404, 200], () => ({ locale: 'en' })),
    param: ({ people }) => people.own.id,
  },
  'PATCH /users/{id} (his role)': {
    ...ticketRow([401, 422, 404, 404, 404, 404, 200], (_world, column) => ({
      role: column === 'admin' ? 'customer' : 'admin',
    })),
    param: ({ people }) => people.own.id,
  },
  // himself as well (lib/api/routes/sources.int.test.ts)
  'DELETE /users/{id}': { ...ticketRow([401, 404, 404, 404, 404, 404, 204]), param: newPerson },
  ...Object.fromEntries(
    ['/agents', '/v1/agents'].flatMap((path): [string, Row][] => [
      [`GET ${path}`, ticketRow([401, 403, 403, 200, 200, 200, 200])],
      [
        `POST ${path}`,
        ticketRow([401, 403, 403, 403, 403, 403, 201], ({ people }) => ({ user: people.holder.id })),
      ],
      [
        `GET ${path}/{id}`,
        { ...ticketRow([401, 403, 403, 200, 404, 404, 200]), param: ({ people }) => people.holder.id },
      ],
      [
        `PATCH ${path}/{id}`,
        {
          ...ticketRow([401, 403, 403, 200, 404, 404, 200], () => ({ languages: [] })),
          param: ({ people }) => people.holder.id,
        },
      ],
      [
        `DELETE ${path}/{id}`,
        {
          ...ticketRow([401, 403, 403, 404, 404, 404, 204]),
          param: async () => (await addActor('agent')).id,
        },
      ],
    ]),
  ),

  'POST /users/{id}/deactivate': {
    ...ticketRow([401, 403, 403, 403, 403, 403, 200], nothing),
    param: newPerson,
  },
  'POST /users/{id}/invitation': { ...ticketRow([401, 403, 403, 403, 403, 403, 200]), param: newPerson },
  'POST /users/{id}/password-reset': { ...ticketRow([401, 403, 403, 403, 403, 403, 200]), param: newPerson },
  'GET /users/{id}/sessions': { ...ticketRow([401, 403, 403, 403, 403, 403, 200]), param: newPerson },
  'DELETE /users/{id}/sessions': { ...ticketRow([401, 403, 403, 403, 403, 403, 204]), param: newPerson },
  'DELETE /users/{id}/sessions/{session}': {
    // the path's two parameters are one value here, which is nobody's session
    ...ticketRow([401, 403, 403, 403, 403, 403, 404]),
    param: newPerson,
  },

  'GET /teams': ticketRow([401, 403, 403, 200, 200, 200, 200]),
  'POST /teams': ticketRow([401, 403, 403, 403, 403, 403, 201], () => ({ name: newId() })),
  'GET /teams/{id}': { ...ticketRow([401, 403, 403, 200, 200, 200, 200]), param: () => newTeam() },
  'PATCH /teams/{id}': {
    ...ticketRow([401, 403, 403, 403, 403, 403, 200], () => ({ members: [] })),
    param: () => newTeam(),
  },
  'DELETE /teams/{id}': { ...ticketRow([401, 403, 403, 403, 403, 403, 204]), param: () => newTeam() },
  'GET /conversations': ticketRow([401, 200, 200, 200, 200, 200, 200]),
  'GET /conversations/{ref}': ticketRow([401, 200, 404, 200, 200, 404, 200]),
  'GET /v1/tickets': ticketRow([401, 403, 403, 200, 200, 200, 200]),
  ...Object.fromEntries(
    ['tickets', 'create-ticket'].map((name) => [
      `POST /v1/${name}`,
      ticketRow([401, 403, 403, 201, 201, 201, 201], () => ({ platform: 'call' })),
    ]),
  ),
  'GET /v1/tickets/{ref}': ticketRow([401, 403, 403, 200, 200, 404, 200]),
  'PATCH /v1/tickets/{ref}': ticketRow([401, 403, 403, 200, 403, 404, 200], () => ({ priority: 7 })),
  'DELETE /v1/tickets/{ref}': ticketRow([401, 403, 403, 204, 403, 404, 204]),
  'GET /v1/tasks': ticketRow([401, 403, 403, 200, 200, 200, 200]),
  ...Object.fromEntries(
    ['tasks', 'create-task'].map((name) => [
      `POST /v1/${name}`,
      ticketRow([401, 403, 403, 201, 201, 404, 201], ({ ticket }) => ({ ticket: ticket.id })),
    ]),
  ),
  'POST /v1/tasks (to another)': ticketRow([401, 403, 403, 201, 403, 404, 201], ({ ticket, people }) => ({
    ...{ ticket: ticket.id, agent: people.admin.id },
  })),
  'GET /v1/tasks/{id}': { ...ticketRow([401, 403, 403, 200, 200, 404, 200]), param: itsTask },
  'PATCH /v1/tasks/{id}': {
    ...ticketRow([401, 403, 403, 200, 409, 404, 200], () => ({ status: 'done' })),
    param: itsTask,
  },
  // nobody has what waits
  'DELETE /v1/tasks/{id}': { ...ticketRow([401, 403, 403, 204, 409, 404, 204]), param: itsTask },
  'GET /customers': ticketRow([401, 403, 403, 200, 200, 200, 200]),
  'GET /customers/{id}': {
    ...ticketRow([401, 403, 403, 200, 200, 200, 200]),
    param: ({ people }) => people.own.id,
  },
  'GET /customers/{id}/timeline': {
    ...ticketRow([401, 403, 403, 200, 200, 200, 200]),
    param: ({ people }) => people.own.id,
  },
  'GET /customers/{id} (staff)': {
    ...ticketRow([401, 403, 403, 404, 404, 404, 404]),
    param: ({ people }) => people.holder.id,
  },
  'PATCH /customers/{id}': {
    ...ticketRow([401, 403, 403, 200, 200, 200, 200], () => ({ facts: [{ label: 'Plan', value: 'Gold' }] })),
    param: ({ people }) => people.own.id,
  },
  'PATCH /customers/{id} (staff)': {
    ...ticketRow([401, 403, 403, 404, 404, 404, 404], () => ({ name: 'Mine' })),
    param: ({ people }) => people.holder.id,
  },

  'GET /organisations': ticketRow([401, 403, 403, 200, 200, 200, 200]),
  'POST /organisations': ticketRow([401, 403, 403, 201, 201, 201, 201], () => ({ name: newId() })),
  'GET /organisations/{id}': { ...ticketRow([401, 403, 403, 200, 200, 200, 200]), param: anOrganisation },
  'PATCH /organisations/{id}': {
    ...ticketRow([401, 403, 403, 200, 200, 200, 200], () => ({ is_vip: true })),
    param: anOrganisation,
  },
  'DELETE /organisations/{id}': { ...ticketRow([401, 403, 403, 403, 403, 403, 204]), param: anOrganisation },
  'GET /customers/{id}/merge': {
    // whose tickets he does not see he may ask about, and is told so
    ...ticketRow([401, 403, 403, 200, 200, 200, 200]),
    param: ({ people }) => people.own.id,
    query: `?into=${CUSTOMER}`,
  },
  'POST /customers/{id}/merge': {
    ...ticketRow([401, 403, 403, 200, 200, 200, 200], () => ({ into: CUSTOMER })),
    param: newPerson,
  },
  // it would open a colleague's ticket to somebody
  'POST /customers/{id}/merge (a colleague’s)': {
    ...ticketRow([401, 403, 403, 403, 403, 403, 200], () => ({ into: CUSTOMER })),
    param: async () => (await fileTicketOfColleague()).customer.id,
  },
  'POST /customers/{id}/unmerge': {
    ...ticketRow([401, 403, 403, 409, 409, 409, 409]),
    param: newPerson,
  },
  'POST /customers/{id}/notes': {
    ...ticketRow([401, 403, 403, 201, 201, 201, 201], () => ({ body: 'Calls on Mondays' })),
    param: newPerson,
  },
  // the holder's: its author and admins
  'PATCH /customers/{id}/notes/{note}': {
    ...ticketRow([401, 403, 403, 200, 403, 403, 200], () => ({ body: 'Calls on Fridays' })),
    param: ({ people }) => people.own.id,
    second: noteOfHolder,
  },
  'DELETE /customers/{id}/notes/{note}': {
    ...ticketRow([401, 403, 403, 204, 403, 403, 204]),
    param: ({ people }) => people.own.id,
    second: noteOfHolder,
  },
  'PUT /customers/{id}/blocked-agents/{person}': {
    ...ticketRow([401, 403, 403, 200, 200, 200, 200]),
    param: newPerson,
    second: async ({ people }) => people.holder.id,
  },
  'DELETE /customers/{id}/blocked-agents/{person}': {
    ...ticketRow([401, 403, 403, 200, 200, 200, 200]),
    param: newPerson,
    second: async ({ people }) => people.holder.id,
  },
  'PUT /customers/{ref}/facts': {
    ...ticketRow([401, 403, 403, 403, 403, 403, 200], () => ({ source: 'CRM', facts: [] })),
    param: ({ people }) => people.own.id,
  },
  // decided before the file is looked at
  'POST /imports/customer-facts': {
    ...ticketRow([401, 403, 403, 403, 403, 403, 200], () => 'customer,Plan\nnobody,Gold\n'),
    ...{ query: '?source=CRM', type: 'text/csv' },
  },

  'GET /views': ticketRow([401, 403, 403, 200, 200, 200, 200]),
  'POST /views': ticketRow([401, 403, 403, 201, 201, 201, 201], newView),
  'POST /views (for everybody)': ticketRow([401, 403, 403, 403, 403, 403, 201], () => ({
    ...newView(),
    owner: 'all',
  })),
  // another agent's own: an admin's business only when it is shared
  'PATCH /views/{id}': {
    ...ticketRow([401, 403, 403, 200, 404, 404, 404], () => ({ name: 'Loans' })),
    param: ({ people }) => aView(people.holder.id),
  },
  'PATCH /views/{id} (everybody’s)': {
    ...ticketRow([401, 403, 403, 403, 403, 403, 200], () => ({ name: 'Loans' })),
    param: () => aView(null),
  },
  'DELETE /views/{id}': {
    ...ticketRow([401, 403, 403, 204, 404, 404, 404]),
    param: ({ people }) => aView(people.holder.id),
  },
  'PUT /views/order': ticketRow([401, 403, 403, 404, 404, 404, 404], () => ({ keys: [newId()] })),
  'GET /tags': ticketRow([401, 403, 403, 200, 200, 200, 200]),
  'POST /tickets/fetch_tickets': ticketRow([401, 403, 403, 200, 200, 200, 403], () => ({ limit: 1 })),
  'POST /tickets/sell_tickets': ticketRow([401, 403, 403, 200, 200, 200, 403], ({ ticket }) => ({
    ticket_ids: [ticket.id],
  })),
  // each of the tickets by its own rules: what is refused is named in the answer
  'POST /tickets/bulk': ticketRow([401, 403, 403, 200, 200, 200, 200], ({ ticket }) => ({
    ticket_ids: [ticket.id],
    actions: { priority: 'HIGH' },
  })),
  'POST /tickets/bulk/{id}/undo': { ...ticketRow([401, 403, 403, 404, 404, 404, 404]), param: () => newId() },
  'PUT /tickets/{ref}/read': ticketRow([401, 404, 404, 404, 404, 404, 404], () => ({ message_id: newId() })),
  'DELETE /tickets/{ref}/read': ticketRow([401, 403, 403, 204, 204, 404, 204]),
  'GET /tickets/search': { ...ticketRow([401, 200, 200, 200, 200, 200, 200]), query: '?q=printer' },
  'GET /tickets': ticketRow([401, 200, 200, 200, 200, 200, 200]),
  'POST /tickets': ticketRow([401, 201, 201, 201, 201, 201, 201], ({ people }, column) => ({
    subject: 'Scanner',
    description: 'It hums.',
    ...(column === 'own' || column === 'stranger' ? {} : { customer: people.own.id }),
  })),
  'POST /tickets (for somebody else)': ticketRow([401, 422, 422, 201, 201, 201, 201], ({ people }) => ({
    ...{ subject: 'Scanner', description: 'It hums.', customer: people.own.id },
  })),
  'GET /tickets/{ref}': ticketRow([401, 200, 404, 200, 200, 404, 200]),
  'PATCH /tickets/{ref}': ticketRow([401, 403, 403, 200, 403, 404, 200], ({ ticket }) => ({
    ...{ version: ticket.version, priority: 'HIGH' },
  })),
  'DELETE /tickets/{ref}': ticketRow([401, 403, 403, 204, 403, 404, 204]),
  'POST /tickets/{ref}/restore': ticketRow([401, 403, 403, 403, 403, 403, 200]),
  'POST /tickets/{ref}/spam': ticketRow([401, 403, 403, 200, 200, 404, 200], () => ({ is_spam: true })),
  'GET /tickets/{ref}/messages': ticketRow([401, 200, 404, 200, 200, 404, 200]),
  'POST /tickets/{ref}/messages': ticketRow([401, 201, 404, 201, 201, 404, 201], () => ({ body: 'Hello' })),
  'POST /tickets/{ref}/messages (note)': ticketRow([401, 403, 403, 201, 201, 404, 201], () => ({
    ...{ body: 'Between us', is_internal: true },
  })),
  'POST /tickets/{ref}/messages (with a status)': ticketRow([401, 422, 422, 201, 201, 404, 201], () => ({
    ...{ body: 'Done', status: 'RESOLVED' },
  })),
  'POST /tickets/{ref}/set-status': ticketRow([401, 200, 404, 200, 409, 404, 200], () => ({
    status: 'RESOLVED',
  })),
  'POST /tickets/{ref}/set-status (closing)': ticketRow([401, 409, 404, 409, 409, 404, 409], () => ({
    status: 'CLOSED',
  })),
  // the customer's alone; it is open
  'POST /tickets/{ref}/rating': ticketRow([401, 409, 404, 403, 403, 404, 403], () => ({ score: 5 })),
  // open to anyone: what comes is looked at, and is nothing
  'POST /ratings/look': anyone(422, nothing),
  'POST /ratings': anyone(422, nothing),
  // it takes the ticket
  'POST /tickets/{ref}/apply-macro': ticketRow([401, 403, 403, 200, 200, 404, 200], () => ({
    canned_reply_id: aMacro,
  })),
  'POST /tickets/{ref}/assign': ticketRow([401, 403, 403, 200, 200, 404, 200], ({ people }) => ({
    assigned_agent: people.colleague.id,
  })),
  'POST /tickets/{ref}/assign (to another)': ticketRow([401, 403, 403, 200, 403, 404, 200], ({ people }) => ({
    assigned_agent: people.admin.id,
  })),
  'POST /tickets/{ref}/assign (to nobody)': ticketRow([401, 403, 403, 200, 200, 404, 200], () => ({
    assigned_agent: null,
  })),
  'POST /tickets/{ref}/assign (to a team)': ticketRow([401, 403, 403, 200, 403, 404, 200], () => ({
    ...{ assigned_agent: null, team: aTeam },
  })),
  'PATCH /tickets/{ref} (its team)': ticketRow([401, 403, 403, 200, 403, 404, 200], ({ ticket }) => ({
    ...{ version: ticket.version, team: aTeam },
  })),
  'GET /tickets/{ref}/context': ticketRow([401, 403, 403, 200, 200, 404, 200]),
  'GET /tickets/{ref}/routing': ticketRow([401, 403, 403, 200, 200, 404, 200]),
  // staff sees what the customer is told
  'GET /tickets/{ref}/queue': ticketRow([401, 200, 404, 200, 200, 404, 200]),
  'GET /tickets/{ref}/events': ticketRow([401, 200, 404, 200, 200, 404, 200]),

  // asleep it would leave everybody's queue: taken first
  'POST /tickets/{ref}/snooze': ticketRow([401, 403, 403, 200, 403, 404, 200], () => ({ until: null })),
  // it rings at nobody, which is told to who may see it
  'POST /tickets/{ref}/offer/accept': ticketRow([401, 403, 403, 409, 409, 404, 409], nothing),
  'POST /tickets/{ref}/offer/decline': ticketRow([401, 403, 403, 409, 409, 404, 409], nothing),
  'POST /tickets/{ref}/unsnooze': ticketRow([401, 403, 403, 200, 403, 404, 200], nothing),
  'POST /tickets/{ref}/promise': ticketRow([401, 403, 403, 200, 403, 404, 200], () => ({ promise: null })),
  // with itself, which is refused to who may
  'POST /tickets/{ref}/merge': ticketRow([401, 403, 403, 422, 422, 404, 422], ({ ticket }) => ({
    into: ticket.id,
  })),
  'POST /tickets/{ref}/unmerge': ticketRow([401, 403, 403, 409, 409, 404, 409], nothing),
  'POST /tickets/{ref}/split': ticketRow([401, 403, 403, 422, 422, 404, 422], ({ ticket }) => ({
    messages: [ticket.id],
  })),
  // the customer's: admins alone
  'POST /tickets/{ref}/messages/{message}/redact': {
    ...ticketRow([401, 403, 403, 403, 403, 404, 200], nothing),
    second: firstMessage,
  },
  'PATCH /tickets/{ref}/messages/{message}': {
    ...ticketRow([401, 403, 403, 403, 403, 404, 403], () => ({ body: 'Other words' })),
    second: firstMessage,
  },

  'GET /notices': ticketRow([401, 403, 403, 200, 200, 200, 200]),
  'POST /notices/read': ticketRow([401, 403, 403, 200, 200, 200, 200], () => ({ until: newId() })),
  'GET /me/notices': ticketRow([401, 403, 403, 200, 200, 200, 200]),
  'PATCH /me/notices': ticketRow([401, 403, 403, 200, 200, 200, 200], () => ({ mention: { sound: true } })),
  'GET /me/push': ticketRow([401, 403, 403, 200, 200, 200, 200]),
  'PUT /me/push': ticketRow([401, 403, 403, 422, 422, 422, 422], nothing),
  'DELETE /me/push': { ...ticketRow([401, 403, 403, 204, 204, 204, 204]), query: '?endpoint=x' },
  'GET /tickets/{ref}/followers': ticketRow([401, 403, 403, 200, 200, 404, 200]),
  'POST /tickets/{ref}/follow': ticketRow([401, 403, 403, 200, 200, 404, 200], () => ({ follow: true })),
  'GET /tickets/{ref}/mentionable': ticketRow([401, 403, 403, 200, 200, 404, 200]),
  'GET /drafts': ticketRow([401, 403, 403, 200, 200, 200, 200]),
  'GET /tickets/{ref}/recipients': ticketRow([401, 403, 403, 200, 200, 404, 200]),
  'GET /tickets/{ref}/recipient-suggestions': ticketRow([401, 403, 403, 200, 200, 404, 200]),
  // of nobody who knocks here: admins may take it back, its author alone may send it
  'POST /tickets/{ref}/held/{message}/undo': {
    ...ticketRow([401, 403, 403, 403, 403, 404, 200], nothing),
    second: aHeldMessage,
  },
  'POST /tickets/{ref}/held/{message}/send-now': {
    ...ticketRow([401, 403, 403, 403, 403, 404, 403], nothing),
    second: aHeldMessage,
  },
  'GET /tickets/{ref}/drafts/{kind}': {
    ...ticketRow([401, 403, 403, 200, 200, 404, 200]),
    second: async () => 'reply',
  },
  'PUT /tickets/{ref}/drafts/{kind}': {
    ...ticketRow([401, 403, 403, 200, 200, 404, 200], () => ({ body: 'Hello', revision: 1 })),
    second: async () => 'note',
  },
  'DELETE /tickets/{ref}/drafts/{kind}': {
    ...ticketRow([401, 403, 403, 204, 204, 404, 204]),
    second: async () => 'reply',
  },

  // asked and not waited for; who waits is in lib/commands/drafts.int.test.ts
  'POST /tickets/{ref}/ai-draft': {
    ...ticketRow([401, 403, 403, 202, 202, 404, 202], nothing),
    headers: { prefer: 'respond-async' },
  },
  'GET /tickets/{ref}/ai-draft/{draft}': {
    ...ticketRow([401, 403, 403, 200, 200, 404, 200]),
    second: aDraft,
  },
  'DELETE /tickets/{ref}/ai-draft/{draft}': {
    ...ticketRow([401, 403, 403, 204, 204, 404, 204]),
    second: aDraft,
  },
  'POST /tickets/{ref}/ai-draft/{draft}/outcome': {
    ...ticketRow([401, 403, 403, 204, 204, 404, 204], () => ({ outcome: 'discarded' })),
    second: aDraft,
  },
  'GET /ai': ticketRow([401, 403, 403, 200, 200, 200, 200]),
  'GET /ai/usage': ticketRow([401, 403, 403, 403, 403, 403, 200]),

  // decided before the file is looked at; who may is told that 7 is no choice
  'POST /imports/messages': {
    ...ticketRow([401, 403, 403, 403, 403, 403, 422], () => 'User ID,Timestamp (UTC),Message Body\n'),
    ...{ query: '?route=7', type: 'text/csv' },
  },
  'GET /imports': ticketRow([401, 403, 403, 403, 403, 403, 200]),
  'POST /imports': {
    ...ticketRow([401, 403, 403, 403, 403, 403, 201], () => 'customer,time,body\n1,2024-01-01,hi\n'),
    type: 'text/csv',
  },
  'PATCH /imports/{id}': {
    ...ticketRow([401, 403, 403, 403, 403, 403, 409], () => ({ time_zone: 'UTC' })),
    param: anImport,
  },
  'POST /imports/{id}/check': { ...ticketRow([401, 403, 403, 403, 403, 403, 409]), param: anImport },
  'POST /imports/{id}/start': { ...ticketRow([401, 403, 403, 403, 403, 403, 200]), param: anImport },
  'POST /imports/{id}/undo': { ...ticketRow([401, 403, 403, 403, 403, 403, 409]), param: anImport },
  'GET /imports/{id}/errors.csv': { ...ticketRow([401, 403, 403, 403, 403, 403, 200]), param: anImport },
  'GET /tickets/export.csv': ticketRow([401, 403, 403, 200, 200, 200, 200]),
  'GET /messages': {
    ...ticketRow([401, 422, 422, 200, 200, 200, 200]),
    query: '?customer=k1',
  },
  'POST /messages': ticketRow([401, 201, 201, 201, 201, 201, 201], ({ people }, column) => ({
    body: 'It hums again.',
    ...(column === 'own' || column === 'stranger' ? {} : { customer: people.own.id }),
  })),
  'POST /attachments': {
    ...ticketRow([401, 201, 201, 201, 201, 201, 201], aForm),
    type: 'multipart/form-data; boundary=b',
  },
  'GET /attachments/{id}': {
    ...ticketRow([401, 200, 404, 200, 200, 404, 200]),
    param: (world) => aFile(world, false),
  },
  'GET /attachments/{id} (of a note)': {
    ...ticketRow([401, 404, 404, 200, 200, 404, 200]),
    param: (world) => aFile(world, true),
  },
  'GET /channels/voice': ticketRow([401, 403, 403, 403, 403, 403, 200]),
  'POST /channels/voice': ticketRow([401, 403, 403, 403, 403, 403, 201], () => ({
    number: `+1202${String(Math.random()).slice(2, 9)}`,
    name: 'Line',
    account_sid: `AC${'0'.repeat(32)}`,
    auth_token: '0'.repeat(32),
  })),
  'GET /channels/voice/calls': ticketRow([401, 403, 403, 403, 403, 403, 200]),
  'PATCH /channels/voice/{id}': {
    ...ticketRow([401, 403, 403, 403, 403, 403, 200], () => ({ name: 'House' })),
    param: aLine,
  },
  'POST /channels/voice/{id}/test': { ...ticketRow([401, 403, 403, 403, 403, 403, 200]), param: aLine },
  // who is signed in is nothing to them: a signature is asked for
  'POST /channels/voice/{id}/incoming': unsigned(),
  'POST /channels/voice/{id}/menu': unsigned(),
  'POST /channels/voice/{id}/status': unsigned(),
  'POST /channels/voice/{id}/recorded': unsigned(),
  'POST /channels/voice/{id}/recording': unsigned(),
  'POST /channels/voice/{id}/transcription': unsigned(),
  'POST /channels/voice/{id}/announce/{of}': unsigned(),
  'POST /channels/voice/{id}/talk/{of}': unsigned(),
  'POST /channels/voice/{id}/wait/{of}': unsigned(),
  'POST /channels/voice/{id}/held/{of}': unsigned(),
  'POST /channels/voice/{id}/leg/{of}': unsigned(),
  'POST /channels/voice/{id}/dialled/{of}': unsigned(),
  'POST /channels/voice/{id}/bridge/{of}': unsigned(),
  // nobody here has a telephone, and nobody is on the line
  'POST /tickets/{ref}/call': ticketRow([401, 403, 403, 409, 409, 404, 409], nothing),
  'POST /tickets/{ref}/call/{wish}': {
    ...ticketRow([401, 403, 403, 409, 409, 404, 409], nothing),
    second: () => 'hold',
  },
  'GET /channels/email': ticketRow([401, 403, 403, 403, 403, 403, 200]),
  'POST /channels/email': ticketRow([401, 403, 403, 403, 403, 403, 201], () => ({
    address: `${newId()}@house.test`,
  })),
  'PATCH /channels/email/{id}': {
    ...ticketRow([401, 403, 403, 403, 403, 403, 200], () => ({ sender: 'House' })),
    param: aMailbox,
  },
  // nobody listens there: that is what they are told
  'POST /channels/email/{id}/test-receiving': {
    ...ticketRow([401, 403, 403, 403, 403, 403, 200], () => ({ ...NOWHERE, password: 'secret' })),
    param: aMailbox,
  },
  'POST /channels/email/{id}/test-sending': {
    ...ticketRow([401, 403, 403, 403, 403, 403, 200], () => ({ ...NOWHERE, username: null })),
    param: aMailbox,
  },
  'GET /channels/email/{id}/key': { ...ticketRow([401, 403, 403, 403, 403, 403, 200]), param: aMailbox },
  'POST /channels/email/{id}/key': { ...ticketRow([401, 403, 403, 403, 403, 403, 200]), param: aMailbox },
  // who is signed in is nothing to it: a signature is asked for
  'POST /channels/email/{id}': {
    ...anyone(401, () => 'From: a@b.test'),
    type: 'message/rfc822',
    param: aMailbox,
  },
  'GET /channels/messenger': ticketRow([401, 403, 403, 403, 403, 403, 200]),
  'POST /channels/messenger': ticketRow([401, 403, 403, 403, 403, 403, 201], () => ({
    ...{ page_id: String(Math.floor(Math.random() * 1e12)), name: 'Shop' },
    ...{ access_token: 'token', app_secret: 'secret' },
  })),
  'PATCH /channels/messenger/{id}': {
    ...ticketRow([401, 403, 403, 403, 403, 403, 200], () => ({ name: 'Shop' })),
    param: aMessengerPage,
  },
  'GET /channels/messenger/{id}/webhook': {
    ...ticketRow([401, 403, 403, 403, 403, 403, 200]),
    param: aMessengerPage,
  },
  'POST /channels/messenger/{id}/test': {
    ...ticketRow([401, 403, 403, 403, 403, 403, 200], nothing),
    param: aMessengerPage,
  },
  // who is signed in is nothing to them: a word and a signature are asked for
  'GET /channels/messenger/{id}': { ...anyone(403), param: aMessengerPage },
  'POST /channels/messenger/{id}': { ...anyone(401, nothing), param: aMessengerPage },
  'GET /messenger-events': ticketRow([401, 403, 403, 403, 403, 403, 200]),
  'POST /messenger-events/{id}/reprocess': {
    ...ticketRow([401, 403, 403, 403, 403, 403, 202]),
    param: aFailedEvent,
  },
  'GET /tickets/{ref}/messaging': ticketRow([401, 403, 403, 200, 200, 404, 200]),
  // nothing of it left by Messenger, which is told to who may send
  'POST /tickets/{ref}/messages/{message}/resend': {
    ...ticketRow([401, 403, 403, 409, 409, 404, 409], nothing),
    second: firstMessage,
  },
  'GET /channels/chat': ticketRow([401, 403, 403, 403, 403, 403, 200]),
  'POST /channels/chat': ticketRow([401, 403, 403, 403, 403, 403, 201], () => ({ name: 'Shop' })),
  'PATCH /channels/chat/{id}': {
    ...ticketRow([401, 403, 403, 403, 403, 403, 200], () => ({ greeting: 'Hello' })),
    param: aWebsite,
  },
  'GET /channels/chat/{id}/key': { ...ticketRow([401, 403, 403, 403, 403, 403, 200]), param: aWebsite },
  'POST /channels/chat/{id}/key': { ...ticketRow([401, 403, 403, 403, 403, 403, 200]), param: aWebsite },
  'GET /tickets/{ref}/visitor': ticketRow([401, 403, 403, 200, 200, 404, 200]),
  // whoever is signed in is no visitor (lib/api/routes/widget.int.test.ts)
  ...Object.fromEntries(
    [
      ...['PATCH /widget/visitor', 'POST /widget/visitor/email-code', 'POST /widget/visitor/confirm'],
      ...['GET /widget/conversations', 'POST /widget/conversations', 'GET /widget/conversations/{id}'],
      ...['messages', 'read', 'end', 'rating'].map((what) => `POST /widget/conversations/{id}/${what}`),
    ].map((route): [string, Row] => [
      route,
      ticketRow([401, 403, 403, 403, 403, 403, 403], route.startsWith('GET') ? undefined : nothing),
    ]),
  ),
  'GET /widget/{key}': { ...anyone(200), param: aWebsiteKey },
  'POST /widget/{key}/visitors': { ...anyone(201, nothing), param: aWebsiteKey },
  'GET /inbound-mails': ticketRow([401, 403, 403, 403, 403, 403, 200]),
  'GET /inbound-mails/counts': ticketRow([401, 403, 403, 403, 403, 403, 200]),
  'GET /inbound-mails/{id}': { ...ticketRow([401, 403, 403, 403, 403, 403, 200]), param: aMailIn },
  'GET /inbound-mails/{id}/raw': { ...ticketRow([401, 403, 403, 403, 403, 403, 200]), param: aMailIn },
  'POST /inbound-mails/{id}/recover': { ...ticketRow([401, 403, 403, 403, 403, 403, 202]), param: aMailIn },
  'POST /inbound-mails/{id}/reprocess': { ...ticketRow([401, 403, 403, 403, 403, 403, 202]), param: aMailIn },
  'GET /messages/{id}/original': { ...ticketRow([401, 403, 403, 200, 200, 404, 200]), param: anOriginal },
  'GET /keys': ticketRow([401, 403, 403, 403, 403, 403, 200]),
  'POST /keys': ticketRow([401, 403, 403, 403, 403, 403, 201], () => ({ name: 'Bridge', scope: 'read' })),
  'DELETE /keys/{id}': { ...ticketRow([401, 403, 403, 403, 403, 403, 204]), param: aKey },
  'GET /imports/{id}': { ...ticketRow([401, 403, 403, 403, 403, 403, 200]), param: anImport },
};

function anySid(): string {
  return `CA${'0'.repeat(32)}`;
}
function unsigned() {
  return { ...anyone(401, () => 'CallSid=1'), type: FORM, param: aLine, second: () => newId() };
}

/** A telephone line whose provider is not there. */
async function aLine(): Promise<string> {
  const id = newId();
  await sql.query(
    `INSERT INTO phone_line (id, number, name, account_sid, auth_token, api_url) VALUES ($1, $4, 'Line', $2, $3, 'http://127.0.0.1:9')`,
    [id, `AC${'0'.repeat(32)}`, sealSecret('phone_line.auth_token', 'a token of somebody'), id],
  );
  return id;
}
async function aPhone(): Promise<string> {
  return '24000000000000001';
}
async function aVersion(): Promise<string> {
  return 'v23.0';
}
/** A page whose secrets nobody can open: it asks nobody. */
async function aMessengerPage(): Promise<string> {
  const id = newId();
  await sql.query(
    `INSERT INTO messenger_page (id, page_id, name, access_token, app_secret, nonce) VALUES ($1, $2, 'Shop', '', '', '')`,
    [id, id],
  );
  return id;
}
/** Something that Messenger told of a page and nobody could read. */
async function aFailedEvent(): Promise<string> {
  const id = newId();
  await sql.query(
    `INSERT INTO messenger_event (id, page_id, key, kind, psid, raw, state, reason, happened_at)
     VALUES ($1, $2, 'm_1', 'message', '1', '{}', 'failed', 'gave_up', now())`,
    [id, await aMessengerPage()],
  );
  return id;
}
const NOWHERE = { host: '127.0.0.1', port: 1, security: 'none', username: 'support' };

/** A mailbox with a mail that was held back. */
async function aMailbox(): Promise<string> {
  return addMailbox(`${newId()}@house.test`);
}
async function aMailIn(): Promise<string> {
  return (await receive(await aMailbox(), rawMail({ 'List-Id': '<news.test>' }))).id;
}
/** The cell's first message came by mail. */
async function anOriginal({ ticket }: World): Promise<string> {
  const id = await aMailIn();
  const { rows } = await sql.query<{ message_id: string }>(
    `UPDATE inbound_mail i SET message_id = t.first_message_id FROM ticket t
     WHERE i.id = $1 AND t.id = $2 RETURNING i.message_id`,
    [id, ticket.id],
  );
  return rows[0]!.message_id;
}

/** A website with a chat. */
async function aWebsite(): Promise<string> {
  const id = newId();
  await sql.query("INSERT INTO widget (id, key, name, nonce) VALUES ($1, $2, 'Shop', 'x')", [id, `w_${id}`]);
  return id;
}
async function aWebsiteKey(): Promise<string> {
  return `w_${await aWebsite()}`;
}

async function itsTask({ ticket }: World): Promise<string> {
  return (await taskOf(sql, ticket.id)).id;
}
/** A draft that the person of this cell asked for. */
async function aDraft(
  { ticket, people: { own, stranger, holder, colleague, admin } }: World,
  column: Column,
) {
  const who = { anonymous: own, own, stranger, holder, queue: colleague, colleague, admin }[column];
  const id = newId();
  await sql.query(
    "INSERT INTO ai_draft (id, ticket_id, person_id, kind, deadline_at) VALUES ($1, $2, $3, 'reply', now())",
    [id, ticket.id, who.id],
  );
  return id;
}
async function aHeldMessage({ ticket }: World): Promise<string> {
  const author = await addActor('agent');
  const id = newId();
  await sql.query(
    `INSERT INTO held_message (id, ticket_id, author_id, input, seen_id, send_at)
     SELECT $1, id, $3, $4, last_message_id, now() + interval '1 hour' FROM ticket WHERE id = $2`,
    [id, ticket.id, author.id, { body: 'Later', is_internal: false }],
  );
  return id;
}
async function anOrganisation(): Promise<string> {
  const id = newId();
  await sql.query('INSERT INTO organisation (id, name) VALUES ($1, $2)', [id, id]);
  return id;
}
async function newCustomer(): Promise<void> {
  await sql.query(
    "INSERT INTO person (id, name, role, email) VALUES ($1, 'Kept', 'customer', 'kept@example.test')",
    [CUSTOMER],
  );
}
async function fileTicketOfColleague(): Promise<TicketDto> {
  const ticket = await fileTicket(await addActor('customer'));
  const nobodyHere = await addActor('agent');
  await sql.query("UPDATE ticket SET assignee_id = $2, status = 'ASSIGNED' WHERE id = $1", [
    ticket.id,
    nobodyHere.id,
  ]);
  return ticket;
}
async function noteOfHolder({ people }: World): Promise<string> {
  const id = newId();
  await sql.query(
    "INSERT INTO customer_note (id, person_id, author_id, body) VALUES ($1, $2, $3, 'Calls on Mondays')",
    [id, people.own.id, people.holder.id],
  );
  return id;
}
const aMacro = newId();
async function newMacro(): Promise<void> {
  await sql.query(
    `INSERT INTO canned_reply (id, short_code, title, bodies, actions) VALUES ($1, 'mine', 'Mine', '{}', $2)`,
    [aMacro, { assigned_agent: 'me', priority: 'HIGH' }],
  );
}
async function firstMessage({ ticket }: World): Promise<string> {
  const { rows } = await sql.query<{ id: string }>(
    'SELECT first_message_id AS id FROM ticket WHERE id = $1',
    [ticket.id],
  );
  return rows[0]!.id;
}
const aTeam = newId();
async function newTeam(id = newId()): Promise<string> {
  await sql.query('INSERT INTO team (id, name) VALUES ($1, $2)', [id, id]);
  return id;
}
async function caughtMail(): Promise<string> {
  const id = newId();
  await sql.query(
    "INSERT INTO caught_mail (id, recipient, sender, subject, raw) VALUES ($1, 'a@b.test', 'c@d.test', 'x', $2)",
    [id, 'Subject: x\r\n\r\nx'],
  );
  return id;
}
async function anImport(): Promise<string> {
  const id = newId();
  await sql.query('INSERT INTO import (id) VALUES ($1)', [id]);
  return id;
}
async function aKey({ people }: World): Promise<string> {
  const id = newId();
  await sql.query(
    "INSERT INTO api_key (id, person_id, name, scope, secret_hash) VALUES ($1, $2, 'Bridge', 'read', $3)",
    [id, people.admin.id, id],
  );
  return id;
}
function aForm(): string {
  return '--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhello\r\n--b--\r\n';
}
/** In the first message, which for this is a note or not. */
async function aFile({ ticket, people: { holder } }: World, internal: boolean): Promise<string> {
  const { body } = await send('POST', '/attachments/', {
    ...{ body: aForm(), access: holder.access },
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
  });
  const { rows } = await sql.query<{ id: string }>(
    'UPDATE message SET is_internal = $2 WHERE ticket_id = $1 RETURNING id',
    [ticket.id, internal],
  );
  await sql.query('UPDATE attachment SET message_id = $1 WHERE id = $2', [rows[0]!.id, body.id]);
  return String(body.id);
}
async function aTopic(): Promise<string> {
  const id = newId();
  await sql.query('INSERT INTO topic (id, key, names) VALUES ($1, $2, $3)', [id, id, { en: id }]);
  return id;
}
function newView() {
  return { name: 'Money', filter: { topic: ['loans'] }, sort: 'waiting' };
}
async function aView(owner: string | null): Promise<string> {
  const id = newId();
  await sql.query(
    "INSERT INTO view (id, name, sort, owner_id, position) VALUES ($1, 'Money', 'newest', $2, 1)",
    [id, owner],
  );
  return id;
}
async function reply(owner: string | null): Promise<string> {
  const id = newId();
  await sql.query(
    "INSERT INTO canned_reply (id, short_code, title, bodies, owner_id) VALUES ($1, $2, 'Thanks', '{}', $3)",
    [id, id, owner],
  );
  return id;
}
function replyOfHolder({ people }: World): Promise<string> {
  return reply(people.holder.id);
}
async function sessionOfOwn({ people }: World): Promise<string> {
  const id = newId();
  await sql.query(
    "INSERT INTO session (id, person_id, kind, expires_at) VALUES ($1, $2, 'api', now() + interval '1 day')",
    [id, people.own.id],
  );
  return id;
}

let people: World['people'];
beforeAll(async () => {
  await Promise.all([newTeam(aTeam), newMacro(), newCustomer()]);
  const enter = async (role: Actor['role']) => {
    const actor = await addActor(role);
    const { rows } = await sql.query('SELECT * FROM person WHERE id = $1', [actor.id]);
    return { ...actor, access: (await signedIn(rows[0] as Parameters<typeof signedIn>[0])).access };
  };
  people = {
    own: await enter('customer'),
    stranger: await enter('customer'),
    holder: await enter('agent'),
    colleague: await enter('agent'),
    admin: await enter('admin'),
  };
});

/** A ticket nobody has touched yet, and its traces. */
interface Untouched {
  ticket: TicketDto;
  before: unknown;
}
/** What a cell left as it was, and the next one takes. */
const left: { queue?: Untouched; held?: Untouched } = {};

async function freshTicket(kind: keyof typeof left): Promise<Untouched> {
  const ticket = await fileTicket(people.own);
  if (kind === 'held')
    await sql.query("UPDATE ticket SET assignee_id = $2, status = 'ASSIGNED' WHERE id = $1", [
      ticket.id,
      people.holder.id,
    ]);
  return { ticket, before: await traces(ticket.id) };
}

/** Everything of a ticket that a request might have changed. */
const traces = async (id: string) =>
  (
    await sql.query(
      `SELECT to_jsonb(t) AS ticket, (SELECT count(*) FROM message WHERE ticket_id = t.id) AS messages,
         (SELECT count(*) FROM event WHERE ticket_id = t.id) AS events FROM ticket t WHERE id = $1`,
      [id],
    )
  ).rows[0];

async function knock(key: string, row: Row, column: Column, world: World): Promise<Sent> {
  const [method = '', pattern = ''] = key.split(' ');
  const param = encodeURIComponent((await row.param?.(world)) ?? world.ticket.id);
  const who = column === 'queue' ? 'colleague' : column;
  const access = who === 'anonymous' ? undefined : world.people[who].access;
  const second = (await row.second?.(world, column)) ?? param;
  const path = pattern.replace(/\{\w+\}/, param).replace(/\{\w+\}/, second);
  return send(method, `${path}/${row.query ?? ''}`, {
    ...(row.body ? { body: row.body(world, column) } : {}),
    ...(access ? { access } : {}),
    headers: { ...row.headers, ...(row.type ? { 'content-type': row.type } : {}) },
  });
}

describe.each(Object.entries(table))('%s', (key, row) => {
  test.each(COLUMNS.map((column, index) => [column, row.expect[index]!] as const))(
    '%s: %i',
    async (column, expected) => {
      const kind = column === 'queue' ? 'queue' : 'held';
      const { ticket, before } = left[kind] ?? (await freshTicket(kind));
      delete left[kind];
      const answer = await knock(key, row, column, { people, ticket });
      expect(answer.status, answer.text.slice(0, 300)).toBe(expected);
      const mayBeLeft = !row.second && (expected >= 400 || key.startsWith('GET '));
      if (mayBeLeft) left[kind] = { ticket, before };
      if (expected < 400) return;
      const codes: Record<number, string[]> = {
        401: ['unauthenticated'],
        403: ['forbidden', 'unseen_tickets'],
        404: ['not_found'],
        409: [
          'offer_over',
          'no_telephone',
          'no_call',
          'nothing_failed',
          'assign_first',
          'not_assigned',
          'invalid_transition',
          'import_state',
          'demo_state',
          'not_merged',
          'not_resolved',
        ],
        422: ['validation_failed'],
      };
      expect(codes[expected]).toContain(answer.body.error?.code);
      // refused is refused: nothing was written
      expect(await traces(ticket.id)).toEqual(before);
    },
  );
});

test('every endpoint has its row, and every row its endpoint', () => {
  const rows = new Set(Object.keys(table).map((key) => key.replace(/ \(.*\)$/, '')));
  expect([...rows].sort()).toEqual(routes.map(accessKey).sort());
  expect(routes.length).toBeGreaterThan(35);
});
