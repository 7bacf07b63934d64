import { sql } from '../db/transaction';
import { Forbidden } from '../errors';
import { type Actor, may } from '../rules/permissions';
import type { KeyDto } from '../schemas/key';

export interface KeyRow {
  id: string;
  name: string;
  scope: 'read' | 'full';
  person_id: string;
  person_name: string;
  is_active: boolean;
  author: string | null;
  created_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

/** Reads keys `k` without their hashes. */
export const keyRows = (where: string): string => `
  SELECT k.id, k.name, k.scope, k.person_id, p.name AS person_name, p.disabled_at IS NULL AS is_active, a.name AS author,
         k.created_at, k.last_used_at, k.revoked_at
  FROM api_key k JOIN person p ON p.id = k.person_id LEFT JOIN person a ON a.id = k.created_by WHERE ${where}`;

export const presentKey = (row: KeyRow): KeyDto => ({
  id: row.id,
  name: row.name,
  scope: row.scope,
  person: { id: row.person_id, name: row.person_name, is_active: row.is_active },
  created_by: row.author,
  created_at: row.created_at.toISOString(),
  last_used_at: row.last_used_at?.toISOString() ?? null,
  revoked_at: row.revoked_at?.toISOString() ?? null,
});

/** A house has a handful; who has more sees the newest. */
const MOST = 200;

/** All keys, those in force first. */
export async function listKeys(actor: Actor): Promise<{ results: KeyDto[]; next: null }> {
  if (!may(actor, 'key.manage')) throw new Forbidden();
  const { rows } = await sql.query<KeyRow>(
    `${keyRows('true')} ORDER BY k.revoked_at IS NOT NULL, k.created_at DESC, k.id DESC LIMIT ${MOST}`,
  );
  return { results: rows.map(presentKey), next: null };
}
