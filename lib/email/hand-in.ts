import { createTransport } from 'nodemailer';

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
  const transport = createTransport({
    ...{ url, ignoreTLS: true, connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 20_000 },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  try {
    await transport.sendMail({ envelope, raw: typeof raw === 'string' ? raw : Buffer.from(raw) });
  } finally {
    transport.close();
  }
}
