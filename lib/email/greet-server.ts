import { createTransport } from 'nodemailer';
import { headerText } from './header-text';
import type { serverOf } from './transport';

const PATIENCE_MS = 5_000;

/** What a server said, or what became of the line to it. */
export interface Refused {
  error: Error & { code?: string; responseCode?: number };
  said: string;
}

/** Connects to a mail server and signs in, as a mail would, and hangs up. Null when that went well. */
export async function greetServer(
  server: { url: string } | ReturnType<typeof serverOf>,
): Promise<Refused | null> {
  const transport = createTransport({
    ...server,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  });
  try {
    await transport.verify();
    return null;
  } catch (error) {
    const problem = error as Refused['error'] & { response?: string };
    const { message, response, code } = problem;
    return { error: problem, said: headerText(response || `${message}${code ? ` (${code})` : ''}`, 160) };
  } finally {
    transport.close();
  }
}
