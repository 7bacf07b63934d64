'use client';
import { cx } from 'class-variance-authority';
import Link from 'next/link';
import { useTranslations } from 'next-intl';

/** The two lists of the customers' area. */
export function CustomersTabs({ at }: { at: 'people' | 'organisations' }) {
  const t = useTranslations('customers');
  const tab = (key: typeof at, href: string, name: string) => (
    <Link
      href={href}
      aria-current={at === key ? 'page' : undefined}
      className={cx(
        '-mb-px inline-flex h-9 items-center border-b-2 px-1 text-ui',
        at === key ? 'border-accent font-[600] text-ink' : 'border-transparent text-ink-2 hover:text-ink',
      )}
    >
      {name}
    </Link>
  );
  return (
    <nav aria-label={t('title')} className="mt-3 flex gap-5 border-b">
      {tab('people', '/customers', t('people'))}
      {tab('organisations', '/customers/organisations', t('organisation.title'))}
    </nav>
  );
}
