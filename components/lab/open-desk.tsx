'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { DemoPerson } from '@/components/auth/demo-people';
import { sessionDoor } from '@/components/data/session-door';
import { useLabDesk } from '@/components/data/use-lab-desk';
import { useProblemText } from '@/components/data/use-problem-text';
import { FormAlert } from '@/components/ui/form-alert';
import { DeskDoor } from './desk-door';
import { DeskRoom } from './desk-room';

export interface DeskDoors {
  people: DemoPerson[];
  password: string;
}

/** The other side of the wire: who is at the desk with how much, and a door to it as each of them. */
export function OpenDesk({ people, password }: DeskDoors) {
  const t = useTranslations('lab.desk');
  const { problem } = useProblemText();
  const desk = useLabDesk();
  const [going, setGoing] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);

  const open = async ({ email, role }: DemoPerson) => {
    if (going) return;
    setGoing(email);
    setError(null);
    // asked for now, while the press counts as one; a browser blocks a window that opens later
    const beside = window.open('', '_blank');
    try {
      await sessionDoor.open({ email, password });
      const place = role === 'admin' ? '/admin/board' : '/desk';
      if (beside) beside.location.replace(place);
      else window.location.assign(place);
    } catch (cause) {
      beside?.close();
      setError(cause);
    } finally {
      setGoing(null);
    }
  };

  return (
    <section aria-labelledby="lab-desk" className="min-w-0">
      <h2 id="lab-desk" className="text-small text-ink-2">
        {t('title')}
      </h2>
      <ul className="mt-2 grid grid-cols-[repeat(auto-fill,minmax(min(14rem,100%),1fr))] gap-2">
        {people.map((person) => (
          <DeskDoor
            key={person.email}
            person={person}
            standing={desk.data?.people.find(({ name }) => name === person.name)}
            isGoing={going === person.email}
            onOpen={() => void open(person)}
          />
        ))}
      </ul>
      {desk.data ? <DeskRoom desk={desk.data} /> : null}
      {error ? (
        <div className="mt-3">
          <FormAlert>{problem(error)}</FormAlert>
        </div>
      ) : null}
    </section>
  );
}
