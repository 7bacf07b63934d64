import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { newId } from '../clock';
import { pool } from '../db/pool';
import { log } from '../log';
import { headerText } from './header-text';
import { readMail } from './read-mail';

const KEPT = 1_000;
const MAX_SIZE = 10 * 1024 * 1024;

/**
 * The mail server of the demo: real SMTP on a free local port, taking every mail and keeping the newest thousand for
 * the mailbox page. Nothing leaves the machine.
 */
export async function startCatchAll(): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = new SMTPServer({
    size: MAX_SIZE,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    banner: 'switchboard catch-all',
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', callback);
      stream.on('end', () => {
        const sender = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
        const recipients = session.envelope.rcptTo.map((to) => to.address);
        keep(sender, recipients, Buffer.concat(chunks)).then(() => callback(), callback);
      });
    },
  });
  server.on('error', (error) => log.warn({ err: error }, 'catch-all connection failed'));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function keep(sender: string, recipients: string[], bytes: Buffer): Promise<void> {
  // U+0000 is the one character that PostgreSQL cannot keep
  const raw = bytes.toString('utf8').replaceAll('\0', '\ufffd');
  const { subject } = await readMail(raw);
  for (const recipient of recipients)
    await pool().query(
      'INSERT INTO caught_mail (id, recipient, sender, subject, raw) VALUES ($1, $2, $3, $4, $5)',
      [newId(), recipient.toLowerCase(), sender, headerText(subject, 998), raw],
    );
  await pool().query(
    `DELETE FROM caught_mail WHERE id IN
       (SELECT id FROM caught_mail ORDER BY created_at DESC, id DESC OFFSET ${KEPT})`,
  );
}
