import { z } from 'zod';
import { id } from './id';
import { text } from './text';
import { personRef } from './ticket';

const name = text({ max: 60, line: true }).overwrite((s) => s.trim());
/** Ids of agents and admins. */
const members = z
  .array(id)
  .max(500)
  .overwrite((list) => [...new Set(list)]);

/** A team with its members by name. `open` counts its unsolved tickets, no further than 1000. */
export const teamDto = z
  .object({
    id: z.string(),
    name: z.string(),
    members: z.array(personRef),
    open: z.number().int(),
    created_at: z.string(),
  })
  .meta({ id: 'Team' });
export type TeamDto = z.infer<typeof teamDto>;

export const createTeamInput = z
  .strictObject({ name, members: members.default([]) })
  .meta({ id: 'CreateTeam' });
export type CreateTeamInput = z.infer<typeof createTeamInput>;

/** What is left out stays; `members` are all of them. */
export const editTeamInput = z
  .strictObject({ name: name.optional(), members: members.optional() })
  .meta({ id: 'EditTeam' });
export type EditTeamInput = z.infer<typeof editTeamInput>;
