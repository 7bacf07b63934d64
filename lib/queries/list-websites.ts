import { tokenFor } from '../auth/secrets';
import { type Sql, sql } from '../db/transaction';
import { Forbidden, NotFound } from '../errors';
import { type Actor, may } from '../rules/permissions';
import type { IdentitySecretDto, WebsiteDto } from '../schemas/website';

const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const websiteRows = (where = 'true') => `
  SELECT id, key, name, origins, team_id AS team, languages, asks_email, greeting, accent, side, verified_only, is_active,
    ${iso('first_seen_at')} AS first_seen_at, ${iso('last_seen_at')} AS last_seen_at, ${iso('created_at')} AS created_at
  FROM widget WHERE ${where} ORDER BY widget.created_at, id`;

/** All websites with a chat, the first one first. */
export async function listWebsites(actor: Actor): Promise<{ results: WebsiteDto[] }> {
  if (!may(actor, 'channel.edit')) throw new Forbidden();
  return { results: (await sql.query<WebsiteDto>(websiteRows())).rows };
}

/** One of them, without asking who wants it. @throws NotFound. */
export async function readWebsite(from: Sql, id: string): Promise<WebsiteDto> {
  const { rows } = await from.query<WebsiteDto>(websiteRows('id = $1'), [id]);
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

/** The website that a public key names. @throws NotFound also for one that was switched off. */
export async function openWebsite(from: Sql, key: string): Promise<WebsiteDto> {
  const { rows } = await from.query<WebsiteDto>(websiteRows('key = $1 AND is_active'), [key]);
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

/** With what a website says who its visitors are. Derived and never stored. */
export async function getIdentitySecret(actor: Actor, id: string): Promise<IdentitySecretDto> {
  if (!may(actor, 'channel.edit')) throw new Forbidden();
  return identitySecret(sql, id);
}

/** The same without asking who wants it. @throws NotFound. */
export async function identitySecret(from: Sql, id: string): Promise<IdentitySecretDto> {
  const { rows } = await from.query<{ nonce: string }>('SELECT nonce FROM widget WHERE id = $1', [id]);
  if (!rows[0]) throw new NotFound();
  return { secret: tokenFor('widget-identity', id, rows[0].nonce).split('.')[1]! };
}
