'use client';
import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ApiError } from '@/components/data/api-error';
import { QueryError } from '@/components/data/query-error';
import { useUser } from '@/components/data/use-users';
import { Avatar } from '@/components/ui/avatar';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import type { UserDto } from '@/lib/schemas/person';
import { AuditEntries } from './audit-entries';
import { FormSection } from './form-section';
import { PersonAccess } from './person-access';
import { PersonEdit } from './person-edit';
import { PersonLeave } from './person-leave';
import { PersonSessions } from './person-sessions';
import { PersonState } from './person-state';

/** Everything about one person: what he may do, how he gets in, where he is signed in, what happened. */
export function PersonPage({ id, meId }: { id: string; meId: string }) {
  const t = useTranslations('people.page');
  const person = useUser(id);
  return (
    <div className="max-w-180">
      <Link
        href="/admin/people"
        className="-ms-1.5 mb-3 inline-flex h-control items-center gap-1.5 rounded-control px-1.5 text-ui text-ink-2 hover:bg-hover hover:text-ink"
      >
        <ArrowLeft aria-hidden className="size-4 rtl:-scale-x-100" />
        {t('back')}
      </Link>
      {person.data ? (
        <Found person={person.data} isMe={id === meId} />
      ) : person.error instanceof ApiError && person.error.status === 404 ? (
        <EmptyState title={t('missing')}>{t('missingDetail')}</EmptyState>
      ) : person.error ? (
        <QueryError title={t('failed')} query={person} />
      ) : (
        <div aria-busy="true" className="flex flex-col gap-4">
          <Skeleton className="h-9 w-1/2" />
          <Skeleton className="h-40" />
        </div>
      )}
    </div>
  );
}

function Found({ person, isMe }: { person: UserDto; isMe: boolean }) {
  const t = useTranslations('people.page');
  const staff = person.role !== 'customer';
  return (
    <>
      <div className="flex items-center gap-4">
        <Avatar name={person.name} size={32} tone={staff ? 'accent' : 'plain'} />
        <div className="min-w-0">
          <h1 className="truncate text-display">
            <bdi>{person.name}</bdi>
          </h1>
          <PersonState person={person} />
        </div>
      </div>
      <PersonEdit person={person} isMe={isMe} />
      <div className="mt-8 border-t pt-7">
        {person.is_active ? (
          <FormSection title={t('access')}>
            <PersonAccess person={person} />
          </FormSection>
        ) : null}
        <FormSection title={t('sessions.title')}>
          <PersonSessions person={person} />
        </FormSection>
        <FormSection title={t('leave.title')} detail={person.is_active ? t('leave.detail') : undefined}>
          <PersonLeave person={person} isMe={isMe} />
        </FormSection>
        <FormSection title={t('history.title')} detail={t('history.detail')}>
          <AuditEntries filters={{ person: person.id }} />
        </FormSection>
      </div>
    </>
  );
}
