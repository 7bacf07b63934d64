import { z } from 'zod';
import { createTeam } from '../../commands/create-team';
import { deleteTeam } from '../../commands/delete-team';
import { editTeam } from '../../commands/edit-team';
import { getTeam, listTeams } from '../../queries/list-teams';
import { id } from '../../schemas/id';
import { createTeamInput, editTeamInput, teamDto } from '../../schemas/team';
import { type Route, route } from '../route';

const tag = 'Teams';
const params = z.object({ id });

export const teamRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/teams',
      tag,
      summary: 'List teams with their members',
      answer: z.object({ results: z.array(teamDto) }),
    },
    (call) => listTeams(call.actor),
  ),
  route(
    {
      method: 'post',
      path: '/teams',
      tag,
      summary: 'Make a team',
      body: createTeamInput,
      answer: teamDto,
      status: 201,
    },
    (call) => createTeam(call.actor, call.body, call.attempt),
  ),
  route({ method: 'get', path: '/teams/{id}', tag, summary: 'One team', params, answer: teamDto }, (call) =>
    getTeam(call.actor, call.params.id),
  ),
  route(
    {
      method: 'patch',
      path: '/teams/{id}',
      tag,
      summary: 'Rename a team, or say who is in it',
      description: 'Who joins or leaves sees other tickets within five seconds.',
      params,
      body: editTeamInput,
      answer: teamDto,
    },
    (call) => editTeam(call.actor, call.params.id, call.body),
  ),
  route(
    {
      method: 'delete',
      path: '/teams/{id}',
      tag,
      summary: 'Dissolve a team',
      description: 'Its unsolved tickets become everybody’s.',
      params,
      status: 204,
    },
    (call) => deleteTeam(call.actor, call.params.id),
  ),
];
