import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { log } from '../../log';
import { MAX_MAIL } from './mail-limits';

export interface SmtpDoorWork {
  /** The mailbox of an address, or null when the house has none there. */
  mailboxOf(address: string): Promise<string | null>;
  /** Keeps the mail. When it resolves, it outlives whatever happens to us; when it does not, the sender has it still. */
  take(mail: { mailboxId: string; raw: Buffer; returnPath: string; recipients: string[] }): Promise<unknown>;
}

/** Connections at once; a relay in front of us opens a few. Each may hold a mail in memory. */
const MAX_CLIENTS = 12;
const MAX_RECIPIENTS = 100;

/**
 * Takes mail by SMTP, from a mail server in front of it: no encryption, no names, no relaying. It says `250` only when
 * the raw bytes are kept, so whatever happens before, the sender tries again.
 *
 * @throws Error (EADDRINUSE) when somebody else has the port.
 */
export async function startSmtpDoor(
  { host, port }: { host: string; port: number },
  work: SmtpDoorWork,
): Promise<{ port: number; stop(): Promise<void> }> {
  const server = new SMTPServer({
    size: MAX_MAIL,
    maxClients: MAX_CLIENTS,
    socketTimeout: 60_000,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    banner: 'switchboard',
    logger: false,
    onRcptTo({ address }, session, callback) {
      if (session.envelope.rcptTo.length >= MAX_RECIPIENTS)
        return callback(refusal(452, 'Too many recipients'));
      work.mailboxOf(address).then(
        (id) => callback(id === null ? refusal(550, 'No such mailbox here') : null),
        () => callback(refusal(451, 'Try again later')),
      );
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on('data', (chunk: Buffer) => {
        size += chunk.byteLength;
        if (size <= MAX_MAIL) chunks.push(chunk);
      });
      stream.on('error', callback);
      stream.on('end', () => {
        if (stream.sizeExceeded || size > MAX_MAIL) return callback(refusal(552, 'The mail is too large'));
        takeAll(session, Buffer.concat(chunks), work).then(
          () => callback(),
          (error: Error) => {
            log.warn({ err: error }, 'mail not taken; its sender keeps it');
            callback(refusal(451, 'Cannot be kept now, try again later'));
          },
        );
      });
    },
  });
  server.on('error', (error) => log.warn({ err: error }, 'a connection of mail in failed'));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** One mail to several of our mailboxes is one in each. */
async function takeAll({ envelope }: SMTPServerSession, raw: Buffer, work: SmtpDoorWork): Promise<void> {
  const recipients = envelope.rcptTo.map(({ address }) => address);
  const mailboxes = await Promise.all(recipients.map((address) => work.mailboxOf(address)));
  const returnPath = envelope.mailFrom ? envelope.mailFrom.address : '';
  for (const mailboxId of new Set(mailboxes))
    if (mailboxId !== null)
      await work.take({
        ...{ mailboxId, raw, returnPath },
        recipients: recipients.filter((_address, at) => mailboxes[at] === mailboxId),
      });
}

const refusal = (responseCode: number, message: string) =>
  Object.assign(new Error(message), { responseCode });
