'use client';
import { cx } from 'class-variance-authority';
import Link from 'next/link';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { languageName } from '@/components/ui/language-name';
import { Skeleton } from '@/components/ui/skeleton';
import type { UserDto } from '@/lib/schemas/person';
import { PersonState } from './person-state';

interface PeopleTableProps {
  /** Undefined while they are fetched. */
  people: UserDto[] | undefined;
  meId: string;
}

const HEAD = 'h-9 border-b text-start text-micro text-ink-3';

/** Names lead to the person; the columns that a phone has no room for go below the name. */
export function PeopleTable({ people, meId }: PeopleTableProps) {
  const t = useTranslations('people.list');
  return (
    <table className="w-full table-fixed border-collapse text-start" aria-busy={people === undefined}>
      <caption className="sr-only">{t('title')}</caption>
      <thead>
        <tr>
          <th scope="col" className={cx(HEAD, 'ps-1')}>
            {t('name')}
          </th>
          <th scope="col" className={cx(HEAD, 'hidden w-28 md:table-cell')}>
            {t('role')}
          </th>
          <th scope="col" className={cx(HEAD, 'hidden w-48 lg:table-cell')}>
            {t('languages')}
          </th>
          <th scope="col" className={cx(HEAD, 'hidden w-36 sm:table-cell')}>
            {t('load')}
          </th>
          <th scope="col" className={cx(HEAD, 'w-32')}>
            {t('state')}
          </th>
        </tr>
      </thead>
      <tbody>
        {people
          ? people.map((person) => <PersonRow key={person.id} person={person} isMe={person.id === meId} />)
          : [0, 1, 2, 3].map((row) => (
              <tr key={row} className="border-b">
                <td colSpan={5} className="h-15">
                  <Skeleton className="w-1/3" />
                </td>
              </tr>
            ))}
      </tbody>
    </table>
  );
}

function PersonRow({ person, isMe }: { person: UserDto; isMe: boolean }) {
  const t = useTranslations('people.list');
  const c = useTranslations('common.role');
  const format = useFormatter();
  const locale = useLocale();
  const staff = person.role !== 'customer';
  return (
    <tr className="relative border-b hover:bg-hover">
      <td className="h-15 py-2 ps-1 pe-4">
        <div className={cx('flex items-center gap-3', !person.is_active && 'opacity-70')}>
          <Avatar name={person.name} size={32} tone={staff ? 'accent' : 'plain'} />
          <div className="min-w-0">
            <Link
              href={`/admin/people/${person.id}`}
              className="block max-w-full truncate text-start text-ui font-[600] text-ink before:absolute before:inset-0 before:content-[''] hover:underline"
            >
              <bdi>{person.name}</bdi>
              {isMe ? <span className="ms-1.5 text-micro font-normal text-ink-3">{t('you')}</span> : null}
            </Link>
            <span className="block truncate text-small text-ink-3">{person.email ?? t('noAddress')}</span>
            <span className="block text-small text-ink-2 md:hidden">{c(person.role)}</span>
          </div>
        </div>
      </td>
      <td className="hidden pe-4 text-ui text-ink-2 md:table-cell">{c(person.role)}</td>
      <td className="hidden pe-4 text-small text-ink-2 lg:table-cell">
        {person.teams.length > 0 ? (
          <span className="block text-ink">
            {format.list(
              person.teams.map((team) => team.name),
              { type: 'unit' },
            )}
          </span>
        ) : null}
        {format.list(
          person.languages.map((code) => languageName(code, locale)),
          { type: 'unit' },
        ) || (person.teams.length > 0 ? null : '–')}
      </td>
      <td className="tabular hidden pe-4 text-small text-ink-2 sm:table-cell">
        {staff ? (
          <>
            <span className="block">{t('tickets', { used: person.load, of: person.capacity })}</span>
            <span className="block text-ink-3">
              {t('calls', { used: person.load_calls, of: person.capacity_calls })}
            </span>
          </>
        ) : (
          '–'
        )}
      </td>
      <td className="text-small">
        <PersonState person={person} />
      </td>
    </tr>
  );
}
