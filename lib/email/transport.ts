import { createTransport } from 'nodemailer';
import { Unavailable } from '../errors';
import type { MailSecurity } from '../schemas/values';
import { headerText } from './header-text';

/** A mail ready to leave. Addresses are plain and checked; the recipient is one. */
export interface OutgoingMail {
  messageId: string;
  inReplyTo: string | null;
  references: string[];
  from: { name: string; address: string };
  /** Where an answer goes, when that is not where it came from. */
  replyTo: string | null;
  to: { name: string; address: string };
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  /** Bytes, never a path or an address: this is asserted by `disableFileAccess` as well. */
  attachments: { filename: string; contentType: string; content: Buffer }[];
  /** An acknowledgement leaves without a sender in its envelope, so that no bounce of it comes back. */
  withoutSender: boolean;
}

/**
 * What became of a try. `sent`: the server took it. `refused`: it never will (5xx for this mail). `spared`: it was not tried, as
 * its reader has seen what it says. `later`: it may (4xx,
 * no connection); `unreachable` tells that the server as a whole did not answer. `channel`: the server refuses us, not
 * the mail, so every other mail would fail as well. Reasons are plain words and the server's own first line.
 */
export type Delivery =
  | { kind: 'sent'; providerId: string }
  | { kind: 'refused'; reason: string }
  | { kind: 'spared'; reason: string }
  | { kind: 'later'; reason: string; unreachable: boolean }
  | { kind: 'channel'; reason: string };

/** A mail server of one mailbox, where its mails leave in place of the house's. */
export interface MailExit {
  mailboxId: string;
  /** Another one with each change of what follows. */
  version: string;
  host: string;
  port: number;
  security: MailSecurity;
  username: string | null;
  password: string | null;
}

type Pool = ReturnType<typeof openPool>;
let pool: Pool | undefined;
/** Of the mailboxes that have a server of their own. */
const exits = new Map<string, { version: string; pool: Pool; usedAt: number }>();
/** A pool that nothing left by for so long is closed when another one is asked for. */
const IDLE_MS = 10 * 60_000;

/** Above all timeouts of the protocol: a server that trickles bytes must not hold a worker for ever. */
const LONGEST_SEND = 120_000;

const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 } as const;

function openPool(server: { url: string } | ReturnType<typeof serverOf>) {
  return createTransport({
    ...server,
    pool: true,
    maxConnections: 5,
    maxMessages: 100,
    // our ledger repeats, and only it: the pool's own repeats would be further copies
    maxRequeues: 0,
    ...TIMEOUTS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** As the mail library is told of it. */
export function serverOf({
  host,
  port,
  security,
  username,
  password,
}: Omit<MailExit, 'mailboxId' | 'version'>) {
  return {
    ...{ host, port, secure: security === 'tls' },
    ...{ requireTLS: security === 'starttls', ignoreTLS: security === 'none' },
    ...(username === null ? {} : { auth: { user: username, pass: password ?? '' } }),
  };
}

function poolOf(exit: MailExit): Pool {
  for (const [id, { version, pool, usedAt }] of exits) {
    const isOver = id === exit.mailboxId ? version !== exit.version : Date.now() - usedAt > IDLE_MS;
    if (!isOver) continue;
    pool.close();
    exits.delete(id);
  }
  const open = exits.get(exit.mailboxId) ?? {
    ...{ version: exit.version, pool: openPool(serverOf(exit)), usedAt: 0 },
  };
  open.usedAt = Date.now();
  exits.set(exit.mailboxId, open);
  return open.pool;
}

/** Opens the process's pool to this server, e.g. `smtps://user:secret@mail.example:465`. */
export function openTransport(url: string): void {
  closeTransport();
  pool = openPool({ url });
}

export function closeTransport(): void {
  pool?.close();
  pool = undefined;
  for (const exit of exits.values()) exit.pool.close();
  exits.clear();
}

/**
 * Hands one mail to the house's server, or to its mailbox's own. Never throws for what a server does.
 * @throws Unavailable when this process has not opened its transport.
 */
export async function deliver(mail: OutgoingMail, exit: MailExit | null = null): Promise<Delivery> {
  if (!pool) throw new Unavailable('Mail is not ready yet.');
  const way = exit ? poolOf(exit) : pool;
  const first = await attempt(way, mail, mail.withoutSender ? '' : mail.from.address);
  // some relays take no mail without a sender; then an ordinary one is better than none
  if (mail.withoutSender && first.refusedSender)
    return (await attempt(way, mail, mail.from.address)).delivery;
  return first.delivery;
}

async function attempt(open: Pool, mail: OutgoingMail, sender: string) {
  try {
    const info = await open.sendMail({
      messageId: mail.messageId,
      ...(mail.inReplyTo ? { inReplyTo: mail.inReplyTo } : {}),
      references: mail.references,
      from: mail.from,
      to: [mail.to],
      ...(mail.replyTo ? { replyTo: mail.replyTo } : {}),
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
      headers: mail.headers,
      attachments: mail.attachments,
      envelope: { from: sender, to: [mail.to.address] },
      disableFileAccess: true,
      disableUrlAccess: true,
      signal: AbortSignal.timeout(LONGEST_SEND),
    });
    return { delivery: { kind: 'sent', providerId: headerText(info.response ?? '', 200) } as const };
  } catch (error) {
    const problem = error as SmtpError;
    return {
      delivery: classify(problem),
      refusedSender: isFinal(problem) && problem.command === 'MAIL FROM',
    };
  }
}

interface SmtpError extends Error {
  code?: string;
  command?: string;
  response?: string;
  responseCode?: number;
}

const isFinal = (error: SmtpError): boolean => (error.responseCode ?? 0) >= 500;
/** The server wants other credentials than ours (RFC 4954); it says nothing about the mail. */
const NOT_LET_IN = new Set([530, 534, 535, 538]);
/** Where in the dialogue a 5xx speaks of this one mail. */
const ABOUT_THE_MAIL = new Set(['MAIL FROM', 'RCPT TO', 'DATA']);

function classify(error: SmtpError): Delivery {
  const said = headerText(error.response ?? '', 240);
  if (['EAUTH', 'ENOAUTH', 'EOAUTH2'].includes(error.code ?? '') || NOT_LET_IN.has(error.responseCode ?? 0))
    return { kind: 'channel', reason: `The mail server does not let us in. ${said}`.trim() };
  const aboutTheMail = ABOUT_THE_MAIL.has(error.command ?? '');
  if (isFinal(error) && aboutTheMail)
    return { kind: 'refused', reason: `The mail server refused it: ${said}` };
  // the message as such cannot leave: too large for the server, or an address it cannot take
  if (!error.responseCode && aboutTheMail && ['EMESSAGE', 'EENVELOPE'].includes(error.code ?? ''))
    return { kind: 'refused', reason: `The mail cannot be sent: ${headerText(error.message, 240)}` };
  if (error.responseCode && aboutTheMail)
    return { kind: 'later', reason: `The mail server asks to try later: ${said}`, unreachable: false };
  const cause = error.code ? ` (${error.code})` : '';
  return {
    kind: 'later',
    reason: `The mail server could not be reached${cause}. ${said}`.trim(),
    unreachable: true,
  };
}
