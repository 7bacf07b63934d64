import { api } from '@/components/data/api';
import { sessionDoor } from '@/components/data/session-door';

type Credentials = Parameters<typeof sessionDoor.open>[0];

/** Signs in and goes on by a full load, so that everything is drawn for the person who has just come. */
export async function enter(credentials: Credentials, next = '/', firstTime = false): Promise<void> {
  await sessionDoor.open(credentials);
  // A new account learns where it is read from; a wrong guess is mended on the account page, so no failure matters.
  if (firstTime) {
    const time_zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    await api.patch('/me/', { time_zone, locale: document.documentElement.lang }).catch(() => {});
  }
  window.location.replace(next);
  // The button stays busy until the next page is there.
  await new Promise(() => {});
}
