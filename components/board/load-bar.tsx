'use client';
import { cx } from 'class-variance-authority';
import { TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';

interface LoadBarProps {
  /** Whose. */
  name: string;
  label: string;
  used: number;
  limit: number;
  href: string;
}

/** Load against a limit: "3 of 4" and a bar. Above it both are amber, with a sign and how far above. */
export function LoadBar({ name, label, used, limit, href }: LoadBarProps) {
  const t = useTranslations('board');
  const format = useFormatter();
  const number = (value: number) => format.number(value, { maximumFractionDigits: 1 });
  const isOver = used > limit;
  const text = t('of', { n: number(used), of: number(limit) });
  const over = isOver ? t('load.over', { n: number(used - limit) }) : null;
  return (
    <div className="min-w-0">
      <p className="tabular flex h-5 items-center justify-between gap-1.5 text-small">
        <span className="truncate text-micro text-ink-3">{label}</span>
        {used > 0 ? (
          <Link
            href={href}
            prefetch={false}
            aria-label={[name, label, text, over].filter(Boolean).join(', ')}
            className={cx(
              'flex items-center gap-1 whitespace-nowrap underline-offset-4 hover:underline',
              isOver ? 'font-[600] text-warn' : 'text-ink',
            )}
          >
            {isOver ? <TriangleAlert aria-hidden className="size-3.5" /> : null}
            {text}
          </Link>
        ) : (
          <span className="whitespace-nowrap text-ink-3">{text}</span>
        )}
      </p>
      <div aria-hidden className="chip-edge mt-1 h-1.5 overflow-hidden rounded-full bg-sunken">
        <div
          className={cx('h-full rounded-full', isOver ? 'bg-warn' : 'bg-accent')}
          style={{ width: `${limit === 0 ? (used > 0 ? 100 : 0) : Math.min(100, (used / limit) * 100)}%` }}
        />
      </div>
    </div>
  );
}
