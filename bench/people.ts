import type pg from 'pg';
import { signAccessToken } from '@/lib/auth/access-token';
import { newId } from '@/lib/clock';
import { type Actor, PLAIN_SCOPE } from '@/lib/rules/permissions';
import type { Role } from '@/lib/schemas/values';

export interface Member {
  actor: Actor;
  token: string;
}

/** Makes people with open sessions and their access tokens, without the cost of hashing passwords. */
export async function makePeople(
  pool: pg.Pool,
  role: Role,
  count: number,
  more: { capacity?: number; available?: boolean } = {},
): Promise<Member[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const id = newId();
      const sessionId = newId();
      const name = `${role} ${index}`;
      await pool.query(
        `WITH p AS (INSERT INTO person (id, name, role, email, capacity, is_available) VALUES ($1, $2, $3, $4, $5, $6))
         INSERT INTO session (id, person_id, kind, expires_at) VALUES ($7, $1, 'api', now() + interval '1 day')`,
        [id, name, role, `${id}@bench.test`, more.capacity ?? 4, more.available ?? false, sessionId],
      );
      const token = await signAccessToken({ personId: id, sessionId });
      return { actor: { id, role, name, sessionId, scope: PLAIN_SCOPE }, token };
    }),
  );
}
