import { z } from 'zod';

/**
 * One plain mailbox address in its canonical form: NFKC first, then checked, then lower-cased. No quoted local
 * parts, comments, lists, groups or address literals: each of them has misrouted mail somewhere
 * (spec/reliability.md C10). ASCII only, so that look-alike letters cannot make a second account.
 */
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Returns the canonical address, or null when the text is not one plain address. */
export function canonicalAddress(input: string): string | null {
  if (input.length > 320) return null;
  // Plain spaces alone: a line break or separator at the end is no slip of the hand but the start of a header.
  const plain = input.replace(/^ +| +$/g, '');
  const folded = plain.normalize('NFKC');
  // A full-width @ or a circled letter folds to ASCII: then it was written to look like another address.
  if (folded !== plain) return null;
  const address = folded.toLowerCase();
  if (address.length > 254) return null;
  const at = address.indexOf('@');
  if (at < 1 || at > 64 || address.includes('@', at + 1)) return null;
  const labels = address.slice(at + 1).split('.');
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label)) || /^\d+$/.test(labels.at(-1)!))
    return null;
  return LOCAL.test(address.slice(0, at)) ? address : null;
}

export const emailAddress = z
  .string()
  .max(320, 'email')
  .transform((value, ctx) => {
    const address = canonicalAddress(value);
    if (address !== null) return address;
    ctx.addIssue({ code: 'custom', message: 'email', input: value });
    return z.NEVER;
  })
  .meta({ type: 'string', format: 'email', maxLength: 254 });
