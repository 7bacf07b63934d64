import { z } from 'zod';
import { createKey } from '../../commands/create-key';
import { revokeKey } from '../../commands/revoke-key';
import { listKeys } from '../../queries/list-keys';
import { id } from '../../schemas/id';
import { createdKeyDto, createKeyInput, keyDto } from '../../schemas/key';
import { type Route, route } from '../route';

const tag = 'Keys';

export const keyRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/keys',
      tag,
      summary: 'List keys of machines',
      answer: z.object({ results: z.array(keyDto), next: z.string().nullable() }),
    },
    ({ actor }) => listKeys(actor),
  ),
  route(
    {
      method: 'post',
      path: '/keys',
      tag,
      summary: 'Make a key for a machine',
      description:
        'Send it as `Authorization: Bearer sbk_…`. It acts as its person and ends with him; `read` refuses every change. ' +
        'No key makes keys, or changes passwords, sessions and addresses. A repeat with the same Idempotency-Key makes another one.',
      body: createKeyInput,
      answer: createdKeyDto,
      status: 201,
    },
    ({ actor, body }) => createKey(actor, body),
  ),
  route(
    {
      method: 'delete',
      path: '/keys/{id}',
      tag,
      summary: 'Revoke a key',
      params: z.strictObject({ id }),
      status: 204,
    },
    ({ actor, params }) => revokeKey(actor, params.id),
  ),
];
