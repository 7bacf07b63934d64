import { z } from 'zod';
import { createPerson } from '../../commands/create-person';
import { deactivatePerson } from '../../commands/deactivate-person';
import { editPerson } from '../../commands/edit-person';
import { getPerson } from '../../queries/get-person';
import { listPeople } from '../../queries/list-people';
import { createUserInput, editUserInput, listUsersQuery, personId, userDto } from '../../schemas/person';
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
      description: 'Without a password a single-use link is mailed.',
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
      description: 'Nothing is deleted; unsolved tickets go back to the queue.',
      params,
      status: 204,
      also: { 409: 'It is the last admin (`last_admin`), or oneself (`own_account`).' },
    },
    (call) => deactivatePerson(call.actor, call.params.id),
  ),
];
