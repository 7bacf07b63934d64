import { NotFound } from '../errors';
import { presentAgent } from '../presenters/agent';
import { type Actor, isStaff } from '../rules/permissions';
import type { AgentDto } from '../schemas/agent';
import { getPerson } from './get-person';
import { type ListPeopleQuery, listPeople } from './list-people';

/** One page of those who can be given work, by name. */
export async function listAgents(
  actor: Actor,
  page: Pick<ListPeopleQuery, 'limit' | 'cursor'>,
): Promise<{ results: AgentDto[]; next: string | null }> {
  const { results, next } = await listPeople(actor, { ...page, role: ['agent', 'admin'], active: true });
  return { results: results.map(presentAgent), next };
}

/** One of them, for himself or an admin. @throws NotFound for anybody else, and for who is no agent any more. */
export async function getAgent(actor: Actor, id: string): Promise<AgentDto> {
  const person = await getPerson(actor, id);
  if (!isStaff(person.role) || !person.is_active) throw new NotFound();
  return presentAgent(person);
}
