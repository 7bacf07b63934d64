import { env } from '../env';
import { NotFound } from '../errors';
import type { Role } from '../schemas/values';
import { accessMailbox } from './access-mailbox';

/**
 * The lab plays customers and vendors, so it exists in the demo alone, and there for whom its mailbox page exists.
 *
 * @throws NotFound otherwise.
 */
export function accessLab(role: Role | null): void {
  accessMailbox(role);
  if (!env().DEMO) throw new NotFound();
}
