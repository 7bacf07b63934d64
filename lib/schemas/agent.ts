import { z } from 'zod';
import { id } from './id';
import { createUserInput, editUserInput, listUsersQuery, userDto } from './person';

/** A person as somebody who is given work (S0, S3); his id is the person's. */
export const agentDto = userDto
  .pick({
    id: true,
    name: true,
    email: true,
    languages: true,
    capacity: true,
    capacity_calls: true,
    is_available: true,
    load: true,
    load_calls: true,
    created_at: true,
  })
  .extend({ user: z.string() })
  .meta({ id: 'Agent' });
export type AgentDto = z.infer<typeof agentDto>;

export const createAgentInput = z
  .strictObject({
    user: id.meta({ description: 'Who becomes an agent; an admin stays one.' }),
    languages: editUserInput.shape.languages,
    capacity: createUserInput.shape.capacity,
    capacity_calls: createUserInput.shape.capacity_calls,
  })
  .meta({ id: 'CreateAgent' });
export type CreateAgentInput = z.infer<typeof createAgentInput>;

export const editAgentInput = editUserInput
  .pick({ languages: true, capacity: true, capacity_calls: true, is_available: true })
  .meta({ id: 'EditAgent' });

export const listAgentsQuery = listUsersQuery.pick({ limit: true, cursor: true });
