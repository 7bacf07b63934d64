'use client';
import { ArrowRight } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useProblemText } from '@/components/data/use-problem-text';
import { Avatar } from '@/components/ui/avatar';
import { FormAlert } from '@/components/ui/form-alert';
import { languageName } from '@/components/ui/language-name';
import type { Role } from '@/lib/schemas/values';
import { enter } from './enter';

export interface DemoPerson {
  name: string;
  email: string;
  role: Role;
  languages: string[];
}

interface DemoPeopleProps {
  people: DemoPerson[];
  password: string;
  next: string;
}

/** The demo's doors: one press and one is that person. Never drawn outside the demo. */
export function DemoPeople({ people, password, next }: DemoPeopleProps) {
  const t = useTranslations('auth.demo');
  const locale = useLocale();
  const { problem } = useProblemText();
  const [going, setGoing] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);

  const become = async (person: DemoPerson) => {
    if (going) return;
    setGoing(person.email);
    setError(null);
    try {
      await enter({ email: person.email, password }, next);
    } catch (cause) {
      setError(cause);
      setGoing(null);
    }
  };
  const about = ({ role, languages }: DemoPerson) => {
    if (role === 'admin') return t('admin');
    if (role === 'customer') return t('customer');
    const list = new Intl.ListFormat(locale, { type: 'conjunction' });
    return t('languages', { languages: list.format(languages.map((code) => languageName(code, locale))) });
  };

  return (
    <section aria-labelledby="demo-people" className="mt-10 border-t-2 border-ink pt-4">
      <h2 id="demo-people" className="text-heading">
        {t('title')}
      </h2>
      <p className="mt-0.5 text-small text-ink-2 text-pretty">{t('lead')}</p>
      {error ? (
        <div className="mt-3">
          <FormAlert>{problem(error)}</FormAlert>
        </div>
      ) : null}
      <ul className="mt-2">
        {people.map((person) => (
          <li key={person.email} className="border-b border-line last:border-b-0">
            <button
              type="button"
              aria-label={t('as', { name: person.name })}
              aria-busy={going === person.email || undefined}
              onClick={() => void become(person)}
              className="group -mx-2 flex min-h-11 w-[calc(100%+1rem)] items-center gap-3 rounded-control px-2 py-1.5 text-start hover:bg-hover"
            >
              <Avatar name={person.name} size={24} />
              <span className="min-w-0 flex-1">
                <span className="text-ui font-[550] text-ink">{person.name}</span>{' '}
                <span className="text-small text-ink-2">{about(person)}</span>
              </span>
              <ArrowRight
                aria-hidden
                className="size-4 shrink-0 text-ink-3 transition-transform group-hover:translate-x-0.5 group-hover:text-accent rtl:-scale-x-100"
              />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
