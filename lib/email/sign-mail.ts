import { createHmac } from 'node:crypto';
import { env } from '../env';

/** Keyed digest of an id that leaves the house in a mail; `purpose` keeps one kind from serving as another. */
export function signMail(purpose: 'message' | 'thread' | 'loop' | 'reply', id: string): Buffer {
  return createHmac('sha256', env().AUTH_SECRET).update(`mail-${purpose}\n${id}`).digest();
}
