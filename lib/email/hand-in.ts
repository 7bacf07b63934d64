import { createTransport } from 'nodemailer';
import { headerText } from './header-text';

/** The setting that holds the address of the demo's own door for mail. */
export const MAIL_DOOR_KEY = 'mail_in_door';

/**
 * Hands a raw mail to a mail server, as another mail server does.
 *
 * @param url e.g. `smtp://127.0.0.1:2525`.
 * @throws Error with the server's `responseCode` when it does not take it.
 */
export async function handIn(
  url: string,
  envelope: { from: string; to: string[] },
  raw: string | Uint8Array,
): Promise<void> {
  await send(url, { envelope, raw: typeof raw === 'string' ? raw : Buffer.from(raw) });
}

/** What a person writes in his mail program. Header values may come from anywhere. */
export interface PersonsLetter {
  from: string | { name: string; address: string };
  to: string;
  subject: string;
  /** Of an answer: the `Message-ID` that it answers. */
  inReplyTo?: string;
  references?: string;
  text: string;
}

export const sendLetter = (url: string, letter: PersonsLetter): Promise<void> =>
  send(url, {
    ...letter,
    subject: headerText(letter.subject, 250),
    envelope: { from: typeof letter.from === 'string' ? letter.from : letter.from.address, to: [letter.to] },
  });

async function send(
  url: string,
  mail: Parameters<ReturnType<typeof createTransport>['sendMail']>[0],
): Promise<void> {
  const transport = createTransport({
    ...{ url, ignoreTLS: true, connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 20_000 },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  try {
    await transport.sendMail(mail);
  } finally {
    transport.close();
  }
}
