import { setTimeout as sleep } from 'node:timers/promises';
import { ImapFlow } from 'imapflow';
import { headerText } from '../../email/header-text';
import type { AfterFetch, MailSecurity } from '../../schemas/values';
import { MAX_MAIL } from './mail-limits';
import { MailServerTrouble, troubleOf } from './server-trouble';

export interface ImapSettings {
  host: string;
  port: number;
  security: MailSecurity;
  username: string;
  password: string;
  folder: string;
  then_do: AfterFetch;
  move_to: string | null;
}

/** A mail in a folder, as its server tells of it before it is fetched. */
export interface MailInFolder {
  uid: number;
  size: number;
  /** When it came to the folder. */
  date: Date;
}

const PATIENCE = 10_000;
/** Characters of a server's own words that are kept. */
const SAID = 160;
const MAX_HEADERS = 64 * 1024;

/** One folder of an IMAP server, open. Whatever the server does is a {@link MailServerTrouble}. */
export class ImapFolder {
  private woken: (() => void) | null = null;
  private isNew = false;

  private constructor(
    private readonly client: ImapFlow,
    private readonly settings: ImapSettings,
  ) {
    client.on('exists', () => this.wake());
    client.on('close', () => this.wake());
  }

  /** Connects, signs in and opens the folder: to read alone, where nothing is to become of its mails. */
  static async open(settings: ImapSettings): Promise<ImapFolder> {
    const client = new ImapFlow({
      ...{ host: settings.host, port: settings.port, secure: settings.security === 'tls' },
      ...(settings.security === 'tls' ? {} : { doSTARTTLS: settings.security === 'starttls' }),
      auth: { user: settings.username, pass: settings.password },
      ...{ connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: 3 * 60_000 },
      // a server that promises more than we asked for is not listened to
      ...{ maxLiteralSize: MAX_MAIL + 1024 * 1024, maxResponseSize: 2 * MAX_MAIL, maxLineLength: 2 ** 20 },
      ...{ logger: false, autoIdleDelay: 300, clientInfo: { name: 'Switchboard' } },
    });
    // without a listener an error of a broken line would end the process
    client.on('error', () => {});
    const folder = new ImapFolder(client, settings);
    try {
      await client.connect();
      const readOnly = settings.then_do === 'leave';
      await within(client, client.mailboxOpen(settings.folder, { readOnly })).catch(noFolder);
      if (settings.then_do === 'move')
        await within(client, client.mailboxCreate(settings.move_to!)).catch(noFolder);
      return folder;
    } catch (error) {
      client.close();
      throw asTrouble(error);
    }
  }

  private get mailbox() {
    const { mailbox } = this.client;
    if (!mailbox) throw new MailServerTrouble('unreachable', 'The connection has ended.');
    return mailbox;
  }

  /** Numbers of mails mean something only together with this. */
  get uidValidity(): string {
    return String(this.mailbox.uidValidity);
  }
  /** The number that the next mail gets. */
  get uidNext(): number {
    return this.mailbox.uidNext;
  }
  get count(): number {
    return this.mailbox.exists;
  }
  /** The server tells by itself that something came. */
  get tells(): boolean {
    return this.client.capabilities.has('IDLE');
  }

  /** The mails with a higher number than `uid`, the lowest first. */
  newer(uid: number): Promise<MailInFolder[]> {
    return this.ask(async () => {
      this.isNew = false;
      // some servers tell what came only when they are asked something
      await this.client.noop();
      const mails: MailInFolder[] = [];
      if (this.count === 0) return mails;
      const query = { uid: true, size: true, internalDate: true } as const;
      // "n:*" is the last mail at least, however low its number
      for await (const mail of this.client.fetch(`${uid + 1}:*`, query, { uid: true }))
        if (mail.uid > uid)
          mails.push({ uid: mail.uid, size: mail.size ?? 0, date: new Date(mail.internalDate ?? 0) });
      return mails.sort((one, other) => one.uid - other.uid);
    });
  }

  /** The mail as it came, at most one byte more than we take; null when it is there no more. Marks nothing. */
  read(uid: number): Promise<Buffer | null> {
    return this.ask(async () => {
      const query = { source: { start: 0, maxLength: MAX_MAIL + 1 } };
      const mail = await this.client.fetchOne(String(uid), query, { uid: true });
      return mail ? (mail.source ?? null) : null;
    });
  }

  /** The beginning of a mail that is too large to be fetched: who wrote it, and about what. */
  head(uid: number): Promise<{ raw: Buffer; sender: string | null; subject: string }> {
    return this.ask(async () => {
      const query = { envelope: true, source: { start: 0, maxLength: MAX_HEADERS } };
      const mail = await this.client.fetchOne(String(uid), query, { uid: true });
      const { source = Buffer.alloc(0), envelope } = mail || {};
      const end = source.indexOf('\r\n\r\n');
      return {
        raw: end < 0 ? source : source.subarray(0, end + 4),
        sender: envelope?.from?.[0]?.address?.toLowerCase() ?? null,
        subject: envelope?.subject ?? '',
      };
    });
  }

  /** Does with a mail that is kept what is to be done with it. */
  settle(uid: number): Promise<void> {
    const { then_do, move_to } = this.settings;
    return this.ask(async () => {
      const { client } = this;
      const isDone =
        then_do === 'leave' ||
        (then_do === 'seen'
          ? await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true })
          : await client.messageMove(String(uid), move_to!, { uid: true }));
      if (isDone === false && client.usable)
        throw new MailServerTrouble(then_do === 'move' ? 'folder' : 'refused', `${then_do} ${uid}: NO`);
    });
  }

  /** Waits until the server tells of something, the line ends, or the time is over. */
  async untilNew(milliseconds: number, signal: AbortSignal): Promise<void> {
    if (this.isNew || !this.client.usable) return;
    const over = new AbortController();
    const told = new Promise<void>((resolve) => {
      this.woken = resolve;
    });
    const time = sleep(milliseconds, undefined, { signal: AbortSignal.any([signal, over.signal]) });
    await Promise.race([told, time.catch(() => {})]);
    over.abort();
    this.woken = null;
  }

  async close(): Promise<void> {
    await Promise.race([this.client.logout(), sleep(2_000)]).catch(() => {});
    this.client.close();
  }

  private wake(): void {
    this.isNew = true;
    this.woken?.();
  }

  private async ask<T>(work: () => Promise<T>): Promise<T> {
    try {
      if (!this.client.usable) throw new MailServerTrouble('unreachable', 'The connection has ended.');
      return await work();
    } catch (error) {
      throw asTrouble(error);
    }
  }
}

/** A server that lets us in and then says nothing more. */
async function within<T>(client: ImapFlow, work: Promise<T>): Promise<T> {
  const timer = setTimeout(() => client.close(), 2 * PATIENCE);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}

interface ImapError extends Error {
  code?: string;
  authenticationFailed?: boolean;
  responseText?: string;
  /** NO or BAD. */
  responseStatus?: string;
}

/** @throws the error as it is, or a trouble with the folder when the server says no. */
function noFolder(error: ImapError): never {
  if (error.responseStatus !== 'NO') throw error;
  throw new MailServerTrouble('folder', headerText(error.responseText || error.message, SAID));
}

function asTrouble(error: unknown): MailServerTrouble {
  if (error instanceof MailServerTrouble) return error;
  const problem = error as ImapError;
  const said = headerText(problem.responseText || problem.message, SAID);
  if (problem.authenticationFailed) return new MailServerTrouble('login', said);
  return new MailServerTrouble(troubleOf(problem), said);
}
