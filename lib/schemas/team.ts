import { z } from 'zod';
import { id } from './id';
import { text } from './text';
import { personRef } from './ticket';
import { CLAIMS, POLICIES } from './values';

const name = text({ max: 60, line: true }).overwrite((s) => s.trim());
/** Ids of agents and admins. */
const members = z
  .array(id)
  .max(500)
  .overwrite((list) => [...new Set(list)]);

const routing = z.enum(POLICIES).nullable();
const claims = z.enum(CLAIMS).nullable();

/** A team with its members by name. `open` counts its unsolved tickets, no further than 1000. */
export const teamDto = z
  .object({
    id: z.string(),
    name: z.string(),
    members: z.array(personRef),
    open: z.number().int(),
    /** How its tickets are given out, and whether they may be taken in batches; null: as the workspace has it. */
    routing: z.enum(POLICIES).nullable(),
    claims: z.enum(CLAIMS).nullable(),
    /** Its tickets ask for their skills however long they wait. */
    keeps_skills: z.boolean(),
    created_at: z.string(),
  })
  .meta({ id: 'Team' });
export type TeamDto = z.infer<typeof teamDto>;

export const createTeamInput = z
  .strictObject({
    name,
    members: members.default([]),
    routing: routing.default(null),
    claims: claims.default(null),
    keeps_skills: z.boolean().default(false),
  })
  .meta({ id: 'CreateTeam' });
export type CreateTeamInput = z.infer<typeof createTeamInput>;

/** What is left out stays; `members` are all of them. */
export const editTeamInput = z
  .strictObject({
    name: name.optional(),
    members: members.optional(),
    routing: routing.optional(),
    claims: claims.optional(),
    keeps_skills: z.boolean().optional(),
  })
  .meta({ id: 'EditTeam' });
export type EditTeamInput = z.infer<typeof editTeamInput>;
