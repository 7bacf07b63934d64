import type { CheckDto } from '../schemas/system';

/** One finding about a part of the installation. Words are the reader's: messages/<language>/system.json. */
export type Check = CheckDto;

/** A check that fails itself is a finding too. `error` must not hold secrets: drivers name the server, no password. */
export const failed = (part: Check['part'], error: unknown): Check => ({
  part,
  state: 'bad',
  says: 'failed',
  facts: { error: error instanceof Error ? error.message : String(error) },
});

/** Waits for `work`, but not for ever: what does not answer in time is as good as down. */
export async function within<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds / 1000} s`)), milliseconds);
  });
  work.catch(() => {});
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
