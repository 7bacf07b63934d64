import { isIP } from 'node:net';
import { sixDigits, tokenFor } from '../auth/secrets';
import { sql } from '../db/transaction';
import { env } from '../env';
import { envelopeOf, type FoundFacts, type MailRow } from './mail-row';

interface Secret {
  id: string;
  nonce: string;
  seconds: number;
  is_over: boolean;
}
const seconds = `extract(epoch FROM expires_at - created_at)::float8 AS seconds`;

/**
 * Browser and address of who asked, as far as they are what they seem: a header behind a badly set-up proxy must not
 * become a text in somebody else's mail (control C35).
 */
function placeOf(requestedBy: string): string | null {
  const parts = requestedBy
    .split(' · ')
    .filter((part) => isIP(part) || (part !== 'unknown' && /^[a-z]+( internet)?(, [a-z]+)?$/i.test(part)));
  return parts.join(' · ') || null;
}

/** A code to sign in or to prove an address with. */
export async function codeFacts(row: MailRow): Promise<FoundFacts> {
  const { rows } = await sql.query<Secret & { requested_by: string }>(
    `SELECT id, nonce, requested_by, ${seconds},
       expires_at <= now() OR used_at IS NOT NULL OR voided_at IS NOT NULL AS is_over
     FROM email_code WHERE id = $1 AND email = $2`,
    [row.secret_id, row.recipient],
  );
  const code = rows[0];
  if (!code || code.is_over) return { skip: 'The code had expired, or a newer one replaced it.' };
  return {
    facts: {
      ...envelopeOf(row),
      template: 'code',
      digits: sixDigits(code.id, code.nonce),
      minutes: Math.round(code.seconds / 60),
      requestedFrom: placeOf(code.requested_by),
    },
  };
}

/** Links to a page where a password is chosen. A reset may have been asked for an address that nobody has. */
export async function linkFacts(
  row: MailRow,
  template: 'invitation' | 'password_reset',
): Promise<FoundFacts> {
  const purpose = template === 'invitation' ? 'invitation' : 'reset';
  const { rows } = await sql.query<Secret & { is_bound: boolean }>(
    `SELECT id, nonce, ${seconds}, expires_at <= now() OR used_at IS NOT NULL AS is_over,
       person_id IS NOT NULL AS is_bound
     FROM verification_token WHERE id = $1 AND purpose = $2`,
    [row.secret_id, purpose],
  );
  const token = rows[0];
  if (token && !token.is_bound) return { skip: 'Nobody has this address, so there is nothing to send.' };
  if (!token || token.is_over) return { skip: 'The link had expired, was used, or a newer one replaced it.' };
  // behind the #, so that it reaches no server's log
  const fragment = tokenFor(purpose, token.id, token.nonce);
  const { APP_URL } = env();
  const link =
    template === 'invitation'
      ? {
          template,
          url: `${APP_URL}/invitation#${fragment}`,
          days: Math.max(1, Math.round(token.seconds / 86_400)),
        }
      : {
          template,
          url: `${APP_URL}/reset-password#${fragment}`,
          hours: Math.max(1, Math.round(token.seconds / 3_600)),
        };
  return { facts: { ...envelopeOf(row), ...link } };
}
