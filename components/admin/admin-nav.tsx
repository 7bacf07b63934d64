'use client';
import { cx } from 'class-variance-authority';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { ADMIN_SECTIONS } from './admin-sections';

/** Groups with their pages; one line that scrolls sideways where there is no room for a column. */
export function AdminNav() {
  const t = useTranslations('admin.nav');
  const path = usePathname();
  const list = useRef<HTMLUListElement>(null);
  // In one line, the page one is on may lie outside of it.
  useEffect(() => {
    if (path)
      list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [path]);
  return (
    <nav aria-label={t('label')}>
      <ul
        ref={list}
        className="scrolling flex gap-1 max-lg:-mx-4 max-lg:overflow-x-auto max-lg:px-4 max-lg:pb-2 lg:flex-col lg:gap-5"
      >
        {ADMIN_SECTIONS.map(({ group, sections }) => (
          <li key={group} className="max-lg:contents">
            <p className="px-2.5 pb-1 text-micro text-ink-3 max-lg:sr-only" id={`admin-${group}`}>
              {t(`groups.${group}`)}
            </p>
            <ul aria-labelledby={`admin-${group}`} className="flex gap-1 lg:flex-col lg:gap-px">
              {sections.map(({ key, href, icon: Icon }) => {
                const here = path === href || path.startsWith(`${href}/`);
                return (
                  <li key={key}>
                    <Link
                      href={href}
                      aria-current={here ? 'page' : undefined}
                      className={cx(
                        'flex h-nav-item items-center gap-2.5 whitespace-nowrap rounded-control px-2.5',
                        here ? 'bg-selected font-[550] text-ink' : 'text-ink-2 hover:bg-hover hover:text-ink',
                      )}
                    >
                      <Icon aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
                      {t(key)}
                    </Link>
                  </li>
                );
              })}
            </ul>
          </li>
        ))}
      </ul>
    </nav>
  );
}
