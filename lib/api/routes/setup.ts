import { createFirstAdmin } from '../../commands/create-first-admin';
import { getSetup } from '../../queries/get-setup';
import { setupInput, userDto } from '../../schemas/person';
import { setupDto } from '../../schemas/setup';
import { type Route, route } from '../route';

export const setupRoutes: Route[] = [
  route(
    {
      method: 'post',
      path: '/setup',
      tag: 'Identity',
      summary: 'Make the first admin',
      description: 'With the one-time token that the start prints. Never again once there is an admin.',
      body: setupInput,
      answer: userDto,
      status: 201,
      also: { 409: 'There is an admin already (`already_set_up`).' },
    },
    (call) => createFirstAdmin(call.body, call),
  ),
  route(
    {
      method: 'get',
      path: '/setup',
      tag: 'System',
      summary: 'How far the house is set up',
      answer: setupDto,
    },
    () => getSetup(),
  ),
];
