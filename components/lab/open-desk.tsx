'use client';
import { ExternalLink } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { DemoPerson } from '@/components/auth/demo-people';
import { sessionDoor } from '@/components/data/session-door';
import { useProblemText } from '@/components/data/use-problem-text';
import { Avatar } from '@/components/ui/avatar';
import { FormAlert } from '@/components/ui/form-alert';
import { languageName } from '@/components/ui/language-name';

export interface DeskDoors {
  people: DemoPerson[];
  password: string;
}

/** The other side of the wire: the desk as one of the people who work there, in a window beside this one. */
export function OpenDesk({ people, password }: DeskDoors) {
  const t = useTranslations('lab.desk');
  const locale = useLocale();
  const { problem } = useProblemText();
  const [going, setGoing] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);

  const open = async ({ email, role }: DemoPerson) => {
    if (going) return;
    setGoing(email);
    setError(null);
    // asked for now, while the press counts as one; a browser blocks a window that opens later
    const desk = window.open('', '_blank');
    try {
      await sessionDoor.open({ email, password });
      const place = role === 'admin' ? '/admin/board' : '/desk';
      if (desk) desk.location.replace(place);
      else window.location.assign(place);
    } catch (cause) {
      desk?.close();
      setError(cause);
    } finally {
      setGoing(null);
    }
  };
  const about = ({ role, languages }: DemoPerson) =>
    role === 'admin'
      ? t('admin')
      : new Intl.ListFormat(locale, { type: 'conjunction' }).format(
          languages.map((code) => languageName(code, locale)),
        );

  return (
    <section aria-labelledby="lab-desk" className="min-w-0">
      <h2 id="lab-desk" className="text-small text-ink-2">
        {t('title')}
      </h2>
      <ul className="mt-2 flex flex-wrap gap-2">
        {people.map((person) => (
          <li key={person.email}>
            <button
              type="button"
              aria-label={t('as', { name: person.name })}
              aria-busy={going === person.email || undefined}
              onClick={() => void open(person)}
              className="group flex min-h-control items-center gap-2 rounded-control border border-line-strong bg-surface py-1.5 ps-2 pe-3 text-start hover:bg-hover"
            >
              <Avatar name={person.name} size={24} />
              <span>
                <span className="block text-ui font-[550] text-ink">{person.name}</span>
                <span className="block text-micro text-ink-2">{about(person)}</span>
              </span>
              <ExternalLink
                aria-hidden
                className="ms-1 size-3.5 shrink-0 text-ink-3 group-hover:text-accent rtl:-scale-x-100"
              />
            </button>
          </li>
        ))}
      </ul>
      {error ? (
        <div className="mt-3">
          <FormAlert>{problem(error)}</FormAlert>
        </div>
      ) : null}
    </section>
  );
}
