import { createTransport } from 'nodemailer';
import { Unavailable } from '../errors';
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
 * What became of a try. `sent`: the server took it. `refused`: it never will (5xx for this mail). `later`: it may (4xx,
 * no connection); `unreachable` tells that the server as a whole did not answer. `channel`: the server refuses us, not
 * the mail, so every other mail would fail as well. Reasons are plain words and the server's own first line.
 */
export type Delivery =
  | { kind: 'sent'; providerId: string }
  | { kind: 'refused'; reason: string }
  | { kind: 'later'; reason: string; unreachable: boolean }
  | { kind: 'channel'; reason: string };

type Pool = ReturnType<typeof openPool>;
let pool: Pool | undefined;

/** Above all timeouts of the protocol: a server that trickles bytes must not hold a worker for ever. */
const LONGEST_SEND = 120_000;

function openPool(url: string) {
  return createTransport({
    url,
    pool: true,
    maxConnections: 5,
    maxMessages: 100,
    // our ledger repeats, and only it: the pool's own repeats would be further copies
    maxRequeues: 0,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** Opens the process's pool to this server, e.g. `smtps://user:secret@mail.example:465`. */
export function openTransport(url: string): void {
  closeTransport();
  pool = openPool(url);
}

export function closeTransport(): void {
  pool?.close();
  pool = undefined;
}

/**
 * Hands one mail to the server. Never throws for what a server does.
 * @throws Unavailable when this process has not opened its transport.
 */
export async function deliver(mail: OutgoingMail): Promise<Delivery> {
  if (!pool) throw new Unavailable('Mail is not ready yet.');
  const first = await attempt(pool, mail, mail.withoutSender ? '' : mail.from.address);
  // some relays take no mail without a sender; then an ordinary one is better than none
  if (mail.withoutSender && first.refusedSender)
    return (await attempt(pool, mail, mail.from.address)).delivery;
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
