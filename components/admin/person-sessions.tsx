'use client';
import { useTranslations } from 'next-intl';
import { SessionRow } from '@/components/account/session-row';
import { QueryError } from '@/components/data/query-error';
import { useEndSessions, usePersonSessions } from '@/components/data/use-person';
import { useProblemText } from '@/components/data/use-problem-text';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { toast } from '@/components/ui/toast';
import type { UserDto } from '@/lib/schemas/person';

/** Where somebody is signed in; each can be ended, or all. */
export function PersonSessions({ person }: { person: UserDto }) {
  const t = useTranslations('people.page.sessions');
  const a = useTranslations('account.sessions');
  const { problem } = useProblemText();
  const sessions = usePersonSessions(person.id);
  const end = useEndSessions(person.id);
  const onError = (error: Error) => void toast.error(problem(error));
  if (sessions.isPending) return <Skeleton className="h-10" />;
  if (sessions.isError) {
    return <QueryError title={t('failed')} query={sessions} />;
  }
  if (sessions.data.length === 0) return <p className="text-ui text-ink-2">{t('none')}</p>;
  return (
    <>
      <ul className="border-t border-line">
        {sessions.data.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            ending={end.isPending && end.variables === session.id}
            onEnd={() =>
              end.mutate(session.id, { onSuccess: () => void toast.success(a('revoked')), onError })
            }
          />
        ))}
      </ul>
      <div>
        <Button
          pending={end.isPending && end.variables === undefined}
          onClick={() =>
            end.mutate(undefined, {
              onSuccess: () => void toast.success(t('allDone', { name: person.name })),
              onError,
            })
          }
        >
          {t('all')}
        </Button>
      </div>
    </>
  );
}
