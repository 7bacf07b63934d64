import { createTransport } from 'nodemailer';
import { headerText } from './header-text';

const PATIENCE_MS = 5_000;

/** Connects to a mail server and signs in, as a mail would, and hangs up. Null when that went well, else why not. */
export async function greetServer(url: string): Promise<string | null> {
  const transport = createTransport({
    url,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  });
  try {
    await transport.verify();
    return null;
  } catch (error) {
    const { message, response, code } = error as Error & { response?: string; code?: string };
    return headerText(response || `${message}${code ? ` (${code})` : ''}`, 240);
  } finally {
    transport.close();
  }
}
