'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect } from 'react';
import { Button } from '@/components/ui/button';

interface SaveBarProps {
  dirty: boolean;
  pending: boolean;
  /** What was refused, in words. */
  problem?: string | undefined;
  onDiscard: () => void;
  /** What else can be done with it. */
  children?: ReactNode;
}

/** Stays in sight while something is not saved yet, and holds back a tab that is closed too early. */
export function SaveBar({ dirty, pending, problem, onDiscard, children }: SaveBarProps) {
  const t = useTranslations('workspace.saveBar');
  useEffect(() => {
    if (!dirty) return;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, [dirty]);
  if (!dirty) return null;
  return (
    <section
      aria-label={t('unsaved')}
      className="sticky bottom-4 z-10 mt-8 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-float border border-line bg-raised px-4 py-2.5 shadow-float"
    >
      <p className="min-w-0 flex-1 text-ui font-[550]">
        {problem ? (
          <span role="alert" className="text-danger">
            {problem}
          </span>
        ) : (
          t('unsaved')
        )}
      </p>
      <Button variant="quiet" onClick={onDiscard}>
        {t('discard')}
      </Button>
      {children}
      <Button type="submit" variant="primary" pending={pending}>
        {t('save')}
      </Button>
    </section>
  );
}
