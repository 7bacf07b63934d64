import { ImapFolder } from '@/lib/channels/email/imap-folder';
import { MailServerTrouble } from '@/lib/channels/email/server-trouble';
import { fetchMails } from '@/lib/commands/fetch-mails';
import {
  claimSource,
  holdSource,
  type ImapSource,
  letGo,
  noteFetched,
  noteTrouble,
  SourceLost,
} from '@/lib/commands/steps/imap-source';
import { passwordOf } from '@/lib/commands/steps/mail-servers';
import { env } from '@/lib/env';
import { log } from '@/lib/log';

/** How often a worker looks for a mailbox that nobody fetches from. */
const CLAIM_MS = 3_000;
/** How often a folder is looked at whose server tells by itself that something came, and one whose does not. */
const LOOK_MS = { told: 60_000, untold: 15_000 };
/** Mailboxes that one worker fetches from at once: a connection each. */
const MOST = 50;

/**
 * Fetches the mail of the mailboxes that have an IMAP server: one connection each, held open, over all workers. What
 * cannot be reached is left alone for a while; nothing of it holds up anybody else.
 */
export function startMailFetch(): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const under = new Set<Promise<void>>();
  let looking: Promise<void> | null = null;
  const look = async () => {
    while (under.size < MOST && !stopping.signal.aborted) {
      const source = await claimSource();
      if (!source) return;
      const tended = tend(source, stopping.signal).finally(() => under.delete(tended));
      under.add(tended);
    }
  };
  const tick = () => {
    looking ??= look()
      .catch((error: Error) => log.warn({ err: error }, 'no mailbox could be taken to fetch from'))
      .finally(() => {
        looking = null;
      });
  };
  tick();
  const timer = setInterval(tick, CLAIM_MS);
  return {
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await looking;
      await Promise.all(under);
    },
  };
}

/** Fetches from one mailbox until it is somebody else's, in trouble, or the worker ends. Never throws. */
async function tend(source: ImapSource, stopping: AbortSignal): Promise<void> {
  const over = new AbortController();
  const ending = AbortSignal.any([stopping, over.signal]);
  const renewing = setInterval(
    () => {
      holdSource(source).then(
        (isOurs) => isOurs || over.abort(),
        // the lease runs out by itself, and then it is another's
        (error: Error) => log.warn({ err: error, mailbox: source.address }, 'lease of a mailbox not renewed'),
      );
    },
    (env().LEASE_SECONDS * 1_000) / 3,
  );
  try {
    await stay(source, ending);
    await letGo(source);
  } catch (error) {
    await afterError(source, error).catch((lost: Error) =>
      log.warn({ err: lost, mailbox: source.address }, 'trouble of a mailbox not written'),
    );
  } finally {
    clearInterval(renewing);
  }
}

async function stay(source: ImapSource, ending: AbortSignal): Promise<void> {
  const folder = await ImapFolder.open({ ...source, password: passwordOf('imap', source.password) });
  try {
    while (!ending.aborted) {
      await noteFetched(source, await fetchMails(source, folder, ending));
      await folder.untilNew(folder.tells ? LOOK_MS.told : LOOK_MS.untold, ending);
    }
  } finally {
    await folder.close();
  }
}

async function afterError(source: ImapSource, error: unknown): Promise<void> {
  if (error instanceof SourceLost) return;
  if (error instanceof MailServerTrouble) {
    log.warn({ mailbox: source.address, trouble: error.trouble, said: error.said }, 'mail is not fetched');
    return noteTrouble(source, error);
  }
  log.error({ err: error, mailbox: source.address }, 'fetched mail cannot be kept');
  await noteTrouble(source, { trouble: 'storage', said: '' });
}
