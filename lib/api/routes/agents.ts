import { z } from 'zod';
import { deactivatePerson } from '../../commands/deactivate-person';
import { editPerson } from '../../commands/edit-person';
import { sql } from '../../db/transaction';
import { Invalid } from '../../errors';
import { presentAgent } from '../../presenters/agent';
import { readPerson } from '../../queries/get-person';
import { getAgent, listAgents } from '../../queries/list-agents';
import { isStaff } from '../../rules/permissions';
import {
  agentDto,
  type CreateAgentInput,
  createAgentInput,
  editAgentInput,
  listAgentsQuery,
} from '../../schemas/agent';
import { personId } from '../../schemas/person';
import { type Call, type Route, route } from '../route';

const tag = 'Agents';
const params = z.strictObject({ id: personId });

/** Who is no member of staff yet becomes an agent; who is one keeps his role. */
async function makeAgent({ actor, body, attempt }: Call<unknown, unknown, CreateAgentInput>) {
  const { user, ...given } = body;
  const person = await readPerson(sql, user);
  if (!person || person.disabledAt !== null || person.mergedInto !== null)
    throw new Invalid({ user: ['unknown_user'] });
  const joins = isStaff(person.role) ? {} : { role: 'agent' as const };
  return presentAgent(await editPerson(actor, user, { ...given, ...joins }, attempt));
}

/** The same five under S3's path and under S0's. */
const agentsAt = (path: '/agents' | '/v1/agents'): Route[] => [
  route(
    {
      method: 'get',
      path,
      tag,
      summary: 'List agents',
      description: 'Everybody active who can be given work, admins included, by name.',
      query: listAgentsQuery,
      answer: z.object({ results: z.array(agentDto), next: z.string().nullable() }),
    },
    ({ actor, query }) => listAgents(actor, query),
  ),
  route(
    {
      method: 'post',
      path,
      tag,
      summary: 'Make a user an agent',
      description: 'Languages and limits that are left out stay as they are.',
      body: createAgentInput,
      answer: agentDto,
      status: 201,
    },
    makeAgent,
  ),
  route(
    { method: 'get', path: `${path}/{id}`, tag, summary: 'One agent', params, answer: agentDto },
    ({ actor, params }) => getAgent(actor, params.id),
  ),
  route(
    {
      method: 'patch',
      path: `${path}/{id}`,
      tag,
      summary: 'Change an agent',
      description: 'Admins any; everybody himself, but no higher limits.',
      params,
      body: editAgentInput,
      answer: agentDto,
    },
    async ({ actor, params, body }) => {
      await getAgent(actor, params.id);
      return presentAgent(await editPerson(actor, params.id, body));
    },
  ),
  route(
    {
      method: 'delete',
      path: `${path}/{id}`,
      tag,
      summary: 'Deactivate an agent',
      description: 'As deactivating the user: nothing is deleted, unsolved tickets go back to the queue.',
      params,
      status: 204,
      also: { 409: 'It is the last admin (`last_admin`), or an admin oneself (`own_account`).' },
    },
    async ({ actor, params }) => {
      await getAgent(actor, params.id);
      await deactivatePerson(actor, params.id);
    },
  ),
];

export const agentRoutes: Route[] = [...agentsAt('/agents'), ...agentsAt('/v1/agents')];
