'use client';
import { ExternalLink } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { DemoPerson } from '@/components/auth/demo-people';
import { Avatar } from '@/components/ui/avatar';
import { languageName } from '@/components/ui/language-name';
import type { LabDeskDto } from '@/lib/schemas/lab-desk';

interface DeskDoorProps {
  person: DemoPerson;
  /** How it stands with him; not there of who takes no work. */
  standing: LabDeskDto['people'][number] | undefined;
  isGoing: boolean;
  onOpen: () => void;
}

/** One of the people at the desk: what he speaks, how much he has, and the door to his screen. */
export function DeskDoor({ person, standing, isGoing, onOpen }: DeskDoorProps) {
  const t = useTranslations('lab.desk');
  const locale = useLocale();
  const languages = new Intl.ListFormat(locale, { type: 'conjunction' }).format(
    person.languages.map((code) => languageName(code, locale)),
  );
  return (
    <li>
      <button
        type="button"
        aria-label={t('as', { name: person.name })}
        aria-describedby={`door-${person.email}`}
        aria-busy={isGoing || undefined}
        onClick={onOpen}
        className="group flex h-full min-h-control w-full items-center gap-2.5 rounded-control border border-line-strong bg-surface px-3 py-2 text-start hover:bg-hover"
      >
        <Avatar name={person.name} size={32} tone={standing?.is_there ? 'accent' : 'plain'} />
        <span className="min-w-0 flex-1">
          <span className="block truncate text-ui font-[550] text-ink">{person.name}</span>
          <span id={`door-${person.email}`} className="block text-micro text-ink-2">
            {person.role === 'admin' ? t('admin') : languages}
            {standing ? <Load standing={standing} /> : null}
          </span>
        </span>
        <ExternalLink
          aria-hidden
          className="size-3.5 shrink-0 text-ink-3 group-hover:text-accent rtl:-scale-x-100"
        />
      </button>
    </li>
  );
}

function Load({ standing }: { standing: NonNullable<DeskDoorProps['standing']> }) {
  const t = useTranslations('lab.desk');
  if (!standing.is_there) return <span className="block text-ink-3">{t('away')}</span>;
  const share = standing.capacity > 0 ? Math.min(1, standing.load / standing.capacity) : 1;
  return (
    <span className="mt-1 flex items-center gap-2">
      <span aria-hidden className="h-1 w-12 overflow-hidden rounded-full bg-sunken">
        <span className="block h-full bg-accent" style={{ inlineSize: `${share * 100}%` }} />
      </span>
      <span className="tabular">
        {t('load', { load: standing.load, capacity: standing.capacity })}
        {standing.load_calls > 0 ? ` · ${t('calls', { count: standing.load_calls })}` : null}
      </span>
    </span>
  );
}
