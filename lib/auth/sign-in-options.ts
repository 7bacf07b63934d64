import { env } from '../env';
import { isOwnMachine } from '../origin';
import { isGoogleConfigured } from './google';

export interface SignInOptions {
  google: boolean;
  /** The demo people's password; only where nobody but this machine can see the page. */
  demo: { password: string } | null;
  /** /mailbox is open to everybody: the code can be read there. */
  mailbox: boolean;
  /** So is /lab. */
  lab: boolean;
}

/** What the sign-in pages may offer on this installation. */
export function signInOptions(): SignInOptions {
  const { DEMO, DEMO_PASSWORD, SMTP_URL } = env();
  const isOurs = isOwnMachine();
  return {
    google: isGoogleConfigured(),
    demo: DEMO && isOurs && DEMO_PASSWORD ? { password: DEMO_PASSWORD } : null,
    mailbox: isOurs && !SMTP_URL,
    lab: DEMO && isOurs && !SMTP_URL,
  };
}
