'use client';
import { Globe, Plug } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { RelativeTime } from '@/components/ui/relative-time';
import type { SessionDto } from '@/lib/schemas/person';
import { deviceName } from './device-name';

interface SessionRowProps {
  session: SessionDto;
  ending: boolean;
  onEnd: () => void;
}

/** One login: which device, since when, and the way to end it. The present one ends by signing out. */
export function SessionRow({ session, ending, onEnd }: SessionRowProps) {
  const t = useTranslations('account.sessions');
  const device = deviceName(session.user_agent);
  const name = !device
    ? t('unknownDevice')
    : device.system
      ? t('device', { browser: device.browser, system: device.system })
      : device.browser;
  const Icon = session.kind === 'api' ? Plug : Globe;
  return (
    <li className="flex items-center gap-3 border-b border-line py-3">
      <Icon aria-hidden className="size-4 shrink-0 text-ink-3" />
      <div className="min-w-0 flex-1">
        <p title={session.user_agent} className="text-ui text-ink [overflow-wrap:anywhere]">
          {name}
          {session.is_current ? (
            <span className="ms-2 rounded-full bg-selected px-2 py-0.5 text-micro text-accent">
              {t('current')}
            </span>
          ) : null}
        </p>
        <p className="text-small text-ink-3">
          {t(session.kind)} · {t('seen')} <RelativeTime value={session.last_seen_at} /> · {t('since')}{' '}
          <RelativeTime value={session.created_at} form="full" />
        </p>
      </div>
      {session.is_current ? null : (
        <Button size="small" aria-label={t('revokeName', { name })} pending={ending} onClick={onEnd}>
          {t('revoke')}
        </Button>
      )}
    </li>
  );
}
