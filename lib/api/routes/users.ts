import { z } from 'zod';
import { createPerson } from '../../commands/create-person';
import { deactivatePerson } from '../../commands/deactivate-person';
import { editPerson } from '../../commands/edit-person';
import { endSessionsOf } from '../../commands/end-sessions-of';
import { sendInvitation } from '../../commands/send-invitation';
import { sendPasswordReset } from '../../commands/send-password-reset';
import { getPerson } from '../../queries/get-person';
import { listPeople } from '../../queries/list-people';
import { listSessions } from '../../queries/list-sessions';
import {
  createUserInput,
  deactivateInput,
  editUserInput,
  listUsersQuery,
  personId,
  sessionDto,
  userDto,
} from '../../schemas/person';
import { detailDto } from '../../schemas/problem';
import { type Route, route } from '../route';

const tag = 'People';
const params = z.object({ id: personId });

export const userRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/users',
      tag,
      summary: 'List people',
      description: 'By name. `q` looks in name and address; `role` takes several, with commas.',
      query: listUsersQuery,
      answer: z.object({ results: z.array(userDto), next: z.string().nullable() }),
    },
    (call) => listPeople(call.actor, call.query),
  ),
  route(
    {
      method: 'post',
      path: '/users',
      tag,
      summary: 'Make a person',
      description: 'Without a password a single-use link is mailed; `invitation` says where it is.',
      body: createUserInput,
      answer: userDto,
      status: 201,
    },
    (call) => createPerson(call.actor, call.body, call.attempt),
  ),
  route({ method: 'get', path: '/users/{id}', tag, summary: 'One person', params, answer: userDto }, (call) =>
    getPerson(call.actor, call.params.id),
  ),
  route(
    {
      method: 'patch',
      path: '/users/{id}',
      tag,
      summary: 'Change a person',
      description: 'Admins anybody; everybody himself, but not role, address or higher limits.',
      params,
      body: editUserInput,
      answer: userDto,
      also: { 409: 'It is the last admin (`last_admin`).' },
    },
    (call) => editPerson(call.actor, call.params.id, call.body),
  ),
  route(
    {
      method: 'delete',
      path: '/users/{id}',
      tag,
      summary: 'Deactivate a person',
      description:
        'Nothing is deleted; unsolved tickets go back to the queue. Admins anybody else; everybody else himself.',
      params,
      status: 204,
      also: { 409: 'It is the last admin (`last_admin`), or oneself (`own_account`).' },
    },
    async (call) => void (await deactivatePerson(call.actor, call.params.id)),
  ),
  route(
    {
      method: 'post',
      path: '/users/{id}/deactivate',
      tag,
      summary: 'Deactivate a person and hand over',
      description:
        'Unsolved tickets go to `agent`, to the queue of `team`, or back to the queue; their logs say why. PATCH `is_active` brings the person back.',
      params,
      body: deactivateInput,
      answer: userDto.extend({ handed_over: z.number().int() }),
      also: { 409: 'It is the last admin (`last_admin`), or oneself (`own_account`).' },
    },
    (call) => deactivatePerson(call.actor, call.params.id, call.body, call.attempt),
  ),
  route(
    {
      method: 'post',
      path: '/users/{id}/invitation',
      tag,
      summary: 'Mail the invitation again',
      description: 'The link before opens nothing any more.',
      params,
      answer: userDto,
      also: { 409: '`already_accepted`, `no_address` or `deactivated`' },
    },
    (call) => sendInvitation(call.actor, call.params.id, call.attempt),
  ),
  route(
    {
      method: 'post',
      path: '/users/{id}/password-reset',
      tag,
      summary: 'Mail a link to a new password',
      description: 'The old password holds until the link is used.',
      params,
      answer: detailDto,
      also: { 409: '`no_address` or `deactivated`' },
    },
    (call) => sendPasswordReset(call.actor, call.params.id, call.attempt),
  ),
  route(
    {
      method: 'get',
      path: '/users/{id}/sessions',
      tag,
      summary: 'Where a person is signed in',
      params,
      answer: z.object({ results: z.array(sessionDto) }),
    },
    (call) => listSessions(call.actor, call.params.id),
  ),
  route(
    {
      method: 'delete',
      path: '/users/{id}/sessions',
      tag,
      summary: 'Sign a person out everywhere',
      description: 'One’s own present session stays.',
      params,
      status: 204,
    },
    (call) => endSessionsOf(call.actor, call.params.id),
  ),
  route(
    {
      method: 'delete',
      path: '/users/{id}/sessions/{session}',
      tag,
      summary: 'Sign a person out of one device',
      params: z.object({ id: personId, session: personId }),
      status: 204,
    },
    (call) => endSessionsOf(call.actor, call.params.id, call.params.session),
  ),
];
