'use client';
import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Chip } from '@/components/ui/chip';

interface TrialSectionProps {
  title: string;
  detail?: string;
  changed: boolean;
  children: ReactNode;
}

/** A rule under its name, folded away until one wants to change it; a changed one is open and says so. */
export function TrialSection({ title, detail, changed, children }: TrialSectionProps) {
  const t = useTranslations('whatIf');
  const [isOpen, setOpen] = useState(changed);
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)} className="group border-b">
      <summary className="flex min-h-control cursor-pointer list-none items-center gap-2 py-1.5 text-ui font-[550] hover:text-accent [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-ink-3 transition-transform group-open:rotate-90 rtl:-scale-x-100"
        />
        <span className="min-w-0 flex-1">{title}</span>
        {changed ? <Chip className="bg-selected text-accent">{t('trial.changed')}</Chip> : null}
      </summary>
      <div className="flex flex-col gap-4 ps-6 pt-1 pb-5">
        {detail ? <p className="text-small text-ink-3 text-pretty">{detail}</p> : null}
        {children}
      </div>
    </details>
  );
}
