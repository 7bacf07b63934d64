'use client';
import { Globe, Plug } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { ApiError } from '@/components/data/api-error';
import { useProblemText } from '@/components/data/use-problem-text';
import { useRevokeSession, useSessions } from '@/components/data/use-sessions';
import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { Skeleton } from '@/components/ui/skeleton';
import { deviceName } from './device-name';

export function SessionList() {
  const t = useTranslations('account.sessions');
  const { problem } = useProblemText();
  const sessions = useSessions();
  const revoke = useRevokeSession();
  if (sessions.isPending) {
    return (
      <div aria-busy="true" className="flex flex-col gap-3">
        <Skeleton className="h-10" />
        <Skeleton className="h-10" />
      </div>
    );
  }
  if (sessions.isError) {
    return (
      <ErrorState
        title={t('failed')}
        detail={problem(sessions.error)}
        requestId={sessions.error instanceof ApiError ? (sessions.error.requestId ?? undefined) : undefined}
        onRetry={() => void sessions.refetch()}
        retrying={sessions.isFetching}
      />
    );
  }
  return (
    <ul className="border-t border-line">
      {sessions.data.map((session) => {
        const device = deviceName(session.user_agent);
        const name = !device
          ? t('unknownDevice')
          : device.system
            ? t('device', { browser: device.browser, system: device.system })
            : device.browser;
        const Icon = session.kind === 'api' ? Plug : Globe;
        return (
          <li key={session.id} className="flex items-center gap-3 border-b border-line py-3">
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
              <Button
                size="small"
                aria-label={t('revokeName', { name })}
                pending={revoke.isPending && revoke.variables === session.id}
                onClick={() =>
                  revoke.mutate(session.id, {
                    onSuccess: () => toast.success(t('revoked')),
                    onError: (error) => toast.error(problem(error)),
                  })
                }
              >
                {t('revoke')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
