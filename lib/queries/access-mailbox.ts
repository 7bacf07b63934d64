import { isIP } from 'node:net';
import { env } from '../env';
import { NotFound } from '../errors';
import type { Role } from '../schemas/values';

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

/**
 * The mailbox page holds sign-in codes, so it exists only while mail is caught (no SMTP_URL), and then for anyone on a
 * machine that talks to itself alone, else for admins.
 *
 * @throws NotFound otherwise: whether there is a mailbox is nobody's business.
 */
export function accessMailbox(role: Role | null): void {
  const { SMTP_URL, HOST } = env();
  if (SMTP_URL || (!isLoopback(HOST) && role !== 'admin')) throw new NotFound();
}
