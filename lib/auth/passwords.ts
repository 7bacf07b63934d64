import { hash, verify } from '@node-rs/argon2';
import { Invalid } from '../errors';

/** Argon2id with OWASP's figures: 19 MiB, two passes, one lane; about 15 ms here. All of the password counts. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A hash of the same cost that no password has: what is checked when there is no account or no password. */
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$8JcSj3ecLgjBxjrZ2JN/Ew$K1na3Oo7cYRBVVZTPOs8lCkdEAa3Htf0UPe1NV3sQbI';

/** Two keyboards may write the same character in two ways. */
const folded = (password: string): string => password.normalize('NFKC');

export const hashPassword = (password: string): Promise<string> => hash(folded(password), COST);

/** Checks a password in the same time whether or not there is one to check against (spec/reliability.md C07). */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  const matches = await verify(stored ?? NOBODY, folded(password));
  return matches && stored !== null;
}

/** The address is the first thing that anybody tries. Throws Invalid `password: same_as_email`. */
export function refuseOwnAddress(password: string, email: string | null): void {
  if (password.trim().toLowerCase() === email) throw new Invalid({ password: ['same_as_email'] });
}
