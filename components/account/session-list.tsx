'use client';
import { useTranslations } from 'next-intl';
import { QueryError } from '@/components/data/query-error';
import { useProblemText } from '@/components/data/use-problem-text';
import { useRevokeSession, useSessions } from '@/components/data/use-sessions';
import { Skeleton } from '@/components/ui/skeleton';
import { toast } from '@/components/ui/toast';
import { SessionRow } from './session-row';

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
    return <QueryError title={t('failed')} query={sessions} />;
  }
  return (
    <ul className="border-t border-line">
      {sessions.data.map((session) => (
        <SessionRow
          key={session.id}
          session={session}
          ending={revoke.isPending && revoke.variables === session.id}
          onEnd={() =>
            revoke.mutate(session.id, {
              onSuccess: () => toast.success(t('revoked')),
              onError: (error) => toast.error(problem(error)),
            })
          }
        />
      ))}
    </ul>
  );
}
