import { keyHash, newKeySecret } from '../auth/api-key';
import { newId } from '../clock';
import { inTransaction } from '../db/transaction';
import { Forbidden, Invalid } from '../errors';
import { recordEvent } from '../events/record';
import { type KeyRow, keyRows, presentKey } from '../queries/list-keys';
import { type Actor, may } from '../rules/permissions';
import type { CreatedKeyDto, CreateKeyInput } from '../schemas/key';

/**
 * Makes a key for a machine. The secret is in this answer and nowhere else, so the answer is not kept for a repeat
 * either: asked twice, there are two keys, and one is revoked.
 *
 * @throws Invalid when the person is nobody of the team.
 */
export function createKey(actor: Actor, { name, scope, person }: CreateKeyInput): Promise<CreatedKeyDto> {
  if (!may(actor, 'key.manage')) throw new Forbidden();
  const secret = newKeySecret();
  return inTransaction(async (tx) => {
    const { rowCount } = await tx.query(
      `SELECT 1 FROM person WHERE id = $1 AND role <> 'customer' AND disabled_at IS NULL FOR KEY SHARE`,
      [person ?? actor.id],
    );
    if (rowCount === 0) throw new Invalid({ person: ['unknown_person'] });
    const id = newId();
    await tx.query(
      'INSERT INTO api_key (id, person_id, name, scope, secret_hash, created_by) VALUES ($1, $2, $3, $4, $5, $6)',
      [id, person ?? actor.id, name.trim(), scope, keyHash(secret), actor.id],
    );
    const data = { key_id: id, name: name.trim(), scope, person_id: person ?? actor.id };
    await recordEvent(tx, 'key.created', data, actor.id);
    const { rows } = await tx.query<KeyRow>(keyRows('k.id = $1'), [id]);
    return { ...presentKey(rows[0]!), key: secret };
  });
}
