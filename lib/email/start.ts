import { env } from '../env';
import { log } from '../log';
import { startCatchAll } from './catch-all';
import { closeTransport, openTransport } from './transport';

/**
 * Opens the way out for mail: the configured server, or a local catch-all while none is set. The worker calls it once
 * at boot and stops it last, after its jobs.
 */
export async function startMailOut(): Promise<{ stop(): Promise<void> }> {
  const { SMTP_URL } = env();
  if (SMTP_URL) {
    openTransport(SMTP_URL);
    return { stop: async () => closeTransport() };
  }
  const catchAll = await startCatchAll();
  openTransport(catchAll.url);
  log.info('no SMTP_URL: mail is caught and shown at /mailbox');
  return {
    async stop() {
      closeTransport();
      await catchAll.stop();
    },
  };
}
