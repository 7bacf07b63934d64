'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { api } from '@/components/data/api';
import { useProblemText } from '@/components/data/use-problem-text';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';

type State = 'off' | 'on' | 'denied' | 'missing';

/** Whether this browser is told of notices while no window of the desk is open; asked on a click alone. */
export function PushDevice() {
  const t = useTranslations('notices.device');
  const { problem } = useProblemText();
  const [state, setState] = useState<State | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => void readState().then(setState), []);
  if (state === null) return null;
  const turn = async (on: boolean) => {
    setBusy(true);
    try {
      await (on ? subscribe() : unsubscribe());
      setState(await readState());
    } catch (error) {
      if (Notification.permission === 'denied') setState('denied');
      else toast.error(problem(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b py-4">
      <p role="status" className="min-w-0 flex-1 text-small text-ink-2 text-pretty">
        {t(state)}
      </p>
      {state === 'on' || state === 'off' ? (
        <Button size="small" pending={busy} onClick={() => void turn(state === 'off')}>
          {state === 'off' ? t('turnOn') : t('turnOff')}
        </Button>
      ) : null}
    </div>
  );
}

const current = async () =>
  (await navigator.serviceWorker.getRegistration('/push-worker.js'))?.pushManager.getSubscription() ?? null;

async function readState(): Promise<State> {
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window))
    return 'missing';
  if (Notification.permission === 'denied') return 'denied';
  const subscription = await current();
  if (!subscription) return 'off';
  // another person, or the same one anew, has signed in since
  await tell(subscription);
  return 'on';
}

const tell = (subscription: PushSubscription) => {
  const { endpoint, keys } = subscription.toJSON();
  return api.put('/me/push/', { endpoint, keys: { p256dh: keys?.p256dh, auth: keys?.auth } });
};

async function subscribe(): Promise<void> {
  const { public_key } = await api.get<{ public_key: string }>('/me/push/');
  const registration = await navigator.serviceWorker.register('/push-worker.js');
  await navigator.serviceWorker.ready;
  await tell(
    await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: public_key }),
  );
}

async function unsubscribe(): Promise<void> {
  const subscription = await current();
  if (!subscription) return;
  await api.delete('/me/push/', { query: { endpoint: subscription.endpoint } });
  await subscription.unsubscribe();
}
