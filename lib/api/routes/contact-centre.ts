import { z } from 'zod';
import { createContactTicket } from '../../commands/create-contact-ticket';
import { createTask } from '../../commands/create-task';
import { editContactTicket } from '../../commands/edit-contact-ticket';
import { editTask } from '../../commands/edit-task';
import { endTask } from '../../commands/end-task';
import { deleteTicket } from '../../commands/set-aside-ticket';
import { sql } from '../../db/transaction';
import { getContactTicket, listContactTickets } from '../../queries/list-contact-tickets';
import { getTask, listTasks, taskOf } from '../../queries/tasks';
import {
  type CreateTaskInput,
  contactTicketDto,
  createContactTicketInput,
  createTaskInput,
  editContactTicketInput,
  editTaskInput,
  givenTaskDto,
  taskDto,
} from '../../schemas/contact-centre';
import { id } from '../../schemas/id';
import { pageQuery } from '../../schemas/list-tickets';
import { ticketRef } from '../../schemas/ticket';
import { type Call, type Route, route } from '../route';
import { routeNow } from '../route-now';

const tag = 'Contact centre';
const ticketParams = z.strictObject({ ref: ticketRef });
const taskParams = z.strictObject({ id });
const page = <T extends z.ZodType>(item: T) =>
  z.object({ results: z.array(item), next: z.string().nullable() });

const createTicketAt = (path: string): Route =>
  route(
    {
      method: 'post',
      path,
      tag,
      summary: 'File a contact',
      description: 'A ticket by where it came from, the languages it needs and a number for its priority.',
      body: createContactTicketInput,
      answer: contactTicketDto,
      status: 201,
    },
    ({ actor, body, attempt }) => createContactTicket(actor, body, attempt),
  );

/** Answers when routing has had its turn, so that it names the agent if one has room. */
async function makeTask({ actor, body, attempt }: Call<unknown, unknown, CreateTaskInput>) {
  const { ticketId, waits, warnings } = await createTask(actor, body, attempt);
  if (waits) await routeNow();
  return { ...(await taskOf(sql, ticketId)), warnings };
}

const createTaskAt = (path: string): Route =>
  route(
    {
      method: 'post',
      path,
      tag,
      summary: 'Give a ticket to an agent',
      description:
        'To `agent`, as by hand; else routing chooses now, in the order of the queue. While nobody has room `agent` is null, and the task keeps its id until somebody has it.',
      body: createTaskInput,
      answer: givenTaskDto,
      status: 201,
      also: { 409: 'It is solved (`not_waiting`, `ticket_closed`)' },
    },
    makeTask,
  );

export const contactCentreRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/v1/tickets',
      tag,
      summary: 'List contacts',
      query: pageQuery,
      answer: page(contactTicketDto),
    },
    ({ actor, query }) => listContactTickets(actor, query),
  ),
  createTicketAt('/v1/tickets'),
  createTicketAt('/v1/create-ticket'),
  route(
    {
      method: 'get',
      path: '/v1/tickets/{ref}',
      tag,
      summary: 'One contact',
      params: ticketParams,
      answer: contactTicketDto,
    },
    ({ actor, params }) => getContactTicket(actor, params.ref),
  ),
  route(
    {
      method: 'patch',
      path: '/v1/tickets/{ref}',
      tag,
      summary: 'Change what a contact asks for',
      params: ticketParams,
      body: editContactTicketInput,
      answer: contactTicketDto,
    },
    ({ actor, params, body }) => editContactTicket(actor, params.ref, body),
  ),
  route(
    {
      method: 'delete',
      path: '/v1/tickets/{ref}',
      tag,
      summary: 'Move a contact to the trash',
      params: ticketParams,
      status: 204,
    },
    ({ actor, params }) => deleteTicket(actor, params.ref),
  ),
  route(
    {
      method: 'get',
      path: '/v1/tasks',
      tag,
      summary: 'List tasks',
      description:
        'What somebody holds: all for admins, agents see their own (or all, as the workspace is set).',
      query: pageQuery,
      answer: page(taskDto),
    },
    ({ actor, query }) => listTasks(actor, query),
  ),
  createTaskAt('/v1/tasks'),
  createTaskAt('/v1/create-task'),
  route(
    {
      method: 'get',
      path: '/v1/tasks/{id}',
      tag,
      summary: 'One task',
      params: taskParams,
      answer: taskDto,
    },
    ({ actor, params }) => getTask(actor, params.id),
  ),
  route(
    {
      method: 'patch',
      path: '/v1/tasks/{id}',
      tag,
      summary: 'Say how far a task is, or give it to another agent',
      description: '`done` resolves the ticket. Given to another one it is a new task, which is answered.',
      params: taskParams,
      body: editTaskInput,
      answer: givenTaskDto,
      also: { 409: '`invalid_transition`, `assign_first` or `ticket_closed`, as by hand' },
    },
    ({ actor, params, body }) => editTask(actor, params.id, body),
  ),
  route(
    {
      method: 'delete',
      path: '/v1/tasks/{id}',
      tag,
      summary: 'Take a task from its agent',
      description: 'The ticket goes back to the queue.',
      params: taskParams,
      status: 204,
      also: { 409: 'Nobody has it (`not_assigned`), or its ticket is closed (`ticket_closed`)' },
    },
    ({ actor, params }) => endTask(actor, params.id),
  ),
];
