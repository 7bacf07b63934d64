'use client';
import { useTranslations } from 'next-intl';
import { useSendInvitation, useSendPasswordReset } from '@/components/data/use-person';
import { useProblemText } from '@/components/data/use-problem-text';
import { Button } from '@/components/ui/button';
import { RelativeTime } from '@/components/ui/relative-time';
import { toast } from '@/components/ui/toast';
import type { UserDto } from '@/lib/schemas/person';

/** The invitation while it is open, the password after it. */
export function PersonAccess({ person }: { person: UserDto }) {
  return person.invitation === 'invited' || person.invitation === 'expired' ? (
    <Invitation person={person} state={person.invitation} />
  ) : (
    <Password person={person} />
  );
}

function Invitation({ person, state }: { person: UserDto; state: 'invited' | 'expired' }) {
  const t = useTranslations('people.page.invitation');
  const { problem } = useProblemText();
  const send = useSendInvitation(person.id);
  return (
    <div className="flex flex-wrap items-start justify-between gap-4">
      <div className="min-w-0">
        <p className="text-ui font-[550]">{t(state)}</p>
        <p className="text-small text-ink-2 text-pretty">
          {t.rich(`${state}Detail`, {
            time: () => (person.invited_at ? <RelativeTime value={person.invited_at} form="full" /> : null),
          })}
        </p>
      </div>
      <Button
        pending={send.isPending}
        onClick={() =>
          send.mutate(undefined, {
            onSuccess: () => toast.success(t('sent', { email: person.email ?? '' })),
            onError: (error) => toast.error(problem(error)),
          })
        }
      >
        {t('again')}
      </Button>
    </div>
  );
}

function Password({ person }: { person: UserDto }) {
  const t = useTranslations('people.page.password');
  const { problem } = useProblemText();
  const send = useSendPasswordReset(person.id);
  return (
    <div className="flex flex-wrap items-start justify-between gap-4">
      <div className="min-w-0 flex-1 basis-64">
        <p className="text-ui font-[550]">{t('title')}</p>
        <p className="text-small text-ink-2 text-pretty">
          {person.email === null
            ? t('noAddress')
            : t(person.has_password ? 'has' : 'none', { name: person.name })}
        </p>
      </div>
      {person.email === null ? null : (
        <Button
          pending={send.isPending}
          onClick={() =>
            send.mutate(undefined, {
              onSuccess: () => toast.success(t('sent', { email: person.email ?? '' })),
              onError: (error) => toast.error(problem(error)),
            })
          }
        >
          {t('send')}
        </Button>
      )}
    </div>
  );
}
