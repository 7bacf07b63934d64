import { headlessRealtime } from '@/lib/realtime/attach';

let realtime: ReturnType<typeof headlessRealtime> | undefined;

/** The worker's one way to the screens, for the relay and for jobs that tell how they come along. */
export const workerRealtime = (): ReturnType<typeof headlessRealtime> => {
  realtime ??= headlessRealtime();
  return realtime;
};
