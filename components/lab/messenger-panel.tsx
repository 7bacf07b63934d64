'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { QueryError } from '@/components/data/query-error';
import { useLabPhones } from '@/components/data/use-lab-messenger';
import { MessengerTalk } from './messenger-talk';
import { PanelSkeleton } from './panel-skeleton';
import { PersonPicker } from './person-picker';

/** A customer's telephone with Messenger open: what was written both ways, and a line to write. */
export function MessengerPanel() {
  const t = useTranslations('lab.messenger');
  const phones = useLabPhones();
  const [psid, setPsid] = useState<string | null>(null);
  if (phones.isError && !phones.data) return <QueryError title={t('failed')} query={phones} />;
  if (!phones.data) return <PanelSkeleton />;

  const { people, page } = phones.data;
  const person = people.find((one) => one.psid === psid) ?? people[0]!;
  return (
    <>
      <div className="flex items-center gap-2 border-b border-line px-4 py-2">
        <PersonPicker
          label={t('who')}
          people={people.map((one) => ({
            ...{ id: one.psid, name: one.unread > 0 ? `${one.name} (${one.unread})` : one.name },
            language: one.language,
          }))}
          chosen={person.psid}
          onChoose={setPsid}
        />
      </div>
      <MessengerTalk key={person.psid} person={person} page={page} />
    </>
  );
}
