import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail as it came over the wire. */
export interface WireMail {
  sender: string;
  recipients: string[];
  raw: string;
  messageId: string;
}

/** What the server does with the next mail: takes it, refuses it at a step, or cuts the line after taking it. */
export type Play =
  | { at: 'take' }
  | { at: 'mail' | 'rcpt' | 'data'; code: number; text?: string }
  /** The mail is taken and kept, but the reply never arrives. */
  | { at: 'cut' }
  /** Something happens, and ends, between the end of DATA and the reply. */
  | { at: 'taken'; act: () => unknown }
  /** The reply to DATA comes late. */
  | { at: 'slow'; milliseconds: number };

export interface ScriptedSmtp {
  url: string;
  received: WireMail[];
  /** Steps for the coming mails, used up in order; then everything is taken. */
  script: Play[];
  stop: () => Promise<void>;
}

const refusal = (code: number, text = `${code} as scripted`) =>
  Object.assign(new Error(text), { responseCode: code });

/** A real SMTP server that plays a script: what mail does is tested on the wire, not against a double. */
export async function startScriptedSmtp(options: SMTPServerOptions = {}): Promise<ScriptedSmtp> {
  const received: WireMail[] = [];
  const script: Play[] = [];
  const current = new Map<string, Play>();
  const refuses = (sessionId: string, at: 'mail' | 'rcpt' | 'data') => {
    const play = current.get(sessionId);
    return play && play.at === at && 'code' in play ? refusal(play.code, play.text) : null;
  };
  const server: SMTPServer = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    onMailFrom(_address, session, callback) {
      current.set(session.id, script.shift() ?? { at: 'take' });
      callback(refuses(session.id, 'mail'));
    },
    onRcptTo: (_address, session, callback) => callback(refuses(session.id, 'rcpt')),
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        const refused = refuses(session.id, 'data');
        if (refused) return callback(refused);
        const raw = Buffer.concat(chunks).toString('latin1');
        const sender = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
        const recipients = session.envelope.rcptTo.map((to) => to.address);
        const messageId = /^Message-ID: *\r?\n? *(<[^>]+>)/im.exec(raw)?.[1] ?? '';
        received.push({ sender, recipients, raw, messageId });
        const play = current.get(session.id);
        if (play?.at === 'taken') await play.act();
        if (play?.at === 'cut') return cut(server, session.id);
        setTimeout(() => callback(), play?.at === 'slow' ? play.milliseconds : 0);
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    script,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The line breaks as a real one does: no reply, no goodbye. */
function cut(server: SMTPServer, sessionId: string): void {
  for (const connection of server.connections)
    if (connection.session.id === sessionId) connection._socket.destroy();
}
