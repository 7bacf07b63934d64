import { sameText, tokenFor } from '../auth/secrets';
import { sql } from '../db/transaction';
import { env } from '../env';
import { Forbidden, NotFound } from '../errors';
import { type Actor, may } from '../rules/permissions';
import type { MessengerWebhookDto, VerifyMessengerQuery } from '../schemas/messenger';

/** Where Facebook tells of a page, and the word by which it knows us. The word is derived and never stored. */
export async function getMessengerWebhook(actor: Actor, id: string): Promise<MessengerWebhookDto> {
  if (!may(actor, 'channel.edit')) throw new Forbidden();
  const word = await wordOf(id);
  if (word === null) throw new NotFound();
  return { url: `${env().APP_URL}/api/channels/messenger/${id}/`, verify_token: word };
}

/**
 * Answers Facebook's question whether this door is meant.
 *
 * @returns what it wants to hear back. @throws NotFound; Forbidden for another word.
 */
export async function verifyMessengerWebhook(id: string, query: VerifyMessengerQuery): Promise<string> {
  const word = await wordOf(id);
  if (word === null) throw new NotFound();
  const isRight = sameText(query['hub.verify_token'] ?? '', word);
  if (query['hub.mode'] !== 'subscribe' || !isRight) throw new Forbidden('This word is not the right one.');
  return query['hub.challenge'] ?? '';
}

async function wordOf(id: string): Promise<string | null> {
  const { rows } = await sql.query<{ nonce: string }>('SELECT nonce FROM messenger_page WHERE id = $1', [id]);
  return rows[0] ? tokenFor('messenger-verify', id, rows[0].nonce).split('.')[1]! : null;
}
