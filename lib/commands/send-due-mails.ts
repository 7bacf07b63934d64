import { sendNextMail } from './steps/send-next-mail';

/** Side by side, so that one slow server or large mail does not hold up the others. */
const LANES = 5;

/**
 * Sends what is due in the ledger: deferred mail, and what a crash left behind. Ends early when the server does not
 * answer; the rest keeps its place for the next sweep.
 *
 * @param limit mails at most, so that a sweep ends.
 * @returns how many were handled.
 */
export async function sendDueMails(limit = 500): Promise<number> {
  let left = limit;
  let isStuck = false;
  const lane = async () => {
    while (left > 0 && !isStuck) {
      left--;
      const step = await sendNextMail(null);
      if (step === 'stuck') isStuck = true;
      if (step !== 'idle') continue;
      left++;
      return;
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return limit - left;
}
