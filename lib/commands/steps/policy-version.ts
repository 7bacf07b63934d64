import { createHash } from 'node:crypto';
import type { Tx } from '../../db/transaction';
import type { RoutingSetup } from '../../queries/routing-setup';

/** The number under which a policy is kept, which decisions name: a new one when it was never in force before. */
export async function policyVersion(tx: Tx, setup: RoutingSetup): Promise<number> {
  const policy = JSON.stringify(setup);
  const hash = createHash('sha256').update(policy).digest('base64url');
  const find = () =>
    tx.query<{ version: number }>('SELECT version FROM routing_policy WHERE hash = $1', [hash]);
  const known = await find();
  if (known.rows[0]) return known.rows[0].version;
  await tx.query('INSERT INTO routing_policy (hash, policy) VALUES ($1, $2) ON CONFLICT (hash) DO NOTHING', [
    hash,
    policy,
  ]);
  return (await find()).rows[0]!.version;
}
