import { sameText } from '../auth/secrets';
import type { ParsedMail } from '../channels/email/parsed-mail';
import { parseMessageId } from './message-id';
import { signMail } from './sign-mail';

/**
 * Did this mail leave from here? By its Message-ID and its loop header, which only we can make, or by its sender: an
 * address of the house, plus and token or not.
 */
export function isOurMail(
  { messageRef, from, headers }: Pick<ParsedMail, 'messageRef' | 'from' | 'headers'>,
  addresses: readonly string[],
): boolean {
  if (messageRef && parseMessageId(messageRef)) return true;
  const loop = headers.find(({ name }) => name === 'x-switchboard-loop')?.value ?? '';
  const [id = '', digest = ''] = loop.split('.');
  if (sameText(digest, signMail('loop', id).toString('hex', 0, 8))) return true;
  return from.some(({ address }) => addresses.includes(withoutPlus(address.toLowerCase())));
}

/** `support+anything@x` is `support@x`. */
export const withoutPlus = (address: string): string => address.replace(/\+[^@]*@/, '@');
