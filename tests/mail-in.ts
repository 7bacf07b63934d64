import { newNonce } from '@/lib/auth/secrets';
import { newId } from '@/lib/clock';
import { processMails } from '@/lib/commands/process-mails';
import { keepMail } from '@/lib/commands/steps/keep-mail';
import { sql } from '@/lib/db/transaction';
import type { MailInState, MailReason } from '@/lib/rules/mail-states';

/** Mail as it comes in, without the doors that it comes through. */
export async function addMailbox(address: string, given: { authHost?: string } = {}): Promise<string> {
  const id = newId();
  await sql.query('INSERT INTO mailbox (id, address, nonce, auth_host) VALUES ($1, $2, $3, $4)', [
    ...[id, address, newNonce(), given.authHost ?? null],
  ]);
  return id;
}

export interface Ended {
  id: string;
  state: MailInState;
  reason: MailReason | null;
  detail: string | null;
  ticket_id: string | null;
  message_id: string | null;
  answered_id: string | null;
  outbound_id: string | null;
  is_forged: boolean;
}

/** Takes a raw mail and reads it. */
export async function receive(
  mailboxId: string,
  raw: string | Uint8Array,
  given: { returnPath?: string | null; recipients?: string[]; doorKey?: string } = {},
): Promise<Ended> {
  const { id } = await keepMail({
    ...{ mailboxId, door: 'smtp', doorKey: given.doorKey ?? null },
    ...{ raw: Buffer.from(raw), returnPath: given.returnPath ?? null, recipients: given.recipients ?? [] },
  });
  await processMails(id);
  return ended(id);
}

export const ended = async (id: string): Promise<Ended> =>
  (await sql.query<Ended>('SELECT * FROM inbound_mail WHERE id = $1', [id])).rows[0]!;

let count = 0;

/** A mail as a person's program writes it; headers that are given replace or add, `undefined` takes one out. */
export function rawMail(
  headers: Record<string, string | undefined>,
  body = 'The printer is broken.',
): string {
  const all: Record<string, string | undefined> = {
    From: 'Carla Conti <carla@example.test>',
    To: 'support@switchboard.test',
    Subject: 'Printer',
    'Message-ID': `<${++count}.${process.pid}@example.test>`,
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  };
  const lines = Object.entries(all).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}`],
  );
  return `${lines.join('\r\n')}\r\n\r\n${body.replaceAll('\n', '\r\n')}\r\n`;
}
