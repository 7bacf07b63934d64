import { env } from '../env';
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
  const { DEMO, DEMO_PASSWORD, HOST, SMTP_URL } = env();
  const loopback = ['127.0.0.1', 'localhost', '::1'].includes(HOST);
  return {
    google: isGoogleConfigured(),
    demo: DEMO && loopback && DEMO_PASSWORD ? { password: DEMO_PASSWORD } : null,
    mailbox: loopback && !SMTP_URL,
    lab: DEMO && loopback && !SMTP_URL,
  };
}
