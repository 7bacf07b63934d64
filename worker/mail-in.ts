import { startSmtpDoor } from '@/lib/channels/email/smtp-door';
import { noteMailDoor } from '@/lib/commands/note-mail-door';
import { takeMail } from '@/lib/commands/take-mail';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { findMailbox } from '@/lib/queries/find-mailbox';

/** How often a worker looks whether the one that has the door is gone. */
const AGAIN_MS = 10_000;

/**
 * Opens the door for mail by SMTP: where it is configured, or on a port of its own while mail is caught here, so that
 * the mailbox page can answer. Of several workers on a machine one has it, and another when that one ends.
 */
export async function startMailIn(): Promise<{ stop(): Promise<void> }> {
  const place = placeOf(env());
  if (!place) return { stop: async () => {} };
  let door: { port: number; stop(): Promise<void> } | undefined;
  let stopped = false;
  const open = async (): Promise<void> => {
    try {
      door = await startSmtpDoor(place, { mailboxOf: findMailbox, take: takeMail });
      log.info({ host: place.host, port: door.port }, 'mail is taken by SMTP');
      if (place.port === 0) await noteMailDoor(`smtp://${place.host}:${door.port}`);
    } catch (error) {
      if ((error as { code?: string }).code !== 'EADDRINUSE') log.error({ err: error }, 'no door for mail');
    }
  };
  await open();
  const timer = setInterval(() => {
    if (!door && !stopped) void open();
  }, AGAIN_MS);
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await door?.stop();
    },
  };
}

function placeOf({ MAIL_IN_SMTP, SMTP_URL }: ReturnType<typeof env>): { host: string; port: number } | null {
  if (!MAIL_IN_SMTP) return SMTP_URL ? null : { host: '127.0.0.1', port: 0 };
  const at = MAIL_IN_SMTP.lastIndexOf(':');
  const host = MAIL_IN_SMTP.slice(0, at).replace(/^\[|\]$/g, '');
  return { host, port: Number(MAIL_IN_SMTP.slice(at + 1)) };
}
