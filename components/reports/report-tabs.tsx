'use client';
import { cx } from 'class-variance-authority';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';

const TABS = [
  ['/admin/reports', 'overview'],
  ['/admin/reports/coverage', 'coverage'],
] as const;

/** The pages of the reports. */
export function ReportTabs() {
  const t = useTranslations('reports.tabs');
  const path = usePathname();
  return (
    <nav aria-label={t('label')} className="flex gap-1">
      {TABS.map(([href, name]) => (
        <Link
          key={href}
          href={href}
          aria-current={path === href ? 'page' : undefined}
          className={cx(
            'inline-flex h-control items-center rounded-control px-2.5 text-ui',
            path === href ? 'bg-selected font-[550] text-ink' : 'text-ink-2 hover:bg-hover hover:text-ink',
          )}
        >
          {t(name)}
        </Link>
      ))}
    </nav>
  );
}
