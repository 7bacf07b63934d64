import type { z } from 'zod';
import type { Prisma } from '@/generated/prisma/client';
import { prisma } from '../db/prisma';
import type { PersonRow } from '../db/sql/person-row';
import { sql } from '../db/transaction';
import { Forbidden } from '../errors';
import { type Actor, may } from '../rules/permissions';
import type { listUsersQuery, UserDto } from '../schemas/person';
import { decodeCursor, pageOf } from './cursor';
import { userDtosOf } from './get-person';

export type ListPeopleQuery = z.infer<typeof listUsersQuery>;

/**
 * One page of people by name, with what they hold; four queries whatever the page's size. `active`: without those who
 * were shut out.
 */
export async function listPeople(
  actor: Actor,
  query: ListPeopleQuery & { active?: true },
): Promise<{ results: UserDto[]; next: string | null }> {
  if (!may(actor, 'person.list')) throw new Forbidden();
  const rows = await prisma().person.findMany({
    where: { AND: conditions(actor, query) },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: query.limit + 1,
  });
  const { shown, next } = pageOf(actor.id, 'people', {
    rows: rows as PersonRow[],
    limit: query.limit,
    placeOf: ({ name, id }) => [name, id],
  });
  return { results: await userDtosOf(sql, shown), next };
}

function conditions(
  actor: Actor,
  { role, q, cursor, active }: Parameters<typeof listPeople>[1],
): Prisma.PersonWhereInput[] {
  const where: Prisma.PersonWhereInput[] = [{ mergedInto: null, ...(active ? { disabledAt: null } : {}) }];
  if (role) where.push({ role: { in: role } });
  if (q) {
    // Prisma puts the text between two % as it is: what it holds of LIKE's own signs is meant literally
    const contains = q.trim().replace(/[\\%_]/g, '\\$&');
    where.push({
      OR: [{ name: { contains, mode: 'insensitive' } }, { email: { contains, mode: 'insensitive' } }],
    });
  }
  if (cursor) {
    const [name, id] = position(actor, cursor);
    where.push({ OR: [{ name: { gt: name } }, { name, id: { gt: id } }] });
  }
  return where;
}

function position(actor: Actor, cursor: string): [string, string] {
  return decodeCursor(actor.id, 'people', cursor) as [string, string];
}
