import { env } from '../env';
import { NotFound } from '../errors';
import { isOwnMachine } from '../origin';
import type { Role } from '../schemas/values';

/**
 * The mailbox page holds sign-in codes, so it exists only while mail is caught (no SMTP_URL), and then for anyone at the
 * machine itself, elsewhere for admins.
 *
 * @throws NotFound otherwise: whether there is a mailbox is nobody's business.
 */
export function accessMailbox(role: Role | null): void {
  if (env().SMTP_URL || (!isOwnMachine() && role !== 'admin')) throw new NotFound();
}
